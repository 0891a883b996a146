#include "views/route.hpp"

#include "base/text.hpp"

namespace cppo {

Route split_route(std::string_view text) {
    text = text.substr(0, text.find('?'));
    if (text.starts_with('/')) text.remove_prefix(1);
    const std::vector<std::string_view> parts = split_text(text, '/');
    const auto part = [&](std::size_t i) {
        return i < parts.size() ? std::string(parts[i]) : std::string();
    };
    if (part(0).empty() || part(0) == "home") return {};
    if (part(1).empty()) return {part(0)};
    return {part(0), part(1), part(2)};
}

std::string text(const Route& route) {
    std::string words = "/";
    if (route.place != "home") words += route.place;
    if (!route.id.empty()) words += '/' + route.id;
    if (!route.tab.empty()) words += '/' + route.tab;
    return words;
}

}  // namespace cppo
