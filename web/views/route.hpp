// Where in the page a person is, as the address says it after "#": "/deal/deal-1/quote".
#pragma once

#include <string>
#include <string_view>

namespace cppo {

struct Route {
    std::string place = "home";  // "deals", "deal", "authorizations", "authorization", "money", …
    std::string id = {};         // of the record; what the deals are narrowed to; of the money, its
                                 // currency
    std::string tab = {};        // of the deal's page; of the money, its month
    bool operator==(const Route&) const = default;
};

// Anything that is no place of the page leads home.
Route parse_route(std::string_view text);
std::string text(const Route& route);

}  // namespace cppo
