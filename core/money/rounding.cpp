#include "money/rounding.hpp"

#include <limits>

namespace cppo {

std::int64_t divide_rounded(Wide numerator, Wide denominator, Rounding rounding) {
    INVARIANT(denominator > 0);
    const bool negative = numerator < 0;
    const Wide magnitude = negative ? -numerator : numerator;
    Wide whole = magnitude / denominator;
    const Wide rest = magnitude % denominator;
    const bool above_half = rest > denominator - rest;
    const bool exactly_half = rest == denominator - rest;
    if (above_half || (exactly_half && (rounding == Rounding::half_up || whole % 2 == 1))) ++whole;
    INVARIANT(whole <= std::numeric_limits<std::int64_t>::max());
    const auto result = static_cast<std::int64_t>(whole);
    return negative ? -result : result;
}

}  // namespace cppo
