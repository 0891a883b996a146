#include <algorithm>

#include "views/files.hpp"
#include "views/paper.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

// What the page says elsewhere is left out where there is no room for it: at its top, or under
// Money.
bool is_known(const Column& column) {
    static constexpr std::string_view names[] = {
        "buyer_account", "product",          "currency",   "collected_amount",
        "earned_amount", "disbursed_amount", "open_amount"};
    return std::count(std::begin(names), std::end(names), column.name) > 0;
}

void draw_wide(const ReportPanel& report) {
    draw_text_table({.key = "table", .name = report.title, .empty = "No invoices yet."},
                    report.table, is_known);
}

// A list of facts for each row: a report has more columns than a phone has room.
void draw_tall(const ReportPanel& report) {
    if (report.table.rows.empty()) return ui::muted("No invoices yet.");
    int number = 0;
    for (const auto& cells : report.table.rows) {
        const std::string name = "Line " + std::to_string(++number);
        if (number > 1) ui::hairline();
        std::vector<ui::Fact> facts;
        for (std::size_t i = 0; i < cells.size(); ++i)
            facts.push_back({.name = report.table.columns[i].title,
                             .value = cells[i].empty() ? "–" : cells[i],
                             .number = true});
        ui::facts(name, name, facts);
    }
}

void draw_report(Context& context, const DealScreen& deal, const ReportPanel& report) {
    ui::CardSpec spec{.key = std::string(text(report.party)), .title = report.title};
    if (!report.table.rows.empty()) spec.actions = {{"print", "Print"}, {"csv", "Download CSV"}};
    ui::Card card(spec);
    ui::muted(report.rule);
    if (ui::narrow()) draw_tall(report);
    else draw_wide(report);
    if (card.action().empty()) return;
    const auto record = shown_deal(context, deal.id);
    if (!record) return;
    const Date on = shown_day(context);
    if (card.action() == "csv")
        context.out.set(report_file(context.model, *record, report.party, on));
    else context.out.set(report_print(context.model, *record, report.party, on));
}

}  // namespace

void draw_reports(Context& context, const DealScreen& deal) {
    if (deal.reports.empty()) {
        ui::Card card("reports", "Reports");
        ui::empty_state("empty", "No report yet",
                        "Each party's report appears once the request is complete.");
    }
    for (const ReportPanel& report : deal.reports) draw_report(context, deal, report);
}

}  // namespace cppo::views
