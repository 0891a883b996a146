// The country of a buyer, which AWS's regional fees depend on.
#pragma once

#include <string>

#include "base/result.hpp"

namespace cppo {

/// An ISO 3166-1 code of two letters, such as "KR".
struct Country {
    std::string code;
    bool operator==(const Country& other) const { return code == other.code; }
};

/// Reads one of the codes of assets/countries.txt, in capitals. Refuses MALFORMED, naming the code
/// that was probably meant: "GB" for "UK", "KR" for "kr".
Result<Country> parse_country(std::string_view text, std::string_view field);

inline const std::string& text(const Country& country) { return country.code; }

}  // namespace cppo
