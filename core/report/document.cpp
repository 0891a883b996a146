#include "report/document.hpp"

#include "base/text.hpp"

namespace cppo {
namespace {

/// "name: value". A value of several lines is indented below the name.
std::string fact_text(const std::string& name, const std::string& value) {
    const bool paragraph = value.find('\n') != value.npos;
    return "  " + name + ':' +
           (paragraph ? "\n    " + replaced(value, "\n", "\n    ") : ' ' + value) + '\n';
}

std::string signature_text(const Table& signature) {
    constexpr std::string_view line = "______________________________\n";
    std::string text;
    for (const auto& row : signature.rows)
        text +=
            row[1].empty() ? "\n  " + row[0] + ": " + std::string(line) : fact_text(row[0], row[1]);
    return text;
}

std::string rows_text(const Block& block) {
    std::string text;
    int number = 0;
    for (const auto& cells : block.table.rows) {
        text += '\n' + capitalized(block.text) + ' ' + std::to_string(++number) + '\n';
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!cells[i].empty()) text += fact_text(block.table.columns[i].title, cells[i]);
    }
    return text;
}

std::string block_text(const Block& block) {
    switch (block.kind) {
        case Block::Kind::heading: return '\n' + block.text + '\n';
        case Block::Kind::paragraph: return block.text + '\n';
        case Block::Kind::table: return rows_text(block);
        case Block::Kind::signature: return signature_text(block.table);
        case Block::Kind::facts: break;
    }
    std::string text;
    for (const auto& row : block.table.rows) text += fact_text(row[0], row[1]);
    return text;
}

}  // namespace

std::string plain_text(const Document& document) {
    std::string text = document.title + '\n';
    for (const Block& block : document.blocks) text += block_text(block);
    return text;
}

}  // namespace cppo
