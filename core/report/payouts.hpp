// What AWS paid out to one party: every day on which something was moved to its payout, added up
// over the deals, with less than nothing carried over to the next.
#pragma once

#include "report/statement.hpp"

namespace cppo {

struct PayoutRow {
    Date on;
    Money moved;    ///< to the party's payout that day; less than nothing after refunds
    Money paid;     ///< to its bank: never less than nothing
    Money carried;  ///< what is left to be netted: zero or less
};

/// The payouts of one party in one period, each currency for itself.
struct PayoutStatement {
    Party party;  ///< the ISV or the partner
    PartyRef payee;
    Period period;
    std::vector<PayoutRow> rows;  ///< by currency, then by date
};

/// Of the ISV with this account. What was carried over before the period counts.
PayoutStatement isv_payouts(std::span<const Subject> subjects, const AccountId& isv, Period period);
/// Of ourselves.
PayoutStatement partner_payouts(std::span<const Subject> subjects, Period period);

Table table_of(const PayoutStatement& statement, Wording wording);

}  // namespace cppo
