// Price and payments of a draft request, written by events like any other.
#pragma once

#include "desk/command.hpp"
#include "desk/model.hpp"

namespace cppo {

/// Lines as people copy them from a spreadsheet: a date, then an amount, separated by a tab, a
/// semicolon, a comma or blanks. Empty lines and a first line of headings are skipped. Refuses
/// MALFORMED and the like at "rows", naming the line.
Result<std::vector<Payment>> parse_payments(std::string_view rows, Currency currency);

/// The request at another price; its payments keep their proportions. Refuses like price_by().
Result<Deal> repriced(Deal deal, const Surroundings& around, const command::Reprice& reprice,
                      Date on);

/// The request with these payments in place of its schedule.
Result<Deal> with_payments(Deal deal, const Surroundings& around,
                           const std::vector<Payment>& payments, Date on);

/// The request with even payments of its price. Refuses OUT_OF_RANGE and REQUIRED.
Result<Deal> spread(Deal deal, const Surroundings& around, const command::SpreadPayments& spread,
                    Date on);

}  // namespace cppo
