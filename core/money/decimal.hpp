// Converts decimal text to a scaled integer and back. All numbers are read and written here.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"

namespace cppo {

/// Reads a number with at most `decimals` digits after the point and returns it scaled by
/// 10^decimals, from 0 to `most` (scaled). Accepts a minus sign only if `negative` is true. Refuses
/// MALFORMED and OUT_OF_RANGE; the refusal quotes the value and says what is allowed.
Result<std::int64_t> parse_decimal(std::string_view text, std::string_view field, int decimals,
                                   std::int64_t most, bool negative = false);

/// All `decimals` digits: (123450, 2) → "1234.50".
std::string decimal_text(std::int64_t scaled, int decimals);

/// decimal_text without trailing zeros: (33300000000, 9) → "33.3".
std::string shortest_decimal_text(std::int64_t scaled, int decimals);

}  // namespace cppo
