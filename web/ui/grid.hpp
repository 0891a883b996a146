// The layout of a table's cells: side by side if they fit; otherwise the remaining cells and the
// row's button go below the row.
#pragma once

#include <span>

#include "ui/parts.hpp"

namespace cppo::ui {

inline constexpr float cell_padding = 8;

struct Grid {
    std::vector<std::size_t> columns;  // shown side by side, as indices into the spec's columns
    std::vector<float> widths;         // of `columns`
    std::vector<std::size_t> below;    // shown as text under each row
    bool stacked = false;              // whether anything is shown under the rows
    float action = 0;                  // width of the rows' buttons, including the gap before them
    float width = 0;                   // total
    float line = 0;                    // height of a row's cells
    float under = 0;                   // height of what is under them
    float row() const { return line + under; }
    // The buttons' width if they are beside the cells, else 0.
    float action_beside() const { return stacked ? 0 : action; }
};

// Fits the layout into `room` pixels, measured by the given rows; for a long table, pass only its
// first rows.
Grid measure_grid(const TableSpec& spec, std::span<const TableRow> rows, float room);

// The type of a cell's text, and the widths of its mark and note including gaps.
Type type_of(const Cell& cell);
float mark_width(const Cell& cell);
float note_width(const Cell& cell);
float cell_width(const Cell& cell);  // in total
std::string spoken(const Cell& cell);
// "Due 2027-02-01 · Open 90,000.00"
std::string words_below(const TableSpec& spec, const Grid& grid, const TableRow& row);

}  // namespace cppo::ui
