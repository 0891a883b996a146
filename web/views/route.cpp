#include "views/route.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cppo {

Route parse_route(std::string_view text) {
    text = text.substr(0, text.find('?'));
    if (text.starts_with('/')) text.remove_prefix(1);
    const std::vector<std::string_view> parts = split_text(text, '/');
    const auto part = [&](std::size_t i) {
        return i < parts.size() ? std::string(parts[i]) : std::string();
    };
    static constexpr std::string_view lists[] = {"home",      "authorizations", "customers",
                                                 "products",  "isvs",           "money",
                                                 "workspace", "data",           "help"};
    static constexpr std::string_view records[] = {"deal",    "authorization", "customer",
                                                   "product", "isv",           "money"};
    if (part(0) == "deals") return {part(0), part(1)};
    const bool record = std::count(std::begin(records), std::end(records), part(0)) > 0;
    if (record && !part(1).empty()) return {part(0), part(1), part(2)};
    const bool list = std::count(std::begin(lists), std::end(lists), part(0)) > 0;
    return list ? Route{part(0)} : Route{};
}

std::string text(const Route& route) {
    std::string words = "/";
    if (route.place != "home") words += route.place;
    if (!route.id.empty()) words += '/' + route.id;
    if (!route.tab.empty()) words += '/' + route.tab;
    return words;
}

}  // namespace cppo
