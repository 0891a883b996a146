// Counts of units and prices of one unit, for lines priced by quantity or by usage.
#pragma once

#include <cstdint>
#include <string>

#include "money/money.hpp"

namespace cppo {

/// How many units; never negative.
struct Quantity {
    std::int64_t count = 0;
    auto operator<=>(const Quantity&) const = default;
};

/// Reads a whole number from 0 to 10^12. Refuses MALFORMED and OUT_OF_RANGE.
Result<Quantity> parse_quantity(std::string_view text, std::string_view field);
std::string text(Quantity quantity);

/// The price of one unit in 10^-9 major units; only extend() makes an amount of it.
struct UnitPrice {
    std::int64_t nano = 0;
    auto operator<=>(const UnitPrice&) const = default;
};

/// Reads up to nine decimals, 0 to 100,000,000. Refuses MALFORMED and OUT_OF_RANGE.
Result<UnitPrice> parse_unit_price(std::string_view text, std::string_view field);
std::string text(UnitPrice price);

/// price × quantity × percent ÷ 100, rounded once at the currency's exponent. Refuses OUT_OF_RANGE
/// above amount_max.
Result<Money> extend(UnitPrice price, Quantity quantity, Percent percent, Currency currency,
                     Rounding rounding, std::string_view field);

/// price × quantity, exact. Refuses OUT_OF_RANGE above amount_max.
Result<Money> extend(Money price, Quantity quantity, std::string_view field);

}  // namespace cppo
