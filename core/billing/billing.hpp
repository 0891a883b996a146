// From a deal's events to money: which invoices are due, what each event did to an invoice, and the
// ledger entries of it all.
#pragma once

#include "deal/deal.hpp"
#include "ledger/ledger.hpp"

namespace cppo {

/// Invoices AWS issues up to and including `as_of` and that are not recorded yet: at acceptance for
/// an upfront offer, on the charge date for a schedule, on the second day of the next month for
/// usage.
std::vector<int> invoices_due(const Deal& deal, Date as_of);

/// What one event did to one invoice; amounts are changes, refunds less than nothing.
struct Movement {
    Date on;
    DealEventKind what;
    int number;         ///< of the invoice
    Party party;        ///< of a disbursement, else AWS
    Settlement billed;  ///< the part of the invoice's split issued, given back or given up
    Settlement earned;  ///< by the parties (decision 10)
    Money open;         ///< owed by the customer
    Money kept;         ///< of the customer's payments, at AWS
    Money isv_paid, partner_paid;  ///< moved to the payouts
    Money paid(Party to) const { return to == Party::isv ? isv_paid : partner_paid; }
};

/// Every movement of the deal, in the order of its events.
std::vector<Movement> movements_of(const Deal& deal);

/// One balanced entry for each movement.
Ledger ledger_of(const Deal& deal);

}  // namespace cppo
