// A document as a value: its content in order, without layout. Mail and downloads use it as plain
// text; the page prints it.
#pragma once

#include "report/table.hpp"

namespace cppo {

struct Block {
    enum class Kind {
        heading,
        paragraph,
        facts,  ///< rows of a name and a value
        table,
        signature,  ///< facts of a signature; an empty value becomes a line to sign on
    };
    Kind kind = Kind::paragraph;
    std::string text = {};  ///< the heading or paragraph; for a table, the name of one row
    Table table = {};
};

struct Document {
    std::string title;
    std::vector<Block> blocks;

    void heading(std::string text) { blocks.push_back({Block::Kind::heading, std::move(text)}); }
    void paragraph(std::string text) {
        blocks.push_back({Block::Kind::paragraph, std::move(text)});
    }
    void facts(std::vector<std::vector<std::string>> rows) {
        blocks.push_back({Block::Kind::facts, "", {{}, std::move(rows)}});
    }
};

/// The document as plain text, with the rows of a table one below the other.
std::string plain_text(const Document& document);

}  // namespace cppo
