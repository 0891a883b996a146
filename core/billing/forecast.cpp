#include "billing/forecast.hpp"

#include <algorithm>

namespace cppo {

static int net_days_of(const Deal& deal, const Timing& timing) {
    const auto& terms = deal.state.terms;
    return terms && terms->net_days ? *terms->net_days : timing.net_days;
}

Date payment_due(const Deal& deal, const DealInvoice& invoice, const Timing& timing) {
    return plus_days(invoice.invoiced_on.value(), net_days_of(deal, timing));
}

std::optional<Settlement> expected_split(const Deal& deal, const DealInvoice& invoice) {
    if (invoice.split || !deal.state.fees) return invoice.split;
    return settle(invoice.price, invoice.wholesale, *deal.state.fees, settings_of(deal));
}

namespace {

/// The invoice as it will stand once it is issued and paid.
DealInvoice paid_in_full(const Deal& deal, DealInvoice invoice) {
    invoice.split = expected_split(deal, invoice);
    invoice.collected += invoice.open();
    return invoice;
}

void add_fees(std::vector<Expected>& expected, const Deal& deal, const DealInvoice& invoice,
              Date collected_on) {
    const DealInvoice paid = paid_in_full(deal, invoice);
    if (!paid.split) return;
    Money amount = earned(paid, settings_of(deal)).aws_total;
    if (invoice.split) amount -= earned(invoice, settings_of(deal)).aws_total;
    if (!amount.is_zero()) expected.push_back({collected_on, Party::aws, invoice.number, amount});
}

void add_payouts(std::vector<Expected>& expected, const Deal& deal, const DealInvoice& invoice,
                 Date collected_on, Date as_of, const Timing& timing) {
    const DealInvoice paid = paid_in_full(deal, invoice);
    // A payout may still come on `as_of` itself.
    const Date on = disbursement_after(std::max(collected_on, plus_days(as_of, -1)), timing);
    for (Party party : {Party::isv, Party::partner}) {
        const Money amount = position(paid, party, settings_of(deal));
        if (!amount.is_zero()) expected.push_back({on, party, invoice.number, amount});
    }
}

}  // namespace

std::vector<Expected> expected_of(const Deal& deal, Date as_of, const Timing& timing) {
    std::vector<Expected> expected;
    const int net_days = net_days_of(deal, timing);
    for (const DealInvoice& invoice : deal.state.invoices) {
        if (invoice.dropped) continue;
        const Date issued = invoice.invoiced_on.value_or(std::max(invoice.charge_date, as_of));
        const Date due = plus_days(issued, net_days);
        const Date paid = invoice.collected_on.value_or(std::max(due, as_of));
        const auto overdue_since = due < as_of ? std::optional<Date>(due) : std::nullopt;
        if (!invoice.open().is_zero())
            expected.push_back(
                {paid, Party::customer, invoice.number, invoice.open(), overdue_since});
        add_fees(expected, deal, invoice, paid);
        add_payouts(expected, deal, invoice, paid, as_of, timing);
    }
    std::stable_sort(expected.begin(), expected.end(),
                     [](const Expected& a, const Expected& b) { return a.on < b.on; });
    return expected;
}

}  // namespace cppo
