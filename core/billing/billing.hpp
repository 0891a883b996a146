// Turns a deal's events into money: the invoices that are due, the effect of each event on an
// invoice, and the ledger entries.
#pragma once

#include "deal/deal.hpp"
#include "ledger/ledger.hpp"

namespace cppo {

/// The numbers of the invoices that AWS issues by the end of `as_of` and that are not recorded yet.
/// AWS issues them at acceptance for an upfront offer, on the charge date for a schedule, and on
/// the second day of the next month for usage.
std::vector<int> invoices_due(const Deal& deal, Date as_of);

/// The effect of one event on one invoice. All amounts are changes, so a refund is negative.
struct Movement {
    Date on;
    DealEventKind what;
    int number;         ///< of the invoice
    Party party;        ///< who receives a disbursement; AWS for other events
    Settlement billed;  ///< the part of the split that was invoiced, refunded or written off
    Settlement earned;  ///< by the parties (decision 10)
    Money open;         ///< owed by the customer
    Money kept;         ///< customer payments, less what was paid back to the customer
    Money isv_paid, partner_paid;  ///< moved to the payouts
    Money paid(Party to) const { return to == Party::isv ? isv_paid : partner_paid; }
};

/// The movements of a deal, in the order of its events.
std::vector<Movement> movements_of(const Deal& deal);

/// The deal's ledger, with one balanced entry per movement.
Ledger ledger_of(const Deal& deal);

}  // namespace cppo
