// A document as a value: what it says in order, and nothing of how it looks. Mails and downloads
// write it as plain text, the page prints it.
#pragma once

#include "report/table.hpp"

namespace cppo {

struct Block {
    enum class Kind {
        heading,
        paragraph,
        facts,  ///< a name and a value a row
        table,
        signature,  ///< facts of a signature; an empty value is a line to sign on
    };
    Kind kind = Kind::paragraph;
    std::string text = {};  ///< of a heading or paragraph; what one row of a table is called
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

/// The document for any program that shows text, a row of a table after the other.
std::string plain_text(const Document& document);

}  // namespace cppo
