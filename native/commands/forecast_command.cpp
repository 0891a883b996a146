// cppo forecast: the payments to expect, by whom and when. For the partner only.
#include "commands/desk_session.hpp"
#include "commands/nouns.hpp"
#include "report/table.hpp"
#include "screens/forecast_screen.hpp"

namespace cppo {
namespace {

Result<std::vector<ForecastRow>> rows_asked(const Call& call, const DeskSession& session) {
    const Date on = TRY(call.arguments.date("as-of"));
    const Deal* deal = nullptr;
    if (call.arguments.has("deal")) deal = TRY(deal_named(call, session, "deal"));
    auto rows = forecast(session.model(), on, deal);
    if (!call.arguments.has("party")) return rows;
    const Party party = TRY(call.arguments.choice<Party>("party"));
    std::erase_if(rows, [&](const ForecastRow& row) { return row.party != party; });
    return rows;
}

std::string rows_text(const std::vector<ForecastRow>& rows) {
    Table table{{{"", "Expected"},
                 {"", "Party"},
                 {"", "Name"},
                 {"", "Deal"},
                 {"", "Invoice", true},
                 {"", "Amount", true},
                 {"", "Currency"},
                 {"", ""}},
                {}};
    for (const ForecastRow& row : rows) {
        const std::string late =
            row.overdue_since ? "overdue since " + text(*row.overdue_since) : "";
        table.rows.push_back({text(row.on), std::string(title(row.party)), row.name, row.deal.value,
                              std::to_string(row.invoice), grouped(row.amount),
                              std::string(text(row.amount.currency())), late});
    }
    return plain_text(table);
}

std::string totals_text(const std::vector<ForecastTotal>& totals) {
    Table table{{{"", "Month"}, {"", "Party"}, {"", "Amount", true}, {"", "Currency"}}, {}};
    for (const ForecastTotal& total : totals)
        table.rows.push_back({total.month, std::string(title(total.party)), grouped(total.amount),
                              std::string(text(total.amount.currency()))});
    return plain_text(table);
}

Json rows_json(const std::vector<ForecastRow>& rows) {
    JsonArray items;
    for (const ForecastRow& row : rows)
        items.push_back(JsonObject{{"on", text(row.on)},
                                   {"party", text(row.party)},
                                   {"name", row.name},
                                   {"deal", row.deal.value},
                                   {"invoice", row.invoice},
                                   {"amount", text(row.amount)},
                                   {"currency", text(row.amount.currency())},
                                   {"overdue", row.overdue_since.has_value()}});
    return items;
}

Json totals_json(const std::vector<ForecastTotal>& totals) {
    JsonArray items;
    for (const ForecastTotal& total : totals)
        items.push_back(JsonObject{{"month", total.month},
                                   {"party", text(total.party)},
                                   {"amount", text(total.amount)},
                                   {"currency", text(total.amount.currency())}});
    return items;
}

Outcome run_forecast(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    const auto rows = TRY(rows_asked(call, session));
    const auto totals = totals_of(rows);
    const Timing& timing = session.model().workspace().timing;
    return Answer{basis_of(timing) + "\n\n" + rows_text(rows) + '\n' + totals_text(totals),
                  print_json(JsonObject{{"net_days", timing.net_days},
                                        {"disbursement_day", timing.disbursement_day},
                                        {"rows", rows_json(rows)},
                                        {"totals", totals_json(totals)}})};
}

}  // namespace

std::vector<Verb> forecast_verbs() {
    return {
        {"forecast",
         "",
         "Shows expected payments, by date and by month.",
         {{"as-of", "DATE", "Forecast from this day, based on what had happened by the end of it."},
          {"party", "PARTY", "Only this party: customer, isv, partner or aws.", Need::optional},
          {"deal", "ID", "Only this deal.", Need::optional}},
         {"forecast --as-of 2026-11-24", "forecast --as-of 2026-11-24 --party partner"},
         run_forecast}};
}

}  // namespace cppo
