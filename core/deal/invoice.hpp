// One invoice of an accepted offer: what was collected, refunded and paid out, and what each party
// has earned from it.
#pragma once

#include <optional>

#include "party/party.hpp"
#include "settle/settle.hpp"
#include "time/date.hpp"

namespace cppo {

/// An invoice's split is known once AWS has issued it. All amounts are in the currency of its
/// price.
struct DealInvoice {
    DealInvoice(int nth, Date charged_on, Money full_price, Money cost);

    int number;  ///< from 1, in date order
    Date charge_date;
    std::optional<Date> month;  ///< of usage, by its first day
    Money price;
    Money wholesale;
    std::optional<Date> invoiced_on;
    std::optional<Settlement> split;
    Money collected;
    Money refunded;
    Money forgiven;
    std::optional<Date> collected_on;  ///< the first day with no open balance
    bool dropped = false;              ///< never to be issued: the agreement ended before

    /// What AWS has moved to one party's payout so far, and when it last did.
    struct Payout {
        Money amount;
        std::optional<Date> on;
    };
    Payout isv_payout, partner_payout;
    Payout& payout(Party party);  ///< of Party::isv or Party::partner
    const Payout& payout(Party party) const;

    Money credited() const { return refunded + forgiven; }  ///< no longer owed, or refunded
    Money kept() const;  ///< what AWS has left of the customer's payments after refunds
    Money open() const { return price - credited() - kept(); }  ///< what the customer owes
};

enum class InvoiceStatus {
    scheduled,
    invoiced,
    partially_collected,
    collected,
    disbursed,
    refunded,  ///< in full
    forgiven,  ///< nothing was paid and AWS has written it off
    dropped,
};

template <>
struct Names<InvoiceStatus> {
    static constexpr std::string_view list[] = {"scheduled", "invoiced",  "partially_collected",
                                                "collected", "disbursed", "refunded",
                                                "forgiven",  "dropped"};
};

InvoiceStatus status_of(const DealInvoice& invoice);

/// Whether nobody owes or keeps anything: dropped, or refunded or written off in full.
bool is_void(const DealInvoice& invoice);

/// The part of the invoice's split that its parties have earned: the share of what AWS has left of
/// the payments, once nothing is open or, under Disbursement::by_share, at any time (decision 10).
/// The invoice is issued.
Settlement earned(const DealInvoice& invoice, const Settings& settings);

/// What AWS owes the party and has not moved to its payout; negative after a refund of what was
/// paid out.
Money position(const DealInvoice& invoice, Party party, const Settings& settings);

/// Whether a disbursement can be recorded: the position is not zero, or the invoice earns the party
/// nothing and that has not been recorded yet.
bool can_disburse(const DealInvoice& invoice, Party party, const Settings& settings);

}  // namespace cppo
