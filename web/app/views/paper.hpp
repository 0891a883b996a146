// A document on the screen as it will stand on paper.
#pragma once

#include "views/view.hpp"

namespace cppo::views {

// In a card of its own; the document's title is for the paper alone.
void draw_document(const ui::CardSpec& spec, const Document& document);

}  // namespace cppo::views
