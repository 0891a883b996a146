#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "ui/grid.hpp"
#include "ui/parts.hpp"

namespace cppo::ui {

namespace {

constexpr std::size_t measured_rows = 200;  // the first rows of a long table set its column widths
constexpr std::size_t drawn_whole = 100;    // longer tables draw only the visible rows
constexpr int rows_beyond = 10;             // plus this many rows above and below

// ---- Cells --------------------------------------------------------------------------------------

void draw_cell(const Cell& cell, bool number, const ImRect& rect) {
    const Theme& t = theme();
    const float left = rect.Min.x + px(cell_padding);
    const float room = rect.GetWidth() - 2 * px(cell_padding);
    const float middle = rect.GetCenter().y;
    if (cell.look == Look::chip && !cell.text.empty()) {
        const Chip chip{cell.text, cell.tone};
        draw_chip(chip, {left, std::floor(middle - px(10))});
        return;
    }
    const Type type = type_of(cell);
    const Color color = cell.look == Look::muted ? t.muted : t.text;
    const float width = std::min(cell_width(cell), room);
    float x = number ? rect.Max.x - px(cell_padding) - width : left;
    const float top = std::floor(middle - type.line / 2);
    if (cell.marked) {
        draw_mark({x + px(5), middle}, cell.tone);
        x += mark_width(cell);
    }
    const float text = width - mark_width(cell) - note_width(cell);
    draw_cut(type, {x, top}, color, cell.text, text);
    draw(body(), {x + text + px(4), top}, t.muted, cell.note);
}

void place(Node& node, std::size_t row, std::size_t column) {
    node.row = static_cast<int>(row);
    node.column = static_cast<int>(column);
}

// ---- Head ---------------------------------------------------------------------------------------

bool draw_column_head(const TableSpec& spec, const Column& column, const ImRect& rect,
                      std::size_t index) {
    const Theme& t = theme();
    const bool sorted = column.sortable && spec.sorted_by == column.key;
    bool pressed = false;
    if (column.sortable) {
        const Press p = press(column.key, rect);
        pressed = p.pressed;
        if (p.focused) {
            ImRect inner = rect;
            inner.Expand(-px(3));
            draw_focus(inner, px(4));
        }
        Node& node = record(Role::columnheader, p.id, column.label, rect);
        node.key = key_path(column.key);
        node.value = sorted ? (spec.descending ? "descending" : "ascending") : "";
        explain(node, column.label);
        place(node, 0, index);
    } else {
        Node& node = record(Role::columnheader, static_id(column.key), column.label, rect);
        node.key = key_path(column.key);
        explain(node, column.label);
        place(node, 0, index);
    }
    if (column.silent) return pressed;
    const float arrow = sorted ? px(14) : 0;
    const float width = std::min(measure(label_strong(), column.label).x,
                                 rect.GetWidth() - 2 * px(cell_padding) - arrow);
    const float x = column.number ? rect.Max.x - px(cell_padding) - width - arrow
                                  : rect.Min.x + px(cell_padding);
    const float top = std::floor(rect.GetCenter().y - label().line / 2);
    draw_term(label_strong(), {x, top}, sorted ? t.text : t.muted, column.label, width);
    if (sorted)
        draw_icon(spec.descending ? Icon::arrow_down : Icon::arrow_up,
                  {x + width + px(8), rect.GetCenter().y}, px(11), t.text);
    return pressed;
}

void draw_head(const TableSpec& spec, const Grid& grid, const ImRect& rect, TableEvents& events) {
    const Scope scope("head");
    Node& row = open_node(Role::row, static_id("row"), "", rect);
    row.row = 0;
    row.key = key_path({});
    float x = rect.Min.x;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        const Column& column = spec.columns[grid.columns[i]];
        const ImRect cell(x, rect.Min.y, x + grid.widths[i], rect.Max.y);
        if (draw_column_head(spec, column, cell, i)) events.sort = column.key;
        x = cell.Max.x;
    }
    // The headers of what is below the rows are only for screen readers.
    std::size_t index = grid.columns.size();
    const float under = grid.stacked ? rect.Max.y : rect.Min.y, right = rect.Max.x - grid.action;
    if (!grid.below.empty())
        place(record(Role::columnheader, static_id("below"), "More",
                     {rect.Min.x, under, right, rect.Max.y}),
              0, index++);
    if (grid.action > 0)
        place(record(Role::columnheader, static_id("actions"), "Action",
                     {right, under, rect.Max.x, rect.Max.y}),
              0, index);
    close_node();
    draw_hairline({rect.Min.x, rect.Max.y - px(1)}, rect.GetWidth());
}

// ---- Rows ---------------------------------------------------------------------------------------

std::string row_name(const Grid& grid, const TableRow& row) {
    std::string name;
    for (const std::size_t column : grid.columns)
        if (column < row.cells.size() && !row.cells[column].text.empty())
            name += (name.empty() ? "" : ", ") + spoken(row.cells[column]);
    return name;
}

void open_row(const TableSpec& spec, const Grid& grid, const TableRow& row, const ImRect& rect,
              std::size_t index, TableEvents& events) {
    unsigned id = 0;
    if (spec.clickable) {
        // Allow overlap only for a row with a button: it makes the row respond one frame late,
        // which is too late for a tap.
        const Press p = press("row", rect, false, !row.action.label.empty());
        id = p.id;
        if (p.pressed) events.opened = row.key;
        if (p.hovered || p.held)
            draw_box({rect.Min, rect.Max - ImVec2(0, px(1))}, theme().raised, theme().raised, 0);
        if (p.focused) {
            ImRect inner = rect;
            inner.Expand(-px(3));
            draw_focus(inner, px(4));
        }
    } else {
        id = static_id("row");
    }
    Node& node = open_node(Role::row, id, spec.clickable ? row_name(grid, row) : "", rect);
    node.key = key_path({});
    node.row = static_cast<int>(index) + 1;
}

// The cells that did not fit, as text below the row.
void draw_below(const TableSpec& spec, const Grid& grid, const TableRow& row, const ImRect& rect,
                std::size_t index) {
    if (grid.below.empty()) return;
    const std::string words = words_below(spec, grid, row);
    const ImVec2 at{rect.Min.x + px(cell_padding), rect.Min.y + grid.line - px(cell_padding / 2)};
    const float room = grid.width - 2 * px(cell_padding) - grid.action;
    draw(label(), at, theme().muted, words, room);
    const ImRect said(at.x, rect.Min.y + grid.line, at.x + room, rect.Max.y);
    Node& node = record(Role::cell, static_id("below"), words, said);
    node.key = key_path("below");
    place(node, index + 1, grid.columns.size());
}

void draw_action(const Grid& grid, const TableRow& row, const ImRect& rect, std::size_t index,
                 TableEvents& events) {
    if (row.action.label.empty()) return;
    const float height = grid.stacked ? grid.under : grid.line;
    const float room = grid.stacked ? px(cell_padding / 2) : 0;
    const ImRect cell(rect.Max.x - grid.action, rect.Max.y - height, rect.Max.x, rect.Max.y - room);
    Node& node = open_node(Role::cell, static_id("action"), row.action.label, cell);
    node.key = key_path("action");
    place(node, index + 1, grid.columns.size() + (grid.below.empty() ? 0 : 1));
    std::string pressed;
    draw_buttons({&row.action, 1}, cell.Max.x, cell.GetCenter().y, true, 0, pressed);
    if (!pressed.empty()) events.acted = row.key;
    close_node();
}

void draw_row(const TableSpec& spec, const Grid& grid, const TableRow& row, const ImRect& rect,
              std::size_t index, TableEvents& events) {
    const Scope scope(row.key);
    open_row(spec, grid, row, rect, index, events);
    push_flow({.x0 = rect.Min.x, .x1 = rect.Max.x, .y = rect.Min.y, .gap = 0});
    float x = rect.Min.x;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        const std::size_t column = grid.columns[i];
        const ImRect cell(x, rect.Min.y, x + grid.widths[i], rect.Min.y + grid.line);
        x = cell.Max.x;
        if (column >= row.cells.size()) continue;
        flow().x1 = cell.Max.x - px(cell_padding);
        Node& node = open_node(Role::cell, static_id(spec.columns[column].key),
                               spoken(row.cells[column]), cell);
        node.key = key_path(spec.columns[column].key);
        place(node, index + 1, i);
        draw_cell(row.cells[column], spec.columns[column].number, cell);
        close_node();
    }
    draw_below(spec, grid, row, rect, index);
    draw_action(grid, row, rect, index, events);
    pop_flow();
    close_node();
}

