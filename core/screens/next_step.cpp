#include "screens/next_step.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "billing/forecast.hpp"
#include "desk/words.hpp"

namespace cppo {
namespace {

std::string days_text(int days) {
    return days == 0 ? "Today" : days == 1 ? "1 day" : std::to_string(days) + " days";
}

std::string invoice_text(const DealInvoice& invoice, const Deal& deal) {
    return "invoice " + std::to_string(invoice.number) + " of " +
           std::to_string(deal.state.invoices.size());
}

/// What can come next, for its mark and its button.
enum class Doing {
    fill_in,
    set_price,
    ask_fees,
    sign,
    get_signed,
    wait,
    send,
    record_answer,
    accept,
    expire,
    invoice,
    pay,
    pay_late,
    disburse,
    take_back
};

struct DoingWords {
    std::string_view tag, button;
    Urgency urgency = Urgency::ours;
};

const DoingWords& words_of(Doing doing) {
    using enum Urgency;
    static constexpr DoingWords words[] = {{"Fill in", "Fill in"},    {"Price", "Set price"},
                                           {"Ask", "Set fees"},       {"Sign", "Sign"},
                                           {"Sign", "Record"},        {"Wait", "Open", theirs},
                                           {"Send", "Send"},          {"AWS", "Record", theirs},
                                           {"", "Open", theirs},      {"Expired", "Record", late},
                                           {"Invoice", "Record"},     {"To pay", "Open", theirs},
                                           {"Overdue", "Open", late}, {"Paid", "Record", arrived},
                                           {"Refund", "Record"}};
    return words[static_cast<std::size_t>(doing)];
}

NextStep step(Doing doing, std::string text, std::string note, std::string_view tab,
              std::optional<Date> on = {}) {
    const DoingWords& words = words_of(doing);
    return {std::string(words.tag), std::move(text),           std::move(note),
            std::string(tab),       std::string(words.button), on,
            words.urgency};
}

/// Where nobody is waited for.
NextStep calm(std::string text, std::string note = {}, std::string_view tab = {},
              std::optional<Date> on = {}) {
    return {"", std::move(text), std::move(note), std::string(tab), "", on, Urgency::idle};
}

NextStep sending_step(const Model& model, const Deal& deal) {
    const Authorization* authorization = model.find(deal.authorization);
    const bool usable =
        authorization && (authorization->state.status == AuthorizationStatus::authorized);
    if (!usable)
        return step(Doing::wait, "AWS must receive the authorization first",
                    deal.authorization.value, "forms");
    if (filing(deal.rule_set) == Filing::portal)
        return step(Doing::send, "Enter the request in the seller portal", "", "forms");
    return step(Doing::send, "Send the request to AWS", std::string(customer_desk), "forms");
}

NextStep draft_step(const Model& model, const Deal& deal) {
    const Issues issues = problems(FormKind::custom_transaction_request, deal.state.request);
    if (!issues.empty())
        return step(Doing::fill_in, "Complete the request", issues.front().detail, "forms");
    if (const auto quote = quote_of(deal, discounts_of(model, deal)); !quote) {
        if (quote.error().code == Code::fee_unknown)
            return step(Doing::ask_fees, "Ask AWS for this deal's fees", std::string(channel_team),
                        "quote");
        return step(Doing::set_price, capitalized(quote.error().detail), "", "quote");
    }
    if (signers_of(deal).empty()) return sending_step(model, deal);
    return step(Doing::sign, "You must sign the request", "", "forms");
}

NextStep signing_step(const Model& model, const Deal& deal) {
    const auto missing = missing_signatures(deal);
    if (!missing.empty()) {
        const bool customer = missing.front() == Party::customer;
        return step(customer ? Doing::get_signed : Doing::sign,
                    (customer ? customer_of(deal) : "You") + " must sign the request",
                    spoken(terms_of(deal).term), "forms");
    }
    return sending_step(model, deal);
}

bool is_paid(const DealInvoice& invoice) {
    return invoice.isv_payout.on || invoice.partner_payout.on;
}

/// The first invoice that the customer should have paid before `on`.
std::optional<NextStep> late_step(const Deal& deal, const Timing& timing, Date on) {
    for (const DealInvoice& invoice : deal.state.invoices) {
        if (!invoice.invoiced_on || is_void(invoice) || invoice.open().is_zero()) continue;
        const Date due = payment_due(deal, invoice, timing);
        if (due < on)
            return step(Doing::pay_late,
                        customer_of(deal) + " has not paid " + invoice_text(invoice, deal),
                        grouped_with_code(invoice.open()), "money", due);
    }
    return std::nullopt;
}

NextStep accepted_step(const Deal& deal, const Timing& timing, Date on) {
    if (auto late = late_step(deal, timing, on)) return std::move(*late);
    const DealInvoice* waiting = nullptr;
    for (const DealInvoice& invoice : deal.state.invoices) {
        const std::string which = invoice_text(invoice, deal);
        const bool to_move = can_disburse(invoice, Party::isv, settings_of(deal)) ||
                             can_disburse(invoice, Party::partner, settings_of(deal));
        if (invoice.refunded > Money::zero(invoice.price.currency()) && to_move && is_paid(invoice))
            return step(Doing::take_back, "Record how AWS recovers the refund of " + which,
                        grouped_with_code(invoice.refunded), "money");
        if (is_void(invoice) || status_of(invoice) == InvoiceStatus::disbursed) continue;
        if (invoice.collected_on)
            return step(Doing::disburse, "Record the disbursement of " + which,
                        grouped_with_code(invoice.price), "money");
        if (invoice.invoiced_on)
            return step(Doing::pay, customer_of(deal) + " pays " + which,
                        grouped_with_code(invoice.open()), "money",
                        payment_due(deal, invoice, timing));
        if (invoice.charge_date <= on)
            return step(Doing::invoice, "Record " + which, text(invoice.charge_date), "money",
                        invoice.charge_date);
        if (!waiting) waiting = &invoice;
    }
    if (waiting)
        return calm(capitalized(invoice_text(*waiting, deal)) + " is scheduled",
                    text(waiting->charge_date), "money", waiting->charge_date);
    if (deal.state.status == DealStatus::cancelled)
        return calm("The agreement was canceled", deal.state.end_reason, "money");
    if (deal.state.status == DealStatus::replaced)
        return calm("Replaced by " + deal.state.replaced_by->value, "", "money");
    return calm("Everything is disbursed", "", "money");
}

NextStep offered_step(const Deal& deal, Date on) {
    const Date accept_by = terms_of(deal).accept_by;
    const int days = days_between(on, accept_by);
    if (days < 0)
        return step(Doing::expire, "The offer to " + customer_of(deal) + " has expired",
                    text(accept_by), "offer", accept_by);
    NextStep next = step(Doing::accept, customer_of(deal) + " must accept the offer",
                         text(accept_by), "offer", accept_by);
    next.tag = days_text(days);
    if (days <= soon_days) next.urgency = Urgency::ours;
    return next;
}

}  // namespace

NextStep next_step(const Model& model, const Deal& deal, Date on) {
    switch (deal.state.status) {
        case DealStatus::draft: return draft_step(model, deal);
        case DealStatus::signing: return signing_step(model, deal);
        case DealStatus::submitted:
            return step(Doing::record_answer, "Record the offer AWS created",
                        deal.state.submitted_to, "offer");
        case DealStatus::offered: return offered_step(deal, on);
        case DealStatus::expired: return calm("The offer expired", "", "offer");
        case DealStatus::withdrawn: return calm("Withdrawn", deal.state.end_reason, "offer");
        case DealStatus::accepted:
        case DealStatus::cancelled:
        case DealStatus::replaced: return accepted_step(deal, model.workspace().timing, on);
    }
    INVARIANT(false);
}

NextStep next_step(const Authorization& authorization, Date on) {
    const AuthorizationState& state = authorization.state;
    if (is_expired(authorization, on)) return calm("The authorization has ended");
    switch (state.status) {
        case AuthorizationStatus::draft:
        case AuthorizationStatus::signing: {
            const Issues issues = problems(authorization.form, state.content);
            if (!issues.empty())
                return step(Doing::fill_in, "Complete the form", issues.front().detail, "");
            for (Party party : missing_signatures(authorization)) {
                if (party == Party::partner) return step(Doing::sign, "You must sign", "", "");
                return step(Doing::get_signed,
                            std::string(state.content.value("isv_name")) + " must sign", "", "");
            }
            if (filing(authorization.rule_set) == Filing::portal)
                return step(Doing::send, "Enter the form in the seller portal", "", "");
            return step(Doing::send, "Send the form to AWS", std::string(customer_desk), "");
        }
        case AuthorizationStatus::submitted:
            return step(Doing::record_answer, "Record what AWS answered", state.submitted_to, "");
        case AuthorizationStatus::authorized: return calm("Ready for deals");
        case AuthorizationStatus::consumed: return calm("Used for its one offer");
        case AuthorizationStatus::revoked: return calm("Revoked");
    }
    INVARIANT(false);
}

}  // namespace cppo
