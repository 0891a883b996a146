// A command as data: its words, its options, examples that run as tests, and the function that runs
// it. Parsing, help and the tests all use the table verbs().
#pragma once

#include <functional>
#include <iosfwd>

#include <tl/expected.hpp>

#include "cli/arguments.hpp"

namespace cppo {

enum class Need { required, optional, repeated };

struct Option {
    std::string_view name;   ///< "on" is written --on; an uppercase name is positional
    std::string_view value;  ///< the placeholder of its value, "DATE"; empty for a flag
    std::string_view help;
    Need need = Need::required;

    bool is_flag() const { return value.empty() && !is_word(); }
    bool is_word() const { return name.front() >= 'A' && name.front() <= 'Z'; }
};

struct Call {
    const Arguments& arguments;
    std::istream& in;
    std::ostream& err;
};

/// A command's result, for people and for programs; run() prints one of the two.
struct Answer {
    std::string text;
    std::string json;
    Issues problems = {};  ///< what part of the work failed: printed, and the exit code is 1
    bool failed = false;   ///< the result itself says what went wrong; the exit code is 1
};

/// Why a command did nothing: a list of problems, or one sentence about wrong usage.
struct Refusal {
    Issues issues;
    std::string wrong_usage = {};

    Refusal(Error error) : issues{std::move(error)} {}
    Refusal(Issues all) : issues(std::move(all)) {}
    static tl::unexpected<Refusal> usage(std::string sentence) {
        Refusal refusal{Issues()};
        refusal.wrong_usage = std::move(sentence);
        return tl::unexpected(std::move(refusal));
    }
};

using Outcome = tl::expected<Answer, Refusal>;

struct Verb {
    std::string_view noun;
    std::string_view name;  ///< empty if the noun alone is the command
    std::string_view summary;
    std::vector<Option> options;
    std::vector<std::string_view> examples;  ///< without the leading "cppo"
    std::function<Outcome(const Call&)> run;

    std::string words() const {
        return std::string(noun) + (name.empty() ? "" : ' ' + std::string(name));
    }
};

/// All commands, grouped by noun, in the order of the help.
const std::vector<Verb>& verbs();

}  // namespace cppo