// Returns true if one of the rows has the keyboard focus.
bool draw_rows(const TableSpec& spec, const Grid& grid, const TableRows& rows, ImVec2 at,
               TableEvents& events) {
    const float height = grid.row();
    bool focused = false;
    const auto row = [&](std::size_t i) {
        const float y = at.y + height * static_cast<float>(i);
        if (i > 0) draw_hairline({at.x, y - px(1)}, grid.width);
        const TableRow shown = rows.row(i);
        draw_row(spec, grid, shown, {at.x, y, at.x + grid.width, y + height}, i, events);
        const Scope scope(shown.key);
        focused = focused || ImGui::GetID("row") == GImGui->NavId;
    };
    if (rows.count <= drawn_whole) {
        for (std::size_t i = 0; i < rows.count; ++i) row(i);
        return focused;
    }
    ImGui::SetCursorScreenPos(at);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.count), height);
    // Also draw some rows out of sight, so that the keyboard can move to them.
    const ImRect sight = ImGui::GetCurrentWindow()->ClipRect;
    const auto at_row = [&](float y) {
        return std::clamp(static_cast<int>((y - at.y) / height), 0, static_cast<int>(rows.count));
    };
    clipper.IncludeItemsByIndex(
        std::max(0, at_row(sight.Min.y) - rows_beyond),
        std::min(static_cast<int>(rows.count), at_row(sight.Max.y) + rows_beyond));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            row(static_cast<std::size_t>(i));
    return focused;
}

