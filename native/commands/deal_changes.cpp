#include <sstream>

#include "base/text.hpp"
#include "cli/files.hpp"
#include "commands/desk_session.hpp"
#include "commands/form_changes.hpp"

namespace cppo {
namespace {

using Payload = DealPayload;

const Option number_option = {"number", "N", "The invoice, counted from 1."};

/// How the customer pays AWS: the word of --paid-by.
enum class PaidBy { invoice, card };

}  // namespace

template <>
struct Names<PaidBy> {
    static constexpr std::string_view list[] = {"invoice", "card"};
};

namespace {

Result<Payload> read_fees(const Arguments& arguments, const Model&) {
    FeeTerms fees;
    fees.marketplace = TRY(parse_percent_of_whole(arguments.value("marketplace"), "marketplace"));
    fees.processing = TRY(parse_percent_of_whole(arguments.value("processing"), "processing"));
    fees.assumed = arguments.has("assumed");
    return event::SetFees{fees};
}

Result<Payload> read_acceptance(const Arguments& arguments, const Model&) {
    event::Accept accept;
    accept.account = TRY(parse_account(arguments.value("account"), "account"));
    if (arguments.has("paid-by"))
        accept.on_invoicing = TRY(arguments.choice<PaidBy>("paid-by")) == PaidBy::invoice;
    return accept;
}

/// --amount in the deal's currency; update() refuses a deal that is not there.
Result<Money> amount_in(const Arguments& arguments, const Model& model) {
    const Deal* deal = model.find(TRY(arguments.id<DealId>("id")));
    const Currency currency = deal ? currency_of(deal->state.request) : Currency::usd;
    return parse_money(arguments.value("amount"), currency, "amount");
}

Result<Payload> read_collection(const Arguments& arguments, const Model& model) {
    const int number = TRY(arguments.count("number"));
    return event::Collect{number, TRY(amount_in(arguments, model))};
}

Result<Payload> read_refund(const Arguments& arguments, const Model& model) {
    const int number = TRY(arguments.count("number"));
    return event::Refund{number, TRY(amount_in(arguments, model)), arguments.value("reason")};
}

Result<Payload> read_disbursement(const Arguments& arguments, const Model&) {
    const int number = TRY(arguments.count("number"));
    return event::Disburse{number, TRY(arguments.choice<Party>("party"))};
}

Result<Command> read_new(const Arguments& arguments, const Model&) {
    return command::CreateDeal{TRY(arguments.id<AuthorizationId>("authorization")),
                               arguments.value("id")};
}

/// A copy under the original's authorization, or under another.
Result<Command> read_copy(const Arguments& arguments, const Model& model, bool replaces) {
    const DealId original = TRY(arguments.id<DealId>("of"));
    const Deal* deal = model.find(original);
    AuthorizationId authorization = deal ? deal->authorization : AuthorizationId();
    if (arguments.has("authorization"))
        authorization = TRY(arguments.id<AuthorizationId>("authorization"));
    else if (!deal) return tl::unexpected(within("of", no_such(original)));
    return command::CreateDeal{authorization, arguments.value("id"), original, replaces};
}

std::vector<Option> copy_options(std::string_view of) {
    return {{"of", "ID", of},
            on_option,
            {"id", "ID", "Its name from now on; the next free one when left out.", Need::optional},
            {"authorization", "ID", "Another authorization than the original's.", Need::optional}};
}

Result<Command> read_spread(const Arguments& arguments, const Model&) {
    command::SpreadPayments spread;
    spread.id = TRY(arguments.id<DealId>("id"));
    spread.count = TRY(arguments.count("count"));
    spread.first = TRY(arguments.date("first"));
    spread.months = TRY(arguments.count("months"));
    return spread;
}

Result<Command> read_schedule(const Arguments& arguments, const Model&) {
    std::istringstream none;
    auto id = TRY(arguments.id<DealId>("id"));
    auto rows = TRY(read_input(arguments.value("from"), none, "from"));
    return command::SchedulePayments{std::move(id), std::move(rows)};
}

Result<Command> read_reprice(const Arguments& arguments, const Model&) {
    command::Reprice reprice;
    reprice.id = TRY(arguments.id<DealId>("id"));
    reprice.by = TRY(arguments.choice<PriceBy>("by"));
    reprice.text = arguments.value("value");
    return reprice;
}

std::vector<EventRow<Payload>> offer_events() {
    using Kind = DealEventKind;
    return {
        {Kind::set_fees,
         "fees",
         "Writes the two percentages AWS takes.",
         {{"marketplace", "P",
           "The Marketplace fee, % of wholesale, from the ISV; by modern-2024 the base rate."},
          {"processing", "P", "The processing fee, % of markup, from us; 0 by modern-2024."},
          {"assumed", "", "AWS has not confirmed them; every figure says so.", Need::optional}},
         "deal fees --id loom-backup --marketplace 3.5 --processing 1 --on 2026-11-18",
         read_fees},
        {Kind::create_offer,
         "create-offer",
         "Records that AWS created the private offer.",
         {{"offer", "ID", "The offer's ID at AWS."}},
         "deal create-offer --id loom-backup --offer offer-3fw8n1rx6zt4c --on 2026-11-27",
         [](const Arguments& a, const Model&) -> Result<Payload> {
             return event::CreateOffer{a.value("offer")};
         }},
        {Kind::accept,
         "accept",
         "Records that the customer accepted the offer.",
         {{"account", "ACCOUNT", "The account that accepted, 12 digits."},
          {"paid-by", "HOW", "How this customer pays AWS: invoice (as when left out) or card.",
           Need::optional}},
         "deal accept --id loom-backup --account 180055667788 --on 2026-12-01",
         read_acceptance},
        {Kind::expire,
         "expire",
         "Records that nobody accepted the offer in time.",
         {},
         "deal expire --id orchard-support --on 2027-01-01",
         [](const Arguments&, const Model&) -> Result<Payload> { return event::Expire(); }},
        {Kind::withdraw,
         "withdraw",
         "Takes a request or an offer back before it is accepted.",
         {{"reason", "TEXT", "Why."}},
         "deal withdraw --id orchard-support --reason \"The customer asked for other terms\" "
         "--on 2026-11-24",
         [](const Arguments& a, const Model&) -> Result<Payload> {
             return event::Withdraw{a.value("reason")};
         }},
        {Kind::cancel,
         "cancel",
         "Records that an accepted agreement ends early; invoices not yet issued are dropped.",
         {{"reason", "TEXT", "Why."}},
         "deal cancel --id granite-3y --reason \"Both sides agreed to end it\" --on 2026-11-24",
         [](const Arguments& a, const Model&) -> Result<Payload> {
             return event::Cancel{a.value("reason")};
         }},
        {Kind::set_settings,
         "settings",
         "Takes over the workspace's settings; possible until the request is sent.",
         {},
         "deal settings --id quarry --on 2026-11-18",
         [](const Arguments&, const Model&) -> Result<Payload> { return event::SetSettings(); }},
    };
}

Result<Payload> read_usage(const Arguments& arguments, const Model&) {
    event::Meter meter{TRY(arguments.date("month")), {}};
    const std::string counts = arguments.value("units");
    for (std::string_view count : split_text(counts, ','))
        meter.units.push_back(TRY(parse_quantity(count, "units")));
    return meter;
}

std::vector<EventRow<Payload>> money_events() {
    using Kind = DealEventKind;
    return {
        {Kind::meter,
         "meter",
         "Records what AWS metered in a month; it is invoiced in the next.",
         {{"month", "DATE", "The month, by its first day."},
          {"units", "N,N", "One count for each rate of the request, in their order."}},
         "deal meter --id harvest-usage --month 2026-11-01 --units 123456 --on 2026-12-02",
         read_usage},
        {Kind::invoice,
         "invoice",
         "Records that AWS issued an invoice to the customer.",
         {number_option},
         "deal invoice --id granite-3y --number 2 --on 2027-02-01",
         [](const Arguments& a, const Model&) -> Result<Payload> {
             return event::Invoice{TRY(a.count("number"))};
         }},
        {Kind::collect,
         "collect",
         "Records what the customer paid AWS of an invoice.",
         {number_option, {"amount", "X", "In the deal's currency, such as 110000.00."}},
         "deal collect --id kaede-backup --number 1 --amount 600001 --on 2026-12-10",
         read_collection},
        {Kind::refund,
         "refund",
         "Records that we gave back part of an invoice, or all of it.",
         {number_option,
          {"amount", "X", "In the deal's currency; what is still open is given up first."},
          {"reason", "TEXT", "Why."}},
         "deal refund --id granite-3y --number 1 --amount 10000 --reason \"Fewer seats\" "
         "--on 2026-11-24",
         read_refund},
        {Kind::forgive,
         "forgive",
         "Records that AWS gave up what is open of an invoice.",
         {number_option},
         "deal forgive --id granite-3y --number 2 --on 2027-06-01",
         [](const Arguments& a, const Model&) -> Result<Payload> {
             return event::Forgive{TRY(a.count("number"))};
         }},
        {Kind::disburse,
         "disburse",
         "Records that AWS moved what the ISV or we have earned of an invoice to the payout.",
         {number_option, {"party", "PARTY", "isv or partner."}},
         "deal disburse --id meridian-mesh --number 1 --party partner --on 2026-10-10",
         read_disbursement},
    };
}

}  // namespace

std::vector<EventRow<DealPayload>> deal_events() {
    auto rows = form_events<Payload>(
        "partner or customer.",
        {"deal set --id quarry --field price --value 96000 --on 2026-11-18",
         "deal add-row --id quarry --group lines --on 2026-11-18",
         "deal remove-row --id quarry --group lines --row 1 --on 2026-11-18",
         "deal sign --id loom-backup --party partner --name \"Authorized signatory\" "
         "--title Contracts --on 2026-11-19",
         "deal submit --id loom-backup --to mpcustdesk@amazon.com --on 2026-11-20",
         "deal return --id loom-backup --reason \"The account is unknown\" --on 2026-11-24"});
    for (auto& more : {offer_events(), money_events()})
        rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

std::vector<Change> deal_changes() {
    std::vector<Change> changes = {
        {"deal",
         "new",
         "Starts a request for one customer's offer under an authorization.",
         {{"authorization", "ID", "The authorization it is made with."},
          on_option,
          {"id", "ID", "Its name from now on; the next free one when left out.", Need::optional}},
         {"deal new --authorization nimbus-2026 --id quarry --on 2026-11-18"},
         read_new},
        {"deal",
         "copy",
         "Starts a request with everything written on another one.",
         copy_options("The deal whose request is copied."),
         {"deal copy --of quarry --id quarry-2 --on 2026-11-24"},
         [](const Arguments& a, const Model& m) { return read_copy(a, m, false); }},
        {"deal",
         "replacement",
         "Starts an offer that takes a running agreement's place when it is accepted.",
         copy_options("The agreement to be replaced."),
         {"deal replacement --of granite-3y --id granite-new --on 2026-11-24"},
         [](const Arguments& a, const Model& m) { return read_copy(a, m, true); }},
        {"deal",
         "spread",
         "Divides the price into even payments, in place of the schedule.",
         {{"id", "ID", "The record."},
          {"count", "N", "How many payments."},
          {"first", "DATE", "The day of the first."},
          {"months", "N", "Months from one to the next."},
          on_option},
         {"deal spread --id quarry --count 4 --first 2027-01-15 --months 3 --on 2026-11-18"},
         read_spread},
        {"deal",
         "schedule",
         "Replaces the schedule by payments of a file.",
         {{"id", "ID", "The record."},
          {"from", "FILE", "A payment a line: its date, a tab or blank, its amount."},
          on_option},
         {"deal schedule --id quarry --from payments.tsv --on 2026-11-18"},
         read_schedule},
        {"deal",
         "price",
         "Writes the price that a markup, a margin or our net asks for.",
         {{"id", "ID", "The record."},
          {"by", "WHAT", "price, markup (% of wholesale), margin (% of the price) or partner_net."},
          {"value", "N", "The amount or percentage to be reached."},
          on_option},
         {"deal price --id quarry --by markup --value 14.5 --on 2026-11-18"},
         read_reprice},
        attach_change<command::ChangeDeal>("deal",
                                           "deal attach --id quarry --file licence.pdf "
                                           "--about \"Licence terms\" --on 2026-11-18")};
    for (const auto& row : deal_events())
        changes.push_back(change_of<command::ChangeDeal>("deal", row));
    return changes;
}

}  // namespace cppo
