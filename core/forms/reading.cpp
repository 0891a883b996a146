#include "forms/reading.hpp"

#include "base/text.hpp"

namespace cppo {

std::string choice_label(std::string_view choice) {
    static const std::map<std::string_view, std::string_view> words = {
        {"isv", "The ISV"},
        {"partner", "You"},
        {"seed-2019", "2019, signed forms"},
        {"modern-2024", "2024, seller portal"},
        {"upfront", "All at acceptance"},
        {"scheduled", "On a schedule"},
        {"usage", "By usage"},
        {"ami", "Machine image (AMI)"},
        {"saas", "SaaS"},
        {"replace", "Replaces the recurring discount"},
        {"additive", "Adds to the recurring discount"},
        {"collected_in_full", "When it is paid in full"},
        {"by_share", "In proportion to each payment"},
        {"required", "Required"},
        {"wholesale", "The wholesale value"},
        {"buyer", "What the buyer pays"},
        {"all_products", "All its products"},
        {"half_up", "Half up"},
        {"half_even", "Half to even"},
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

bool is_number(FieldType type) {
    return type == FieldType::money || type == FieldType::unit_price ||
           type == FieldType::percent || type == FieldType::quantity;
}

std::string_view unit_of(const Field& field, Currency currency) {
    if (field.type == FieldType::money || field.type == FieldType::unit_price)
        return text(currency);
    return field.type == FieldType::percent ? "%" : "";
}

std::string reading(const Field& field, std::string_view value, Currency currency) {
    if (field.type == FieldType::money)
        if (const auto money = parse_money(value, currency, field.key)) return grouped(*money);
    if (field.type == FieldType::account)
        if (const auto account = parse_account(value, field.key)) return in_groups(*account);
    if (field.type == FieldType::duration)
        if (const auto duration = parse_duration(value, field.key)) return spoken(*duration);
    return std::string(value);
}

std::string in_words(const Field& field, std::string_view value, Currency currency) {
    if (field.type == FieldType::choice || field.type == FieldType::flag)
        return choice_label(value);
    return reading(field, value, currency);
}

}  // namespace cppo
