// How a table's cells are laid out: side by side where they fit; what does not fit stands in words
// under its row, and with it the row's button.
#pragma once

#include <span>

#include "ui/parts.hpp"

namespace cppo::ui {

inline constexpr float cell_padding = 8;

struct Grid {
    std::vector<std::size_t> columns;  // side by side, as indices of the spec's
    std::vector<float> widths;         // of these
    std::vector<std::size_t> below;    // in words, under each row
    bool stacked = false;              // whether something stands under the rows
    float action = 0;                  // width of the rows' buttons, with the gap before them
    float width = 0;                   // of everything
    float line = 0;                    // height of a row's cells
    float under = 0;                   // and of what stands under them
    float row() const { return line + under; }
    // Beside the cells, where the buttons stand there.
    float action_beside() const { return stacked ? 0 : action; }
};

// For `room` pixels, by the rows given: all of a short table, the first ones of a long one.
Grid measure_grid(const TableSpec& spec, std::span<const TableRow> rows, float room);

// A cell's content: its type, and the widths of its mark and its note with their gaps.
Type type_of(const Cell& cell);
float mark_width(const Cell& cell);
float note_width(const Cell& cell);
float cell_width(const Cell& cell);  // of all of it
std::string spoken(const Cell& cell);
// "Due 2027-02-01 · Open 90,000.00"
std::string words_below(const TableSpec& spec, const Grid& grid, const TableRow& row);

}  // namespace cppo::ui
