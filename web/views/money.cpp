// Offer and money: what happened after the request was sent.
#include <algorithm>

#include "views/action.hpp"
#include "views/form.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

// What has been recorded of the offer; nothing of it that has not happened.
std::vector<ui::Fact> offer_facts(const DealScreen& deal) {
    const std::vector<ui::Fact> all = {{"Status", deal.status},
                                       {"Sent to", deal.form.submitted_to},
                                       {"Offer ID", deal.offer_id},
                                       {"Offered on", deal.offered_on},
                                       {"Customer must accept by", deal.accept_by},
                                       {"Accepted on", deal.accepted_on}};
    std::vector<ui::Fact> known;
    for (const ui::Fact& fact : all)
        if (!fact.value.empty()) known.push_back(fact);
    return known;
}

// Every event the tables allow for the offer, each with the reason why not yet.
void draw_offer_actions(Context& context, const DealScreen& deal) {
    std::vector<ui::Button> buttons;
    for (const ActionRow& action : deal.actions)
        if (action.tab == "offer")
            buttons.push_back(
                {.key = action.verb, .label = action.label, .disabled_because = action.reason});
    if (first_of(deal.actions, records<event::Cancel>))
        buttons.push_back({.key = "replacement", .label = "Offer a replacement"});
    if (!deal.past) buttons.push_back({.key = "copy", .label = "Copy the request"});
    const ui::Scope scope("record");
    const std::string pressed = ui::buttons(buttons);
    if (!pressed.empty()) press(context, deal.id, pressed);
}

// The one thing an invoice waits for.
ui::Button invoice_button(const InvoiceRow& invoice) {
    const auto* next = first_of(invoice.actions, [](const ActionRow& a) { return !a.leads_back; });
    return next ? ui::Button{next->verb, next->label} : ui::Button{};
}

ui::Tone tone_of_status(InvoiceStatus status) {
    switch (status) {
        case InvoiceStatus::scheduled: return ui::Tone::neutral;
        case InvoiceStatus::invoiced:
        case InvoiceStatus::partially_collected: return ui::Tone::caution;
        case InvoiceStatus::collected: return ui::Tone::accent;
        case InvoiceStatus::disbursed: return ui::Tone::good;
        case InvoiceStatus::refunded:
        case InvoiceStatus::forgiven:
        case InvoiceStatus::dropped: return ui::Tone::neutral;
    }
    return ui::Tone::neutral;
}

ui::TableRow invoice_line(const InvoiceRow& invoice) {
    const std::string number = std::to_string(invoice.number);
    ui::TableRow row{.key = number};
    row.cells = {{number},
                 {invoice.charge_date},
                 {invoice.status_text, ui::Look::chip, tone_of_status(invoice.status)},
                 {invoice.price},
                 {grouped(invoice.open)},
                 {invoice.isv_net},
                 {invoice.isv_paid_on},
                 {invoice.partner_net},
                 {invoice.partner_paid_on},
                 {invoice.credited}};
    row.action = invoice_button(invoice);
    return row;
}

void act(Context& context, const DealScreen& deal, const InvoiceRow& invoice) {
    open(context,
         event_action(context, deal.id, invoice_button(invoice).key, {.invoice = invoice.number}));
}

// The buttons for refunds and write-offs, for any invoice.
void draw_lowering(Context& context, const DealScreen& deal) {
    std::vector<ui::Button> buttons;
    for (const InvoiceRow& invoice : deal.invoices)
        for (const ActionRow& action : invoice.actions)
            if (action.leads_back && !first_of(buttons, [&](const ui::Button& button) {
                    return button.key == action.verb;
                }))
                buttons.push_back({.key = action.verb, .label = action.label});
    if (buttons.empty()) return;
    const std::string pressed = ui::buttons(buttons);
    if (!pressed.empty()) open(context, event_action(context, deal.id, pressed));
}

void draw_invoices(Context& context, const DealScreen& deal) {
    ui::Card card({.key = "invoices", .title = "Invoices", .note = deal.currency});
    ui::TableSpec spec{.key = "table", .name = "Invoices"};
    spec.columns = {
        {.key = "number", .label = "No."},
        {.key = "date", .label = "Due", .optional = true},
        {.key = "status", .label = "Status"},
        {.key = "price", .label = "Customer pays", .number = true},
        {.key = "open", .label = "Open", .number = true, .optional = true},
        {.key = "isv", .label = "ISV net", .number = true, .optional = true},
        {.key = "isv_paid", .label = "Paid to ISV", .optional = true},
        {.key = "net", .label = "Your net", .number = true, .optional = true},
        {.key = "we_paid", .label = "Paid to you", .optional = true},
        {.key = "less", .label = "Refunded or written off", .number = true, .optional = true}};
    std::vector<ui::TableRow> rows;
    for (const InvoiceRow& invoice : deal.invoices) rows.push_back(invoice_line(invoice));
    const ui::TableEvents happened = ui::table(spec, rows);
    for (const InvoiceRow& invoice : deal.invoices)
        if (std::to_string(invoice.number) == happened.acted) act(context, deal, invoice);
    draw_lowering(context, deal);
}

void draw_balances(const DealScreen& deal) {
    ui::Card card({.key = "balances", .title = "Who holds what", .note = deal.currency});
    std::vector<ui::Fact> facts;
    for (const BalanceRow& balance : deal.balances)
        facts.push_back({.name = balance.account, .value = balance.amount, .number = true});
    ui::facts("balances", "Balances", facts);
}

}  // namespace

void draw_offer(Context& context, const DealScreen& deal) {
    ui::Card card("offer", "The private offer");
    if (deal.offer_id.empty() && !first_of(deal.actions, records<event::CreateOffer>)) {
        if (ui::empty_state("empty", "No offer yet",
                            "AWS creates it once it has received the request.",
                            {"forms", "Go to the request"}))
            context.go({"deal", deal.id.value, "forms"});
        return draw_offer_actions(context, deal);
    }
    ui::facts("facts", "The private offer", offer_facts(deal));
    draw_offer_actions(context, deal);
}

void draw_money(Context& context, const DealScreen& deal) {
    if (deal.invoices.empty()) {
        ui::Card card("invoices", "Invoices");
        if (const auto* meter = first_of(deal.actions, records<event::Meter>)) {
            if (ui::empty_state("empty", "No invoice yet",
                                "AWS invoices the usage it meters each month.",
                                {meter->verb, meter->label}))
                open(context, event_action(context, deal.id, meter->verb));
            return;
        }
        if (ui::empty_state("empty", "No invoice yet",
                            "Invoices get their dates when the customer accepts the offer.",
                            {"offer", "Go to the offer"}))
            context.go({"deal", deal.id.value, "offer"});
        return;
    }
    draw_invoices(context, deal);
    ui::Columns columns(2, 360);
    columns.next();
    draw_balances(deal);
}

}  // namespace cppo::views
