// What a record is called in a sentence or a row: its customer, its products, its kind.
#pragma once

#include "desk/model.hpp"

namespace cppo {

/// The customer's name, or a placeholder while it is not written.
std::string customer_of(const Deal& deal);
std::string products_of(const Authorization& authorization);
/// The titles of the products this deal sells; all of the authorization's while none is chosen.
std::string products_of(const Model& model, const Deal& deal);
/// "Recurring 20 %", "Single use 15–20 %".
std::string kind_text(const Authorization& authorization);
std::string kind_text(const Model& model, const Deal& deal);

/// The discounts a deal is priced at: those it was submitted with, else the authorization's.
std::vector<event::LineDiscount> discounts_of(const Model& model, const Deal& deal);

}  // namespace cppo
