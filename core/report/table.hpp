// A table of texts with named columns: what screens, the command line and CSV files share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cppo {

struct Column {
    std::string name;     ///< in files: "invoice_date"
    std::string title;    ///< on paper and screen: "Invoice date"
    bool number = false;  ///< aligned right
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

/// RFC 4180 with a header of column names, LF line ends and no byte order mark. A cell that a
/// spreadsheet would run as a formula gets an apostrophe before it.
std::string csv(const Table& table);

/// Aligned plain text for a terminal, headed by the columns' titles.
std::string plain_text(const Table& table);

}  // namespace cppo
