#include "deal/deal.hpp"

#include <algorithm>

#include "deal/form_guards.hpp"
#include "deal/in_order.hpp"

namespace cppo {

std::string sentence_of(const Deal& deal, const DealEvent& event) {
    const FormWords words{FormKind::custom_transaction_request, currency_of(deal.state.request)};
    return std::visit([&](const auto& each) { return each.sentence(words); }, event.payload);
}

bool is_by_usage(const Deal& deal) {
    return deal.state.request.value("pricing") == text(Pricing::usage);
}

const RequestTerms& terms_of(const Deal& deal) {
    INVARIANT(deal.state.terms.has_value());
    return *deal.state.terms;
}

Result<RequestTerms> request_of(const Deal& deal) {
    if (deal.state.terms) return *deal.state.terms;
    return request_terms(deal.state.request);
}

const Settings& settings_of(const Deal& deal) {
    return deal.state.settings ? *deal.state.settings : deal.settings;
}

bool needs_request(const Deal& deal) {
    return deal.kind == DealKind::recurring ||
           settings_of(deal).non_recurring_request == NonRecurringRequest::required;
}

std::vector<Party> signers_of(const Deal& deal) {
    if (filing(deal.rule_set) == Filing::portal) return {};
    const auto terms = request_of(deal);
    const bool customer =
        terms && needs_customer_signature(*terms, settings_of(deal).customer_signature);
    std::vector<Party> signers;
    for (Party party : form(FormKind::custom_transaction_request).signers)
        if (party != Party::customer || customer) signers.push_back(party);
    return signers;
}

std::vector<Party> missing_signatures(const Deal& deal) {
    std::vector<Party> missing;
    for (Party party : signers_of(deal))
        if (!signature_of(deal.state.signatures, party)) missing.push_back(party);
    return missing;
}

Percent discount_of(const std::vector<event::LineDiscount>& discounts, std::string_view product) {
    const auto found = std::find_if(discounts.begin(), discounts.end(),
                                    [&](const auto& line) { return line.product == product; });
    INVARIANT(found != discounts.end());
    return found->discount;
}

Money wholesale_of(const RequestTerms& request, const std::vector<event::LineDiscount>& discounts,
                   Rounding rounding) {
    Money total = Money::zero(request.currency);
    for (const RequestedLine& line : request.lines)
        total += wholesale_of(line.extended(), discount_of(discounts, line.product), rounding);
    return total;
}

Result<MeteredUsage> metered(const RequestTerms& request,
                             const std::vector<event::LineDiscount>& discounts,
                             const std::vector<Quantity>& units, Rounding rounding) {
    INVARIANT(units.size() == request.rates.size());
    const Money none = Money::zero(request.currency);
    MeteredUsage usage{none, none};
    for (std::size_t i = 0; i < units.size(); ++i) {
        const RequestedRate& rate = request.rates[i];
        const Percent off = discount_of(discounts, rate.product);
        const auto extended = [&](UnitPrice price, Percent percent) {
            return extend(price, units[i], percent, request.currency, rounding, "units");
        };
        usage.price += TRY(extended(rate.partner_rate, percent_100));
        usage.wholesale += TRY(extended(rate.list_rate, complement(off)));
    }
    const Money most = amount_max(request.currency);
    if (usage.price <= most) return usage;
    return refuse(Code::out_of_range, "units",
                  "the month's usage comes to " + grouped_with_code(usage.price) + ", more than " +
                      grouped_with_code(most));
}

static std::vector<DealInvoice> invoices_of(const RequestTerms& request, Money wholesale,
                                            Rounding rounding, Date accepted_on) {
    std::vector<Payment> payments = request.schedule;
    if (!request.scheduled()) payments = {{accepted_on, request.price}};
    std::vector<Money> prices;
    for (const Payment& payment : payments) prices.push_back(payment.amount);
    const auto parts = wholesale_parts(wholesale, prices, rounding);
    std::vector<DealInvoice> invoices;
    for (std::size_t i = 0; i < payments.size(); ++i) {
        // A payment due before the acceptance is invoiced at the acceptance.
        const Date charge_date = std::max(payments[i].on, accepted_on);
        invoices.emplace_back(static_cast<int>(i) + 1, charge_date, prices[i], parts[i]);
    }
    return invoices;
}

namespace {

struct ApplyToDeal {
    Deal& deal;
    Date on;

