// What is expected to be paid and when: an estimate, from the days the desk expects.
#pragma once

#include "billing/billing.hpp"

namespace cppo {

/// One payment to come: of the customer to AWS, or of AWS to the ISV or to us; and what AWS keeps
/// of it as its fees.
struct Expected {
    Date on;
    Party party;  ///< who pays, for the customer; who is paid, for the others
    int number;   ///< of the invoice
    Money amount;
    std::optional<Date> overdue_since = {};  ///< the day by which the customer should have paid
};

/// The day by which the customer should have paid an invoice that was issued: the request's net
/// days later, or those the desk expects.
Date payment_due(const Deal& deal, const DealInvoice& invoice, const Timing& timing);

/// The invoice's split, as AWS made it or will make it; nothing while the fees are not known.
std::optional<Settlement> expected_split(const Deal& deal, const DealInvoice& invoice);

/// All that is still to come of the deal's invoices as they stand, by date. An invoice is expected
/// on its charge date, its payment `net_days` later, and each party's payout on the next day of
/// disbursement; AWS keeps its fees when the invoice is paid. What is late is expected on `as_of`.
/// While the fees are not known there are no payouts to expect. [ext]
std::vector<Expected> expected_of(const Deal& deal, Date as_of, const Timing& timing);

}  // namespace cppo
