// What the desk expects to be paid, by whom and when. For our own eyes: it holds all nets.
#pragma once

#include "billing/forecast.hpp"
#include "desk/model.hpp"

namespace cppo {

struct ForecastRow {
    Date on;
    Party party = Party::customer;
    std::string name;  ///< of the customer who pays or the party who is paid
    DealId deal;
    int invoice = 0;
    Money amount = Money::zero(Currency::usd);
    std::optional<Date> overdue_since = {};
};

/// "Estimates: customers pay 30 days after the invoice, …": what the forecast rests on.
std::string basis_of(const Timing& timing);

/// Everything to come of every deal, by date; `deal` alone where it is given.
std::vector<ForecastRow> forecast(const Model& model, Date as_of, const Deal* deal = nullptr);

/// What has been paid from `from` on, in the same rows: by event, deal for deal.
std::vector<ForecastRow> paid_since(const Model& model, Date from);

struct ForecastTotal {
    std::string month;  ///< "2026-12"
    Party party = Party::customer;
    Money amount = Money::zero(Currency::usd);
};

/// The rows added up by month, party and currency.
std::vector<ForecastTotal> totals_of(const std::vector<ForecastRow>& rows);

}  // namespace cppo
