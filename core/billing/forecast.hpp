// Estimates which payments to expect and when, from the workspace's timing.
#pragma once

#include "billing/billing.hpp"

namespace cppo {

/// One expected payment: from the customer to AWS, from AWS to the ISV or the partner, or the fees
/// that AWS keeps.
struct Expected {
    Date on;
    Party party;  ///< the customer who pays, or the party that is paid
    int number;   ///< of the invoice
    Money amount;
    std::optional<Date> overdue_since = {};  ///< the due date, if it is past
};

/// The due date of an issued invoice, by the request's payment terms or else by the workspace's
/// timing.
Date payment_due(const Deal& deal, const DealInvoice& invoice, const Timing& timing);

/// The invoice's actual or expected split; nothing until the fees are known.
std::optional<Settlement> expected_split(const Deal& deal, const DealInvoice& invoice);

/// The payments still expected for the deal's invoices, by date. Each invoice is expected on its
/// charge date, its payment `net_days` later, and each party's payout on the next disbursement day
/// after that; AWS keeps its fees when the invoice is paid. Late payments are expected on `as_of`.
/// Without known fees, no payouts are expected. [ext]
std::vector<Expected> expected_of(const Deal& deal, Date as_of, const Timing& timing);

}  // namespace cppo
