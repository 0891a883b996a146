#include "stories/story_facts.hpp"

#include "base/text.hpp"
#include "commands/desk.hpp"
#include "screens/next_step.hpp"

namespace cppo {
namespace {

using Words = std::vector<std::string>;

const Words split_names = {"price",          "wholesale", "markup",     "marketplace_fee",
                           "processing_fee", "isv_net",   "partner_net"};

Words words_of(const Settlement& split) {
    Words words;
    for (Money part : {split.price, split.wholesale, split.markup, split.marketplace_fee,
                       split.processing_fee, split.isv_net, split.partner_net})
        words.push_back(text(part));
    return words;
}

Result<const Deal*> deal_in(const Model& model, const std::string& id) {
    if (const Deal* deal = model.find(DealId{id})) return deal;
    return tl::unexpected(no_such(DealId{id}));
}

Result<const Authorization*> authorization_in(const Model& model, const std::string& id) {
    if (const Authorization* found = model.find(AuthorizationId{id})) return found;
    return tl::unexpected(no_such(AuthorizationId{id}));
}

/// The form and the signatures of either kind of record.
struct Paper {
    std::string status;
    const Content& content;
    std::size_t signatures;
};

Result<Paper> paper_of(const Model& model, const std::string& id) {
    if (const Authorization* found = model.find(AuthorizationId{id}))
        return Paper{std::string(text(found->state.status)), found->state.content,
                     found->state.signatures.size()};
    const Deal* deal = TRY(deal_in(model, id));
    return Paper{std::string(text(deal->state.status)), deal->state.request,
                 deal->state.signatures.size()};
}

Result<Words> status(const Words& of, const Model& model) {
    return Words{TRY(paper_of(model, of[0])).status};
}

Result<Words> signatures(const Words& of, const Model& model) {
    return Words{std::to_string(TRY(paper_of(model, of[0])).signatures)};
}

Result<Words> field(const Words& of, const Model& model) {
    const Paper paper = TRY(paper_of(model, of[0]));
    const FieldPath path = TRY(parse_field_path(of[1]));
    if (path.group.empty()) return Words{std::string(paper.content.value(path.key))};
    const auto& rows = paper.content.rows(path.group);
    const auto row = static_cast<std::size_t>(path.row);
    if (row >= rows.size()) return refuse(Code::not_found, of[1], "the form has no such row");
    return Words{std::string(value_in(rows[row], path.key))};
}

Result<Words> offers(const Words& of, const Model& model) {
    return Words{std::to_string(TRY(authorization_in(model, of[0]))->state.uses.size())};
}

Result<Words> quote_split(const Words& of, const Model& model) {
    const Deal* deal = TRY(deal_in(model, of[0]));
    const auto quote = quote_of(*deal, discounts_of(model, *deal));
    if (!quote) return Words{std::string(text(quote.error().code))};
    return words_of(quote->total);
}

struct InvoiceOfDeal {
    const Deal& deal;
    const DealInvoice& invoice;
};

Result<InvoiceOfDeal> invoice_in(const Model& model, const std::string& id,
                                 const std::string& number) {
    const Deal* deal = TRY(deal_in(model, id));
    for (const DealInvoice& invoice : deal->state.invoices)
        if (std::to_string(invoice.number) == number) return InvoiceOfDeal{*deal, invoice};
    return refuse(Code::not_found, "invoice",
                  "the deal has " + std::to_string(deal->state.invoices.size()) + " invoices");
}

Result<Words> invoice(const Words& of, const Model& model) {
    const DealInvoice& one = TRY(invoice_in(model, of[0], of[1])).invoice;
    if (of[2] == "status") return Words{std::string(text(status_of(one)))};
    if (of[2] == "due") return Words{text(one.charge_date)};
    if (of[2] == "split" && one.split) return words_of(*one.split);
    return refuse(Code::not_found, of[2], "the invoice does not tell it");
}

Result<Words> open_amount(const Words& of, const Model& model) {
    return Words{text(TRY(invoice_in(model, of[0], of[1])).invoice.open())};
}

Result<Words> position_of(const Words& of, const Model& model) {
    const InvoiceOfDeal found = TRY(invoice_in(model, of[0], of[1]));
    const auto party = parse_name<Party>(of[2]);
    if (party != Party::isv && party != Party::partner)
        return refuse(Code::malformed, "party", "only isv and partner are paid");
    return Words{text(position(found.invoice, *party, settings_of(found.deal)))};
}

Result<Words> refund(const Words& of, const Model& model) {
    const InvoiceOfDeal found = TRY(invoice_in(model, of[0], of[1]));
    int which = 0;
    for (const Movement& movement : movements_of(found.deal)) {
        const bool lowers = movement.what == deal_event<event::Refund> ||
                            movement.what == deal_event<event::Forgive>;
        if (!lowers || movement.number != found.invoice.number) continue;
        if (std::to_string(++which) == of[2]) return words_of(movement.billed);
    }
    return refuse(Code::not_found, "refund",
                  "the invoice has " + std::to_string(which) + " refunds");
}

Result<Words> balance(const Words& of, const Model& model) {
    const Ledger ledger = ledger_of(*TRY(deal_in(model, of[0])));
    const auto account = parse_name<Account>(of[1]);
    if (!account)
        return refuse(Code::malformed, "account",
                      in_quotes(of[1]) + " is not " + one_of_names<Account>());
    const bool owed =
        *account == Account::isv || *account == Account::partner || *account == Account::aws;
    return Words{text(owed ? ledger.payable(*account) : ledger.balance(*account))};
}

constexpr auto last_day = "2199-12-31";

Result<Subject> subject_in(const Model& model, const std::string& id) {
    const Deal* deal = TRY(deal_in(model, id));
    if (const auto subject = subject_of(model, *deal)) return *subject;
    return tl::unexpected(no_such(deal->authorization));
}

Result<PartnerStatement> partner_rows(const Words& of, const Model& model) {
    const Subject subject = TRY(subject_in(model, of[0]));
    auto statement = partner_statement({&subject, 1}, TRY(parse_date(last_day, "")), "");
    if (!statement.rows.empty()) return statement;
    return refuse(Code::not_yet, "report", "no report shows the deal yet");
}

Result<Words> buyer(const Words& of, const Model& model) {
    const PartnerStatement ours = TRY(partner_rows(of, model));
    if (of[1] == "partner") return Words{ours.rows.front().buyer.name};
    if (of[1] != "isv") return refuse(Code::malformed, "party", "a buyer is shown to isv, partner");
    const Subject subject = TRY(subject_in(model, of[0]));
    const auto isv =
        TRY(parse_account(subject.authorization.state.content.value("isv_account"), "isv_account"));
    const auto theirs = isv_statement({&subject, 1}, isv, TRY(parse_date(last_day, "")), "");
    return Words{theirs.rows.front().buyer.name};
}

Result<Words> payer(const Words& of, const Model& model) {
    return Words{TRY(partner_rows(of, model)).rows.front().payer.digits};
}

struct Fact {
    std::string_view keyword;
    std::size_t subjects;  ///< words that say what is asked
    Result<Words> (*now)(const Words&, const Model&);
};

constexpr Fact facts[] = {
    {"status", 1, status},    {"field", 2, field},          {"signatures", 1, signatures},
    {"offers", 1, offers},    {"quote", 1, quote_split},    {"invoice", 3, invoice},
    {"open", 2, open_amount}, {"position", 3, position_of}, {"refund", 3, refund},
    {"balance", 2, balance},  {"buyer", 2, buyer},          {"payer", 1, payer},
};

Words compare(const std::string& asked, const Words& expected, const Words& now) {
    if (expected.size() != now.size())
        return {asked + ": expected " + join(expected, " ") + ", got " + join(now, " ")};
    Words differences;
    for (std::size_t i = 0; i < now.size(); ++i)
        if (expected[i] != now[i])
            differences.push_back(asked + (now.size() > 1 ? ' ' + split_names[i] : "") +
                                  ": expected " + expected[i] + ", got " + now[i]);
    return differences;
}

}  // namespace

Words differences_from(const Words& line, const Model& model) {
    for (const Fact& fact : facts) {
        if (fact.keyword != line.front()) continue;
        if (line.size() < fact.subjects + 2) return {"the line states nothing"};
        const auto expected = line.begin() + static_cast<std::ptrdiff_t>(fact.subjects) + 1;
        const Words of(line.begin() + 1, expected);
        const auto now = fact.now(of, model);
        const std::string asked = line.front() + ' ' + join(of, " ");
        if (!now) return {asked + ": " + text(now.error())};
        return compare(asked, {expected, line.end()}, *now);
    }
    return {"the line starts with '" + line.front() +
            "', neither a date nor anything that can be stated"};
}

}  // namespace cppo
