// A table of texts with named columns, for screens, the command line and CSV files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cppo {

struct Column {
    std::string name;     ///< in files: "invoice_date"
    std::string title;    ///< on paper and on screen: "Invoice date"
    bool number = false;  ///< right-aligned
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

/// The table as CSV (RFC 4180) with a header of column names, LF line ends and no byte order mark.
/// A cell that a spreadsheet would run as a formula is prefixed with an apostrophe.
std::string csv(const Table& table);

/// The table as aligned plain text under the columns' titles, for a terminal.
std::string plain_text(const Table& table);

}  // namespace cppo
