// A form is a list of fields: what each asks for, who fills it in, and the type of the answer. The
// page's form view, the command line, the printed form and the validator all use this one list.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "money/money.hpp"
#include "party/party.hpp"
#include "rules/rules.hpp"
#include "time/date.hpp"

namespace cppo {

/// The program's three forms. [seed]
enum class FormKind {
    reseller_authorization,      ///< RAF: a recurring discount for any customer
    custom_resale_transaction,   ///< CRT: one discount for one named customer
    custom_transaction_request,  ///< CTR: asks AWS to create an offer for one customer
};

template <>
struct Names<FormKind> {
    static constexpr std::string_view list[] = {"raf", "crt", "ctr"};
};

enum class FieldType {
    text,        ///< 1–255 characters on one line
    paragraph,   ///< 1–4,000 characters
    account,     ///< 12 digits
    percent,     ///< 0–100, nine decimals
    money,       ///< 0–100,000,000.00 in the form's currency
    unit_price,  ///< the price of one unit in the form's currency, nine decimals
    quantity,
    date,
    duration,
    currency,
    country,  ///< ISO 3166, two letters
    choice,
    flag,       ///< "yes" or "no"
    url,        ///< an https address
    file_name,  ///< without a folder
    sha256,     ///< 64 hexadecimal digits
};

/// The condition under which a field or a table applies: the field `key` has one of `choices`, or
/// is empty and its first choice is among them. Without a key, it always applies. What does not
/// apply must be empty.
struct When {
    std::string_view key = {};
    std::vector<std::string_view> choices = {};
};

struct Field {
    std::string_view key;
    std::string_view label;
    std::string_view help;
    FieldType type = FieldType::text;
    bool required = false;
    Party filled_by = Party::partner;
    std::string_view source;                     ///< "[seed]", an AWS page, or "[ext]"
    std::vector<std::string_view> choices = {};  ///< for a field of type `choice`
    bool shown_to_customer = true;               ///< false: not on the copy the customer signs
    When when = {};
    std::string_view instead_of = {};  ///< the required field in its section that this can replace
    std::optional<RuleSet> rule_set = {};  ///< the only rule set that has this field
};

/// The texts that a choice, flag or currency field accepts; empty for other types.
std::span<const std::string_view> choices_of(const Field& field);

/// A titled part of a form. A section with a `group` is a table: it has its fields once per row.
struct Section {
    std::string_view title;
    std::vector<Field> fields;
    std::string_view group = {};
    std::string_view row_name = {};  ///< "product", for "Add product"
    int rows_min = 0;                ///< if the table applies
    int rows_max = 0;
    When when = {};  ///< for a table
};

struct Form {
    FormKind kind;
    std::string_view title;
    std::string_view purpose;  ///< what the form does once AWS has it
    std::vector<Section> sections;
    std::vector<Party> signers;  ///< in the usual order of signing

    const Section* group(std::string_view name) const;
    const Field* field(std::string_view group, std::string_view key) const;
};

const Form& form(FormKind kind);

/// The path of a field on a form: "price" or "products[2].discount".
struct FieldPath {
    std::string group;  ///< empty outside a table
    int row = 0;
    std::string key;
};

Result<FieldPath> parse_field_path(std::string_view text);
std::string field_path(std::string_view group, int row, std::string_view key);

/// What is filled in on a form: canonical texts by key, and rows of them by group. Every text is
/// valid for its field's type; empty fields are absent.
struct Content {
    using Row = std::map<std::string, std::string, std::less<>>;
    Row values;
    std::map<std::string, std::vector<Row>, std::less<>> groups;

    std::string_view value(std::string_view key) const;  ///< empty when absent
    const std::vector<Row>& rows(std::string_view group) const;
    bool operator==(const Content& other) const {
        return values == other.values && groups == other.groups;
    }
};

std::string_view value_in(const Content::Row& row, std::string_view key);

/// The canonical text of what a person typed into a field: trimmed, without grouping in amounts and
/// account numbers, currencies and countries in uppercase, digests in lowercase. Amounts are read
/// in `currency`. Refuses what the field's type does not accept.
Result<std::string> canonical(const Field& field, std::string_view typed, Currency currency,
                              std::string_view path);

/// Reads an amount or a percentage typed outside a form by the same rules.
Result<Money> typed_money(std::string_view typed, Currency currency, std::string_view path);
Result<Percent> typed_percent(std::string_view typed, std::string_view path);
/// The same for a markup, which may be more than 100 %: a discount of 60 % takes one of 150 %.
Result<Percent> typed_markup(std::string_view typed, std::string_view path);

/// The form's currency; USD if it has none yet.
Currency currency_of(const Content& content);

/// Whether the condition is true for `content`.
bool applies(const When& when, const Form& form, const Content& content);

/// Whether forms under `rule_set` have the field.
inline bool belongs(const Field& field, RuleSet rule_set) {
    return field.rule_set.value_or(rule_set) == rule_set;
}

/// Whether another field of the section that can replace this one is filled in.
bool is_replaced(const Section& section, const Field& field, const Content::Row& row);

/// Sets the field at `path` to `typed`; an empty text clears it. Refuses NOT_FOUND for a path that
/// the form does not have, and what canonical() refuses. A new currency also refuses amounts that
/// are not valid in it.
Result<Content> with_value(FormKind kind, const Content& content, std::string_view path,
                           std::string_view typed);

/// Adds an empty row at the end of `group`. Refuses NOT_FOUND, and OUT_OF_RANGE beyond rows_max.
Result<Content> with_row(FormKind kind, const Content& content, std::string_view group);

/// Removes the row with the index `row`, counted from 0. Refuses NOT_FOUND.
Result<Content> without_row(FormKind kind, const Content& content, std::string_view group, int row);

}  // namespace cppo
