// Money over time: what is overdue, what each party pays and receives by month, and the payments of
// one month.
#include "base/text.hpp"
#include "screens/money_screen.hpp"
#include "ui/charts.hpp"
#include "views/frame.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

// The four amounts of a month in the order of the table, with their names.
struct Amount {
    Party party;
    std::string name, text;
};
std::vector<Amount> amounts_of(const MonthRow& row) {
    return {{Party::customer, "Customers pay", row.customer},
            {Party::isv, "ISVs receive", row.isv},
            {Party::aws, "AWS fees", row.aws},
            {Party::partner, "You receive", row.partner}};
}

// "Customers pay 90,000.00, ISVs receive 72,750.00"; empty where nothing moves.
std::string words_of(const MonthRow& row) {
    std::vector<std::string> words;
    for (const Amount& amount : amounts_of(row))
        if (!amount.text.empty()) words.push_back(amount.name + " " + amount.text);
    return join(words, ", ");
}

// The position of an amount, in minor units, between the lowest and the highest level.
struct MonthScale {
    std::int64_t low, range;
    explicit MonthScale(const std::vector<AmountTick>& ticks)
        : low(ticks.front().at), range(std::max<std::int64_t>(ticks.back().at - low, 1)) {}
    int of(std::int64_t amount) const { return static_cast<int>((amount - low) * 1000 / range); }
};

ui::MonthColumn column_of(const MonthRow& row, const MonthScale& scale, bool first) {
    ui::MonthColumn column{.key = row.month, .name = row.name, .words = words_of(row)};
    column.label = row.label;
    const std::chrono::year_month_day day(row.first.value_or(Date{}).day);
    if (first || day.month() == std::chrono::January)
        column.year = std::to_string(static_cast<int>(day.year()));
    for (const auto* bar : {&row.paid, &row.received}) {
        column.bars.emplace_back();
        for (const MonthPart& part : *bar)
            column.bars.back().push_back(
                {tone_of(part.party), scale.of(part.from), scale.of(part.to)});
    }
    for (const Amount& amount : amounts_of(row))
        if (!amount.text.empty() && amount.party != Party::aws)
            column.amounts.push_back({amount.text, tone_of(amount.party)});
    return column;
}

void draw_overdue(Context& context, const std::vector<OverdueRow>& overdue) {
    ui::Card card({.key = "overdue",
                   .title = "Overdue",
                   .chips = {{std::to_string(overdue.size()), ui::Tone::bad}}});
    std::vector<ui::ListRow> rows;
    for (const OverdueRow& row : overdue) {
        const std::string invoice = std::to_string(row.invoice);
        rows.push_back({row.deal.value + "-" + invoice,
                        {row.days, ui::Tone::bad},
                        row.customer + " owes " + row.amount + " on invoice " + invoice,
                        "since " + row.since,
                        {"open", "Open"}});
    }
    const std::string pressed = ui::list("rows", "Overdue", rows);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].key == pressed) context.go({"deal", overdue[i].deal.value, "money"});
}

void draw_chart(Context& context, const MoneyScreen& screen, const CurrencyMonths& months) {
    ui::Card card({.key = "months", .title = "By month", .note = months.currency});
    if (screen.currencies.size() > 1) {
        std::vector<ui::Option> currencies;
        for (const CurrencyMonths& each : screen.currencies)
            currencies.push_back({each.currency, each.currency});
        std::string chosen = months.currency;
        if (ui::segments("currency", "Currency", currencies, chosen)) context.go({"money", chosen});
    }
    const MonthScale scale(months.ticks);
    ui::MonthChart chart{.key = "chart", .name = "Paid and expected by month"};
    std::vector<std::string> sentence;
    for (const MonthRow& row : months.months) {
        const std::string words = words_of(row);
        if (!words.empty()) sentence.push_back(row.name + ": " + words + ".");
        if (row.when == MonthRow::When::current) chart.today = row.month;
        // A phone has room for what comes; the table has what was paid before, too.
        const bool shown = row.when != MonthRow::When::past || !ui::narrow();
        if (shown && row.when != MonthRow::When::later)
            chart.months.push_back(column_of(row, scale, chart.months.empty()));
    }
    chart.sentence = join(sentence, " ");
    for (const AmountTick& tick : months.ticks)
        chart.levels.push_back({tick.amount, scale.of(tick.at)});
    chart.zero = scale.of(0);
    std::vector<ui::Chip> legend;
    for (const Amount& amount : amounts_of(months.total))
        legend.push_back({amount.name, tone_of(amount.party)});
    ui::chips(legend);
    const std::string pressed = ui::month_chart(chart);
    if (!pressed.empty()) context.go({"money", months.currency, pressed});
    ui::small(screen.basis);
}

