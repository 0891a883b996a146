// One invoice of an accepted offer: what was paid, given back and paid out of it, and what each
// party has earned by that.
#pragma once

#include <optional>

#include "party/party.hpp"
#include "settle/settle.hpp"
#include "time/date.hpp"

namespace cppo {

/// An invoice's split is known once AWS has issued it.
struct DealInvoice {
    int number = 0;  ///< from 1, in date order
    Date charge_date;
    std::optional<Date> month;  ///< of usage, by its first day
    Money price = Money::zero(Currency::usd);
    Money wholesale = Money::zero(Currency::usd);
    std::optional<Date> invoiced_on;
    std::optional<Settlement> split;
    Money collected = Money::zero(Currency::usd);
    Money refunded = Money::zero(Currency::usd);
    Money forgiven = Money::zero(Currency::usd);
    std::optional<Date> collected_on;  ///< the day nothing was open any more
    bool dropped = false;              ///< never to be issued: the agreement ended before

    /// What AWS has moved to one party's payout so far, and when it last did.
    struct Payout {
        Money amount = Money::zero(Currency::usd);
        std::optional<Date> on;
    };
    Payout isv_payout, partner_payout;
    Payout& payout(Party party);  ///< of Party::isv or Party::partner
    const Payout& payout(Party party) const;

    Money credited() const { return refunded + forgiven; }  ///< no longer owed, or given back
    Money kept() const;  ///< what AWS holds of the customer's payments after refunds
    Money open() const { return price - credited() - kept(); }  ///< what the customer owes
};

enum class InvoiceStatus {
    scheduled,
    invoiced,
    partially_collected,
    collected,
    disbursed,
    refunded,  ///< in full
    forgiven,  ///< nothing of it was paid and AWS has given it up
    dropped,
};

template <>
struct Names<InvoiceStatus> {
    static constexpr std::string_view list[] = {"scheduled", "invoiced",  "partially_collected",
                                                "collected", "disbursed", "refunded",
                                                "forgiven",  "dropped"};
};

InvoiceStatus status_of(const DealInvoice& invoice);

/// Whether it never was or no longer is money: dropped, given back or given up.
bool is_void(const DealInvoice& invoice);

/// The part of the invoice's split that its parties have earned: all that is kept once nothing is
/// open, or under Disbursement::by_share whatever is kept (decision 10). The invoice is issued.
Settlement earned(const DealInvoice& invoice, const Settings& settings);

/// What stands to the party's credit and has not been moved to its payout; less than zero after a
/// refund of what was paid out.
Money position(const DealInvoice& invoice, Party party, const Settings& settings);

/// Whether disburse is possible: something stands there, or an invoice earns the party nothing and
/// that has not been recorded yet.
bool can_disburse(const DealInvoice& invoice, Party party, const Settings& settings);

}  // namespace cppo
