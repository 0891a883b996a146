#include "report/table.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cppo {

static std::string csv_cell(const std::string& cell) {
    std::string text = cell;
    if (is_formula(cell)) text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\n\r") == text.npos) return text;
    return '"' + replaced(text, "\"", "\"\"") + '"';
}

std::string csv(const Table& table) {
    std::string file;
    std::vector<std::string> cells;
    for (const Column& column : table.columns) cells.push_back(csv_cell(column.name));
    file += join(cells, ",") + '\n';
    for (const auto& row : table.rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) line += (i ? "," : "") + csv_cell(row[i]);
        file += line + '\n';
    }
    return file;
}

/// The width of the text on a terminal: its characters, or its bytes if it is not UTF-8.
static std::size_t width_of(const std::string& text) {
    const int length = utf8_length(text);
    return length < 0 ? text.size() : static_cast<std::size_t>(length);
}

std::string plain_text(const Table& table) {
    std::vector<std::size_t> widths;
    for (const Column& column : table.columns) widths.push_back(width_of(column.title));
    for (const auto& row : table.rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], width_of(row[i]));
    const auto line = [&](auto&& cell_of) {
        std::string text;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const std::string cell = cell_of(i);
            const std::string space(widths[i] - width_of(cell), ' ');
            text += (i ? "  " : "") + (table.columns[i].number ? space + cell : cell + space);
        }
        while (!text.empty() && text.back() == ' ') text.pop_back();
        return text + '\n';
    };
    std::string text = line([&](std::size_t i) { return table.columns[i].title; });
    for (const auto& row : table.rows) text += line([&](std::size_t i) { return row[i]; });
    return text;
}

}  // namespace cppo
