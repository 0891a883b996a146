// The currencies of offers and how many decimals their amounts have.
#pragma once

#include "base/result.hpp"

namespace cppo {

/// ISO 4217 codes AWS Marketplace settles in [aws-docs: Catalog API price schemas]. CAD appears in
/// one schema list only and INR is for sellers and buyers in India; both are priced like the rest.
enum class Currency { usd, eur, gbp, aud, jpy, inr, cad };

template <>
struct Names<Currency> {
    static constexpr std::string_view list[] = {"USD", "EUR", "GBP", "AUD", "JPY", "INR", "CAD"};
};

/// Decimals of an amount: 0 for JPY, 2 for the rest (ISO 4217).
constexpr int exponent(Currency currency) { return currency == Currency::jpy ? 0 : 2; }

/// Minor units in one major unit: 1 for JPY, 100 for the rest.
constexpr int minor_per_major(Currency currency) { return currency == Currency::jpy ? 1 : 100; }

/// Reads an uppercase ISO code. Refuses MALFORMED; for "JPN", a misprint in AWS's own tables, the
/// refusal suggests "JPY".
Result<Currency> parse_currency(std::string_view text, std::string_view field);

}  // namespace cppo