// ---- Clipboard ----------------------------------------------------------------------------------

// Keeps a spreadsheet from reading a name as a formula or the typographic minus sign as text.
std::string for_spreadsheet(const Cell& cell, bool number) {
    std::string text = cell.copied.empty() ? spoken(cell) : cell.copied;
    const bool runs = !number && is_formula(text);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    constexpr std::string_view minus = "\u2212";
    if (number) {
        if (const std::size_t at = text.find(minus); at != std::string::npos)
            text.replace(at, minus.size(), "-");
    }
    if (runs) text.insert(0, 1, '\'');
    return text;
}

bool copy_asked() {
    return ImGui::GetIO().KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_C, false) &&
           GImGui->ActiveId == 0;
}

}  // namespace

static std::string text_of(const TableSpec& spec, const TableRows& rows) {
    std::string out;
    for (std::size_t i = 0; i < spec.columns.size(); ++i)
        out += (i > 0 ? "\t" : "") + spec.columns[i].label;
    out += '\n';
    for (std::size_t n = 0; n < rows.count; ++n) {
        const TableRow row = rows.row(n);
        for (std::size_t i = 0; i < row.cells.size() && i < spec.columns.size(); ++i)
            out += (i > 0 ? "\t" : "") + for_spreadsheet(row.cells[i], spec.columns[i].number);
        out += '\n';
    }
    return out;
}

static TableRows made(const std::vector<TableRow>& rows) {
    return {rows.size(), [&rows](std::size_t i) { return rows[i]; }};
}

std::string table_text(const TableSpec& spec, const std::vector<TableRow>& rows) {
    return text_of(spec, made(rows));
}

TableEvents table(const TableSpec& spec, const std::vector<TableRow>& rows) {
    return table(spec, made(rows));
}

TableEvents table(const TableSpec& spec, const TableRows& rows) {
    const Scope scope(spec.key);
    TableEvents events;
    const float room = flow().width();
    std::vector<TableRow> first;
    while (first.size() < std::min(rows.count, measured_rows))
        first.push_back(rows.row(first.size()));
    const Grid grid = measure_grid(spec, first, room);
    const bool wide = grid.width > room + 0.5f;
    const float head = px(28);
    const float body_height = rows.count == 0 ? (spec.empty.empty() ? 0 : row_height())
                                              : grid.row() * static_cast<float>(rows.count);
    const float bar = wide ? px(12) : 0;
    if (!flow().empty && flow().next_gap < 0)
        gap_before(px(4));  // The header's line already has padding.
    const ImRect rect = take(0, head + body_height + bar);
    if (wide) {
        ImGui::SetCursorScreenPos(rect.Min);
        ImGui::BeginChild("scroll", rect.GetSize(), ImGuiChildFlags_None,
                          ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NavFlattened |
                              ImGuiWindowFlags_NoSavedSettings);
        ImGui::GetCurrentWindow()->DC.CursorMaxPos.x =
            rect.Min.x + grid.width - ImGui::GetScrollX();
    }
    const ImVec2 at{rect.Min.x - (wide ? ImGui::GetScrollX() : 0), rect.Min.y};
    Node& node = open_node(Role::grid, static_id("grid"), spec.name, rect);
    node.key = key_path({});
    node.rows = static_cast<int>(rows.count) + (rows.count == 0 && !spec.empty.empty() ? 2 : 1);
    node.columns = static_cast<int>(grid.columns.size()) + (grid.below.empty() ? 0 : 1) +
                   (grid.action > 0 ? 1 : 0);
    draw_head(spec, grid, {at, {at.x + grid.width, at.y + head}}, events);
    if (rows.count == 0 && !spec.empty.empty()) {
        const ImVec2 words{at.x + px(cell_padding), at.y + head + px(8)};
        draw(body(), words, theme().muted, spec.empty);
        const ImRect said(words, words + measure(body(), spec.empty));
        open_node(Role::row, static_id("empty"), "", said).row = 1;
        place(record(Role::cell, static_id("empty-cell"), spec.empty, said), 1, 0);
        close_node();
    }
    const bool focused = draw_rows(spec, grid, rows, {at.x, at.y + head}, events);
    close_node();
    if (focused && copy_asked()) ImGui::SetClipboardText(text_of(spec, rows).c_str());
    if (wide) ImGui::EndChild();
    return events;
}

}  // namespace cppo::ui
