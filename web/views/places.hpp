// The pages of the application, in one table: the address, title, navigation entry and drawing
// function of each. A new page is one row in places.cpp.
#pragma once

#include <span>

#include "views/view.hpp"

namespace cppo::views {

// Where a page is in the navigation; a record's page is reached from its list.
enum class Rail { none, top, bottom };

struct Place {
    std::string_view name;         // the first part of its address, "customers"
    std::string_view title = {};   // empty: it depends on the record, and the page sets it
    std::string_view parent = {};  // the place that lists its records
    Rail rail = Rail::none;
    std::size_t least = 0, most = 0;  // parts of the address after the name: an id, a tab
    void (*draw)(Context& context) = nullptr;
    int (*count)(const Model& model) = nullptr;  // beside its navigation entry
};

// In the order of the navigation, home first.
std::span<const Place> places();

// The row of this name, or home.
const Place& place_named(std::string_view name);

// The navigation entries at the top or at the bottom.
std::vector<ui::Place> entries(const Model& model, Rail rail);

}  // namespace cppo::views
