// Where the customer's money goes, as a picture and as a table, and who will see what of it.
#pragma once

#include "screens/deal_screen.hpp"
#include "views/view.hpp"

namespace cppo::views {

void draw_split(const DealScreen& deal);
void draw_seen(const DealScreen& deal);

}  // namespace cppo::views
