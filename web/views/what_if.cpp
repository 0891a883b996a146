// The same deal at other prices: side by side, and as a curve.
#include <algorithm>

#include "screens/what_if.hpp"
#include "ui/charts.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

constexpr std::size_t most_variants = 3;  // beside the price there is

struct WhatIfState {
    std::map<DealId, std::vector<std::string>> variants;  // prices to compare, as typed
};

ui::TableRow line_of(const VariantRow& row, const std::string& name) {
    if (!row.problem.empty())
        return {row.typed,
                {{name}, {row.typed}, {"–"}, {"–"}, {"–"}, {"–"}, {"–"}},
                {"use", "Use", ui::ButtonKind::secondary, row.problem}};
    return {row.typed,
            {{name},
             {row.price},
             {row.markup_percent + " %"},
             {row.margin_percent + " %"},
             {row.isv_net},
             {row.fees},
             {row.our_net, ui::Look::strong}},
            {"use", "Use"}};
}

void draw_variants(Context& context, const DealScreen& deal, const Deal& record) {
    std::vector<std::string>& typed = context.ui.of<WhatIfState>().variants[deal.id];
    ui::TableSpec table{.key = "table", .name = "Prices compared"};
    table.columns = {{.key = "which", .label = "Variant", .silent = true},
                     {.key = "price", .label = "Price", .number = true},
                     {.key = "markup", .label = "Markup", .number = true, .optional = true},
                     {.key = "margin", .label = "Margin", .number = true, .optional = true},
                     {.key = "isv", .label = "ISV net", .number = true, .optional = true},
                     {.key = "fees", .label = "AWS fees", .number = true, .optional = true},
                     {.key = "net", .label = "Your net", .number = true}};
    std::vector<ui::TableRow> rows;
    ui::TableRow now = line_of(
        variant_row(context.model, record, std::string(record.state.request.value("price"))),
        "Now");
    now.key = "now";
    now.action = {};
    rows.push_back(std::move(now));
    for (const std::string& price : typed)
        rows.push_back(line_of(variant_row(context.model, record, price), "At " + price));
    if (!deal.form.editable)
        for (ui::TableRow& row : rows) row.action = {};
    const ui::TableEvents happened = ui::table(table, rows);
    if (!happened.acted.empty())
        context.asks.push_back({command::Reprice{deal.id, PriceBy::price, happened.acted},
                                day_for(context, deal.id), key_of(deal.id), "reprice.price",
                                "The price is now " + happened.acted + "."});
}

// A price is added when its field loses focus; a fourth replaces the first.
void draw_another(Context& context, const DealScreen& deal) {
    std::vector<std::string>& prices = context.ui.of<WhatIfState>().variants[deal.id];
    std::string& typed = context.draft("variant").texts[deal.id.value];
    ui::Columns columns({{160, 1}, {160, 1}}, 12);
    columns.next();
    const ui::FieldResult result =
        ui::money_field({.key = "another", .label = "Another price"}, deal.quote.currency, typed);
    if (result.committed && !typed.empty()) {
        if (std::find(prices.begin(), prices.end(), typed) == prices.end()) prices.push_back(typed);
        if (prices.size() > most_variants) prices.erase(prices.begin());
        typed.clear();
        context.redraw();
    }
    if (prices.empty()) return;
    columns.next();
    ui::space(21);
    if (ui::button({.key = "clear", .label = "Clear comparison", .kind = ui::ButtonKind::quiet}))
        prices.clear();
}

std::string sentence_of(const NetCurve& curve) {
    std::string words = "Your net";
    for (const NetCurve::Line& line : curve.lines)
        words += (&line == &curve.lines.front() ? " is " : ", ") + line.net + " at " + line.amount +
                 " (" + line.name + ")";
    return words + ".";
}

ui::Tone tone_of_mark(NetCurve::Mark mark) {
    switch (mark) {
        case NetCurve::Mark::floor: return ui::Tone::isv;
        case NetCurve::Mark::tier: return ui::Tone::aws;
        case NetCurve::Mark::list: return ui::Tone::neutral;
        case NetCurve::Mark::price: return ui::Tone::customer;
    }
    return ui::Tone::neutral;
}

void draw_curve(const NetCurve& curve) {
    std::vector<ui::CurvePoint> points;
    for (const NetCurve::Point& point : curve.points) points.push_back({point.at, point.net});
    std::vector<ui::CurveMark> marks;
    for (const NetCurve::Line& line : curve.lines)
        marks.push_back({tone_of_mark(line.mark), line.at, line.name, line.amount, line.net});
    ui::curve("curve", sentence_of(curve), points, marks, curve.zero);
}

}  // namespace

void draw_what_if(Context& context, const DealScreen& deal) {
    const Deal* record = context.model.find(deal.id);
    if (!record || deal.past || deal.by_usage || !deal.quote.available) return;
    {
        ui::Card card("compare", "Compare prices");
        draw_variants(context, deal, *record);
        draw_another(context, deal);
    }
    const NetCurve curve = net_curve(context.model, *record);
    if (curve.points.empty()) return;
    ui::Card card("what-if", "Your net at other prices");
    draw_curve(curve);
}

}  // namespace cppo::views
