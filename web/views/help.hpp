// The words of the program, and a walk through the sample workspace.
#pragma once

#include "views/view.hpp"

namespace cppo::views {

struct Term {
    std::vector<std::string_view> names;  // as labels have it, the word itself first
    std::string_view meaning;
};
const std::vector<Term>& terms();

// What the label means; empty where it needs no help.
std::string_view meaning_of(std::string_view label);

void draw_help(Context& context);

// The walk: the current stop, from 1, or 0 when nobody walks; and whether home offers it, because
// the sample was just opened.
struct TourState {
    std::size_t stop = 0;
    bool offered = false;
};

// The walk's current step, over the content of the page; nothing when nobody walks.
void draw_tour(Context& context);
void start_tour(Context& context);

}  // namespace cppo::views
