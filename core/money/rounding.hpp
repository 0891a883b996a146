// The one place where a fraction becomes a whole number of minor units.
#pragma once

#include <cstdint>

#include "base/names.hpp"

namespace cppo {

__extension__ typedef __int128 Wide;  ///< room for amount × percent at nine decimals

/// What happens to an exact half (decision 12): away from zero, or to the even neighbour.
enum class Rounding { half_up, half_even };

template <>
struct Names<Rounding> {
    static constexpr std::string_view list[] = {"half_up", "half_even"};
};

/// numerator ÷ denominator to the nearest integer; denominator > 0.
std::int64_t divide_rounded(Wide numerator, Wide denominator, Rounding rounding);

}  // namespace cppo
