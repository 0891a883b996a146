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

// The walk's current step, over the content of the page; nothing when nobody walks.
void draw_tour(Context& context);
void start_tour(Context& context);

}  // namespace cppo::views
