// What a record is called in a sentence or a row: its customer, its products, its kind.
#pragma once

#include "desk/model.hpp"

namespace cppo {

/// The customer's name, or a placeholder while it is not written.
std::string customer_of(const Deal& deal);
std::string products_of(const Authorization& authorization);
/// The titles of the products this deal sells; all of the authorization's while none is chosen.
std::string products_of(const Model& model, const Deal& deal);
/// "Recurring", "Single use".
std::string_view title_of(DealKind kind);
/// "20 %", "15–20 %"; empty while no product has a discount.
std::string discounts_text(const Authorization& authorization);
/// "halves rounded up · processing fee on markup": the settings that change a figure of the rule
/// set.
std::string settings_text(RuleSet rule_set, const Settings& settings);
/// "Recurring 20 %", "Single use 15–20 %".
std::string kind_text(const Authorization& authorization);
std::string kind_text(const Model& model, const Deal& deal);

/// The discounts a deal is priced at: those it was submitted with, else the authorization's.
std::vector<event::LineDiscount> discounts_of(const Model& model, const Deal& deal);

/// Empty where there is no date.
inline std::string date_text(const std::optional<Date>& on) { return on ? text(*on) : ""; }

}  // namespace cppo
