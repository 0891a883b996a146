#include "views/view.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cppo::views {

// A form's name before the path of one of its fields, as core tells it: "ctr.price".
static std::string without_form(const std::string& path) {
    const auto dot = path.find('.');
    const bool named = dot != path.npos && parse_name<FormKind>(path.substr(0, dot));
    return named ? path.substr(dot + 1) : path;
}

std::string Draft::error(const std::string& field) const {
    const auto found = errors.find(field);
    return found == errors.end() ? std::string() : found->second;
}

void Draft::refuse(const Error& error, const std::string& field) {
    errors[field.empty() ? without_form(error.field) : field] = sentence(error);
}

void Draft::done(const std::string& field) {
    const auto covers = [&](const auto& entry) {
        const std::string& path = entry.first;
        return path == field || path.starts_with(field + '[') || path.starts_with(field + '.');
    };
    std::erase_if(texts, covers);
    std::erase_if(errors, covers);
}

ui::Tone tone_of(Party party) {
    switch (party) {
        case Party::isv: return ui::Tone::isv;
        case Party::partner: return ui::Tone::partner;
        case Party::aws: return ui::Tone::aws;
        default: return ui::Tone::customer;
    }
}

ui::Tone tone_of(Urgency urgency) {
    switch (urgency) {
        case Urgency::ours: return ui::Tone::caution;
        case Urgency::arrived: return ui::Tone::good;
        case Urgency::late: return ui::Tone::bad;
        case Urgency::idle:
        case Urgency::theirs: return ui::Tone::neutral;
    }
    return ui::Tone::neutral;
}

void show_refusal(UiState& ui, const Ask& ask, const Error& error) {
    if (ask.draft.empty()) ui::toast(sentence(error), ui::Tone::bad);
    else ui.drafts[ask.draft].refuse(error, ask.field);
}

std::string key_of(const Owner& owner) {
    if (const auto* deal = std::get_if<DealId>(&owner)) return cppo::key_of<Deal>(*deal);
    return cppo::key_of<Authorization>(std::get<AuthorizationId>(owner));
}

std::optional<Deal> shown_deal(const Context& context, const DealId& id) {
    const Deal* deal = context.model.find(id);
    if (!deal) return std::nullopt;
    if (!context.ui.as_of) return *deal;
    const auto then = as_of(*deal, *context.ui.as_of);
    return then ? std::optional(*then) : std::nullopt;
}

Date day_for(const Model& model, Date today, const Owner& owner) {
    const auto later = [&](const auto* record) {
        if (!record || record->events.empty()) return today;
        return std::max(today, record->events.back().on);
    };
    return std::visit([&](const auto& id) { return later(model.find(id)); }, owner);
}

}  // namespace cppo::views
