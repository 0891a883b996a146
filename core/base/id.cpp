#include "base/id.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cppo {

Result<std::string> parse_record_name(std::string_view text, std::string_view field) {
    const auto allowed = [](char c) { return is_alnum(c) || c == '-' || c == '_'; };
    const bool fits = !text.empty() && text.size() <= 64 && is_alnum(text.front()) &&
                      std::all_of(text.begin(), text.end(), allowed);
    if (!fits)
        return refuse(Code::malformed, std::string(field),
                      in_quotes(text) +
                          " is not a name of 1 to 64 letters, digits, '-' or '_' that starts with "
                          "a letter or digit");
    return std::string(text);
}

}  // namespace cppo
