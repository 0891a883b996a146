// cppo deal: one customer's offer, from the draft request to the last payout.
#include "codec/quote_document.hpp"
#include "commands/deal_text.hpp"
#include "commands/form_text.hpp"
#include "commands/mail_answer.hpp"
#include "commands/quote_text.hpp"
#include "desk/words.hpp"
#include "exchange/paper.hpp"
#include "report/table.hpp"

namespace cppo {
namespace {

Outcome list_deals(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    Table table{{{"", "Deal"},
                 {"", "Status"},
                 {"", "Kind"},
                 {"", "Authorization"},
                 {"", "Customer"},
                 {"", "Price", true},
                 {"", "Currency"}},
                {}};
    JsonArray all;
    for (const auto& [id, deal] : session.model().deals()) {
        const Content& request = deal.state.request;
        const std::string status(text(deal.state.status)), kind(text(deal.kind)),
            customer(request.value("customer_name")), price(request.value("price")),
            currency(text(currency_of(request)));
        table.rows.push_back(
            {id.value, status, kind, deal.authorization.value, customer, price, currency});
        all.push_back(JsonObject{{"id", id.value},
                                 {"status", status},
                                 {"kind", kind},
                                 {"authorization", deal.authorization.value},
                                 {"customer", customer},
                                 {"price", price},
                                 {"currency", currency}});
    }
    return Answer{plain_text(table), print_json(JsonObject{{"deals", std::move(all)}})};
}

Date latest_day(const Deal& deal) {
    return deal.events.empty() ? deal.created_on : deal.events.back().on;
}

Outcome show_deal(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    const Deal* deal = TRY(deal_named(call, session));
    const Date on =
        call.arguments.has("as-of") ? TRY(call.arguments.date("as-of")) : latest_day(*deal);
    return Answer{deal_text(session.model(), *deal, on),
                  print_json(deal_json(session.model(), *deal))};
}

Outcome check_deal(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    const Deal* deal = TRY(deal_named(call, session));
    const Authorization* authorization = session.model().find(deal->authorization);
    if (!authorization) return tl::unexpected(no_such(deal->authorization));
    const Date on = call.arguments.has("on") ? TRY(call.arguments.date("on")) : latest_day(*deal);
    const Surroundings around = surroundings_of(session.model(), *deal, *authorization, on);
    return completeness(request_issues(*deal, around, on));
}

Outcome quote_deal(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    const Deal* deal = TRY(deal_named(call, session));
    const Quote quote = TRY(quote_of(*deal, discounts_of(session.model(), *deal)));
    return Answer{quote_text(quote), encode_quote(quote)};
}

Outcome show_deal_history(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    const auto rows = history_of(*TRY(deal_named(call, session)));
    return Answer{history_text(rows), print_json(history_json(rows))};
}

Outcome show_ledger(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    const Ledger ledger = ledger_of(*TRY(deal_named(call, session)));
    return Answer{ledger_text(ledger), print_json(ledger_json(ledger))};
}

Outcome mail_deal(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    const Deal* deal = TRY(deal_named(call, session));
    const auto to = TRY(recipient_of(call, deal->rule_set, session.model().workspace()));
    return hand_out(call, mail_of(*deal, to));
}

Outcome write_customer_copy(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    const Deal* deal = TRY(deal_named(call, session));
    return hand_out(call, customer_copy(*deal, session.model().workspace().partner.name), {});
}

/// The verbs that show a deal and change nothing.
std::vector<Verb> views() {
    constexpr std::string_view noun = "deal";
    return {
        {noun,
         "list",
         "Lists the deals.",
         {as_of_option},
         {"deal list", "deal list --as-of 2026-06-30"},
         list_deals},
        {noun,
         "show",
         "Shows a deal's status, request, invoices and balances.",
         {id_option, as_of_option},
         {"deal show --id granite-3y", "deal show --id granite-3y --as-of 2026-02-01"},
         show_deal},
        {noun,
         "check",
         "Lists every problem the request still has, on the form and with all it depends on: its "
         "authorization, the price and payments, the dates.",
         {id_option,
          {"on", "DATE", "The day it is to be sent (default: the day of the deal's latest entry).",
           Need::optional}},
         {"deal check --id loom-backup"},
         check_deal},
        {noun,
         "quote",
         "Prices the request at the authorization's discount.",
         {id_option},
         {"deal quote --id granite-3y"},
         quote_deal},
        {noun,
         "history",
         "Lists everything that happened to a deal.",
         {id_option},
         {"deal history --id granite-3y"},
         show_deal_history},
        {noun,
         "ledger",
         "Lists what is owed, held and paid, as balanced entries.",
         {id_option, as_of_option},
         {"deal ledger --id granite-3y", "deal ledger --id granite-3y --as-of 2026-06-30"},
         show_ledger},
        {noun,
         "mail",
         "Drafts the e-mail that sends the request to AWS; you send it yourself.",
         {id_option, to_option, out_option, force_option},
         {"deal mail --id granite-3y --out granite-3y.eml"},
         mail_deal},
        {noun,
         "customer-copy",
         "Writes the copy of the request that the customer signs.",
         {id_option, out_option, force_option},
         {"deal customer-copy --id granite-3y --out granite-3y.txt"},
         write_customer_copy}};
}

}  // namespace

std::vector<Verb> deal_verbs() {
    constexpr std::string_view noun = "deal";
    std::vector<Verb> verbs = change_verbs(noun);
    verbs.insert(verbs.begin() + 1,
                 {noun,
                  "fill",
                  "Sets several fields of the request at once; if any is wrong, sets none.",
                  fill_options(),
                  {"deal fill --id quarry --from ctr.json --on 2026-11-18"},
                  fill_form<command::ChangeDeal>});
    const auto shown = views();
    verbs.insert(verbs.end(), shown.begin(), shown.end());
    return verbs;
}

}  // namespace cppo
