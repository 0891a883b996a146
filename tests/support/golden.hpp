// Expected texts in tests/golden. UPDATE_GOLDEN=1 rewrites them; review the difference. A file that
// no test reads fails: check_golden_folder() finds those of its folder, scripts/tidy.py the others.
#pragma once

#include <map>
#include <string>

namespace cppo::test {

/// The text in tests/golden/`name`, to compare with `actual`. Rewrites it first if asked to.
std::string golden(const std::string& name, const std::string& actual);

/// GoldenTexts by the name of their file.
using GoldenTexts = std::map<std::string, std::string>;

/// Checks that tests/golden/`folder` holds exactly these files with these texts.
void check_golden_folder(const std::string& folder, const GoldenTexts& actual);

}  // namespace cppo::test
