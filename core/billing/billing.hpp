// From a deal's events to money: which invoices are due, and the ledger entries of every invoice,
// collection and disbursement.
#pragma once

#include "deal/deal.hpp"
#include "ledger/ledger.hpp"

namespace cppo {

/// Invoices AWS issues up to and including `as_of` and that are not recorded yet: at acceptance for
/// an upfront offer, on the charge date for a schedule.
std::vector<int> invoices_due(const Deal& deal, Date as_of);

/// Every ledger entry of the deal, in the order of its events. A party is owed money only once an
/// invoice is collected in full (decision 10).
Ledger ledger_of(const Deal& deal);

}  // namespace cppo
