#include "codec/form_schema.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cppo {
namespace {

// What is_plain_text() refuses: control characters and the marks that turn the writing direction.
constexpr std::string_view not_plain =
    R"(\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff)";

std::string one_of(const std::string& alternatives) { return "^(?:" + alternatives + ")$"; }

/// Plain text without `also_not`, and without blanks at its ends.
std::string plain(const std::string& also_not) {
    const std::string not_inside = std::string(not_plain) + also_not;
    return "^[^ \\n" + not_inside + "](?:[^" + not_inside + "]*[^ \\n" + not_inside + "])?$";
}

std::string date_pattern() {
    const std::string month_day =
        "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|"
        "02-(?:0[1-9]|1[0-9]|2[0-8])";
    const std::string leap_year =
        "20(?:[02468][048]|[13579][26])|21(?:0[48]|[2468][048]|[13579][26])";
    return one_of("2[01][0-9]{2}-(?:" + month_day + ")|(?:" + leap_year + ")-02-29");
}

/// Months of twelve years at most; days as many as four digits hold.
std::string duration_pattern() {
    const std::string months = "(?:[1-9][0-9]?|1[0-3][0-9]|14[0-4])M", days = "[1-9][0-9]{0,3}D";
    return one_of("P" + months + "|P(?:" + months + ")?" + days);
}

/// The canonical texts of a type, as canonical() makes them. Amounts come with either number of
/// decimals; money_pattern() leaves those of the form's currency.
std::string pattern(FieldType type) {
    switch (type) {
        case FieldType::text: return plain("\\n");
        case FieldType::paragraph: return plain("");
        case FieldType::account: return "^[0-9]{12}$";
        case FieldType::percent: return one_of("100|(?:0|[1-9][0-9]?)(?:\\.[0-9]{0,8}[1-9])?");
        case FieldType::money:
            return one_of("100000000(?:\\.00)?|(?:0|[1-9][0-9]{0,7})(?:\\.[0-9]{2})?");
        case FieldType::unit_price:
            return one_of("100000000|(?:0|[1-9][0-9]{0,7})(?:\\.[0-9]{0,8}[1-9])?");
        case FieldType::quantity: return one_of("1000000000000|0|[1-9][0-9]{0,11}");
        case FieldType::date: return date_pattern();
        case FieldType::duration: return duration_pattern();
        case FieldType::country: return "^(?!UK$)[A-Z]{2}$";
        case FieldType::url: return "^https://[0-9A-Za-z][!#-;=?-\\[\\]_a-z~]*$";
        case FieldType::file_name: return "^(?!\\.{1,2}$)" + plain("\\n/\\\\:").substr(1);
        case FieldType::sha256: return "^[0-9a-f]{64}$";
        case FieldType::currency:
        case FieldType::choice:
        case FieldType::flag: break;
    }
    INVARIANT(false);
}

std::string money_pattern(int decimals) { return decimals == 0 ? "^[0-9]+$" : "\\.[0-9]{2}$"; }

int length_max(FieldType type) {
    switch (type) {
        case FieldType::text:
        case FieldType::url:
        case FieldType::file_name: return 255;
        case FieldType::paragraph: return 4000;
        default: return 0;
    }
}

Json list_of(std::span<const std::string_view> texts) {
    JsonArray items;
    for (std::string_view text : texts) items.emplace_back(text);
    return items;
}

JsonObject type_schema(const Field& field) {
    if (const auto choices = choices_of(field); !choices.empty())
        return {{"enum", list_of(choices)}};
    JsonObject schema = {{"pattern", pattern(field.type)}};
    if (const int most = length_max(field.type)) schema.push_back({"maxLength", most});
    return schema;
}

JsonObject described(std::string_view title, std::string_view words, std::string_view type) {
    JsonObject schema = {{"title", title}};
    if (!words.empty()) schema.push_back({"description", words});
    schema.push_back({"type", type});
    return schema;
}

Json field_schema(const Field& field) {
    std::string help(field.help);
    if (field.rule_set) help += " Only under " + std::string(text(*field.rule_set)) + ".";
    JsonObject schema = described(field.label, help, "string");
    for (JsonMember& member : type_schema(field)) schema.push_back(std::move(member));
    return schema;
}

bool may_be_replaced(const Section& section, const Field& field) {
    return std::any_of(section.fields.begin(), section.fields.end(),
                       [&](const Field& other) { return other.instead_of == field.key; });
}

/// The section's fields that every form has which reaches it.
void add_required(JsonArray& required, const Section& section) {
    for (const Field& field : section.fields)
        if (field.required && field.when.key.empty() && !may_be_replaced(section, field))
            required.emplace_back(field.key);
}

Json table_schema(const Section& section) {
    JsonObject row;
    JsonArray required;
    for (const Field& field : section.fields)
        row.push_back({std::string(field.key), field_schema(field)});
    add_required(required, section);
    JsonObject schema = described(section.title, "", "array");
    schema.push_back({"items", JsonObject{{"title", section.row_name},
                                          {"type", "object"},
                                          {"properties", std::move(row)},
                                          {"required", std::move(required)},
                                          {"additionalProperties", false}}});
    if (section.when.key.empty() && section.rows_min > 0)
        schema.push_back({"minItems", section.rows_min});
    schema.push_back({"maxItems", section.rows_max});
    return schema;
}

/// Rules of the form `if` … `then` … `else`, each from one line of the field list.
class Rules {
  public:
    explicit Rules(const Form& form) : form_(form) {}

