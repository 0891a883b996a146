// An amount of money: whole minor units of one currency. Currencies cannot be mixed, and an amount
// is never a floating-point number. Only scale(), share() and extend() round.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "money/currency.hpp"
#include "money/percent.hpp"

namespace cppo {

class Money {
  public:
    /// ±10^14 minor units, far more than one field accepts, so that sums have room.
    static constexpr std::int64_t bound = 100'000'000'000'000;

    static constexpr Money of_minor(std::int64_t minor, Currency currency) {
        INVARIANT(minor >= -bound && minor <= bound);
        return Money(minor, currency);
    }
    static constexpr Money zero(Currency currency) { return Money(0, currency); }

    constexpr std::int64_t minor() const { return minor_; }
    constexpr Currency currency() const { return currency_; }
    constexpr bool is_zero() const { return minor_ == 0; }
    constexpr bool is_negative() const { return minor_ < 0; }

    constexpr Money operator-() const { return Money(-minor_, currency_); }
    constexpr Money operator+(Money other) const {
        INVARIANT(currency_ == other.currency_);
        return of_minor(minor_ + other.minor_, currency_);
    }
    constexpr Money operator-(Money other) const { return *this + -other; }
    constexpr Money& operator+=(Money other) { return *this = *this + other; }
    constexpr Money& operator-=(Money other) { return *this = *this - other; }

    constexpr bool operator==(const Money&) const = default;
    constexpr bool operator<(Money other) const {
        INVARIANT(currency_ == other.currency_);
        return minor_ < other.minor_;
    }
    constexpr bool operator>(Money other) const { return other < *this; }
    constexpr bool operator<=(Money other) const { return !(other < *this); }
    constexpr bool operator>=(Money other) const { return !(*this < other); }

  private:
    constexpr Money(std::int64_t minor, Currency currency) : minor_(minor), currency_(currency) {}
    std::int64_t minor_;
    Currency currency_;
};

/// The largest amount a field accepts: 100,000,000 major units, the Catalog API's maximum [shape].
constexpr Money amount_max(Currency currency) {
    return Money::of_minor(std::int64_t{100'000'000} * minor_per_major(currency), currency);
}

/// Reads "1234.50" with at most the currency's decimals, from 0 to amount_max. Refuses MALFORMED
/// and OUT_OF_RANGE.
Result<Money> parse_money(std::string_view text, Currency currency, std::string_view field);

std::string text(Money money);               ///< "1234.50", for files
std::string grouped(Money money);            ///< "1,234.50" and "−5.00", for reading
std::string grouped_with_code(Money money);  ///< "1,234.50 USD"

/// amount × percent ÷ 100, rounded once to minor units.
Money scale(Money amount, Percent percent, Rounding rounding);

/// amount × part ÷ whole, rounded once; whole > 0. The cumulative rule is built from it.
Money share(Money amount, Money part, Money whole, Rounding rounding);

/// part ÷ whole as a percentage with nine decimals; whole must not be zero.
Percent ratio(Money part, Money whole, Rounding rounding);

/// The same as text, for any part ≥ 0: a markup can be larger than a Percent can be.
std::string ratio_text(Money part, Money whole, Rounding rounding);

/// Splits `total` in proportion to `weights` (≥ 0, not all zero) by the cumulative rule of decision
/// 13: part i = R(total × Σ≤i ÷ Σ) − R(total × Σ<i ÷ Σ). The parts add up to `total` exactly.
std::vector<Money> split(Money total, std::span<const Money> weights, Rounding rounding);

Money sum(std::span<const Money> amounts, Currency currency);

}  // namespace cppo
