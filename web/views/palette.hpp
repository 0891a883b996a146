// The command palette: finds pages, records and actions by typing.
#pragma once

#include "views/frame.hpp"

namespace cppo::views {

void open_palette(Context& context);

// The open palette, if it is. The key of one of the frame's actions when that was picked, or "".
std::string draw_palette(Context& context, const Frame& frame);

}  // namespace cppo::views
