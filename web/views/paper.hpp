// A document on the screen as it will look on paper.
#pragma once

#include "views/view.hpp"

namespace cppo::views {

// A table of texts; `optional` tells the columns that may be left out for want of room.
void draw_text_table(ui::TableSpec spec, const Table& table,
                     bool (*optional)(const Column&) = nullptr);

// In a card of its own; the document's title is for the paper alone.
void draw_document(const ui::CardSpec& spec, const Document& document);

}  // namespace cppo::views
