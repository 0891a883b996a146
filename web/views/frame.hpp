// The frame around every screen: the navigation, the top bar, and important notices about how the
// records are stored.
#pragma once

#include <functional>

#include "views/view.hpp"

namespace cppo::views {

// A screen's own part of the page; the table of places and the state of saving add the rest.
struct Frame {
    std::string place = {};  // the navigation entry; empty: the address's
    std::string title = {};  // empty: the place's
    std::vector<ui::Place> trail = {};
    bool titled = false;
    std::vector<ui::Chip> chips = {};
    std::vector<ui::Button> actions = {};
    std::optional<std::string> window = {};  // the window's title, if it is not the page's
};

// Draws the page with `content` in it; the key of the action pressed, or "".
std::string draw_frame(Context& context, Frame own, const std::function<void()>& content);

}  // namespace cppo::views
