#include "views/paper.hpp"

namespace cppo::views {

namespace {

void draw_facts(const std::string& key, const std::string& name, const Block& block) {
    std::vector<ui::Fact> facts;
    for (const auto& row : block.table.rows)
        facts.push_back({row.front(), row.back().empty() ? "–" : row.back()});
    ui::facts(key, name, facts);
}

}  // namespace

void draw_text_table(ui::TableSpec spec, const Table& table, bool (*optional)(const Column&)) {
    for (const Column& column : table.columns)
        spec.columns.push_back({.key = column.name,
                                .label = column.title,
                                .number = column.number,
                                .optional = optional && optional(column)});
    std::vector<ui::TableRow> rows;
    for (const auto& cells : table.rows) {
        ui::TableRow row{.key = std::to_string(rows.size())};
        for (const std::string& words : cells) row.cells.push_back({words});
        rows.push_back(std::move(row));
    }
    ui::table(spec, rows);
}

void draw_document(const ui::CardSpec& spec, const Document& document) {
    ui::Card card(spec);
    std::string under = spec.title;  // the heading above a list or table
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const Block& block = document.blocks[i];
        const std::string key = std::to_string(i);
        switch (block.kind) {
            case Block::Kind::heading:
                under = block.text;
                ui::space(10);
                ui::heading(3, under);
                ui::space(2);
                break;
            case Block::Kind::paragraph: ui::text(block.text); break;
            case Block::Kind::facts:
            case Block::Kind::signature: draw_facts(key, under, block); break;
            case Block::Kind::table:
                draw_text_table({.key = key, .name = under}, block.table);
                break;
        }
    }
}

}  // namespace cppo::views
