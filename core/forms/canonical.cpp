// Turns what a person typed into a field into the one form of it that is stored.
#include <algorithm>

#include "base/text.hpp"
#include "forms/form.hpp"
#include "money/quantity.hpp"
#include "rules/country.hpp"

namespace cppo {

/// "110,000.00" → "110000.00". Text whose commas are not thousands separators comes back unchanged
/// and is refused as typed: "0,500" means half a unit in some countries.
static std::string without_grouping(std::string_view typed) {
    const auto whole = typed.substr(0, typed.find('.'));
    const auto rest = typed.substr(whole.size());
    const auto groups = split_text(whole, ',');
    if (groups.front().empty() || groups.front().size() > 3 || groups.front().front() == '0' ||
        rest.find(',') != rest.npos)
        return std::string(typed);
    for (std::size_t i = 1; i < groups.size(); ++i)
        if (groups[i].size() != 3) return std::string(typed);
    return replaced(typed, ",", "");
}

static Result<std::string> canonical_text(const Field& field, std::string_view typed,
                                          std::string_view path) {
    const bool paragraph = field.type == FieldType::paragraph;
    const int most = paragraph ? 4000 : 255;
    if (!is_plain_text(typed, paragraph))
        return refuse(Code::malformed, std::string(path),
                      std::string(field.label) + " contains a character that is not allowed here");
    if (const int length = utf8_length(typed); length > most)
        return refuse(Code::out_of_range, std::string(path),
                      std::string(field.label) + " has " + std::to_string(length) +
                          " characters; the limit is " + std::to_string(most));
    return std::string(typed);
}

/// Refuses names that a mail program or a file system would read as a path.
static Result<std::string> canonical_file_name(const Field& field, std::string_view typed,
                                               std::string_view path) {
    if (typed == "." || typed == ".." || typed.find_first_of("/\\:") != typed.npos)
        return refuse(Code::malformed, std::string(path),
                      in_quotes(typed) + " is not a plain file name such as contract.pdf");
    return canonical_text(field, typed, path);
}

static Result<std::string> canonical_sha256(std::string_view typed, std::string_view path) {
    std::string digits = lower(typed);
    const bool hexadecimal = digits.find_first_not_of("0123456789abcdef") == digits.npos;
    if (hexadecimal && digits.size() == 64) return digits;
    return refuse(Code::malformed, std::string(path),
                  in_quotes(typed) + " is not a SHA-256 of 64 hexadecimal digits");
}

static Result<std::string> canonical_url(const Field& field, std::string_view typed,
                                         std::string_view path) {
    constexpr std::string_view start = "https://";
    const bool visible = std::all_of(typed.begin(), typed.end(), [](char c) {
        return c > ' ' && c < 0x7f && std::string_view("\"<>\\^`{|}").find(c) == std::string::npos;
    });
    if (!visible || typed.substr(0, start.size()) != start || typed.size() == start.size() ||
        !is_alnum(typed[start.size()]))
        return refuse(
            Code::malformed, std::string(path),
            in_quotes(typed) + " is not an address like https://aws.amazon.com/marketplace");
    return canonical_text(field, typed, path);
}

static Result<std::string> canonical_country(std::string_view typed, std::string_view path) {
    return TRY(parse_country(upper(typed), path)).code;
}

std::span<const std::string_view> choices_of(const Field& field) {
    static constexpr std::string_view yes_or_no[] = {"yes", "no"};
    if (field.type == FieldType::flag) return yes_or_no;
    if (field.type == FieldType::currency) return Names<Currency>::list;
    return field.choices;
}

static Result<std::string> canonical_choice(const Field& field, std::string_view typed,
                                            std::string_view path) {
    const auto choices = choices_of(field);
    if (std::find(choices.begin(), choices.end(), typed) != choices.end())
        return std::string(typed);
    return refuse(Code::malformed, std::string(path),
                  in_quotes(typed) + " is not one of " + one_of(choices));
}

Result<Money> typed_money(std::string_view typed, Currency currency, std::string_view path) {
    return parse_money(without_grouping(trimmed(typed)), currency, path);
}

static std::string_view without_sign(std::string_view typed) {
    typed = trimmed(typed);
    return typed.ends_with('%') ? trimmed(typed.substr(0, typed.size() - 1)) : typed;
}

Result<Percent> typed_percent(std::string_view typed, std::string_view path) {
    return parse_percent_of_whole(without_sign(typed), path);
}

Result<Percent> typed_markup(std::string_view typed, std::string_view path) {
    return parse_percent(without_sign(typed), path);
}

Result<std::string> canonical(const Field& field, std::string_view typed, Currency currency,
                              std::string_view path) {
    const auto as_text = [](const auto& value) { return std::string(text(value)); };
    typed = trimmed(typed);
    switch (field.type) {
        case FieldType::text:
        case FieldType::paragraph: return canonical_text(field, typed, path);
        case FieldType::account:
            return parse_account(typed, path).map([](const AccountId& account) {
                return account.digits;
            });
        case FieldType::percent: return typed_percent(typed, path).map(as_text);
        case FieldType::money: return typed_money(typed, currency, path).map(as_text);
        case FieldType::unit_price:
            return parse_unit_price(without_grouping(typed), path).map(as_text);
        case FieldType::quantity: return parse_quantity(without_grouping(typed), path).map(as_text);
        case FieldType::date: return parse_date(typed, path).map(as_text);
        case FieldType::duration: return parse_duration(typed, path).map(as_text);
        case FieldType::currency: return parse_currency(upper(typed), path).map(as_text);
        case FieldType::country: return canonical_country(typed, path);
        case FieldType::choice:
        case FieldType::flag: return canonical_choice(field, typed, path);
        case FieldType::url: return canonical_url(field, typed, path);
        case FieldType::file_name: return canonical_file_name(field, typed, path);
        case FieldType::sha256: return canonical_sha256(typed, path);
    }
    INVARIANT(false);
}

}  // namespace cppo
