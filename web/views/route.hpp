// Where in the page a person is, as the address says it after "#": "/deal/deal-1/quote".
#pragma once

#include <string>
#include <string_view>

namespace cppo {

struct Route {
    std::string place = "home";  // a name from the table of places.cpp
    std::string id = {};         // a record's; the deals' phase; the money's currency
    std::string tab = {};        // a record's; the money's month
    bool operator==(const Route&) const = default;
};

// The parts of an address, whether the page has such a place or not.
Route split_route(std::string_view text);

// A place of the page; any other address leads home.
Route parse_route(std::string_view text);

std::string text(const Route& route);

}  // namespace cppo
