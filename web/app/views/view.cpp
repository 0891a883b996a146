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

std::string key_of(const Owner& owner) {
    if (const auto* deal = std::get_if<DealId>(&owner)) return "deal/" + deal->value;
    return "authorization/" + std::get<AuthorizationId>(owner).value;
}

Date day_for(const Model& model, Date today, const Owner& owner) {
    const auto later = [&](const auto* record) {
        if (!record || record->events.empty()) return today;
        return std::max(today, record->events.back().on);
    };
    return std::visit([&](const auto& id) { return later(model.find(id)); }, owner);
}

std::string choice_label(std::string_view choice) {
    static const std::map<std::string_view, std::string_view> words = {
        {"isv", "The ISV"},
        {"partner", "Us"},
        {"seed-2019", "2019, signed forms"},
        {"modern-2024", "2024, seller portal"},
        {"upfront", "All at acceptance"},
        {"scheduled", "By a schedule"},
        {"usage", "By usage"},
        {"ami", "Machine image (AMI)"},
        {"saas", "SaaS"},
        {"replace", "Replaces the recurring one"},
        {"additive", "Is added to the recurring one"},
        {"collected_in_full", "When it is paid in full"},
        {"by_share", "By the share of each payment"},
        {"required", "Is needed"},
        {"wholesale", "The wholesale value"},
        {"buyer", "What the buyer pays"},
        {"all_products", "Everything on it"},
        {"half_up", "Halves up"},
        {"half_even", "Halves to even"},
        {"customer_price", "The customer's price"},
        {"markup", "The markup"},
        {"multi_year_schedule", "A schedule over more than a year"},
        {"any_schedule", "Any schedule"},
        {"raf", "Reseller Authorization"},
        {"crt", "Custom Resale Transaction"}};
    const auto found = words.find(choice);
    if (found != words.end()) return std::string(found->second);
    return capitalized(replaced(choice, "_", " "));
}

}  // namespace cppo::views
