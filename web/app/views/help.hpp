// The words of the program, and a walk through the sample workspace.
#pragma once

#include "views/view.hpp"

namespace cppo::views {

struct Term {
    std::string_view name, meaning;
};
const std::vector<Term>& terms();

// What `name` means; empty for a word that needs no help.
std::string meaning_of(std::string_view name);

void draw_help(Context& context);

// The walk's current step, over the content of the page; nothing when nobody walks.
void draw_tour(Context& context);
void start_tour(Context& context);

}  // namespace cppo::views
