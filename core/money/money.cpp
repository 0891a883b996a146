#include "money/money.hpp"

#include "base/text.hpp"
#include "money/decimal.hpp"

namespace cppo {

Result<Currency> parse_currency(std::string_view text, std::string_view field) {
    if (const auto currency = parse_name<Currency>(text)) return *currency;
    const std::string hint =
        text == "JPN" ? "; the yen is JPY" : "; use " + one_of_names<Currency>();
    return refuse(Code::malformed, std::string(field),
                  in_quotes(text) + " is not a currency" + hint);
}

Result<Money> parse_money(std::string_view text, Currency currency, std::string_view field) {
    return parse_decimal(text, field, exponent(currency), amount_max(currency).minor())
        .map([currency](std::int64_t minor) { return Money::of_minor(minor, currency); });
}

std::string text(Money money) { return decimal_text(money.minor(), exponent(money.currency())); }

std::string grouped(Money money) {
    std::string digits = text(money.is_negative() ? -money : money);
    const auto point = digits.find('.');
    auto at = point == digits.npos ? digits.size() : point;
    while (at > 3) digits.insert(at -= 3, ",");
    return (money.is_negative() ? "−" : "") + digits;
}

std::string grouped_with_code(Money money) {
    return grouped(money) + ' ' + std::string(text(money.currency()));
}

Money scale(Money amount, Percent percent, Rounding rounding) {
    const Wide product = static_cast<Wide>(amount.minor()) * percent.nano();
    return Money::of_minor(divide_rounded(product, Percent::hundred, rounding), amount.currency());
}

Money share(Money amount, Money part, Money whole, Rounding rounding) {
    INVARIANT(part.currency() == whole.currency() && whole.minor() > 0);
    const Wide product = static_cast<Wide>(amount.minor()) * part.minor();
    return Money::of_minor(divide_rounded(product, whole.minor(), rounding), amount.currency());
}

Percent ratio(Money part, Money whole, Rounding rounding) {
    INVARIANT(part.currency() == whole.currency() && !whole.is_zero());
    const int sign = whole.is_negative() ? -1 : 1;
    const Wide product = static_cast<Wide>(part.minor()) * Percent::hundred * sign;
    return Percent::of_nano(
        divide_rounded(product, static_cast<Wide>(whole.minor()) * sign, rounding));
}

std::string ratio_text(Money part, Money whole, Rounding rounding) {
    INVARIANT(part.currency() == whole.currency() && !part.is_negative() && whole.minor() > 0);
    const Wide hundredfold = static_cast<Wide>(part.minor()) * 100;
    const Wide rest = hundredfold % whole.minor() * Percent::one;
    const std::int64_t nano = divide_rounded(rest, whole.minor(), rounding);
    const auto percents = static_cast<std::int64_t>(hundredfold / whole.minor());
    // Rounding the decimals can carry into the whole percents.
    return std::to_string(percents + nano / Percent::one) +
           shortest_decimal_text(nano % Percent::one, 9).substr(1);
}

std::vector<Money> split(Money total, std::span<const Money> weights, Rounding rounding) {
    const Money whole = sum(weights, total.currency());
    std::vector<Money> parts;
    Money before = Money::zero(total.currency());
    Money running = before;
    for (Money weight : weights) {
        INVARIANT(!weight.is_negative());
        running += weight;
        const Money upto = share(total, running, whole, rounding);
        parts.push_back(upto - before);
        before = upto;
    }
    INVARIANT(sum(parts, total.currency()) == total);
    return parts;
}

Money sum(std::span<const Money> amounts, Currency currency) {
    Money total = Money::zero(currency);
    for (Money amount : amounts) total += amount;
    return total;
}

}  // namespace cppo
