#include "views/places.hpp"

#include "views/help.hpp"
#include "views/screens.hpp"

namespace cppo {

namespace views {

namespace {

int count_deals(const Model& model) { return static_cast<int>(model.deals().size()); }
int count_authorizations(const Model& model) {
    return static_cast<int>(model.authorizations().size());
}

constexpr Place all_places[] = {
    {.name = "home", .title = "Home", .rail = Rail::top, .draw = draw_home},
    {.name = "deals",
     .title = "Deals",
     .rail = Rail::top,
     .most = 1,
     .draw = draw_deals,
     .count = count_deals},
    {.name = "deal", .parent = "deals", .least = 1, .most = 2, .draw = draw_deal},
    {.name = "authorizations",
     .title = "Authorizations",
     .rail = Rail::top,
     .draw = draw_authorizations,
     .count = count_authorizations},
    {.name = "authorization",
     .parent = "authorizations",
     .least = 1,
     .most = 2,
     .draw = draw_authorization},
    {.name = "customers", .title = "Customers", .rail = Rail::top, .draw = draw_customers},
    {.name = "customer", .parent = "customers", .least = 1, .most = 2, .draw = draw_customer},
    {.name = "products", .title = "Products", .rail = Rail::top, .draw = draw_products},
    {.name = "product", .parent = "products", .least = 1, .most = 2, .draw = draw_product},
    {.name = "isvs", .title = "ISVs", .rail = Rail::top, .draw = draw_isvs},
    {.name = "isv", .parent = "isvs", .least = 1, .most = 2, .draw = draw_isv},
    {.name = "money", .title = "Money", .rail = Rail::top, .most = 2, .draw = draw_money_over_time},
    {.name = "workspace", .title = "Workspace", .rail = Rail::bottom, .draw = draw_workspace},
    {.name = "data", .title = "Data", .rail = Rail::bottom, .draw = draw_data},
    {.name = "help", .title = "Help", .rail = Rail::bottom, .draw = draw_help}};

}  // namespace

std::span<const Place> places() { return all_places; }

const Place& place_named(std::string_view name) {
    const auto* found =
        first_of(all_places, [&](const Place& place) { return place.name == name; });
    return found ? *found : all_places[0];
}

std::vector<ui::Place> entries(const Model& model, Rail rail) {
    std::vector<ui::Place> entries;
    for (const Place& place : all_places)
        if (place.rail == rail) {
            ui::Place entry{std::string(place.name), std::string(place.title)};
            if (place.count) entry.count = place.count(model);
            entries.push_back(std::move(entry));
        }
    return entries;
}

}  // namespace views

Route parse_route(std::string_view text) {
    Route route = split_route(text);
    const views::Place& place = views::place_named(route.place);
    if (place.name != route.place || (place.least > 0 && route.id.empty())) return {};
    if (place.most < 1) route.id.clear();
    if (place.most < 2 || route.id.empty()) route.tab.clear();
    return route;
}

}  // namespace cppo
