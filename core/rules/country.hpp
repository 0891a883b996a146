// The buyer's country; AWS's regional fees depend on it.
#pragma once

#include <string>

#include "base/result.hpp"

namespace cppo {

/// A two-letter ISO 3166-1 code, such as "KR".
struct Country {
    std::string code;
    bool operator==(const Country& other) const { return code == other.code; }
};

/// Reads an uppercase code listed in assets/countries.txt. Refuses MALFORMED and, where it can,
/// suggests a code: "GB" for "UK", "KR" for "kr".
Result<Country> parse_country(std::string_view text, std::string_view field);

inline const std::string& text(const Country& country) { return country.code; }

}  // namespace cppo
