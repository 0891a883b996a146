// A percentage with nine decimals, the precision AWS accepts for a markup. Its own type keeps it
// apart from ratios and amounts; scale() applies it to an amount.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"
#include "money/rounding.hpp"

namespace cppo {

class Percent {
  public:
    static constexpr std::int64_t one = 1'000'000'000;  ///< nanopercent in 1 %
    static constexpr std::int64_t hundred = 100 * one;

    constexpr Percent() = default;
    static constexpr Percent of_nano(std::int64_t nanopercent) { return Percent(nanopercent); }
    static constexpr Percent of_basis_points(std::int64_t points) {
        return of_nano(points * one / 100);
    }

    constexpr std::int64_t nano() const { return nano_; }
    constexpr bool is_zero() const { return nano_ == 0; }
    constexpr auto operator<=>(const Percent&) const = default;
    constexpr Percent operator+(Percent other) const { return Percent(nano_ + other.nano_); }
    constexpr Percent operator-(Percent other) const { return Percent(nano_ - other.nano_); }

  private:
    constexpr explicit Percent(std::int64_t nano) : nano_(nano) {}
    std::int64_t nano_ = 0;
};

constexpr Percent percent_100 = Percent::of_nano(Percent::hundred);
constexpr Percent percent_max = Percent::of_nano(1'000'000 * Percent::one);  ///< for a markup

/// 100 % minus `percent`, such as the wholesale share that remains after a discount.
constexpr Percent complement(Percent percent) { return percent_100 - percent; }

/// Reads text such as "33.3" or ".5" with at most nine decimals, from 0 to percent_max. Refuses
/// MALFORMED (signs, exponents, commas, a tenth decimal) and OUT_OF_RANGE.
Result<Percent> parse_percent(std::string_view text, std::string_view field);

/// Like parse_percent, but at most 100 %: a discount or a fee. [seed]
Result<Percent> parse_percent_of_whole(std::string_view text, std::string_view field);

/// Shortest exact decimal text: "33.3", "25", "33.333333333".
std::string text(Percent percent);

}  // namespace cppo
