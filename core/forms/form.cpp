#include "forms/form.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "money/quantity.hpp"

namespace cppo {

const Section* Form::group(std::string_view name) const {
    for (const Section& section : sections)
        if (!name.empty() && section.group == name) return &section;
    return nullptr;
}

static const Field* find_field(const Form& form, const FieldPath& path) {
    for (const Section& section : form.sections) {
        if (section.group != path.group) continue;
        for (const Field& field : section.fields)
            if (field.key == path.key) return &field;
    }
    return nullptr;
}

Result<FieldPath> parse_field_path(std::string_view text) {
    const auto bracket = text.find('[');
    if (bracket == text.npos) return FieldPath{"", 0, std::string(text)};
    const auto close = text.find("].", bracket);
    const std::string_view digits =
        close == text.npos ? "" : text.substr(bracket + 1, close - bracket - 1);
    if (bracket == 0 || !all_digits(digits) || digits.size() > 4)
        return refuse(Code::not_found, std::string(text), quoted(text) + " is not a field path");
    return FieldPath{std::string(text.substr(0, bracket)), std::stoi(std::string(digits)),
                     std::string(text.substr(close + 2))};
}

std::string field_path(std::string_view group, int row, std::string_view key) {
    if (group.empty()) return std::string(key);
    return std::string(group) + '[' + std::to_string(row) + "]." + std::string(key);
}

std::string_view value_in(const Content::Row& row, std::string_view key) {
    const auto found = row.find(key);
    return found == row.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Content::value(std::string_view key) const { return value_in(values, key); }

const std::vector<Content::Row>& Content::rows(std::string_view group) const {
    static const std::vector<Row> none;
    const auto found = groups.find(group);
    return found == groups.end() ? none : found->second;
}

Currency currency_of(const Content& content) {
    return parse_name<Currency>(content.value("currency")).value_or(Currency::usd);
}

/// "110,000.00" → "110000.00"; text whose commas are not thousands separators ("0,500" is half a
/// unit elsewhere) is left as it is, to be refused as typed.
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
                      std::string(field.label) + " holds a character that cannot be written here");
    if (const int length = utf8_length(typed); length > most)
        return refuse(Code::out_of_range, std::string(path),
                      std::string(field.label) + " has " + std::to_string(length) +
                          " characters; at most " + std::to_string(most) + " fit");
    return std::string(typed);
}

static Result<std::string> canonical_choice(const Field& field, std::string_view typed,
                                            std::string_view path) {
    static const std::vector<std::string_view> yes_or_no = {"yes", "no"};
    const auto& choices = field.type == FieldType::flag ? yes_or_no : field.choices;
    if (std::find(choices.begin(), choices.end(), typed) != choices.end())
        return std::string(typed);
    return refuse(Code::malformed, std::string(path),
                  quoted(typed) + " is not one of " + one_of(choices));
}

Result<std::string> canonical(const Field& field, std::string_view typed, Currency currency,
                              std::string_view path) {
    const auto as_text = [](const auto& value) { return std::string(text(value)); };
    typed = trimmed(typed);
    switch (field.type) {
        case FieldType::text:
        case FieldType::paragraph: return canonical_text(field, typed, path);
        case FieldType::account:
            return parse_account(typed, path).map([](AccountId account) { return account.digits; });
        case FieldType::percent: {
            if (!typed.empty() && typed.back() == '%')
                typed = trimmed(typed.substr(0, typed.size() - 1));
            return parse_percent_of_whole(typed, path).map(as_text);
        }
        case FieldType::money:
            return parse_money(without_grouping(typed), currency, path).map(as_text);
        case FieldType::quantity:
            return parse_quantity(without_grouping(typed), path).map(as_text);
        case FieldType::date: return parse_date(typed, path).map(as_text);
        case FieldType::duration: return parse_duration(typed, path).map(as_text);
        case FieldType::currency: {
            std::string capitals = lower(typed);
            for (char& c : capitals)
                if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
            return parse_currency(capitals, path).map(as_text);
        }
        case FieldType::choice:
        case FieldType::flag: return canonical_choice(field, typed, path);
    }
    INVARIANT(false);
}

/// Re-reads every amount in the form's currency, so that "0.50" cannot stay on a form in yen.
static Result<void> reread_amounts(const Form& form, Content& content) {
    const Currency currency = currency_of(content);
    const auto reread = [&](const Field& field, Content::Row& row,
                            std::string path) -> Result<void> {
        const auto found = row.find(field.key);
        if (field.type != FieldType::money || found == row.end()) return {};
        found->second = text(TRY(parse_money(found->second, currency, path)));
        return {};
    };
    for (const Section& section : form.sections)
        for (const Field& field : section.fields) {
            if (section.group.empty()) {
                CHECK_OK(reread(field, content.values, std::string(field.key)));
                continue;
            }
            const auto rows = content.groups.find(section.group);
            if (rows == content.groups.end()) continue;
            for (std::size_t i = 0; i < rows->second.size(); ++i)
                CHECK_OK(reread(field, rows->second[i],
                                field_path(section.group, static_cast<int>(i), field.key)));
        }
    return {};
}

Result<Content> with_value(FormKind kind, const Content& content, std::string_view path,
                           std::string_view typed) {
    const FieldPath place = TRY(parse_field_path(path));
    const Field* field = find_field(form(kind), place);
    const auto rows = static_cast<int>(content.rows(place.group).size());
    if (!field || (!place.group.empty() && place.row >= rows))
        return refuse(Code::not_found, std::string(path),
                      "the form has no field " + quoted(path));
    Content next = content;
    Content::Row& row = place.group.empty()
                            ? next.values
                            : next.groups[place.group][static_cast<std::size_t>(place.row)];
    if (trimmed(typed).empty()) {
        row.erase(place.key);
    } else {
        row[place.key] = TRY(canonical(*field, typed, currency_of(content), path));
    }
    if (field->type == FieldType::currency) CHECK_OK(reread_amounts(form(kind), next));
    return next;
}

Result<Content> with_row(FormKind kind, const Content& content, std::string_view group) {
    const Section* section = form(kind).group(group);
    if (!section)
        return refuse(Code::not_found, std::string(group),
                      "the form has no table " + quoted(group));
    if (static_cast<int>(content.rows(group).size()) >= section->rows_max)
        return refuse(Code::out_of_range, std::string(group),
                      "the form has room for " + std::to_string(section->rows_max) + " rows");
    Content next = content;
    next.groups[std::string(group)].emplace_back();
    return next;
}

Result<Content> without_row(FormKind kind, const Content& content, std::string_view group,
                            int row) {
    if (!form(kind).group(group) || row < 0 || row >= static_cast<int>(content.rows(group).size()))
        return refuse(Code::not_found, std::string(group) + '[' + std::to_string(row) + ']',
                      "the form has no such row");
    Content next = content;
    auto& rows = next.groups[std::string(group)];
    rows.erase(rows.begin() + row);
    if (rows.empty()) next.groups.erase(std::string(group));
    return next;
}

}  // namespace cppo
