#include "ui/grid.hpp"

#include <algorithm>

namespace cppo::ui {

namespace {

constexpr float widest_cell = 360;

float natural_width(const TableSpec& spec, std::span<const TableRow> rows, std::size_t column) {
    const Column& head = spec.columns[column];
    float width = head.silent ? 0 : measure(label_strong(), head.label).x;
    if (head.sortable) width += px(14);
    for (const TableRow& row : rows)
        if (column < row.cells.size()) width = std::max(width, cell_width(row.cells[column]));
    return std::min(width, px(widest_cell)) + 2 * px(cell_padding);
}

float widest_action(std::span<const TableRow> rows) {
    float width = 0;
    for (const TableRow& row : rows)
        if (!row.action.label.empty())
            width = std::max(width, button_size(row.action, true).x + px(cell_padding));
    return width;
}

// Moves first the buttons and then optional columns, last one first, below the rows until the rest
// fits.
void stack(const TableSpec& spec, const std::vector<float>& natural, float room, Grid& grid) {
    grid.stacked = true;
    grid.width -= grid.action;
    for (std::size_t i = spec.columns.size(); i-- > 0 && grid.width > room;)
        if (spec.columns[i].optional) {
            grid.width -= natural[i];
            std::erase(grid.columns, i);
            grid.below.insert(grid.below.begin(), i);
        }
}

// All rows get the height of the tallest, so that rows out of sight need not be created.
float height_under(const TableSpec& spec, std::span<const TableRow> rows, const Grid& grid) {
    if (!grid.stacked) return 0;
    const float room = grid.width - 2 * px(cell_padding) - grid.action;
    float height = grid.action > 0 ? button_size({}, true).y : 0;
    for (const TableRow& row : rows)
        height = std::max(height, measure(label(), words_below(spec, grid, row), room).y);
    return height + px(cell_padding);
}

}  // namespace

Type type_of(const Cell& cell) { return cell.look == Look::strong ? body_bold() : body(); }

float mark_width(const Cell& cell) { return cell.marked ? px(17) : 0; }

float note_width(const Cell& cell) {
    return cell.note.empty() ? 0 : measure(body(), cell.note).x + px(4);
}

float cell_width(const Cell& cell) {
    if (cell.look == Look::chip && !cell.text.empty()) return chip_size({cell.text, cell.tone}).x;
    return measure(type_of(cell), cell.text).x + mark_width(cell) + note_width(cell);
}

std::string spoken(const Cell& cell) {
    return cell.note.empty() ? cell.text : cell.text + " " + cell.note;
}

std::string words_below(const TableSpec& spec, const Grid& grid, const TableRow& row) {
    std::string words;
    for (const std::size_t column : grid.below) {
        if (column >= row.cells.size()) continue;
        const std::string value = spoken(row.cells[column]);
        if (value.empty() || value == "–") continue;
        const Column& head = spec.columns[column];
        words += (words.empty() ? "" : " · ") + (head.bare ? value : head.label + ' ' + value);
    }
    return words;
}

Grid measure_grid(const TableSpec& spec, std::span<const TableRow> rows, float room) {
    Grid grid;
    grid.action = widest_action(rows);
    grid.width = grid.action;
    std::vector<float> natural;
    for (std::size_t i = 0; i < spec.columns.size(); ++i) {
        natural.push_back(natural_width(spec, rows, i));
        grid.width += natural.back();
        grid.columns.push_back(i);
    }
    if (grid.width > room) stack(spec, natural, room, grid);
    // The remaining width is distributed in proportion to the columns' widths.
    const float beside = grid.action_beside(), content = grid.width - beside;
    const float factor = grid.width < room && content > 0 ? (room - beside) / content : 1;
    for (const std::size_t column : grid.columns) grid.widths.push_back(natural[column] * factor);
    grid.width = std::max(grid.width, room);
    // Finger-high buttons need a gap between them.
    grid.line = row_height() + (beside > 0 && touch() ? px(8) : 0);
    grid.under = height_under(spec, rows, grid);
    return grid;
}

}  // namespace cppo::ui
