// Offer and money: what happened after the request was sent.
#include <algorithm>

#include "views/action.hpp"
#include "views/form.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

bool can(const DealScreen& deal, std::string_view verb) {
    return first_of(deal.actions, [&](const ActionRow& a) { return a.verb == verb; }) != nullptr;
}

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
    static constexpr std::string_view verbs[] = {"create_offer", "accept",   "return",
                                                 "expire",       "withdraw", "cancel"};
    std::vector<ui::Button> buttons;
    for (const ActionRow& action : deal.actions)
        if (std::count(std::begin(verbs), std::end(verbs), action.verb) > 0)
            buttons.push_back(
                {.key = action.verb, .label = action.label, .disabled_because = action.reason});
    if (can(deal, "cancel"))
        buttons.push_back({.key = "replacement", .label = "Offer a replacement"});
    if (!deal.past) buttons.push_back({.key = "copy", .label = "Copy the request"});
    const ui::Scope scope("record");
    const std::string pressed = ui::buttons(buttons);
    if (!pressed.empty()) press(context, deal.form, deal.id, pressed);
}

// The one thing an invoice waits for.
ui::Button invoice_button(const InvoiceRow& invoice) {
    if (invoice.can_invoice) return {"invoice", "Record invoice"};
    if (invoice.can_collect) return {"collect", "Record payment"};
    if (invoice.can_pay_isv || invoice.can_pay_partner) return {"disburse", "Record payout"};
    return {};
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
                 {invoice.open},
                 {invoice.isv_net},
                 {invoice.isv_paid_on},
                 {invoice.partner_net},
                 {invoice.partner_paid_on},
                 {invoice.credited}};
    row.action = invoice_button(invoice);
    return row;
}

void act(Context& context, const DealScreen& deal, const InvoiceRow& invoice) {
    const std::string key = invoice_button(invoice).key;
    if (key == "invoice") open(context, issuing(context, deal.id, invoice));
    if (key == "collect") open(context, collecting(context, deal, invoice));
    if (key == "disburse") open(context, paying_out(context, deal.id, invoice));
}

// What takes something off an invoice again, whichever it is.
void draw_lowering(Context& context, const DealScreen& deal) {
    std::vector<ui::Button> buttons;
    if (first_of(deal.invoices, [](const InvoiceRow& i) { return i.can_refund; }))
        buttons.push_back({.key = "refund", .label = "Record a refund"});
    if (first_of(deal.invoices, [](const InvoiceRow& i) { return i.can_forgive; }))
        buttons.push_back({.key = "forgive", .label = "AWS gives up an invoice"});
    if (buttons.empty()) return;
    const std::string pressed = ui::buttons(buttons);
    if (pressed == "refund") open(context, refunding(context, deal));
    if (pressed == "forgive") open(context, forgiving(context, deal));
}

void draw_invoices(Context& context, const DealScreen& deal) {
    ui::Card card({.key = "invoices", .title = "Invoices", .note = deal.currency});
    ui::TableSpec spec{.key = "table", .name = "Invoices"};
    spec.columns = {{.key = "number", .label = "No."},
                    {.key = "date", .label = "Due", .optional = true},
                    {.key = "status", .label = "Status"},
                    {.key = "price", .label = "Customer pays", .number = true},
                    {.key = "open", .label = "Open", .number = true, .optional = true},
                    {.key = "isv", .label = "ISV net", .number = true, .optional = true},
                    {.key = "isv_paid", .label = "Paid to ISV", .optional = true},
                    {.key = "net", .label = "Our net", .number = true, .optional = true},
                    {.key = "we_paid", .label = "Paid to us", .optional = true},
                    {.key = "less", .label = "Given back", .number = true, .optional = true}};
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
    if (deal.offer_id.empty() && !can(deal, "create_offer")) {
        if (ui::empty_state("empty", "No offer yet",
                            "AWS creates it when it has received the signed request.",
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
        if (can(deal, "meter")) {
            if (ui::empty_state("empty", "No invoice yet",
                                "They follow from what AWS meters every month.",
                                {"meter", "Record a month's usage"}))
                open(context, action_of(context, deal.id, "meter"));
            return;
        }
        if (ui::empty_state("empty", "No invoice yet",
                            "They are dated when the customer accepts the offer.",
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
