#include "views/split.hpp"

#include <algorithm>

#include "ui/charts.hpp"

namespace cppo::views {

namespace {

ui::Tone tone_of_bar(SplitBar::Look look) {
    using enum SplitBar::Look;
    switch (look) {
        case isv: return ui::Tone::isv;
        case partner: return ui::Tone::partner;
        case customer: return ui::Tone::customer;
        case aws: return ui::Tone::aws;
        case list:
        case discount: return ui::Tone::neutral;
    }
    return ui::Tone::neutral;
}

// The picture's scale: permille of its highest bar.
struct Scale {
    std::int64_t highest = 1;

    explicit Scale(const std::vector<SplitBar>& bars) {
        for (const SplitBar& bar : bars) highest = std::max({highest, bar.from, bar.to});
    }
    int of(std::int64_t amount) const { return static_cast<int>(amount * 1000 / highest); }
};

std::vector<ui::Bar> waterfall_of(const std::vector<SplitBar>& bars) {
    const Scale scale(bars);
    std::vector<ui::Bar> drawn;
    for (const SplitBar& bar : bars) {
        const bool stacked = !drawn.empty() && drawn.back().name == bar.name;
        if (!stacked) drawn.push_back({.name = bar.name, .amount = bar.amount});
        else drawn.back().amount.clear();
        drawn.back().dashed = bar.look == SplitBar::Look::discount;
        drawn.back().parts.push_back({tone_of_bar(bar.look), scale.of(bar.from), scale.of(bar.to)});
    }
    return drawn;
}

std::string sentence_of(const std::vector<SplitBar>& bars) {
    std::string words;
    for (const SplitBar& bar : bars)
        words += (words.empty() ? "" : ", ") + bar.name + " " + bar.amount;
    return words + ".";
}

// "ISV · Nimbus Software, Inc."
std::string name_of(const SplitRow& split) {
    return split.role + (split.company.empty() ? "" : " · " + split.company);
}

std::string sentence_of(const std::vector<SplitRow>& split) {
    std::string words;
    for (const SplitRow& row : split)
        words += (words.empty() ? "" : ", ") + name_of(row) + " receives " + row.share;
    return words + ".";
}

// One bar divided among those who receive something: the picture's last bars, laid down.
std::vector<ui::Share> shares_of(const std::vector<SplitBar>& bars) {
    std::vector<ui::Share> shares;
    std::int64_t whole = 0;
    for (const SplitBar& bar : bars)
        if (bar.received) whole += bar.to - bar.from;
    for (const SplitBar& bar : bars)
        if (bar.received && whole > 0)
            shares.push_back({tone_of_bar(bar.look), bar.name,
                              static_cast<int>((bar.to - bar.from) * 1000 / whole)});
    // AWS comes last, as in the table.
    std::stable_partition(shares.begin(), shares.end(),
                          [](const ui::Share& share) { return share.tone != ui::Tone::aws; });
    return shares;
}

void draw_picture(const QuotePanel& quote) {
    if (!ui::narrow())
        return ui::waterfall("waterfall", sentence_of(quote.bars), waterfall_of(quote.bars));
    ui::split_bar("bar", sentence_of(quote.split), shares_of(quote.bars));
}

// Where there is little room, without the company's name.
std::string short_name_of(const SplitRow& split) {
    return ui::narrow() ? split.role : name_of(split);
}

void draw_split_table(const QuotePanel& quote) {
    ui::TableSpec table{.key = "parties", .name = "Who receives what"};
    table.columns = {{.key = "party", .label = "Party"},
                     {.key = "base", .label = "Base", .number = true, .optional = true},
                     {.key = "fee", .label = "Fee", .number = true, .optional = true},
                     {.key = "receives", .label = "Receives", .number = true},
                     {.key = "share", .label = "Share", .number = true}};
    std::vector<ui::TableRow> rows;
    for (const SplitRow& split : quote.split) {
        const std::string fee = split.fee_percent.empty() ? "" : "(" + split.fee_percent + ")";
        rows.push_back(
            {std::string(text(split.party)),
             {{.text = short_name_of(split), .tone = tone_of(split.party), .marked = true},
              {split.base},
              {.text = split.fee, .note = fee},
              {split.receives, ui::Look::strong},
              {split.share}}});
    }
    rows.push_back({"all", {{"Total", ui::Look::muted}, {""}, {""}, {quote.price}, {"100 %"}}});
    ui::table(table, rows);
}

}  // namespace

void draw_split(const DealScreen& deal) {
    const QuotePanel& quote = deal.quote;
    ui::Card card("split",
                  quote.available ? "Where " + quote.price + " goes" : "Where the money goes");
    if (!quote.available) {
        ui::banner("why", ui::Tone::caution, quote.problem);
    } else {
        draw_picture(quote);
        draw_split_table(quote);
    }
    ui::small(quote.settings);
}

void draw_seen(const DealScreen& deal) {
    ui::Card card("seen", "What each party will see");
    if (deal.quote.seen.empty()) return ui::muted("Appears once the price and the fees are set.");
    ui::TableSpec table{.key = "table", .name = "What each party will see"};
    table.columns = {{.key = "party", .label = "Report for"},
                     {.key = "buyer", .label = "Buyer shown"},
                     {.key = "gross", .label = "Gross", .number = true},
                     {.key = "net", .label = "Net", .number = true}};
    std::vector<ui::TableRow> rows;
    for (const SeenRow& row : deal.quote.seen)
        rows.push_back({row.report_of, {{row.report_of}, {row.buyer}, {row.gross}, {row.net}}});
    ui::table(table, rows);
}

}  // namespace cppo::views
