#include "money/quantity.hpp"

#include "money/decimal.hpp"

namespace cppo {

static tl::unexpected<Error> above_ceiling(Currency currency, std::string_view field) {
    return refuse(Code::out_of_range, std::string(field),
                  "price times quantity is more than " + grouped_with_code(amount_max(currency)));
}

Result<Quantity> parse_quantity(std::string_view text, std::string_view field) {
    return parse_decimal(text, field, 0, 1'000'000'000'000).map([](std::int64_t count) {
        return Quantity{count};
    });
}

std::string text(Quantity quantity) { return std::to_string(quantity.count); }

Result<UnitPrice> parse_unit_price(std::string_view text, std::string_view field) {
    return parse_decimal(text, field, 9, 100'000'000'000'000'000).map([](std::int64_t nano) {
        return UnitPrice{nano};
    });
}

std::string text(UnitPrice price) { return shortest_decimal_text(price.nano, 9); }

Result<Money> extend(UnitPrice price, Quantity quantity, Percent percent, Currency currency,
                     Rounding rounding, std::string_view field) {
    // At most 10^17 × 10^12 before the check and 10^17 × 10^11 × 10^2 after it; both fit in 128
    // bits.
    const Wide extended = static_cast<Wide>(price.nano) * quantity.count;
    if (extended > static_cast<Wide>(100'000'000) * 1'000'000'000)
        return above_ceiling(currency, field);
    const Wide numerator = extended * percent.nano() * minor_per_major(currency);
    const Wide denominator = static_cast<Wide>(1'000'000'000) * Percent::hundred;
    return Money::of_minor(divide_rounded(numerator, denominator, rounding), currency);
}

Result<Money> extend(Money price, Quantity quantity, std::string_view field) {
    const Wide minor = static_cast<Wide>(price.minor()) * quantity.count;
    if (minor > amount_max(price.currency()).minor()) return above_ceiling(price.currency(), field);
    return Money::of_minor(static_cast<std::int64_t>(minor), price.currency());
}

}  // namespace cppo
