#include "views/form.hpp"

#include <algorithm>
#include <utility>

#include "forms/reading.hpp"
#include "views/action.hpp"
#include "views/fields.hpp"
#include "views/files.hpp"

namespace cppo::views {

namespace {

struct Form {
    Context& context;
    const FormScreen& screen;
    const Owner& owner;
    Draft& draft;

    FieldLook look() const { return {.editable = screen.editable, .help = screen.editable}; }
};

void draw_plain_section(const Form& form, const FormSection& section) {
    const int columns = std::min<int>(3, static_cast<int>(section.fields.size()));
    if (const auto typed = draw_fields(section.fields, form.draft, columns, form.look()))
        write(form.context, form.owner, typed->path, typed->text);
}

// Adjacent sections that do not repeat share one card.
void draw_plain_sections(const Form& form, std::span<const FormSection> sections) {
    if (sections.size() == 1) {
        ui::Card card(sections.front().title, sections.front().title);
        return draw_plain_section(form, sections.front());
    }
    ui::Card card(sections.front().title, "");
    for (const FormSection& section : sections) {
        if (&section != &sections.front()) ui::space(20);
        ui::Section part(section.title, section.title);
        draw_plain_section(form, section);
    }
}

void draw_read_rows(const FormSection& section) {
    ui::TableSpec spec{.key = "rows", .name = section.title, .empty = "None."};
    std::vector<ui::TableRow> rows;
    for (std::size_t i = 0; i < section.column_titles.size(); ++i)
        spec.columns.push_back(
            {.key = section.column_titles[i], .label = section.column_titles[i]});
    for (const FormRow& row : section.rows) {
        ui::TableRow shown{.key = std::to_string(row.index)};
        for (std::size_t i = 0; i < row.fields.size(); ++i) {
            spec.columns[i].number = is_number(row.fields[i].type);
            shown.cells.push_back({row.fields[i].reading});
        }
        rows.push_back(std::move(shown));
    }
    ui::table(spec, rows);
}

void remove_row(const Form& form, const FormSection& section, int index) {
    form.context.asks.push_back({change(form.owner, event::RemoveRow{section.group, index}),
                                 day_for(form.context, form.owner), key_of(form.owner),
                                 section.group});
}

// Rows share one header. If there is no room for columns, or there are too many of them, each row
// has its own labels.
void draw_edited_row(const Form& form, const FormSection& section, const FormRow& row) {
    const ui::Scope scope(std::to_string(row.index));
    const bool first = row.index == 0, stacked = ui::narrow(), wraps = row.fields.size() > 4;
    const std::string number = first ? "" : " " + std::to_string(row.index + 1);
    const FieldLook look{.help = false,
                         .labelled = first || stacked || wraps,
                         .takes_rows = section.group == "schedule"};
    std::vector<ui::Track> tracks;
    for (const FieldRow& field : row.fields)
        tracks.push_back(field.type == FieldType::text    ? ui::Track{130, 2}
                         : field.type == FieldType::money ? ui::Track{132, 1}
                                                          : ui::Track{88, 1});
    tracks.push_back({84, 0});
    ui::Columns columns = wraps ? ui::Columns(3, 130, 8) : ui::Columns(tracks, 8);
    for (FieldRow field : row.fields) {
        columns.next();
        field.label += number;
        if (const auto text = draw_field(field, form.draft, look))
            write(form.context, form.owner, field.path, *text);
    }
    columns.next();
    const bool beside = !wraps || row.fields.size() % 3 != 0;
    if (look.labelled && !stacked && beside) ui::space(21);
    if (ui::button({.key = "remove",
                    .label = "Remove" + number,
                    .kind = ui::ButtonKind::quiet,
                    .description = "Remove this " + section.row_name}))
        remove_row(form, section, row.index);
}

// The payments scaled in proportion to the current price.
void fit_payments(Context& context, const DealId& id) {
    const Deal* deal = context.model.find(id);
    const std::string price(deal->state.request.value("price"));
    context.asks.push_back({command::Reprice{id, PriceBy::price, price}, day_for(context, id),
                            key_of(id), "schedule"});
}

void draw_repeated_section(const Form& form, const FormSection& section) {
    ui::CardSpec spec{.key = section.group, .title = section.title};
    const bool files = section.group == "attachments";
    if (form.screen.editable) spec.actions = {{"add", "Add " + section.row_name}};
    if (form.screen.editable && files) spec.actions.push_back({"pick", "Attach a file"});
    const auto* deal = std::get_if<DealId>(&form.owner);
    if (form.screen.editable && deal && section.group == "schedule") {
        spec.actions.push_back({"spread", "Spread evenly"});
        spec.actions.push_back({"paste", "Paste rows"});
    }
    if (!section.sum.empty())
        spec.chips = {{section.sum, section.sum_fits ? ui::Tone::good : ui::Tone::caution}};
    ui::Card card(spec);
    // A new row has a place of its own among the draft's errors: it must not clear what is half
    // typed in the others.
    const std::string adding = section.group + "+";
    if (!section.problem.empty()) ui::banner("problem", ui::Tone::bad, section.problem);
    for (const std::string& place : {section.group, adding})
        if (const std::string error = form.draft.error(place); !error.empty())
            ui::banner(place, ui::Tone::bad, error);
    if (!form.screen.editable) {
        draw_read_rows(section);
    } else {
        if (section.rows.empty()) ui::muted("No " + section.row_name + " yet.");
        for (const FormRow& row : section.rows) draw_edited_row(form, section, row);
    }
    if (card.action() == "spread") open(form.context, spreading(form.context, *deal));
    if (card.action() == "paste") open(form.context, pasting_payments(form.context, *deal));
    if (deal && !form.draft.rows.empty())
        open(form.context,
             pasting_payments(form.context, *deal, std::exchange(form.draft.rows, {})));
    if (!section.sum_fits && form.screen.editable && deal &&
        ui::button({.key = "fit",
                    .label = "Fit to the price",
                    .description = "Keep the payments' proportions and make them add up"}))
        fit_payments(form.context, *deal);
    if (card.action() == "pick") form.context.out.set(intent::PickAttachment{form.owner});
    if (card.action() == "add")
        form.context.asks.push_back({change(form.owner, event::AddRow{section.group}),
                                     day_for(form.context, form.owner), key_of(form.owner),
                                     adding});
}

void draw_sections(const Form& form) {
    const std::span<const FormSection> all = form.screen.sections;
    for (std::size_t i = 0; i < all.size();) {
        if (!all[i].group.empty()) {
            draw_repeated_section(form, all[i++]);
            continue;
        }
        std::size_t end = i;
        while (end < all.size() && all[end].group.empty()) ++end;
        draw_plain_sections(form, all.subspan(i, end - i));
        i = end;
    }
}

// The key of the control that a line of the checklist is about; of a table without rows the button
// that adds one.
std::string control_of(const FormScreen& screen, const CheckRow& row) {
    if (!screen.editable) return {};
    const auto* table = first_of(screen.sections, [&](const FormSection& section) {
        return !section.group.empty() && section.group == row.path;
    });
    return table ? row.path + "/add" : row.path;
}

void draw_checklist(const FormScreen& screen) {
    static constexpr ui::CheckState states[] = {ui::CheckState::done, ui::CheckState::open,
                                                ui::CheckState::bad};
    ui::Card card("before", "Before it can be sent");
    std::vector<ui::Check> checks;
    for (const CheckRow& row : screen.checklist)
        checks.push_back({row.text, states[static_cast<std::size_t>(row.state)],
                          control_of(screen, row), row.wrong});
    const std::string pressed = ui::checklist("checks", "Before it can be sent", checks);
    if (!pressed.empty()) ui::lead_to(pressed);
}

void draw_customer_copy(Context& context, const Owner& owner) {
    const auto* id = std::get_if<DealId>(&owner);
    const auto deal = id ? shown_deal(context, *id) : std::nullopt;
    if (!deal) return;
    const std::string held = held_back(context, owner);
    if (ui::button({.key = "copy",
                    .label = "Customer's copy",
                    .disabled_because = held,
                    .description = "Download the copy the customer reads and signs"}))
        context.out.set(customer_copy_file(context.model, *deal));
    if (ui::button({.key = "print-copy",
                    .label = "Print",
                    .disabled_because = held,
                    .description = "Print the copy the customer reads and signs"}))
        context.out.set(customer_copy_print(context.model, *deal));
}

void draw_signature(const Form& form, const SignatureRow& row) {
    ui::Section part(row.role, row.role);
    if (row.present) {
        ui::text(row.name + ", " + row.title);
        ui::small("Signed on " + row.on);
    } else {
        ui::muted("Not signed");
    }
    const bool copied = row.party == Party::customer && (row.present || row.can_sign);
    if (!row.can_sign && !copied) return;
    const ui::Row buttons;
    if (row.can_sign && ui::button({.key = "sign", .label = "Sign as " + row.role}))
        open(form.context, event_action(form.context, form.owner, event::Sign::about.name,
                                        {.signer = row.party}));
    if (copied) draw_customer_copy(form.context, form.owner);
}

void draw_signatures(const Form& form) {
    if (form.screen.signatures.empty()) return;
    ui::Card card("signatures", "Signatures");
    if (form.screen.editable)
        ui::muted(
            "A signature covers the form as it is now. Changing any field removes the "
            "signatures.");
    for (const SignatureRow& row : form.screen.signatures) draw_signature(form, row);
}

void draw_purpose(const FormScreen& screen) {
    ui::Card card("purpose", "What this does");
    ui::muted(screen.purpose);
}

const SignatureRow* next_signer(const FormScreen& form) {
    return first_of(form.signatures, [](const SignatureRow& row) { return row.can_sign; });
}

}  // namespace

void draw_group(Context& context, const FormScreen& screen, const Owner& owner,
                std::string_view group) {
    const Form form{context, screen, owner, context.draft(key_of(owner))};
    const auto* section =
        first_of(screen.sections, [&](const FormSection& s) { return s.group == group; });
    if (section) draw_repeated_section(form, *section);
}

void draw_form(Context& context, const FormScreen& screen, const Owner& owner) {
    const ui::Scope scope("form");
    const Form form{context, screen, owner, context.draft(key_of(owner))};
    if (!screen.return_reason.empty() && screen.editable)
        ui::banner("returned", ui::Tone::caution, "AWS returned it: " + screen.return_reason);
    ui::Columns columns({{420, 1}, {300, 0}});
    columns.next();
    draw_sections(form);
    columns.next();
    draw_checklist(screen);
    draw_signatures(form);
    draw_purpose(screen);
}

bool closes_form(std::string_view event) {
    return event == event::Sign::about.name || event == event::Submit::about.name ||
           event == event::CreateOffer::about.name;
}

void hold_back(const Context& context, const Owner& owner, FormScreen& form,
               std::vector<ActionRow>& actions) {
    const std::vector<Unsaved> typed = unsaved(context.model, context.ui, owner);
    if (!context.may_edit()) form.editable = false;
    if (typed.empty() && context.may_edit()) return;
    for (SignatureRow& row : form.signatures) row.can_sign = false;
    for (const Unsaved& each : typed) {
        // A price is typed beside the form too; the form has one field for it.
        const bool price = each.path.starts_with("reprice.");
        CheckRow row{CheckState::bad, each.words(), price ? "price" : each.path};
        if (!each.why.empty()) row.wrong = {each.why};
        form.checklist.insert(form.checklist.begin(), std::move(row));
    }
    if (typed.empty()) return;
    const std::string why = held_back(context, owner);
    for (ActionRow& action : actions) {
        if (!closes_form(action.verb)) continue;
        action.enabled = false;
        action.reason = why;
    }
}

std::string held_back(const Context& context, const Owner& owner) {
    const std::vector<Unsaved> typed = unsaved(context.model, context.ui, owner);
    return typed.empty() ? "" : typed.front().words() + ". Correct it first.";
}

ui::Button print_button(const Context& context, const Owner& owner) {
    ui::Button button{"print", "Print or PDF"};
    button.disabled_because = held_back(context, owner);
    return button;
}

std::vector<ui::Button> buttons_of(const FormScreen& form, const std::vector<ActionRow>& actions) {
    const auto forward = [](const ActionRow& a) { return !a.leads_back; };
    const ActionRow* main =
        first_of(actions, [&](const ActionRow& a) { return a.enabled && forward(a); });
    // An unavailable action is shown, with its reason, only if no other action leads forward.
    const ActionRow* waiting = main ? nullptr : first_of(actions, forward);
    std::vector<ui::Button> back, buttons;
    for (const ActionRow& action : actions) {
        if (!action.enabled && &action != waiting) continue;
        ui::Button button{.key = action.verb, .label = action.label};
        button.disabled_because = action.reason;
        if (const SignatureRow* signer = records<event::Sign>(action) ? next_signer(form) : nullptr)
            button.label = "Sign as " + signer->role;
        if (forward(action)) {
            if (&action == main) button.kind = ui::ButtonKind::primary;
            buttons.push_back(std::move(button));
        } else {
            button.kind = ui::ButtonKind::quiet;
            back.push_back(std::move(button));
        }
    }
    // The main button is last, where people look for it.
    std::stable_partition(buttons.begin(), buttons.end(), [](const ui::Button& button) {
        return button.kind != ui::ButtonKind::primary;
    });
    buttons.insert(buttons.begin(), back.begin(), back.end());
    return buttons;
}

void press(Context& context, const Owner& owner, const std::string& verb) {
    if (verb == "copy") return open(context, copying(context, owner));
    if (verb == "replacement") return open(context, replacing(context, std::get<DealId>(owner)));
    open(context, event_action(context, owner, verb));
}

void write(Context& context, const Owner& owner, const std::string& path, const std::string& text) {
    context.asks.push_back(
        {change(owner, event::Edit{path, text}), day_for(context, owner), key_of(owner), path});
}

}  // namespace cppo::views
