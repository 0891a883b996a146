// On which line of a JSON text a value stands, for messages about it.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace cppo {

/// The line of every value by its path, "expect.lines[0].list"; of a valid JSON text.
std::map<std::string, int> json_lines(std::string_view text);

}  // namespace cppo
