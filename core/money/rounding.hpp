// All rounding to minor units happens here.
#pragma once

#include <cstdint>

#include "base/names.hpp"

namespace cppo {

__extension__ typedef __int128 Wide;  ///< room for amount × percent at nine decimals

/// How an exact half is rounded (decision 12): away from zero, or to the even neighbor.
enum class Rounding { half_up, half_even };

template <>
struct Names<Rounding> {
    static constexpr std::string_view list[] = {"half_up", "half_even"};
};

/// numerator ÷ denominator to the nearest integer; denominator > 0.
std::int64_t divide_rounded(Wide numerator, Wide denominator, Rounding rounding);

}  // namespace cppo
