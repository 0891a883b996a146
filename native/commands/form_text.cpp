#include "commands/form_text.hpp"

#include "report/table.hpp"

namespace cppo {
namespace {

void add_field(Table& table, const FieldRow& field, const std::string& label) {
    std::string value = field.reading;
    if (!value.empty() && !field.suffix.empty()) value += ' ' + field.suffix;
    table.rows.push_back({"  " + label, value.empty() ? "–" : value, field.path});
}

std::string section_text(const FormSection& section) {
    Table table{{{"", section.title}, {"", ""}, {"", ""}}, {}};
    for (const FieldRow& field : section.fields) add_field(table, field, field.label);
    for (const FormRow& row : section.rows)
        for (const FieldRow& field : row.fields)
            add_field(table, field,
                      section.row_name + ' ' + std::to_string(row.index + 1) + ": " + field.label);
    if (table.rows.empty()) table.rows.push_back({"  –", "", ""});
    return plain_text(table);
}

std::string_view mark_of(CheckState state) {
    switch (state) {
        case CheckState::done: return "[x] ";
        case CheckState::open: return "[ ] ";
        case CheckState::bad: return "[!] ";
    }
    INVARIANT(false);
}

}  // namespace

std::string form_text(const FormScreen& screen) {
    std::string page = screen.title + '\n';
    for (const FormSection& section : screen.sections) page += '\n' + section_text(section);
    page += '\n';
    for (const CheckRow& row : screen.checklist) {
        page += std::string(mark_of(row.state)) + row.text + '\n';
        for (const std::string& wrong : row.wrong) page += "    " + wrong + '\n';
    }
    if (!screen.return_reason.empty()) page += "AWS returned it: " + screen.return_reason + '\n';
    return page;
}

Json signatures_json(const std::vector<Signature>& signatures) {
    JsonArray all;
    for (const Signature& signature : signatures)
        all.push_back(JsonObject{{"party", text(signature.party)},
                                 {"name", signature.name},
                                 {"title", signature.title},
                                 {"on", text(signature.on)},
                                 {"hash", signature.hash}});
    return all;
}

Outcome completeness(Issues issues) {
    if (!issues.empty()) return tl::unexpected(Refusal(std::move(issues)));
    return Answer{"The form is complete.\n", print_json(JsonObject{{"complete", true}})};
}

std::string history_text(const std::vector<HistoryRow>& rows) {
    Table table{{{"", "Date"}, {"", "Event"}, {"", "What happened"}}, {}};
    for (const HistoryRow& row : rows) table.rows.push_back({row.on, row.id, row.what});
    return plain_text(table);
}

Json history_json(const std::vector<HistoryRow>& rows) {
    JsonArray events;
    for (const HistoryRow& row : rows)
        events.push_back(JsonObject{{"on", row.on}, {"event", row.id}, {"what", row.what}});
    return JsonObject{{"events", std::move(events)}};
}

}  // namespace cppo
