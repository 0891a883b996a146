#include "money/decimal.hpp"

#include "base/text.hpp"

namespace cppo {

static std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    while (exponent-- > 0) power *= 10;
    return power;
}

Result<std::int64_t> parse_decimal(std::string_view text, std::string_view field, int decimals,
                                   std::int64_t most, bool negative) {
    const auto malformed = [&](std::string_view why) {
        return refuse(Code::malformed, std::string(field), in_quotes(text) + std::string(why));
    };
    std::string_view digits = text;
    const bool minus = negative && !digits.empty() && digits.front() == '-';
    if (minus) digits.remove_prefix(1);
    const auto point = digits.find('.');
    const std::string_view whole = digits.substr(0, point);
    const std::string_view part = point == digits.npos ? "" : digits.substr(point + 1);
    if (!all_digits(whole) || (point != digits.npos && !all_digits(part)))
        return malformed(" is not a number like 1234" + std::string(decimals > 0 ? ".5" : ""));
    if (part.size() > static_cast<std::size_t>(decimals)) {
        const std::string allowed =
            decimals == 0 ? "none is" : "at most " + std::to_string(decimals) + " are";
        return malformed(" has " + std::to_string(part.size()) +
                         (part.size() == 1 ? " decimal; " : " decimals; ") + allowed +
                         " allowed here");
    }
    std::string scaled_digits(whole);
    scaled_digits += part;
    scaled_digits.append(static_cast<std::size_t>(decimals) - part.size(), '0');
    std::int64_t scaled = 0;
    for (char c : scaled_digits) {
        const std::int64_t digit = c - '0';
        if (scaled > (most - digit) / 10)
            return refuse(
                Code::out_of_range, std::string(field),
                in_quotes(text) + " is more than " + shortest_decimal_text(most, decimals));
        scaled = scaled * 10 + digit;
    }
    return minus ? -scaled : scaled;
}

std::string decimal_text(std::int64_t scaled, int decimals) {
    const std::int64_t unit = power_of_ten(decimals);
    const bool minus = scaled < 0;
    const auto magnitude =
        minus ? 0 - static_cast<std::uint64_t>(scaled) : static_cast<std::uint64_t>(scaled);
    const auto per = static_cast<std::uint64_t>(unit);
    std::string text = (minus ? "-" : "") + std::to_string(magnitude / per);
    if (decimals > 0) text += '.' + padded(magnitude % per, decimals);
    return text;
}

std::string shortest_decimal_text(std::int64_t scaled, int decimals) {
    std::string text = decimal_text(scaled, decimals);
    if (decimals == 0) return text;
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

}  // namespace cppo