    DealState& state() const { return deal.state; }
    DealInvoice& invoice(int number) const {
        return state().invoices[static_cast<std::size_t>(number - 1)];
    }
    /// The request can be changed again: nobody has signed it.
    void reopen(Content request) const {
        state().request = std::move(request);
        state().terms.reset();
        state().signatures.clear();
        state().edited_on = on;
    }
    /// From the first signature, or else from the submission or the offer, it does not change.
    void close() const {
        if (!state().terms) state().terms = read_request_terms(state().request);
    }
    template <typename Change>
    void edit(const Change& change) const {
        reopen(
            *edited(FormKind::custom_transaction_request, deal.rule_set, state().request, change));
    }
    void operator()(const event::Edit& change) const { edit(change); }
    void operator()(const event::AddRow& change) const { edit(change); }
    void operator()(const event::RemoveRow& change) const { edit(change); }
    void operator()(const event::SetFees& set) const {
        if (fee_source(deal.rule_set) == FeeSource::told) state().fees = set.fees;
        else state().entered_rate = EnteredRate{set.fees.marketplace, set.fees.assumed};
    }
    void operator()(const event::Sign& sign) const {
        close();
        state().signatures.push_back(sign.signature);
    }
    void operator()(const event::Submit& submit) const {
        close();
        state().submitted_to = submit.to;
        state().discounts = submit.discounts;
        state().return_reason.clear();
    }
    void operator()(const event::Return& back) const {
        reopen(std::move(state().request));
        state().return_reason = back.reason;
        state().discounts.clear();
    }
    void operator()(const event::SetSettings& set) const { state().settings = set.settings; }
    void operator()(const event::CreateOffer& offer) const {
        close();
        if (!offer.discounts.empty()) state().discounts = offer.discounts;
        if (offer.fees) state().fees = offer.fees;
        state().offer_id = offer.offer_id;
        state().offered_on = on;
    }
    void operator()(const event::Accept&) const {
        const RequestTerms& terms = terms_of(deal);
        const Rounding rounding = settings_of(deal).rounding;
        state().accepted_on = on;
        if (terms.by_usage()) return;
        state().invoices =
            invoices_of(terms, wholesale_of(terms, state().discounts, rounding), rounding, on);
    }
    void operator()(const event::Expire&) const {}
    void operator()(const event::Withdraw& withdraw) const { state().end_reason = withdraw.reason; }
    void operator()(const event::Cancel& cancel) const {
        state().end_reason = cancel.reason;
        drop_invoices();
    }
    void operator()(const event::Replace& replace) const {
        state().replaced_by = replace.by;
        drop_invoices();
    }
    void drop_invoices() const {
        state().ended_on = on;
        for (DealInvoice& invoice : state().invoices) invoice.dropped = !invoice.invoiced_on;
    }

    void operator()(const event::Meter& meter) const {
        const auto usage =
            metered(terms_of(deal), state().discounts, meter.units, settings_of(deal).rounding);
        const int number = static_cast<int>(state().invoices.size()) + 1;
        DealInvoice& invoice = state().invoices.emplace_back(
            number, usage_invoice_date(meter.month), usage->price, usage->wholesale);
        invoice.month = meter.month;
    }
    void operator()(const event::Issue& issue) const {
        DealInvoice& due = invoice(issue.number);
        due.invoiced_on = on;
        due.split = settle(due.price, due.wholesale, *state().fees, settings_of(deal));
        close_if_even(due);
    }
    void operator()(const event::Collect& collect) const {
        DealInvoice& paid = invoice(collect.number);
        paid.collected += collect.amount;
        close_if_even(paid);
    }
    void operator()(const event::Refund& refund) const {
        DealInvoice& lowered = invoice(refund.number);
        lowered.refunded += refund.amount;
        close_if_even(lowered);
    }
    void operator()(const event::Forgive& forgive) const {
        DealInvoice& lowered = invoice(forgive.number);
        lowered.forgiven += lowered.open();
        close_if_even(lowered);
    }
    void close_if_even(DealInvoice& invoice) const {
        if (!invoice.collected_on && invoice.open().is_zero()) invoice.collected_on = on;
    }
    void operator()(const event::Disburse& disburse) const {
        DealInvoice& paid = invoice(disburse.number);
        const Money moved = position(paid, disburse.party, settings_of(deal));
        paid.payout(disburse.party).amount += moved;
        paid.payout(disburse.party).on = on;
    }
};

}  // namespace

void apply_next(Deal& deal, const DealEvent& event) {
    const auto to = next_status(deal.state.status, kind_of(event.payload), needs_request(deal));
    INVARIANT(to.has_value());
    std::visit(ApplyToDeal{deal, event.on}, event.payload);
    deal.state.status = *to;
    deal.events.push_back(event);
}

}  // namespace cppo