    JsonArray all() && {
        for (const Section& section : form_.sections) {
            if (section.group.empty())
                for (const Field& field : section.fields) add(field);
            else if (!section.when.key.empty()) add(section);
        }
        add_decimals();
        return std::move(rules_);
    }

  private:
    static Json property(std::string_view key, Json schema) {
        return JsonObject{{"properties", JsonObject{{std::string(key), std::move(schema)}}}};
    }

    /// True of a form for which applies() holds.
    Json condition(const When& when) const {
        JsonObject chosen = {
            {"properties",
             JsonObject{{std::string(when.key), JsonObject{{"enum", list_of(when.choices)}}}}}};
        const auto& first = form_.field({}, when.key)->choices.front();
        if (std::find(when.choices.begin(), when.choices.end(), first) == when.choices.end())
            chosen.push_back({"required", JsonArray{when.key}});
        return chosen;
    }

    void add(const Field& field) {
        if (!field.when.key.empty()) {
            JsonObject wanted;
            if (field.required) wanted.push_back({"required", JsonArray{field.key}});
            rules_.push_back(JsonObject{{"if", condition(field.when)},
                                        {"then", std::move(wanted)},
                                        {"else", property(field.key, false)}});
        }
        if (!field.instead_of.empty())
            rules_.push_back(JsonObject{
                {"oneOf", JsonArray{JsonObject{{"required", JsonArray{field.instead_of}}},
                                    JsonObject{{"required", JsonArray{field.key}}}}}});
    }

    void add(const Section& section) {
        JsonObject wanted;
        if (section.rows_min > 0)
            wanted = {{"properties",
                       JsonObject{{std::string(section.group),
                                   JsonObject{{"type", "array"}, {"minItems", section.rows_min}}}}},
                      {"required", JsonArray{section.group}}};
        rules_.push_back(JsonObject{
            {"if", condition(section.when)},
            {"then", std::move(wanted)},
            {"else", property(section.group, JsonObject{{"type", "array"}, {"maxItems", 0}})}});
    }

    /// Amounts have the decimals of the form's currency, USD where it names none.
    void add_decimals() {
        JsonArray without;
        for (std::string_view code : Names<Currency>::list)
            if (exponent(*parse_name<Currency>(code)) == 0) without.emplace_back(code);
        rules_.push_back(JsonObject{
            {"if", JsonObject{{"properties",
                               JsonObject{{"currency", JsonObject{{"enum", std::move(without)}}}}},
                              {"required", JsonArray{"currency"}}}},
            {"then", amounts(0)},
            {"else", amounts(2)}});
    }

    Json amounts(int decimals) const {
        const auto amounts_of = [&](const Section& section) {
            JsonObject fields;
            for (const Field& field : section.fields)
                if (field.type == FieldType::money)
                    fields.push_back(
                        {std::string(field.key),
                         JsonObject{{"type", "string"}, {"pattern", money_pattern(decimals)}}});
            return fields;
        };
        JsonObject properties;
        for (const Section& section : form_.sections) {
            JsonObject fields = amounts_of(section);
            if (fields.empty()) continue;
            if (section.group.empty()) {
                for (JsonMember& field : fields) properties.push_back(std::move(field));
                continue;
            }
            properties.push_back(
                {std::string(section.group),
                 JsonObject{{"type", "array"},
                            {"items",
                             JsonObject{{"type", "object"}, {"properties", std::move(fields)}}}}});
        }
        return JsonObject{{"properties", std::move(properties)}};
    }

    const Form& form_;
    JsonArray rules_;
};

}  // namespace

Json form_schema(FormKind kind) {
    const Form& described_form = form(kind);
    JsonObject properties;
    JsonArray required;
    for (const Section& section : described_form.sections) {
        if (!section.group.empty()) {
            properties.push_back({std::string(section.group), table_schema(section)});
            if (section.when.key.empty() && section.rows_min > 0)
                required.emplace_back(section.group);
            continue;
        }
        for (const Field& field : section.fields)
            properties.push_back({std::string(field.key), field_schema(field)});
        add_required(required, section);
    }
    JsonObject schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                         {"$id", "urn:cppo-desk:form:" + std::string(text(kind))}};
    for (JsonMember& member : described(described_form.title, described_form.purpose, "object"))
        schema.push_back(std::move(member));
    schema.push_back({"properties", std::move(properties)});
    schema.push_back({"required", std::move(required)});
    schema.push_back({"additionalProperties", false});
    schema.push_back({"allOf", Rules(described_form).all()});
    return schema;
}

}  // namespace cppo
