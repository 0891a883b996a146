// Finds the lines of values in a JSON text, for messages about them.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace cppo {

/// The line of every value by its path, such as "expect.lines[0].list". The text must be valid
/// JSON.
std::map<std::string, int> json_lines(std::string_view text);

}  // namespace cppo
