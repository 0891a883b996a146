// What the desk expects to be paid, by whom and when. For our own eyes: it holds all nets.
#pragma once

#include "app/model.hpp"
#include "billing/forecast.hpp"

namespace cppo {

struct ForecastRow {
    Date on;
    Party party = Party::customer;
    std::string name;  ///< of the customer who pays or the party who is paid
    DealId deal;
    int invoice = 0;
    Money amount = Money::zero(Currency::usd);
    bool overdue = false;
};

/// Everything to come of every deal, by date; `deal` alone where it is given.
std::vector<ForecastRow> forecast(const Model& model, Date as_of, const Deal* deal = nullptr);

struct ForecastTotal {
    std::string month;  ///< "2026-12"
    Party party = Party::customer;
    Money amount = Money::zero(Currency::usd);
};

/// The rows added up by month, party and currency.
std::vector<ForecastTotal> totals_of(const std::vector<ForecastRow>& rows);

}  // namespace cppo
