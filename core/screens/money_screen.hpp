// Money over time: what was paid and what is expected to be paid, by month and party, over all
// deals. For the partner only: it contains all nets.
#pragma once

#include "desk/model.hpp"

namespace cppo {

/// A party's part of a month's chart, in minor units; negative if more is recovered than paid. The
/// parts of one bar are stacked.
struct MonthPart {
    Party party = Party::customer;
    std::int64_t from = 0, to = 0;
};

/// One month in one currency. Amounts are for reading, and empty where nothing moves.
struct MonthRow {
    enum class When { past, current, coming, later };
    std::string month = {};          ///< "2027-03"; "later" for everything after the last one
    std::string name = {};           ///< "March 2027"
    std::string_view label = {};     ///< "Mar"
    std::optional<Date> first = {};  ///< its first day; none of what comes later
    When when = When::coming;
    std::string customer = {}, isv = {}, aws = {}, partner = {};
    std::vector<MonthPart> paid = {};      ///< by the customers
    std::vector<MonthPart> received = {};  ///< by the ISVs, the partner and AWS
};

/// A level of the picture's axis.
struct AmountTick {
    std::string amount;
    std::int64_t at = 0;
};

/// One currency's months: past ones since something was paid, this one, those to come, and what is
/// expected later.
struct CurrencyMonths {
    std::string currency;
    std::vector<MonthRow> months;
    MonthRow total;
    std::vector<AmountTick> ticks;  ///< from the lowest level to the highest
};

/// A customer whose payment is overdue.
struct OverdueRow {
    DealId deal;
    int invoice = 0;
    std::string since, days, customer, amount;
};

struct MoneyScreen {
    std::string basis;                ///< what the estimates assume
    std::vector<OverdueRow> overdue;  ///< the longest first
    std::vector<CurrencyMonths> currencies;
};

/// From the month five before that of `on` to the eleventh after it.
MoneyScreen money_screen(const Model& model, Date on);

/// One payment of a month.
struct MonthPayment {
    enum class State { paid, expected, overdue } state = State::expected;
    std::string on, what, name, amount;
    std::string words;     ///< of the state, "Overdue since 2026-11-02"
    std::string customer;  ///< of the deal
    Party party = Party::customer;
    DealId deal;
    int invoice = 0;
};

struct MonthScreen {
    MonthRow month;
    std::string currency;
    std::vector<MonthPayment> payments;  ///< by date
};

/// Everything behind one row of money_screen(). Refuses NOT_FOUND for a currency or a month that
/// is not there.
Result<MonthScreen> month_screen(const Model& model, std::string_view currency,
                                 std::string_view month, Date on);

}  // namespace cppo
