// AWS's payouts to one party: one row for each day with disbursements or refunds, summed over all
// deals. A negative balance is carried over to the next payout.
#pragma once

#include "report/statement.hpp"

namespace cppo {

struct PayoutRow {
    Date on;
    Money moved;    ///< to the party's payout that day; negative after refunds
    Money paid;     ///< to its bank; never negative
    Money carried;  ///< balance to be netted against the next payout; zero or negative
};

/// The payouts to one party in a period, separately for each currency.
struct PayoutStatement {
    Party party;  ///< the ISV or the partner
    PartyRef payee;
    Period period;
    std::vector<PayoutRow> rows;  ///< by currency, then by date
};

/// Payouts to the ISV with this account. Includes the balance carried over into the period.
PayoutStatement isv_payouts(std::span<const Subject> subjects, const AccountId& isv, Period period);
/// Payouts to the partner, by the same rules.
PayoutStatement partner_payouts(std::span<const Subject> subjects, Period period);

Table table_of(const PayoutStatement& statement, Wording wording);

}  // namespace cppo
