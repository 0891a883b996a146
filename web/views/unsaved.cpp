// What is shown in fields and is not stored.
#include "codec/json.hpp"
#include "desk/update.hpp"
#include "screens/form_screen.hpp"
#include "ui/parts.hpp"
#include "views/form.hpp"

namespace cppo::views {

namespace {

constexpr std::string_view workspace_draft = "workspace";
constexpr std::string_view reprice = "reprice.", fees = "fees.";

std::optional<Owner> owner_of(std::string_view draft) {
    const auto key = parse_key(draft);
    if (!key) return std::nullopt;
    if (key->kind == &record_kinds[kind_index<Deal>()]) return DealId{std::string(key->id)};
    if (key->kind == &record_kinds[kind_index<Authorization>()])
        return AuthorizationId{std::string(key->id)};
    return std::nullopt;
}

std::optional<FormScreen> form_of(const Model& model, const Owner& owner) {
    const auto form = [&](const auto& id) -> std::optional<FormScreen> {
        const auto* record = model.find(id);
        return record ? std::optional(form_screen(model, *record)) : std::nullopt;
    };
    return std::visit(form, owner);
}

bool asks_for(const FormScreen& form, std::string_view path) {
    const auto is_it = [&](const FieldRow& field) { return field.path == path; };
    for (const FormSection& section : form.sections) {
        if (first_of(section.fields, is_it)) return true;
        for (const FormRow& row : section.rows)
            if (first_of(row.fields, is_it)) return true;
    }
    return false;
}

std::string label_in(const Draft& draft, const std::string& path) {
    const auto label = draft.labels.find(path);
    return label == draft.labels.end() ? path : label->second;
}

// Whether the page has a field for it now: the form, or the price and the fees beside it. Fees can
// still be entered after the form was sent.
bool is_asked(const Model& model, const Owner& owner, const FormScreen& form,
              std::string_view path) {
    const auto* id = std::get_if<DealId>(&owner);
    const Deal* deal = id ? model.find(*id) : nullptr;
    if (path.starts_with(fees))
        return deal && next_status(deal->state.status, deal_event<event::SetFees>);
    if (!form.editable) return false;
    if (path.starts_with(reprice)) return deal && !is_by_usage(*deal);
    return asks_for(form, path);
}

// The command by which this text of the field is stored; fees are stored two at a time.
std::optional<Command> command_for(const Owner& owner, const std::string& path,
                                   const std::string& text) {
    if (path.starts_with(fees)) return std::nullopt;
    if (!path.starts_with(reprice)) return change(owner, event::Edit{path, text});
    const auto by = parse_name<PriceBy>(path.substr(reprice.size()));
    const auto* deal = std::get_if<DealId>(&owner);
    if (!by || !deal) return std::nullopt;
    return command::Reprice{*deal, *by, text};
}

}  // namespace

std::string Unsaved::words() const {
    return text.empty() ? label + " is empty, which is not saved"
                        : label + ": " + in_quotes(text) + " is not saved";
}

std::vector<Unsaved> unsaved(const Model& model, const UiState& ui, const Owner& owner) {
    const auto draft = ui.drafts.find(key_of(owner));
    if (draft == ui.drafts.end() || draft->second.texts.empty()) return {};
    const auto form = form_of(model, owner);
    if (!form) return {};
    std::vector<Unsaved> found;
    for (const auto& [path, text] : draft->second.texts) {
        Unsaved each{path, label_in(draft->second, path), text, draft->second.error(path)};
        // What is being typed is stored when its field is left.
        const bool typing = path == draft->second.typing && ui::is_half_typed();
        if (typing && each.why.empty()) continue;
        if (is_asked(model, owner, *form, path)) found.push_back(std::move(each));
    }
    return found;
}

std::vector<Unsaved> unsaved(const Model& model, const UiState& ui) {
    std::vector<Unsaved> found;
    for (const auto& [name, draft] : ui.drafts) {
        if (name == workspace_draft)
            for (const auto& [path, text] : draft.texts)
                found.push_back({path, label_in(draft, path), text, draft.error(path)});
        const auto owner = owner_of(name);
        if (!owner) continue;
        const std::vector<Unsaved> here = unsaved(model, ui, *owner);
        found.insert(found.end(), here.begin(), here.end());
    }
    return found;
}

std::string typed_text(const Model& model, const UiState& ui) {
    JsonObject all;
    for (const auto& [name, draft] : ui.drafts) {
        const auto owner = owner_of(name);
        JsonObject fields;
        if (owner)
            for (const Unsaved& each : unsaved(model, ui, *owner))
                fields.push_back({each.path, JsonArray{each.label, each.text}});
        if (!fields.empty()) all.push_back({name, std::move(fields)});
    }
    return all.empty() ? "" : print_json(all);
}

void restore_typed(const Model& model, Date today, UiState& ui, std::string_view stored) {
    std::erase_if(ui.drafts, [](const auto& draft) { return owner_of(draft.first).has_value(); });
    const auto read = parse_json(stored);
    const auto* all = read ? std::get_if<JsonObject>(&read->value) : nullptr;
    if (!all) return;
    for (const JsonMember& member : *all) {
        const auto owner = owner_of(member.key);
        const auto* fields = std::get_if<JsonObject>(&member.value.value);
        if (!owner || !fields || !form_of(model, *owner)) continue;
        Draft& draft = ui.drafts[member.key];
        for (const JsonMember& field : *fields) {
            const auto* words = std::get_if<JsonArray>(&field.value.value);
            if (!words || words->size() != 2) continue;
            const auto* label = std::get_if<std::string>(&words->front().value);
            const auto* text = std::get_if<std::string>(&words->back().value);
            if (!label || !text) continue;
            draft.labels[field.key] = *label;
            draft.texts[field.key] = *text;
            const auto command = command_for(*owner, field.key, *text);
            if (!command) continue;
            const auto step = update(model, *command, Env{day_for(model, today, *owner)});
            if (!step) draft.refuse(step.error(), field.key);
            else if (step->changed.empty()) draft.done(field.key);
        }
    }
}

}  // namespace cppo::views
