// Any text on a terminal and in a CSV file: the cells read back, and no spreadsheet takes one for a
// formula.
#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "fuzz.hpp"
#include "report/table.hpp"

namespace cppo::fuzz {
namespace {

/// The cells of a CSV file by RFC 4180, with LF line ends.
std::vector<std::vector<std::string>> cells_of(std::string_view file) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row = {""};
    bool in_quotes = false;
    for (std::size_t i = 0; i < file.size(); ++i) {
        const char c = file[i];
        const bool twice = c == '"' && file.substr(i + 1).starts_with('"');
        if (in_quotes && twice) row.back() += file[++i];
        else if (c == '"') in_quotes = !in_quotes;
        else if (in_quotes) row.back() += c;
        else if (c == ',') row.emplace_back();
        else if (c == '\n') rows.push_back(std::exchange(row, {""}));
        else row.back() += c;
    }
    require(!in_quotes && row.size() == 1 && row[0].empty(), "a CSV file ends with a row");
    return rows;
}

/// Starts like a spreadsheet's formula and is not a plain number.
bool would_run(std::string_view cell) {
    for (const char* sign : {"=", "+", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"})
        if (cell.starts_with(sign)) return true;
    const bool number = cell.size() > 1 && cell.find_first_not_of("0123456789.", 1) == cell.npos;
    return cell.starts_with('-') && !number;
}

/// Contains a control character or a mark that changes the writing direction.
bool is_obeyed(std::string_view text) {
    for (const char* mark : {"\u0085", "\u009b", "\u061c", "\u200e", "\u200f", "\u202a", "\u202e",
                             "\u2028", "\u2029", "\u2066", "\u2069", "\ufeff"})
        if (text.find(mark) != text.npos) return true;
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

}  // namespace

void output(std::string_view bytes) {
    const Table table = {{{"a", "A"}, {"b", "B"}}, {{std::string(bytes), "1"}, {"2", "3"}}};
    const auto rows = cells_of(csv(table));
    require(rows.size() == 3 && rows[1].size() == 2, "a CSV file has its rows and columns");
    std::string cell = rows[1][0];
    if (cell != bytes) {
        require(cell.front() == '\'', "only an apostrophe is added to a cell");
        cell.erase(0, 1);
    }
    require(cell == bytes, "a cell reads back the same");
    require(!would_run(rows[1][0]), "no cell is a formula");
    const std::string plain = as_plain_text(bytes);
    require(!is_obeyed(plain), "messages have no terminal control characters");
    require(as_plain_text(plain) == plain, "escaping a message again changes nothing");
    require(!is_obeyed(in_quotes(bytes)), "quoted values have no terminal control characters");
    require(is_plain_text(bytes, false) == (plain == bytes), "plain text stays unchanged");
    (void)plain_text(table);
}

}  // namespace cppo::fuzz
