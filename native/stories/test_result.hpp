// The result of one case or story run by `cppo test`.
#pragma once

#include "desk/model.hpp"

namespace cppo {

struct TestResult {
    std::string file;
    std::string name;
    std::vector<std::string> differences = {};  ///< each with file and line; empty if it passed
};

/// "tests/a.deal:12: what"
inline std::string at_line(const std::string& file, int line, const std::string& what) {
    return file + ':' + std::to_string(line) + ": " + what;
}

/// Runs a `*.case.json`: a quote document and the expected answer.
TestResult run_case(const std::string& file, std::string_view text);

/// Runs a `*.deal` story on `model`, which it changes. See story.cpp for its language.
TestResult run_story(const std::string& file, std::string_view text, Model& model);

}  // namespace cppo
