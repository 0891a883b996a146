// The booleans that cross to the scripts as bits of one number, in the order of the bits.
#pragma once

#include <string_view>

#include "browser/platform.hpp"
#include "ui/semantics.hpp"

namespace cppo::web {

template <typename Of>
struct Bit {
    std::string_view name;
    bool Of::*member;
};

inline constexpr Bit<Preferences> preference_bits[] = {
    {"dark", &Preferences::dark},
    {"high_contrast", &Preferences::high_contrast},
    {"forced_colors", &Preferences::forced_colors},
    {"reduced_motion", &Preferences::reduced_motion},
    {"coarse_pointer", &Preferences::coarse_pointer},
    {"mac", &Preferences::mac}};

inline constexpr Bit<ui::Node> node_bits[] = {
    {"disabled", &ui::Node::disabled},         {"checked", &ui::Node::checked},
    {"selected", &ui::Node::selected},         {"expanded", &ui::Node::expanded},
    {"has_expanded", &ui::Node::has_expanded}, {"required", &ui::Node::required},
    {"invalid", &ui::Node::invalid},           {"readonly", &ui::Node::readonly},
    {"multiline", &ui::Node::multiline},       {"modal", &ui::Node::modal},
    {"checkable", &ui::Node::checkable},       {"pressable", &ui::Node::pressable}};

}  // namespace cppo::web
