#include "forms/form.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cppo {

const Section* Form::group(std::string_view name) const {
    for (const Section& section : sections)
        if (!name.empty() && section.group == name) return &section;
    return nullptr;
}

const Field* Form::field(std::string_view group, std::string_view key) const {
    for (const Section& section : sections) {
        if (section.group != group) continue;
        for (const Field& field : section.fields)
            if (field.key == key) return &field;
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
        return refuse(Code::not_found, std::string(text), in_quotes(text) + " is not a field path");
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

bool applies(const When& when, const Form& form, const Content& content) {
    if (when.key.empty()) return true;
    std::string_view chosen = content.value(when.key);
    if (chosen.empty()) chosen = form.field({}, when.key)->choices.front();
    return std::find(when.choices.begin(), when.choices.end(), chosen) != when.choices.end();
}

bool is_replaced(const Section& section, const Field& field, const Content::Row& row) {
    return std::any_of(section.fields.begin(), section.fields.end(), [&](const Field& other) {
        return other.instead_of == field.key && !value_in(row, other.key).empty();
    });
}

/// Reads every amount again in the form's currency, because "0.50" is not valid in yen.
static Result<void> reread_amounts(const Form& form, Content& content) {
    const Currency currency = currency_of(content);
    const auto reread = [&](const Field& field, Content::Row& row,
                            const std::string& path) -> Result<void> {
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
    const Field* field = form(kind).field(place.group, place.key);
    const auto rows = static_cast<int>(content.rows(place.group).size());
    if (!field || (!place.group.empty() && place.row >= rows))
        return refuse(Code::not_found, std::string(path),
                      "the form has no field " + in_quotes(path));
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
                      "the form has no table " + in_quotes(group));
    if (static_cast<int>(content.rows(group).size()) >= section->rows_max)
        return refuse(
            Code::out_of_range, std::string(group),
            "the table already has the maximum of " + std::to_string(section->rows_max) + " rows");
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
