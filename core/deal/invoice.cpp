#include "deal/invoice.hpp"

#include <algorithm>

namespace cppo {

DealInvoice::DealInvoice(int nth, Date charged_on, Money full_price, Money cost)
    : number(nth),
      charge_date(charged_on),
      price(full_price),
      wholesale(cost),
      collected(Money::zero(full_price.currency())),
      refunded(collected),
      forgiven(collected),
      isv_payout{collected, {}},
      partner_payout{collected, {}} {}

DealInvoice::Payout& DealInvoice::payout(Party party) {
    INVARIANT(party == Party::isv || party == Party::partner);
    return party == Party::isv ? isv_payout : partner_payout;
}

const DealInvoice::Payout& DealInvoice::payout(Party party) const {
    return const_cast<DealInvoice*>(this)->payout(party);
}

Money DealInvoice::kept() const { return std::min(collected, price - credited()); }

InvoiceStatus status_of(const DealInvoice& invoice) {
    if (invoice.dropped) return InvoiceStatus::dropped;
    if (!invoice.invoiced_on) return InvoiceStatus::scheduled;
    if (!invoice.price.is_zero() && invoice.credited() == invoice.price)
        return invoice.forgiven == invoice.price ? InvoiceStatus::forgiven
                                                 : InvoiceStatus::refunded;
    if (!invoice.collected_on)
        return invoice.kept().is_zero() ? InvoiceStatus::invoiced
                                        : InvoiceStatus::partially_collected;
    const bool both = invoice.isv_payout.on && invoice.partner_payout.on;
    return both ? InvoiceStatus::disbursed : InvoiceStatus::collected;
}

bool is_void(const DealInvoice& invoice) {
    const InvoiceStatus status = status_of(invoice);
    return status == InvoiceStatus::dropped || status == InvoiceStatus::refunded ||
           status == InvoiceStatus::forgiven;
}

Settlement earned(const DealInvoice& invoice, const Settings& settings) {
    INVARIANT(invoice.split.has_value());
    const bool shared = settings.disbursement == Disbursement::by_share;
    if (!invoice.open().is_zero() && !shared) return Settlement::zero(invoice.price.currency());
    const Money from = invoice.credited();
    return part_of(*invoice.split, from, from + invoice.kept(), settings.rounding);
}

Money position(const DealInvoice& invoice, Party party, const Settings& settings) {
    if (!invoice.split) return Money::zero(invoice.price.currency());
    const Settlement split = earned(invoice, settings);
    const Money net = party == Party::isv ? split.isv_net : split.partner_net;
    return net - invoice.payout(party).amount;
}

bool can_disburse(const DealInvoice& invoice, Party party, const Settings& settings) {
    if (!position(invoice, party, settings).is_zero()) return true;
    return invoice.collected_on && !invoice.payout(party).on;
}

}  // namespace cppo
