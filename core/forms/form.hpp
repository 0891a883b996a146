// A form is a list of fields: what it asks, of whom, and which shape the answer has. The page's
// form view, the command line, the printed form and the validator all walk this one list.
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
    custom_transaction_request,  ///< CTR: the offer AWS shall create for one customer
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
    unit_price,  ///< of one unit in the form's currency, nine decimals
    quantity,
    date,
    duration,
    currency,
    country,  ///< ISO 3166, two letters
    choice,
    flag,       ///< "yes" or "no"
    url,        ///< an https address
    file_name,  ///< a file's name alone, without a folder
    sha256,     ///< 64 hexadecimal digits
};

/// While which choice of the form a field or a table is filled in; else it stays empty. One without
/// a key always is. While nothing is chosen, the first choice counts.
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
    std::vector<std::string_view> choices = {};  ///< of a choice
    bool shown_to_customer = true;               ///< false: not on the copy the customer signs
    When when = {};
    std::string_view instead_of = {};      ///< the required field of its section this may stand for
    std::optional<RuleSet> rule_set = {};  ///< by which alone the form has it
};

/// The texts a field takes that is chosen: a choice's own, "yes" and "no", the currencies' codes.
/// Empty for every other type.
std::span<const std::string_view> choices_of(const Field& field);

/// A titled part of a form. A section with a `group` repeats its fields once per row.
struct Section {
    std::string_view title;
    std::vector<Field> fields;
    std::string_view group = {};
    std::string_view row_name = {};  ///< "product", for "Add product"
    int rows_min = 0;                ///< while the table is filled in
    int rows_max = 0;
    When when = {};  ///< of a table
};

struct Form {
    FormKind kind;
    std::string_view title;
    std::string_view purpose;  ///< what the form does once AWS has it
    std::vector<Section> sections;
    std::vector<Party> signers;  ///< in the order in which they usually sign

    const Section* group(std::string_view name) const;
    const Field* field(std::string_view group, std::string_view key) const;
};

const Form& form(FormKind kind);

/// A field's place on a form: "price", or "products[2].discount".
struct FieldPath {
    std::string group;  ///< empty outside a table
    int row = 0;
    std::string key;
};

Result<FieldPath> parse_field_path(std::string_view text);
std::string field_path(std::string_view group, int row, std::string_view key);

/// What has been written on a form: canonical texts by key, and rows of them by group. Every text
/// has passed its field's shape; a field left empty is absent.
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

/// The canonical text of what a person typed into a field: trimmed, grouping commas and blanks of
/// account numbers and amounts removed, currencies and countries in capitals, digests in small
/// letters. Refuses what the type refuses. Amounts are read in the form's currency.
Result<std::string> canonical(const Field& field, std::string_view typed, Currency currency,
                              std::string_view path);

/// The same of what is typed beside a form, as the amounts and percentages they are.
Result<Money> typed_money(std::string_view typed, Currency currency, std::string_view path);
Result<Percent> typed_percent(std::string_view typed, std::string_view path);

/// The form's currency, or USD while none is written.
Currency currency_of(const Content& content);

/// Whether what this belongs to is filled in on a form that says `content`.
bool applies(const When& when, const Form& form, const Content& content);

/// Whether a form by `rule_set` has the field.
inline bool belongs(const Field& field, RuleSet rule_set) {
    return field.rule_set.value_or(rule_set) == rule_set;
}

/// Whether another field of the section, filled in, stands in place of this one.
bool is_replaced(const Section& section, const Field& field, const Content::Row& row);

/// Writes `typed` at `path`; an empty text clears the field. Refuses NOT_FOUND for a path the form
/// does not have, and whatever canonical() refuses. Changing the currency re-reads every amount.
Result<Content> with_value(FormKind kind, const Content& content, std::string_view path,
                           std::string_view typed);

/// Adds an empty row at the end of `group`. Refuses NOT_FOUND and OUT_OF_RANGE at rows_max.
Result<Content> with_row(FormKind kind, const Content& content, std::string_view group);

/// Removes row `row` (from 0). Refuses NOT_FOUND.
Result<Content> without_row(FormKind kind, const Content& content, std::string_view group, int row);

}  // namespace cppo
