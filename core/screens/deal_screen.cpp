#include "screens/deal_screen.hpp"

#include "base/text.hpp"
#include "desk/words.hpp"
#include "screens/quote_panel.hpp"
#include "screens/status.hpp"

namespace cppo {
namespace {

std::string status_words(const DealInvoice& invoice, Date on) {
    switch (status_of(invoice)) {
        case InvoiceStatus::scheduled:
            return invoice.charge_date <= on ? "Due to be issued" : "Scheduled";
        case InvoiceStatus::invoiced: return "Invoiced";
        case InvoiceStatus::partially_collected: return "Partly paid";
        case InvoiceStatus::collected: return "Paid";
        case InvoiceStatus::disbursed: return "Disbursed";
        case InvoiceStatus::refunded: return "Refunded";
        case InvoiceStatus::forgiven: return "Written off";
        case InvoiceStatus::dropped: return "Dropped";
    }
    INVARIANT(false);
}

/// Whether an invoice waits for an event, one overload each.
struct Waits {
    const DealInvoice& invoice;
    const Settings& settings;

    bool issued() const { return invoice.invoiced_on.has_value(); }
    bool is_open() const { return issued() && !invoice.open().is_zero(); }

    bool operator()(const event::Issue&) const { return !issued() && !invoice.dropped; }
    bool operator()(const event::Collect&) const { return is_open(); }
    bool operator()(const event::Disburse&) const {
        return can_disburse(invoice, Party::isv, settings) ||
               can_disburse(invoice, Party::partner, settings);
    }
    bool operator()(const event::Refund&) const {
        return issued() && !(invoice.price - invoice.credited()).is_zero();
    }
    bool operator()(const event::Forgive&) const { return is_open(); }
};

std::vector<ActionRow> actions_of(const Deal& deal, const DealInvoice& invoice) {
    const Waits waits{invoice, settings_of(deal)};
    std::vector<ActionRow> actions;
    each_event<DealPayload>([&](const auto& event) {
        using E = std::decay_t<decltype(event)>;
        if constexpr (OfInvoice<E>)
            if (next_status(deal.state.status, deal_event<E>) && waits(event))
                actions.push_back(action_row(E::about));
    });
    return actions;
}

InvoiceRow invoice_row(const Deal& deal, const DealInvoice& invoice, Date on) {
    InvoiceRow row;
    row.number = invoice.number;
    row.status = status_of(invoice);
    row.status_text = status_words(invoice, on);
    row.charge_date = text(invoice.charge_date);
    row.invoiced_on = date_text(invoice.invoiced_on);
    row.price = grouped(invoice.price);
    row.collected = grouped(invoice.collected);
    row.open = invoice.open();
    row.credited = invoice.credited().is_zero() ? "" : grouped(invoice.credited());
    row.isv_paid_on = date_text(invoice.isv_payout.on);
    row.partner_paid_on = date_text(invoice.partner_payout.on);
    if (invoice.split) {
        row.isv_net = grouped(invoice.split->isv_net);
        row.partner_net = grouped(invoice.split->partner_net);
    }
    const Settings& settings = settings_of(deal);
    row.isv_position = grouped(position(invoice, Party::isv, settings));
    row.partner_position = grouped(position(invoice, Party::partner, settings));
    row.can_pay_isv = can_disburse(invoice, Party::isv, settings);
    row.can_pay_partner = can_disburse(invoice, Party::partner, settings);
    row.actions = actions_of(deal, invoice);
    return row;
}

std::vector<BalanceRow> balances_of(const Deal& deal) {
    const Ledger ledger = ledger_of(deal);
    return {{"The customer owes AWS", grouped(ledger.balance(Account::receivable))},
            {"AWS holds", grouped(ledger.balance(Account::cash))},
            {"AWS owes the ISV", grouped(ledger.payable(Account::isv))},
            {"AWS owes you", grouped(ledger.payable(Account::partner))},
            {"AWS's own fees", grouped(ledger.payable(Account::aws))}};
}

std::vector<ReportPanel> reports_of(const Model& model, const Subject& subject, Date on) {
    const bool recurring = subject.authorization.kind() == DealKind::recurring;
    std::vector<ReportPanel> reports = {
        {Party::isv,
         "What the ISV sees",
         recurring ? "Recurring discount: the ISV sees you as the buyer."
                   : "Non-recurring discount: the ISV sees the customer as the buyer.",
         {}},
        {Party::partner, "What you see", "You see the customer as the buyer.", {}},
        {Party::customer,
         "What the customer sees",
         "The price on its AWS bill; no wholesale cost, markup or fees.",
         {}}};
    for (ReportPanel& report : reports) {
        const auto statement = statement_for(report.party, subject, on, model.workspace().salt);
        if (!statement) return {};
        report.table = table_of(*statement, Wording::reading);
    }
    return reports;
}

/// The records that the deal's screen reads besides the deal, as they were on `on`.
Model past_surroundings(const Model& model, const Deal& deal, Date on) {
    Model then;
    then.workspace() = model.workspace();
    if (settings_of(deal).stacking == Stacking::additive)
        then.all<Authorization>() = model.authorizations();
    if (const Deal* replaced = deal.replaces ? model.find(*deal.replaces) : nullptr)
        put(then, *replaced);
    const Authorization* now = model.find(deal.authorization);
    if (!now) return then;
    put(then, as_of(*now, on));
    return then;
}

Result<const Deal*> existing(const Model& model, const DealId& id) {
    if (const Deal* deal = model.find(id)) return deal;
    return refuse(Code::not_found, "deal", "there is no deal " + in_quotes(id.value) + " here");
}

}  // namespace

Result<DealScreen> deal_screen(const Model& model, const DealId& id, Date on) {
    const Deal* deal = TRY(existing(model, id));
    return deal_screen(model, *deal, on);
}

DealScreen deal_screen(const Model& model, const Deal& deal, Date on) {
    const Authorization* authorization = model.find(deal.authorization);
    DealScreen screen;
    screen.id = deal.id;
    screen.title = customer_of(deal);
    screen.authorization = deal.authorization;
    if (authorization) {
        screen.title += " · " + products_of(model, deal);
        screen.kind = kind_text(model, deal);
        screen.authorization_status = status_text(*authorization, on);
    }
    screen.rule_set = rules_text(deal.rule_set);
    screen.currency = text(currency_of(deal.state.request));
    screen.status = status_text(deal);
    screen.by_usage = is_by_usage(deal);
    screen.stages = stage_line(model, deal);
    screen.actions = actions_of(model, deal, on);
    const NextStep next = next_step(model, deal, on);
    screen.next = next.text;
    screen.next_tab = next.tab;
    screen.urgency = next.urgency;
    screen.quote = quote_panel(model, deal);
    screen.form = form_screen(model, deal);
    screen.offer_id = deal.state.offer_id;
    screen.offered_on = date_text(deal.state.offered_on);
    screen.accept_by = deal.state.request.value("accept_by");
    screen.accepted_on = date_text(deal.state.accepted_on);
    for (const DealInvoice& invoice : deal.state.invoices)
        screen.invoices.push_back(invoice_row(deal, invoice, on));
    if (!screen.invoices.empty()) screen.balances = balances_of(deal);
    if (authorization) screen.reports = reports_of(model, {deal, *authorization}, on);
    screen.history = history_of(deal);
    return screen;
}

Result<DealScreen> past_deal_screen(const Model& model, const DealId& id, Date on) {
    const Deal* deal = TRY(existing(model, id));
    const Deal then = TRY(as_of(*deal, on));
    DealScreen screen = deal_screen(past_surroundings(model, then, on), then, on);
    screen.past = true;
    screen.urgency = Urgency::idle;
    screen.actions.clear();
    screen.form.editable = false;
    for (SignatureRow& row : screen.form.signatures) row.can_sign = false;
    for (InvoiceRow& row : screen.invoices) {
        row.can_pay_isv = row.can_pay_partner = false;
        row.actions.clear();
    }
    return screen;
}

}  // namespace cppo
