#include "screens/form_screen.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "deal/form_guards.hpp"
#include "forms/reading.hpp"

namespace cppo {
namespace {

/// The sentence for `path`. A field left empty is no error while the form is being written: it is
/// counted in the checklist, not marked red.
std::string error_at(const Issues& issues, std::string_view path) {
    for (const Error& issue : issues)
        if (issue.field == path && issue.code != Code::required) return sentence(issue);
    return {};
}

FieldRow field_row(const Field& field, std::string path, std::string_view value, Currency currency,
                   const Issues& issues) {
    FieldRow row;
    row.label = field.label;
    row.help = field.help;
    row.type = field.type;
    row.required = field.required;
    row.value = value;
    row.reading = reading(field, value, currency);
    row.error = error_at(issues, path);
    row.suffix = unit_of(field, currency);
    for (std::string_view choice : choices_of(field)) row.choices.emplace_back(choice);
    row.path = std::move(path);
    return row;
}

/// How the payments entered so far compare with the price.
void add_sum(FormSection& shown, const Content& content) {
    const Currency currency = currency_of(content);
    const auto amount = [&](std::string_view written) {
        return parse_money(written, currency, "").value_or(Money::zero(currency));
    };
    Money paid = Money::zero(currency);
    for (const Content::Row& row : content.rows(shown.group))
        paid += amount(value_in(row, "amount"));
    const Money price = amount(content.value("price"));
    shown.sum_fits = paid == price;
    if (paid == price) shown.sum = "adds up to " + grouped(paid);
    if (paid < price) shown.sum = grouped(price - paid) + " short of the price";
    if (price < paid) shown.sum = grouped(paid - price) + " above the price";
}

/// A section that the form's choices rule out is shown only while it has rows.
bool is_shown(const Section& section, const Form& form, const Content& content) {
    return applies(section.when, form, content) || !content.rows(section.group).empty();
}

FormSection section_of(const Section& section, const Form& form, RuleSet rule_set,
                       const Content& content, const Issues& issues) {
    const Currency currency = currency_of(content);
    FormSection shown;
    shown.title = section.title;
    shown.group = section.group;
    shown.row_name = section.row_name;
    if (section.group.empty()) {
        for (const Field& field : section.fields) {
            const std::string_view value = content.value(field.key);
            if (!belongs(field, rule_set)) continue;
            if (value.empty() && !applies(field.when, form, content)) continue;
            shown.fields.push_back(
                field_row(field, std::string(field.key), value, currency, issues));
            if (is_replaced(section, field, content.values)) shown.fields.back().required = false;
        }
        return shown;
    }
    for (const Field& field : section.fields) shown.column_titles.emplace_back(field.label);
    const auto& rows = content.rows(section.group);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        FormRow row{static_cast<int>(i), {}};
        for (const Field& field : section.fields)
            row.fields.push_back(field_row(field, field_path(section.group, row.index, field.key),
                                           value_in(rows[i], field.key), currency, issues));
        shown.rows.push_back(std::move(row));
    }
    for (const Error& issue : issues)
        if (issue.field == section.group) shown.problem = sentence(issue);
    if (section.group == "schedule" && !rows.empty()) add_sum(shown, content);
    return shown;
}

/// The section's line names the first empty field; bad values are listed below it.
void add_issue(CheckRow& row, const Section& section, const Error& issue) {
    const bool bad = issue.code != Code::required;
    if (bad) row.wrong.push_back(capitalized(issue.detail));
    const CheckState state = bad ? CheckState::bad : CheckState::open;
    if (row.state >= state) return;
    row.state = state;
    row.path = issue.field;
    row.text = std::string(section.title) + (bad ? "" : ": " + issue.detail);
}

/// One line per section: complete, still open, or with a wrong value. An optional table that is
/// empty gets no line.
void add_section_checks(FormScreen& screen, const Form& form, const Content& content,
                        const Issues& issues) {
    for (const Section& section : form.sections) {
        const bool left_out =
            !section.group.empty() && section.rows_min == 0 && content.rows(section.group).empty();
        if (left_out || !is_shown(section, form, content)) continue;
        CheckRow row{CheckState::done, std::string(section.title)};
        for (const Error& issue : issues) {
            const auto path = parse_field_path(issue.field);
            const bool here =
                issue.field == section.group ||
                (path && path->group == section.group &&
                 std::any_of(section.fields.begin(), section.fields.end(),
                             [&](const Field& field) { return field.key == path->key; }));
            if (here) add_issue(row, section, issue);
        }
        screen.checklist.push_back(std::move(row));
    }
}

FormScreen screen_of(FormKind kind, RuleSet rule_set, const Content& content, bool editable,
                     const std::vector<Signature>& signatures, const std::vector<Party>& signers) {
    FormScreen screen;
    const Form& definition = form(kind);
    const Issues issues = problems(kind, content);
    screen.kind = kind;
    screen.title = definition.title;
    screen.purpose = definition.purpose;
    screen.editable = editable;
    screen.problem_count = static_cast<int>(issues.size());
    for (const Section& section : definition.sections)
        if (is_shown(section, definition, content))
            screen.sections.push_back(section_of(section, definition, rule_set, content, issues));
    add_section_checks(screen, definition, content, issues);
    for (Party party : signers) {
        SignatureRow row;
        row.party = party;
        row.role = role(party);
        row.hash = content_hash(party, kind, content);
        if (const Signature* given = signature_of(signatures, party)) {
            row.present = true;
            row.name = given->name;
            row.title = given->title;
            row.on = text(given->on);
        }
        row.can_sign = editable && issues.empty() && !row.present;
        screen.checklist.push_back({row.present ? CheckState::done : CheckState::open,
                                    row.role + (row.present ? " has signed" : " must sign")});
        screen.signatures.push_back(std::move(row));
    }
    return screen;
}

void add_sent_check(FormScreen& screen, RuleSet rule_set, const std::string& to) {
    screen.submitted_to = to;
    const std::string place = to.empty() ? std::string(usual_recipient(rule_set)) : to;
    screen.checklist.push_back({to.empty() ? CheckState::open : CheckState::done,
                                filing(rule_set) == Filing::portal ? "Entered in the seller portal"
                                                                   : "Mailed to " + place});
}

}  // namespace

FormScreen form_screen(const Model&, const Authorization& authorization) {
    const AuthorizationState& state = authorization.state;
    const bool editable =
        state.status == AuthorizationStatus::draft || state.status == AuthorizationStatus::signing;
    FormScreen screen = screen_of(authorization.form, authorization.rule_set, state.content,
                                  editable, state.signatures, signers_of(authorization));
    add_sent_check(screen, authorization.rule_set, editable ? "" : state.submitted_to);
    screen.return_reason = state.return_reason;
    return screen;
}

FormScreen form_screen(const Model&, const Deal& deal) {
    const DealState& state = deal.state;
    const bool editable = state.status == DealStatus::draft || state.status == DealStatus::signing;
    FormScreen screen = screen_of(FormKind::custom_transaction_request, deal.rule_set,
                                  state.request, editable, state.signatures, signers_of(deal));
    add_sent_check(screen, deal.rule_set, editable ? "" : state.submitted_to);
    screen.return_reason = state.return_reason;
    return screen;
}

}  // namespace cppo
