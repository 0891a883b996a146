#include "views/fields.hpp"

#include "forms/reading.hpp"

namespace cppo::views {

namespace {

ui::FieldSpec spec_of(const FieldRow& row, const Draft& draft, FieldLook look) {
    ui::FieldSpec spec{.key = row.path, .label = row.label};
    const std::string refused = look.editable ? draft.error(row.path) : "";
    spec.error = refused.empty() ? row.error : refused;
    if (look.help) spec.help = row.help;
    spec.required = row.required && look.editable;
    spec.readonly = !look.editable;
    spec.unlabelled = !look.labelled;
    spec.takes_rows = look.takes_rows;
    if (row.type == FieldType::date) spec.placeholder = "YYYY-MM-DD";
    if (row.type == FieldType::account) spec.placeholder = "12 digits";
    if (row.type == FieldType::url) spec.placeholder = "https://";
    if (row.type == FieldType::sha256) spec.placeholder = "64 digits";
    if (spec.readonly) spec.placeholder = "–";
    return spec;
}

bool is_choice(FieldType type) { return type == FieldType::choice || type == FieldType::currency; }

std::string label_of(const std::string& choice, const FieldRow& row, FieldLook look) {
    if (row.type == FieldType::currency) return choice;
    if (!look.labels || !look.labels->contains(choice)) return choice_label(choice);
    return look.labels->at(choice);
}

// A choice is made at once: there is nothing half typed about it.
std::optional<std::string> draw_choice(const ui::FieldSpec& spec, const FieldRow& row,
                                       FieldLook look, std::string shown) {
    std::vector<ui::Option> options;
    for (const std::string& choice : row.choices)
        options.push_back({choice, label_of(choice, row, look)});
    if (ui::combo(spec, options, shown)) return shown;
    return std::nullopt;
}

std::optional<std::string> draw_flag(const ui::FieldSpec& spec, const std::string& shown) {
    bool on = shown == "yes";
    if (ui::checkbox(spec, on)) return on ? "yes" : "no";
    return std::nullopt;
}

ui::FieldResult draw_text(ui::FieldSpec spec, const FieldRow& row, std::string& shown) {
    switch (row.type) {
        case FieldType::account: return ui::account_field(spec, shown);
        case FieldType::percent: return ui::percent_field(spec, shown);
        case FieldType::money:
        case FieldType::unit_price: return ui::money_field(spec, row.suffix, shown);
        case FieldType::date: return ui::date_field(spec, shown);
        case FieldType::quantity: spec.input_mode = "numeric"; break;
        case FieldType::paragraph: spec.multiline = true; break;
        case FieldType::duration: spec.suffix = row.reading; break;
        default: break;
    }
    return ui::field(spec, shown);
}

}  // namespace

std::optional<std::string> draw_field(const FieldRow& row, Draft& draft, FieldLook look) {
    if (row.type == FieldType::paragraph && !look.editable) {
        ui::facts(row.path, row.label, {{row.label, row.value.empty() ? "–" : row.value}});
        return std::nullopt;
    }
    const ui::FieldSpec spec = spec_of(row, draft, look);
    const auto half_typed = draft.texts.find(row.path);
    const bool grouped = row.type == FieldType::money;
    const bool typed = look.editable && half_typed != draft.texts.end();
    std::string shown = typed ? half_typed->second : grouped ? row.reading : row.value;
    std::optional<std::string> ended;
    if (is_choice(row.type)) {
        ended = draw_choice(spec, row, look, shown);
    } else if (row.type == FieldType::flag) {
        ended = draw_flag(spec, shown);
    } else {
        ui::FieldResult result = draw_text(spec, row, shown);
        if (!result.rows.empty()) draft.rows = std::move(result.rows);
        if (result.changed) {
            draft.texts[row.path] = shown;
            draft.typing = row.path;
        }
        if (result.committed) ended = shown;
    }
    if (ended) {
        draft.texts[row.path] = *ended;
        draft.typing.clear();
    }
    if (draft.texts.contains(row.path)) draft.labels[row.path] = row.label;
    // A text that matches the stored value again needs no command.
    if (ended && (*ended == row.value || (grouped && *ended == row.reading))) {
        draft.done(row.path);
        return std::nullopt;
    }
    return ended;
}

std::optional<Typed> draw_fields(const std::vector<FieldRow>& rows, Draft& draft, int columns,
                                 FieldLook look) {
    std::optional<Typed> typed;
    ui::Columns place(columns, 170);
    for (const FieldRow& row : rows) {
        place.next(row.type == FieldType::paragraph ? columns : 1);
        if (auto text = draw_field(row, draft, look)) typed = {row.path, std::move(*text)};
    }
    return typed;
}

}  // namespace cppo::views
