#include "rules/country.hpp"

#include <algorithm>

#include "assets.hpp"
#include "base/text.hpp"

namespace cppo {

/// Spaces or line ends separate the codes in the asset, so a match of two letters is a whole code.
static bool is_country(std::string_view text) {
    return text.size() == 2 && std::all_of(text.begin(), text.end(), is_alnum) &&
           assets::countries.find(text) != std::string_view::npos;
}

Result<Country> parse_country(std::string_view text, std::string_view field) {
    if (is_country(text)) return Country{std::string(text)};
    const std::string in_capitals = upper(text);
    const std::string meant = in_capitals == "UK"       ? "GB"
                              : is_country(in_capitals) ? in_capitals
                                                        : "";
    return refuse(Code::malformed, std::string(field),
                  in_quotes(text) + " is not an ISO 3166 country code such as US, GB or KR" +
                      (meant.empty() ? "" : "; the code is probably " + meant));
}

}  // namespace cppo
