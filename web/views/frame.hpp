// What stands around every screen: the places, the top bar, and what everybody must know of how
// the records are kept.
#pragma once

#include <functional>

#include "views/view.hpp"

namespace cppo::views {

// A screen's own part of the page; place, places and the state of saving are filled in here.
struct Frame {
    std::string place;  // of the rail
    std::string title;
    std::vector<ui::Place> trail = {};
    bool titled = false;
    std::vector<ui::Chip> chips = {};
    std::vector<ui::Button> actions = {};
};

// Where one can go from anywhere: the everyday places, and those at the bottom of the rail.
std::vector<ui::Place> places(const Model& model);
std::vector<ui::Place> places_below();

// Draws the page with `content` in it; the key of the action pressed, or "".
std::string draw_frame(Context& context, const Frame& frame, const std::function<void()>& content);

}  // namespace cppo::views
