// The guards of the events of one invoice: issued, paid, refunded, written off, paid out.
#pragma once

#include "deal/deal.hpp"

namespace cppo {

/// Refuses, in this order: MALFORMED for a party that AWS does not pay; NOT_FOUND for an invoice
/// the deal does not have; TRANSITION_REFUSED for one that was dropped; what the event needs first
/// (NOT_YET, NOT_COLLECTED, FEE_UNKNOWN, ALREADY_EXISTS); CURRENCY_MISMATCH and OUT_OF_RANGE
/// amounts; OVERPAYMENT, REFUND_EXCEEDS; REQUIRED for the lines of a refund; NOT_YET for a day
/// before what it follows.
Result<void> check_invoice(const Deal& deal, Date on, const event::Issue& issue);
Result<void> check_invoice(const Deal& deal, Date on, const event::Collect& collect);
Result<void> check_invoice(const Deal& deal, Date on, const event::Disburse& disburse);
Result<void> check_invoice(const Deal& deal, Date on, const event::Refund& refund);
Result<void> check_invoice(const Deal& deal, Date on, const event::Forgive& forgive);

/// NOT_YET at "on" for a day before `earliest`, when `what` happened or happens.
Result<void> check_not_before(Date on, std::optional<Date> earliest, std::string_view what);

}  // namespace cppo
