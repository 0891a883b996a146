#include "commands/deal_text.hpp"

#include "codec/form_json.hpp"
#include "codec/quote_document.hpp"
#include "commands/form_text.hpp"
#include "desk/words.hpp"
#include "report/table.hpp"

namespace cppo {

namespace {

std::string invoices_text(const std::vector<InvoiceRow>& rows) {
    Table table{{{"", "Invoice"},
                 {"", "Due"},
                 {"", "Status"},
                 {"", "Price", true},
                 {"", "Paid", true},
                 {"", "ISV net", true},
                 {"", "Your net", true}},
                {}};
    for (const InvoiceRow& row : rows)
        table.rows.push_back({std::to_string(row.number), row.charge_date, row.status_text,
                              row.price, row.collected, row.isv_net, row.partner_net});
    return plain_text(table);
}

std::string balances_text(const std::vector<BalanceRow>& rows) {
    Table table{{{"", "Balance"}, {"", "", true}}, {}};
    for (const BalanceRow& row : rows) table.rows.push_back({row.account, row.amount});
    return plain_text(table);
}

Json date_json(const std::optional<Date>& date) { return date ? Json(text(*date)) : Json(); }

Json invoice_json(const DealInvoice& invoice) {
    JsonObject members = {{"number", invoice.number},
                          {"status", text(status_of(invoice))},
                          {"charge_date", text(invoice.charge_date)},
                          {"invoiced_on", date_json(invoice.invoiced_on)},
                          {"price", text(invoice.price)},
                          {"wholesale", text(invoice.wholesale)}};
    if (const auto& split = invoice.split) {
        members.push_back({"markup", text(split->markup)});
        members.push_back({"marketplace_fee", text(split->marketplace_fee)});
        members.push_back({"processing_fee", text(split->processing_fee)});
        members.push_back({"isv_net", text(split->isv_net)});
        members.push_back({"partner_net", text(split->partner_net)});
        members.push_back({"aws_total", text(split->aws_total)});
    }
    members.push_back({"collected", text(invoice.collected)});
    members.push_back({"refunded", text(invoice.refunded)});
    members.push_back({"forgiven", text(invoice.forgiven)});
    members.push_back({"open", text(invoice.open())});
    members.push_back({"collected_on", date_json(invoice.collected_on)});
    members.push_back({"isv_paid_on", date_json(invoice.isv_payout.on)});
    members.push_back({"isv_paid", text(invoice.isv_payout.amount)});
    members.push_back({"partner_paid_on", date_json(invoice.partner_payout.on)});
    members.push_back({"partner_paid", text(invoice.partner_payout.amount)});
    return members;
}

/// The quote of the deal, or nothing while it has none.
Json quote_json(const Model& model, const Deal& deal) {
    const auto quote = quote_of(deal, discounts_of(model, deal));
    return quote ? json_of(*quote) : Json();
}

Json balances_json(const Ledger& ledger) {
    JsonObject balances;
    for (std::size_t i = 0; i < name_count<Account>(); ++i) {
        const auto account = static_cast<Account>(i);
        balances.push_back({std::string(text(account)), text(ledger.balance(account))});
    }
    return balances;
}

}  // namespace

std::string deal_text(const Model& model, const Deal& deal, Date on) {
    const DealScreen screen = deal_screen(model, deal, on);
    std::string page = deal.id.value + ": " + screen.title + "\n" + screen.kind + ", " +
                       screen.status + " as of " + text(on) + '\n' + screen.next + '\n';
    if (!screen.offer_id.empty())
        page += "Offer " + screen.offer_id + ", accept by " + screen.accept_by + '\n';
    page += '\n' + form_text(screen.form);
    if (!screen.quote.available) page += "\nNo quote yet. " + screen.quote.problem + '\n';
    if (!screen.invoices.empty())
        page += '\n' + invoices_text(screen.invoices) + '\n' + balances_text(screen.balances);
    return page;
}

Json deal_json(const Model& model, const Deal& deal) {
    const DealState& state = deal.state;
    JsonObject members = {
        {"id", deal.id.value},
        {"status", text(state.status)},
        {"kind", text(deal.kind)},
        {"rule_set", text(deal.rule_set)},
        {"authorization", deal.authorization.value},
        {"created_on", text(deal.created_on)},
        {"fields", content_json(FormKind::custom_transaction_request, state.request)},
        {"signatures", signatures_json(state.signatures)},
        {"submitted_to", state.submitted_to},
        {"offer_id", state.offer_id},
        {"offered_on", date_json(state.offered_on)},
        {"accepted_on", date_json(state.accepted_on)},
        {"quote", quote_json(model, deal)}};
    JsonArray invoices;
    for (const DealInvoice& invoice : state.invoices) invoices.push_back(invoice_json(invoice));
    members.push_back({"invoices", std::move(invoices)});
    members.push_back({"balances", balances_json(ledger_of(deal))});
    return members;
}

std::string ledger_text(const Ledger& ledger) {
    Table table{{{"", "Date"}, {"", "Account"}, {"", "Amount", true}, {"", "Entry"}}, {}};
    for (const Entry& entry : ledger.entries())
        for (const Posting& posting : entry.postings)
            table.rows.push_back({text(entry.on), std::string(text(posting.account)),
                                  grouped(posting.amount), entry.memo});
    for (std::size_t i = 0; i < name_count<Account>(); ++i) {
        const auto account = static_cast<Account>(i);
        table.rows.push_back(
            {"Balance", std::string(text(account)), grouped(ledger.balance(account)), ""});
    }
    return plain_text(table);
}

Json ledger_json(const Ledger& ledger) {
    JsonArray entries;
    for (const Entry& entry : ledger.entries()) {
        JsonArray postings;
        for (const Posting& posting : entry.postings)
            postings.push_back(
                JsonObject{{"account", text(posting.account)}, {"amount", text(posting.amount)}});
        entries.push_back(JsonObject{
            {"on", text(entry.on)}, {"memo", entry.memo}, {"postings", std::move(postings)}});
    }
    return JsonObject{{"currency", text(ledger.currency())},
                      {"entries", std::move(entries)},
                      {"balances", balances_json(ledger)}};
}

}  // namespace cppo
