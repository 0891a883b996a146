// What the desk expects to be paid, by whom and when. For the partner alone: it shows all nets.
#pragma once

#include "billing/forecast.hpp"
#include "desk/model.hpp"

namespace cppo {

struct ForecastRow {
    Date on;
    Party party;
    std::string name;  ///< of the customer who pays or the party who is paid
    DealId deal;
    int invoice;
    Money amount;
    std::optional<Date> overdue_since = {};
};

/// "Estimates: customers pay 30 days after the invoice, …": what the forecast assumes.
std::string basis_of(const Timing& timing);

/// Everything to come of every deal, or of `deal` alone, by date.
std::vector<ForecastRow> forecast(const Model& model, Date as_of, const Deal* deal = nullptr);

/// What has been paid since `from`, in the same rows: by event, one deal after the other.
std::vector<ForecastRow> paid_since(const Model& model, Date from);

struct ForecastTotal {
    std::string month;  ///< "2026-12"
    Party party;
    Money amount;
};

/// The rows added up by month, party and currency.
std::vector<ForecastTotal> totals_of(const std::vector<ForecastRow>& rows);

}  // namespace cppo