ui::TableRow line_of(const std::string& key, const std::string& name, const MonthRow& row) {
    ui::TableRow line{.key = key, .cells = {{name}}};
    for (const Amount& amount : amounts_of(row)) {
        const bool empty = amount.text.empty();
        line.cells.push_back(
            {empty ? "–" : amount.text, empty ? ui::Look::muted : ui::Look::plain});
    }
    return line;
}

void draw_table(Context& context, const CurrencyMonths& months) {
    ui::Card card({.key = "table", .title = "Payments by month", .note = months.currency});
    ui::TableSpec spec{.key = "months", .name = "Payments by month", .clickable = true};
    spec.columns = {{.key = "month", .label = "Month"},
                    {.key = "customer", .label = "Customers pay", .number = true},
                    {.key = "isv", .label = "ISVs receive", .number = true, .optional = true},
                    {.key = "aws", .label = "AWS fees", .number = true, .optional = true},
                    {.key = "partner", .label = "You receive", .number = true}};
    std::vector<ui::TableRow> rows;
    for (const MonthRow& row : months.months) {
        rows.push_back(line_of(row.month, row.name, row));
        if (row.when == MonthRow::When::past) rows.back().cells.front().note = "paid";
    }
    rows.push_back(line_of("all", "Total", months.total));
    for (ui::Cell& cell : rows.back().cells) cell.look = ui::Look::strong;
    const std::string opened = ui::table(spec, rows).opened;
    if (!opened.empty() && opened != "all") context.go({"money", months.currency, opened});
}

void draw_nothing(Context& context) {
    ui::Card card("empty", "");
    if (ui::empty_state("empty", "No payments yet",
                        "When a customer accepts an offer, its payments appear here by month: what "
                        "the customer pays, what the ISV and you receive, and what AWS keeps.",
                        {"deals", "Go to the deals"}))
        context.go({"deals"});
}

ui::Tone tone_of_state(MonthPayment::State state) {
    switch (state) {
        case MonthPayment::State::paid: return ui::Tone::good;
        case MonthPayment::State::expected: return ui::Tone::neutral;
        case MonthPayment::State::overdue: return ui::Tone::bad;
    }
    return ui::Tone::neutral;
}

void draw_payments(Context& context, const MonthScreen& screen) {
    ui::Card card({.key = "payments", .title = "Payments", .note = screen.currency});
    ui::TableSpec spec{.key = "table",
                       .name = "Payments",
                       .clickable = true,
                       .empty = "No payments in this month."};
    spec.columns = {{.key = "on", .label = "Date"},
                    {.key = "what", .label = "What"},
                    {.key = "name", .label = "Name", .optional = true},
                    {.key = "deal", .label = "Deal", .optional = true},
                    {.key = "invoice", .label = "Invoice", .number = true, .optional = true},
                    {.key = "amount", .label = "Amount", .number = true},
                    {.key = "state", .label = "State", .optional = true}};
    std::vector<ui::TableRow> rows;
    for (const MonthPayment& payment : screen.payments) {
        rows.push_back({std::to_string(rows.size()),
                        {{payment.on},
                         {.text = payment.what, .tone = tone_of(payment.party), .marked = true},
                         {payment.name},
                         {payment.customer, ui::Look::muted},
                         {std::to_string(payment.invoice)},
                         {payment.amount, ui::Look::strong},
                         {payment.words, ui::Look::chip, tone_of_state(payment.state)}}});
    }
    const std::string opened = ui::table(spec, rows).opened;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].key == opened) context.go({"deal", screen.payments[i].deal.value, "money"});
}

void draw_month(Context& context, const std::string& currency, const std::string& month) {
    const auto& screen = context.memo(currency + month, [&] {
        return month_screen(context.model, currency, month, context.today);
    });
    if (!screen) return context.go({"money"});
    Frame frame{.title = screen->month.name, .titled = true};
    frame.trail = {{"money", "Money"}};
    frame.chips = {{currency}};
    draw_frame(context, frame, [&] {
        std::vector<ui::Metric> metrics;
        for (const Amount& amount : amounts_of(screen->month))
            metrics.push_back({amount.name, amount.name, amount.text.empty() ? "–" : amount.text});
        ui::metrics("sums", "Totals for the month", metrics);
        draw_payments(context, *screen);
    });
}

}  // namespace

void draw_money_over_time(Context& context) {
    const Route route = context.route;
    if (!route.tab.empty()) return draw_month(context, route.id, route.tab);
    const MoneyScreen& screen =
        context.memo("", [&] { return money_screen(context.model, context.today); });
    const auto* chosen = first_of(screen.currencies, [&](const CurrencyMonths& each) {
        return route.id.empty() || each.currency == route.id;
    });
    if (!chosen && !route.id.empty()) return context.go({"money"});
    draw_frame(context, {.titled = true}, [&] {
        if (!chosen) return draw_nothing(context);
        if (!screen.overdue.empty()) draw_overdue(context, screen.overdue);
        draw_chart(context, screen, *chosen);
        draw_table(context, *chosen);
    });
}

}  // namespace cppo::views
