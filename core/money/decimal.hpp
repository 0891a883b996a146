// Decimal text to a scaled integer and back: the one reader and the one writer of numbers.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"

namespace cppo {

/// Reads digits with at most `decimals` of them after one point, as an integer scaled by
/// 10^decimals, from 0 to `most` (scaled). A minus sign is accepted only when `negative` is true.
/// Refuses MALFORMED and OUT_OF_RANGE, saying what the value is and what would be right.
Result<std::int64_t> parse_decimal(std::string_view text, std::string_view field, int decimals,
                                   std::int64_t most, bool negative = false);

/// All `decimals` digits: (123450, 2) → "1234.50".
std::string decimal_text(std::int64_t scaled, int decimals);

/// decimal_text without trailing zeros: (33300000000, 9) → "33.3".
std::string shortest_decimal_text(std::int64_t scaled, int decimals);

}  // namespace cppo
