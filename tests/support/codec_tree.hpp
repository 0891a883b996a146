// Walks and changes JSON trees, so that tests can try every place in a document.
#pragma once

#include <functional>

#include "codec/json.hpp"
#include "fixtures.hpp"

namespace cppo::test {

inline Json tree_of(std::string_view text) { return sure(parse_json(text)); }

/// The value at a path such as "invoices[0].price"; stops the test if there is none.
inline const Json& at(const Json& json, std::string_view path) {
    const Json* here = &json;
    while (!path.empty()) {
        if (path.front() == '[') {
            const auto close = path.find(']');
            const auto index = std::stoul(std::string(path.substr(1, close - 1)));
            here = &std::get<JsonArray>(here->value).at(index);
            path.remove_prefix(close + 1);
        } else {
            const std::string key(path.substr(0, path.find_first_of(".[")));
            const Json* found = nullptr;
            for (const JsonMember& member : std::get<JsonObject>(here->value))
                if (member.key == key) found = &member.value;
            if (!found) throw std::out_of_range("no member " + key);
            here = found;
            path.remove_prefix(key.size());
        }
        if (!path.empty() && path.front() == '.') path.remove_prefix(1);
    }
    return *here;
}

inline std::string text_at(const Json& json, std::string_view path) {
    return std::get<std::string>(at(json, path).value);
}

/// Calls `visit(value, path)` for `json` and everything in it. visit() must undo its changes before
/// it returns.
inline void each_place(Json& json, const std::string& path,
                       const std::function<void(Json&, const std::string&)>& visit) {
    visit(json, path);
    if (auto* items = std::get_if<JsonArray>(&json.value))
        for (std::size_t i = 0; i < items->size(); ++i)
            each_place((*items)[i], path + '[' + std::to_string(i) + ']', visit);
    if (auto* members = std::get_if<JsonObject>(&json.value))
        for (JsonMember& member : *members)
            each_place(member.value, path.empty() ? member.key : path + '.' + member.key, visit);
}

}  // namespace cppo::test
