// The text of each enumerator, written once per enum: a specialization of Names lists the texts in
// the enumerators' order, and text() and parse_name() convert between the two.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/invariant.hpp"

namespace cppo {

template <typename Enum>
struct Names;  // static constexpr std::string_view list[]

template <typename Enum>
constexpr std::size_t name_count() {
    return std::size(Names<Enum>::list);
}

template <typename Enum>
    requires requires { Names<Enum>::list[0]; }
std::string_view text(Enum value) {
    const auto index = static_cast<std::size_t>(value);
    INVARIANT(index < name_count<Enum>());
    return Names<Enum>::list[index];
}

template <typename Enum>
std::optional<Enum> parse_name(std::string_view name) {
    for (std::size_t i = 0; i < name_count<Enum>(); ++i)
        if (Names<Enum>::list[i] == name) return static_cast<Enum>(i);
    return std::nullopt;
}

/// All names of the enum as "a, b or c", for a refusal that says what is allowed.
template <typename Enum>
std::string one_of_names();

/// Joins texts as "a, b or c".
std::string one_of(std::span<const std::string_view> names);

template <typename Enum>
std::string one_of_names() {
    return one_of(Names<Enum>::list);
}

}  // namespace cppo
