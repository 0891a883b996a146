#include "app/steps.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"

namespace cppo {
namespace {

std::string days_text(int days) {
    return days == 0 ? "Today" : days == 1 ? "1 day" : std::to_string(days) + " days";
}

std::string invoice_text(const DealInvoice& invoice, const Deal& deal) {
    return "invoice " + std::to_string(invoice.number) + " of " +
           std::to_string(deal.state.invoices.size());
}

bool is_invoiced(const DealInvoice& invoice) { return invoice.invoiced_on.has_value(); }
bool is_collected(const DealInvoice& invoice) { return invoice.collected_on.has_value(); }
bool is_disbursed(const DealInvoice& invoice) {
    return status_of(invoice) == InvoiceStatus::disbursed;
}

/// Invoices that never were or no longer are money: dropped, given back or given up.
bool is_void(const DealInvoice& invoice) {
    const InvoiceStatus status = status_of(invoice);
    return status == InvoiceStatus::dropped || status == InvoiceStatus::refunded ||
           status == InvoiceStatus::forgiven;
}

bool all_invoices(const Deal& deal, bool (*holds)(const DealInvoice&)) {
    const auto& invoices = deal.state.invoices;
    return !invoices.empty() &&
           std::all_of(invoices.begin(), invoices.end(), [&](const DealInvoice& invoice) {
               return is_void(invoice) || holds(invoice);
           });
}

NextStep sending_step(const Model& model, const Deal& deal) {
    const Authorization* authorization = model.find(deal.authorization);
    const bool usable = authorization &&
                        (authorization->state.status == AuthorizationStatus::authorized);
    if (!usable)
        return {"Wait", "The authorization has to reach AWS first", deal.authorization.value,
                "forms"};
    if (filing(deal.rule_set) == Filing::portal)
        return {"Send", "Enter the request in the seller portal", "", "forms"};
    return {"Send", "Send the request to AWS", std::string(customer_desk), "forms"};
}

NextStep draft_step(const Model& model, const Deal& deal) {
    const Issues issues = problems(FormKind::custom_transaction_request, deal.state.request);
    if (!issues.empty())
        return {"Fill in", "Complete the request", issues.front().detail, "forms"};
    if (const auto quote = quote_of(deal, discounts_of(model, deal)); !quote) {
        const bool fees = quote.error().code == Code::fee_unknown;
        return {fees ? "Ask" : "Price", capitalized(quote.error().detail),
                fees ? std::string(channel_team) : "", "quote"};
    }
    if (signers_of(deal).empty()) return sending_step(model, deal);
    return {"Sign", "We must sign the request", "", "forms"};
}

NextStep signing_step(const Model& model, const Deal& deal) {
    const auto missing = missing_signatures(deal);
    if (!missing.empty()) {
        const bool customer = missing.front() == Party::customer;
        return {"Sign", (customer ? customer_of(deal) : "We") + " must sign the request",
                spoken(request_of(deal)->term), "forms"};
    }
    return sending_step(model, deal);
}

bool is_paid(const DealInvoice& invoice) {
    return invoice.isv_payout.on || invoice.partner_payout.on;
}

NextStep accepted_step(const Deal& deal, Date on) {
    const DealInvoice* waiting = nullptr;
    for (const DealInvoice& invoice : deal.state.invoices) {
        const std::string which = invoice_text(invoice, deal);
        const bool to_move = can_disburse(invoice, Party::isv, settings_of(deal)) ||
                             can_disburse(invoice, Party::partner, settings_of(deal));
        if (invoice.refunded > Money::zero(invoice.price.currency()) && to_move && is_paid(invoice))
            return {"Refund", "Record how AWS takes back the refund of " + which,
                    grouped_with_code(invoice.refunded), "money"};
        if (is_void(invoice) || is_disbursed(invoice)) continue;
        if (invoice.collected_on)
            return {"Paid", "Record the disbursement of " + which,
                    grouped_with_code(invoice.price), "money"};
        if (invoice.invoiced_on)
            return {"To pay", customer_of(deal) + " pays " + which,
                    grouped_with_code(invoice.open()), "money"};
        if (invoice.charge_date <= on)
            return {"Invoice", "Record " + which, text(invoice.charge_date), "money",
                    invoice.charge_date};
        if (!waiting) waiting = &invoice;
    }
    if (waiting)
        return {"", capitalized(invoice_text(*waiting, deal)) + " is scheduled",
                text(waiting->charge_date), "money", waiting->charge_date};
    if (deal.state.status == DealStatus::cancelled)
        return {"", "The agreement was cancelled", deal.state.end_reason, "money"};
    if (deal.state.status == DealStatus::replaced)
        return {"", "Replaced by " + deal.state.replaced_by->value, "", "money"};
    return {"", "Everything is disbursed", "", "money"};
}

NextStep offered_step(const Deal& deal, Date on) {
    const Date accept_by = request_of(deal)->accept_by;
    const int days = days_between(on, accept_by);
    if (days < 0)
        return {"Expired", "The offer to " + customer_of(deal) + " has expired", text(accept_by),
                "offer", accept_by};
    return {days_text(days), customer_of(deal) + " must accept the offer", text(accept_by),
            "offer", accept_by};
}

}  // namespace

NextStep next_step(const Model& model, const Deal& deal, Date on) {
    switch (deal.state.status) {
        case DealStatus::draft: return draft_step(model, deal);
        case DealStatus::signing: return signing_step(model, deal);
        case DealStatus::submitted:
            return {"AWS", "Record the offer AWS created", deal.state.submitted_to, "offer"};
        case DealStatus::offered: return offered_step(deal, on);
        case DealStatus::accepted: return accepted_step(deal, on);
        case DealStatus::expired: return {"", "The offer expired", "", "offer"};
        case DealStatus::withdrawn: return {"", "Withdrawn", deal.state.end_reason, "offer"};
        case DealStatus::cancelled:
        case DealStatus::replaced: return accepted_step(deal, on);
    }
    INVARIANT(false);
}

NextStep next_step(const Authorization& authorization, Date on) {
    const AuthorizationState& state = authorization.state;
    if (is_expired(authorization, on)) return {"", "The authorization has ended", "", ""};
    switch (state.status) {
        case AuthorizationStatus::draft:
        case AuthorizationStatus::signing: {
            const Issues issues = problems(authorization.form, state.content);
            if (!issues.empty())
                return {"Fill in", "Complete the form", issues.front().detail, ""};
            for (Party party : missing_signatures(authorization))
                return {"Sign",
                        (party == Party::isv ? std::string(state.content.value("isv_name"))
                                             : "We") +
                            " must sign",
                        "", ""};
            if (filing(authorization.rule_set) == Filing::portal)
                return {"Send", "Enter the form in the seller portal", "", ""};
            return {"Send", "Send the form to AWS", std::string(customer_desk), ""};
        }
        case AuthorizationStatus::submitted:
            return {"AWS", "Record what AWS answered", state.submitted_to, ""};
        case AuthorizationStatus::authorized: return {"", "Ready for deals", "", ""};
        case AuthorizationStatus::consumed: return {"", "Used by its one offer", "", ""};
        case AuthorizationStatus::revoked: return {"", "Revoked", "", ""};
    }
    INVARIANT(false);
}

std::string_view title_of(Phase phase) {
    static constexpr std::string_view titles[] = {"Quoting",    "Waiting for signatures",
                                                  "Offer open", "To be paid",
                                                  "Done",       "Ended"};
    return titles[static_cast<std::size_t>(phase)];
}

Phase phase_of(const Deal& deal) {
    switch (deal.state.status) {
        case DealStatus::draft: return Phase::quoting;
        case DealStatus::signing: return Phase::signing;
        case DealStatus::submitted:
        case DealStatus::offered: return Phase::offered;
        case DealStatus::accepted:
            return all_invoices(deal, is_disbursed) ? Phase::done : Phase::to_be_paid;
        case DealStatus::expired:
        case DealStatus::withdrawn:
        case DealStatus::cancelled:
        case DealStatus::replaced: return Phase::ended;
    }
    INVARIANT(false);
}

std::string stage_of(const Deal& deal) {
    switch (deal.state.status) {
        case DealStatus::draft: return "Draft";
        case DealStatus::signing:
        case DealStatus::submitted: return "Request";
        case DealStatus::offered: return "Offer";
        case DealStatus::expired: return "Expired";
        case DealStatus::withdrawn: return "Withdrawn";
        case DealStatus::cancelled: return "Cancelled";
        case DealStatus::replaced: return "Replaced";
        case DealStatus::accepted: break;
    }
    if (all_invoices(deal, is_disbursed)) return "Disbursed";
    if (all_invoices(deal, is_collected)) return "Paid";
    return all_invoices(deal, is_invoiced) ? "Invoiced" : "Accepted";
}

std::vector<StageRow> stage_line(const Model& model, const Deal& deal) {
    const Authorization* authorization = model.find(deal.authorization);
    const auto date = [](const std::optional<Date>& on) { return on ? text(*on) : std::string(); };
    const auto& authorized =
        authorization ? authorization->state.authorized_on : std::optional<Date>();
    const DealState& state = deal.state;
    const bool sent = state.status != DealStatus::draft && state.status != DealStatus::signing &&
                      state.status != DealStatus::submitted;
    struct Mark {
        std::string_view name;
        bool done;
        std::string date;
    };
    const Mark marks[] = {
        {"Authorized", authorized.has_value(), date(authorized)},
        {"Request", sent, ""},
        {"Offer", state.accepted_on.has_value(), date(state.offered_on)},
        {"Accepted", state.accepted_on.has_value(), date(state.accepted_on)},
        {"Invoiced", all_invoices(deal, is_invoiced), ""},
        {"Paid", all_invoices(deal, is_collected), ""},
        {"Disbursed", all_invoices(deal, is_disbursed), ""}};
    std::vector<StageRow> stages;
    bool current_found =
        state.status == DealStatus::expired || state.status == DealStatus::withdrawn;
    for (const Mark& mark : marks) {
        StageState shown = mark.done ? StageState::done : StageState::todo;
        if (!mark.done && !current_found) shown = StageState::current, current_found = true;
        stages.push_back({std::string(mark.name), shown, mark.date});
    }
    return stages;
}

std::string customer_of(const Deal& deal) {
    const auto name = deal.state.request.value("customer_name");
    return name.empty() ? "Unnamed customer" : std::string(name);
}

static std::string titles_of(const Authorization& authorization,
                             const std::vector<event::LineDiscount>* sold) {
    std::vector<std::string> titles;
    for (const Content::Row& row : authorization.state.content.rows("products")) {
        const std::string_view product = value_in(row, "product"), title = value_in(row, "title");
        const bool wanted = !sold || std::any_of(sold->begin(), sold->end(), [&](const auto& line) {
            return line.product == product;
        });
        if (wanted && !title.empty()) titles.emplace_back(title);
    }
    return titles.empty() ? "No product yet" : join(titles, ", ");
}

std::string products_of(const Authorization& authorization) {
    return titles_of(authorization, nullptr);
}

std::string products_of(const Model& model, const Deal& deal) {
    const Authorization* authorization = model.find(deal.authorization);
    if (!authorization) return "";
    const auto sold = discounts_of(model, deal);
    return titles_of(*authorization, sold.empty() ? nullptr : &sold);
}

static std::string kind_text(DealKind kind, const std::set<Percent>& discounts) {
    std::string words = kind == DealKind::recurring ? "Recurring" : "Single use";
    if (discounts.empty()) return words;
    words += ' ' + text(*discounts.begin());
    if (discounts.size() > 1) words += "–" + text(*discounts.rbegin());
    return words + " %";
}

std::string kind_text(const Authorization& authorization) {
    std::set<Percent> discounts;
    for (const Content::Row& row : authorization.state.content.rows("products"))
        if (const auto discount = parse_percent(value_in(row, "discount"), "discount"))
            discounts.insert(*discount);
    return kind_text(authorization.kind(), discounts);
}

std::string kind_text(const Model& model, const Deal& deal) {
    std::set<Percent> discounts;
    for (const auto& line : discounts_of(model, deal)) discounts.insert(line.discount);
    return kind_text(deal.kind, discounts);
}

std::vector<event::LineDiscount> discounts_of(const Model& model, const Deal& deal) {
    if (!deal.state.discounts.empty()) return deal.state.discounts;
    const Authorization* authorization = model.find(deal.authorization);
    if (!authorization) return {};
    const Date latest = deal.events.empty() ? deal.created_on : deal.events.back().on;
    const Surroundings around = surroundings_of(model, deal, *authorization, latest);
    return discounts_for(deal, *authorization, around.standing);
}

std::string status_text(const Authorization& authorization, Date on) {
    if (authorization.state.status == AuthorizationStatus::authorized) {
        if (is_expired(authorization, on)) return "Expired";
        return authorization.kind() == DealKind::recurring ? "Authorized (reusable)"
                                                           : "Authorized (single use)";
    }
    if (authorization.state.status == AuthorizationStatus::consumed) return "Authorized (consumed)";
    if (authorization.state.status == AuthorizationStatus::signing)
        return missing_signatures(authorization).empty() ? "Signed" : "Partially signed";
    return capitalized(text(authorization.state.status));
}

std::string status_text(const Deal& deal) {
    if (deal.state.status == DealStatus::signing)
        return missing_signatures(deal).empty() ? "Signed" : "Partially signed";
    return capitalized(text(deal.state.status));
}

}  // namespace cppo
