// Quantities and unit prices, for lines priced by quantity or by usage.
#pragma once

#include <cstdint>
#include <string>

#include "money/money.hpp"

namespace cppo {

/// A number of units; never negative.
struct Quantity {
    std::int64_t count = 0;
    auto operator<=>(const Quantity&) const = default;
};

/// Reads a whole number from 0 to 10^12. Refuses MALFORMED and OUT_OF_RANGE.
Result<Quantity> parse_quantity(std::string_view text, std::string_view field);
std::string text(Quantity quantity);

/// The price of one unit in 10^-9 major units; only extend() turns it into an amount.
struct UnitPrice {
    std::int64_t nano = 0;
    auto operator<=>(const UnitPrice&) const = default;
};

/// Reads a number from 0 to 100,000,000 with up to nine decimals. Refuses MALFORMED and
/// OUT_OF_RANGE.
Result<UnitPrice> parse_unit_price(std::string_view text, std::string_view field);
std::string text(UnitPrice price);

/// price × quantity × percent ÷ 100, rounded once to the currency's minor unit. Refuses
/// OUT_OF_RANGE above amount_max.
Result<Money> extend(UnitPrice price, Quantity quantity, Percent percent, Currency currency,
                     Rounding rounding, std::string_view field);

/// price × quantity, exact. Refuses OUT_OF_RANGE above amount_max.
Result<Money> extend(Money price, Quantity quantity, std::string_view field);

}  // namespace cppo
