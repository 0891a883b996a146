#include "billing/billing.hpp"

#include <algorithm>

#include "deal/in_order.hpp"

namespace cppo {
namespace {

/// The number of the invoice that an event concerns, or 0 if none.
int number_of(const DealPayload& payload) {
    const auto number = [](const auto& event) {
        if constexpr (requires { event.number; }) return event.number;
        else return 0;
    };
    return std::visit(number, payload);
}

Settlement zero_like(const DealInvoice& invoice) {
    return Settlement::zero(invoice.price.currency());
}

/// The invoice's split after refunds and write-offs.
Settlement billed(const DealInvoice& invoice, const Settings& settings) {
    if (!invoice.split) return zero_like(invoice);
    return part_of(*invoice.split, invoice.credited(), invoice.price, settings.rounding);
}

Money owed(const DealInvoice& invoice) {
    return invoice.invoiced_on ? invoice.open() : Money::zero(invoice.price.currency());
}

Movement between(const DealInvoice& before, const DealInvoice& after, const DealEvent& event,
                 const Settings& settings) {
    const auto* payout = std::get_if<event::Disburse>(&event.payload);
    const Settlement earned_before = before.split ? earned(before, settings) : zero_like(before);
    return {event.on,
            kind_of(event.payload),
            after.number,
            payout ? payout->party : Party::aws,
            billed(after, settings) - billed(before, settings),
            earned(after, settings) - earned_before,
            owed(after) - owed(before),
            after.kept() - before.kept(),
            after.isv_payout.amount - before.isv_payout.amount,
            after.partner_payout.amount - before.partner_payout.amount};
}

void book(Ledger& ledger, const Movement& m) {
    const Money cash = m.kept - m.isv_paid - m.partner_paid;
    const bool issued = m.what == deal_event<event::Issue>;
    const std::string_view what = issued ? "issue" : text(m.what);
    Entry entry{m.on,
                std::string(what) + " invoice " + std::to_string(m.number),
                {},
                m.what == deal_event<event::Disburse>};
    const Posting postings[] = {{Account::receivable, m.open},
                                {Account::cash, cash},
                                {Account::unearned, m.earned.price - m.open - m.kept},
                                {Account::isv, m.isv_paid - m.earned.isv_net},
                                {Account::partner, m.partner_paid - m.earned.partner_net},
                                {Account::aws, -m.earned.aws_total}};
    for (const Posting& posting : postings)
        if (!posting.amount.is_zero()) entry.postings.push_back(posting);
    ledger.append(std::move(entry));
}

}  // namespace

std::vector<int> invoices_due(const Deal& deal, Date as_of) {
    std::vector<int> due;
    for (const DealInvoice& invoice : deal.state.invoices)
        if (!invoice.invoiced_on && !invoice.dropped && invoice.charge_date <= as_of)
            due.push_back(invoice.number);
    return due;
}

/// The accepted deal as it was offered, without its events. Its terms, discounts and settings are
/// final by then, and its fees before the first invoice is issued.
static Deal as_offered(const Deal& deal) {
    Deal then{deal.id,       deal.kind,     deal.rule_set,   deal.authorization,
              deal.replaces, deal.settings, deal.created_on, {},
              deal.state};
    then.state.status = DealStatus::offered;
    then.state.invoices.clear();
    then.state.ended_on.reset();
    return then;
}

std::vector<Movement> movements_of(const Deal& deal) {
    const auto accepted =
        std::find_if(deal.events.begin(), deal.events.end(), [](const DealEvent& event) {
            return std::holds_alternative<event::Accept>(event.payload);
        });
    if (accepted == deal.events.end()) return {};
    std::vector<Movement> movements;
    Deal then = as_offered(deal);
    for (auto event = accepted; event != deal.events.end(); ++event) {
        const int number = number_of(event->payload);
        if (number == 0) {
            apply_next(then, *event);
            continue;
        }
        const DealInvoice& invoice = then.state.invoices[static_cast<std::size_t>(number - 1)];
        const DealInvoice before = invoice;
        apply_next(then, *event);
        movements.push_back(between(before, invoice, *event, settings_of(then)));
    }
    return movements;
}

Ledger ledger_of(const Deal& deal) {
    Ledger ledger(currency_of(deal.state.request));
    for (const Movement& movement : movements_of(deal)) book(ledger, movement);
    return ledger;
}

}  // namespace cppo
