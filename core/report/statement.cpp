#include "report/statement.hpp"

#include <algorithm>

#include "base/sha256.hpp"
#include "base/text.hpp"
#include "party/visibility.hpp"

namespace cppo {
namespace {

/// What all statements need of one subject.
struct Facts {
    Deal deal;      ///< as it was at the end of the statement's last day
    DealKind kind;  ///< from the authorization, because the deal's own copy could have been edited
    RequestTerms request;
    AuthorizationTerms authorization;
};

std::optional<Facts> facts_of(const Subject& subject, Date on) {
    auto deal = as_of(subject.deal, on);
    if (!deal) return std::nullopt;
    auto request = request_of(*deal);
    auto grant = grant_of(subject.authorization);
    if (!request || !grant) return std::nullopt;
    return Facts{std::move(*deal), subject.authorization.kind(), std::move(*request),
                 std::move(*grant)};
}

std::string products_of(const Facts& facts) {
    std::vector<std::string> titles;
    for (const RequestTerms::Sold& sold : facts.request.products())
        if (const auto* product = facts.authorization.product(sold.product))
            if (std::find(titles.begin(), titles.end(), product->title) == titles.end())
                titles.push_back(product->title);
    return join(titles, ", ");
}

/// Who appears as the buyer in the ISV's report: the program's only rule about reports. [seed]
const PartyRef& buyer_for_isv(const Facts& facts) {
    return may_see(Party::isv, Datum::customer_name, facts.kind) ? facts.request.customer
                                                                 : facts.authorization.partner;
}

template <typename Row>
void sort_by_date(std::vector<Row>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        if (a.on != b.on) return a.on < b.on;
        return a.reference < b.reference;
    });
}

/// What an event of an invoice is on a statement.
struct TransactionOf {
    using Found = std::optional<Transaction>;
    Found operator()(const event::Issue&) const { return Transaction::invoice; }
    Found operator()(const event::Refund&) const { return Transaction::refund; }
    Found operator()(const event::Forgive&) const { return Transaction::forgiven; }
    Found operator()(const event::Collect&) const { return std::nullopt; }
    Found operator()(const event::Disburse&) const { return std::nullopt; }
    template <typename E>
        requires(!OfInvoice<E>)
    Found operator()(const E&) const { return std::nullopt; }
};

std::optional<Transaction> transaction_of(DealEventKind what) {
    return std::visit(TransactionOf(), blank(what));
}

/// One transaction on a party's statement, and what AWS has done with the party's part of it.
struct Reported {
    Transaction transaction;
    const Movement& movement;
    Money collected;
    Payout payout;
};

Money net_of(const Settlement& split, Party party) {
    return party == Party::isv ? split.isv_net : split.partner_net;
}

/// One party's part of an invoice as it is now.
struct PartOfInvoice {
    Party party;
    const DealInvoice& invoice;
    Money net;     ///< after refunds and write-offs
    Money earned;  ///< so far
    Money paid;    ///< moved to the party's payouts

    bool is_settled() const { return paid == net; }

    PayoutStatus status(bool is_invoice) const {
        const bool was_paid = invoice.payout(party).on.has_value();
        if (is_settled() && was_paid) return PayoutStatus::disbursed;
        if (is_settled() && invoice.open().is_zero()) return PayoutStatus::nothing_to_disburse;
        if (!was_paid)
            return earned.is_zero() ? PayoutStatus::not_collected : PayoutStatus::not_disbursed;
        // More was paid out than is left after a refund: the refund is what is not settled.
        const bool too_much = net.is_negative() ? paid < net : paid > net;
        if (is_invoice && too_much) return PayoutStatus::disbursed;
        return too_much ? PayoutStatus::not_disbursed : PayoutStatus::partially_disbursed;
    }
};

PartOfInvoice part_of(const Deal& deal, const std::vector<Movement>& movements, int number,
                      Party party) {
    const DealInvoice& invoice = deal.state.invoices[static_cast<std::size_t>(number - 1)];
    PartOfInvoice part{party, invoice, Money::zero(invoice.price.currency()),
                       net_of(earned(invoice, settings_of(deal)), party),
                       invoice.payout(party).amount};
    for (const Movement& movement : movements)
        if (movement.number == number) part.net += net_of(movement.billed, party);
    return part;
}

/// The last payout that settled the row: of an invoice one that paid, of a refund any after it.
std::optional<Date> paid_on(const std::vector<Movement>& movements, std::size_t row, Party party) {
    std::optional<Date> on;
    const bool is_invoice = transaction_of(movements[row].what) == Transaction::invoice;
    for (std::size_t i = row; i < movements.size(); ++i) {
        const Movement& later = movements[i];
        if (later.number != movements[row].number || later.party != party ||
            later.what != deal_event<event::Disburse>)
            continue;
        if (is_invoice && on && later.paid(party).is_negative()) continue;
        on = later.on;
        if (!is_invoice) break;
    }
    return on;
}

/// The deal's movements that appear on a statement for `party`.
std::vector<Reported> reported_to(Party party, const Deal& deal,
                                  const std::vector<Movement>& movements, Period period) {
    std::vector<Reported> reported;
    for (std::size_t i = 0; i < movements.size(); ++i) {
        const auto transaction = transaction_of(movements[i].what);
        if (!transaction || !period.contains(movements[i].on)) continue;
        const PartOfInvoice part = part_of(deal, movements, movements[i].number, party);
        const Money none = Money::zero(part.net.currency());
        const bool is_invoice = *transaction == Transaction::invoice;
        reported.push_back({*transaction, movements[i], is_invoice ? part.invoice.kept() : none,
                            Payout{part.status(is_invoice), is_invoice ? part.earned : none,
                                   is_invoice ? part.paid : none, paid_on(movements, i, party)}});
    }
    return reported;
}

std::string number_of(Party party, std::string_view record, std::string_view salt) {
    const std::string digest = sha256_hex(std::string(salt) + '\n' + std::string(text(party)) +
                                          '\n' + std::string(record));
    std::string number;
    for (char c : digest.substr(0, 10)) number += c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    return number.insert(5, 1, '-');
}

struct Cells {
    Wording wording;

    std::string operator()(Money amount) const {
        return wording == Wording::reading ? grouped(amount) : text(amount);
    }
    std::string operator()(const AccountId& account) const {
        return wording == Wording::reading ? in_groups(account) : account.digits;
    }
    std::string operator()(Transaction transaction) const {
        if (wording == Wording::files) return std::string(text(transaction));
        constexpr std::string_view words[] = {"Invoice", "Refund", "Written off"};
        return std::string(words[static_cast<std::size_t>(transaction)]);
    }
    std::string operator()(const std::optional<Date>& date) const {
        if (date) return text(*date);
        return wording == Wording::reading ? "–" : "";
    }
    std::string currency(Money amount) const { return std::string(text(amount.currency())); }
    std::string status(PayoutStatus status) const { return std::string(text(status)); }
};

}  // namespace

std::string reference(Party party, const DealId& deal, std::string_view salt) {
    return number_of(party, deal.value, salt);
}

std::string reference(Party party, const AuthorizationId& authorization, std::string_view salt) {
    return number_of(party, "authorization/" + authorization.value, salt);
}

IsvStatement isv_statement(std::span<const Subject> subjects, const AccountId& isv, Period period,
                           std::string_view salt) {
    IsvStatement statement{{"", isv}, period, {}};
    for (const Subject& subject : subjects) {
        const auto facts = facts_of(subject, period.until);
        if (!facts || facts->authorization.isv.account != isv) continue;
        statement.isv = facts->authorization.isv;
        const auto movements = movements_of(facts->deal);
        for (const Reported& row : reported_to(Party::isv, facts->deal, movements, period)) {
            const Settlement& billed = row.movement.billed;
            statement.rows.push_back({reference(Party::isv, subject.deal.id, salt), row.transaction,
                                      buyer_for_isv(*facts), products_of(*facts), row.movement.on,
                                      billed.wholesale, billed.marketplace_fee, billed.isv_net,
                                      row.payout});
        }
    }
    sort_by_date(statement.rows);
    return statement;
}

PartnerStatement partner_statement(std::span<const Subject> subjects, Period period,
                                   std::string_view salt) {
    PartnerStatement statement{{}, period, {}};
    for (const Subject& subject : subjects) {
        const auto facts = facts_of(subject, period.until);
        if (!facts) continue;
        statement.partner = facts->authorization.partner;
        const auto movements = movements_of(facts->deal);
        for (const Reported& row : reported_to(Party::partner, facts->deal, movements, period)) {
            const Settlement& billed = row.movement.billed;
            statement.rows.push_back({reference(Party::partner, subject.deal.id, salt),
                                      row.transaction, facts->request.customer,
                                      facts->request.payer, products_of(*facts), row.movement.on,
                                      billed.price, billed.wholesale, billed.processing_fee,
                                      billed.partner_net, row.collected, row.payout});
        }
    }
    sort_by_date(statement.rows);
    return statement;
}

/// The customer's invoices, including future ones, with their refunds and write-offs.
static void add_rows(CustomerStatement& statement, const Facts& facts,
                     const CustomerStatementRow& blank) {
    const auto movements = movements_of(facts.deal);
    for (const DealInvoice& invoice : facts.deal.state.invoices) {
        CustomerStatementRow row = blank;
        row.charge_date = invoice.charge_date;
        row.price = invoice.price;
        row.invoiced_on = invoice.invoiced_on;
        for (const Movement& movement : movements)
            if (movement.number == invoice.number && movement.what == deal_event<event::Collect>)
                row.paid += movement.kept;
        const bool upcoming = !row.invoiced_on && !invoice.dropped;
        const bool issued = row.invoiced_on && *row.invoiced_on >= statement.period.from;
        if (issued || upcoming) statement.rows.push_back(std::move(row));
    }
    for (const Movement& movement : movements) {
        const auto transaction = transaction_of(movement.what);
        const bool lowers = transaction && *transaction != Transaction::invoice;
        if (!lowers || !statement.period.contains(movement.on)) continue;
        CustomerStatementRow row = blank;
        row.transaction = *transaction;
        row.charge_date = movement.on;
        row.price = movement.billed.price;
        row.paid = movement.kept;
        statement.rows.push_back(std::move(row));
    }
}

CustomerStatement customer_statement(std::span<const Subject> subjects, const AccountId& customer,
                                     Period period, std::string_view salt) {
    CustomerStatement statement{{"", customer}, {}, period, {}};
    for (const Subject& subject : subjects) {
        const auto facts = facts_of(subject, period.until);
        if (!facts || facts->request.customer.account != customer) continue;
        if (!facts->deal.state.offered_on) continue;
        statement.customer = facts->request.customer;
        statement.seller = facts->authorization.partner;
        if (!facts->deal.state.accepted_on) continue;
        const Money none = Money::zero(facts->request.currency);
        const CustomerStatementRow blank = {reference(Party::customer, subject.deal.id, salt),
                                            Transaction::invoice,
                                            products_of(*facts),
                                            facts->request.payer,
                                            {},
                                            {},
                                            none,
                                            none};
        add_rows(statement, *facts, blank);
    }
    std::stable_sort(statement.rows.begin(), statement.rows.end(),
                     [](const auto& a, const auto& b) { return a.charge_date < b.charge_date; });
    return statement;
}

Table table_of(const IsvStatement& statement, Wording wording) {
    const Cells cell{wording};
    Table table{{{"reference", "Reference"},
                 {"buyer_name", "Buyer"},
                 {"buyer_account", "Buyer account"},
                 {"product", "Product"},
                 {"transaction", "Transaction"},
                 {"date", "Date"},
                 {"gross_revenue", "Gross revenue", true},
                 {"marketplace_fee", "Marketplace fee", true},
                 {"net_revenue", "Net revenue", true},
                 {"currency", "Currency"},
                 {"disbursement_status", "Status"},
                 {"disbursement_date", "Disbursed"},
                 {"earned_amount", "Earned", true},
                 {"disbursed_amount", "Paid out", true},
                 {"open_amount", "To be paid out", true}},
                {}};
    for (const IsvStatementRow& row : statement.rows)
        table.rows.push_back({row.reference, row.buyer.name, cell(row.buyer.account), row.product,
                              cell(row.transaction), text(row.on), cell(row.gross),
                              cell(-row.marketplace_fee), cell(row.net), cell.currency(row.net),
                              cell.status(row.payout.status), cell(row.payout.on),
                              cell(row.payout.earned), cell(row.payout.disbursed),
                              cell(row.payout.open())});
    return table;
}

Table table_of(const PartnerStatement& statement, Wording wording) {
    const Cells cell{wording};
    Table table{{{"reference", "Reference"},
                 {"buyer_name", "Buyer"},
                 {"buyer_account", "Buyer account"},
                 {"payer_account", "Payer account"},
                 {"product", "Product"},
                 {"transaction", "Transaction"},
                 {"date", "Date"},
                 {"gross_revenue", "Gross revenue", true},
                 {"wholesale_cost", "Wholesale cost", true},
                 {"processing_fee", "Processing fee", true},
                 {"net_revenue", "Net revenue", true},
                 {"currency", "Currency"},
                 {"disbursement_status", "Status"},
                 {"disbursement_date", "Disbursed"},
                 {"collected_amount", "Collected", true},
                 {"earned_amount", "Earned", true},
                 {"disbursed_amount", "Paid out", true},
                 {"open_amount", "To be paid out", true}},
                {}};
    for (const PartnerStatementRow& row : statement.rows)
        table.rows.push_back({row.reference, row.buyer.name, cell(row.buyer.account),
                              cell(row.payer), row.product, cell(row.transaction), text(row.on),
                              cell(row.gross), cell(-row.wholesale), cell(-row.processing_fee),
                              cell(row.net), cell.currency(row.net), cell.status(row.payout.status),
                              cell(row.payout.on), cell(row.collected), cell(row.payout.earned),
                              cell(row.payout.disbursed), cell(row.payout.open())});
    return table;
}

Table table_of(const CustomerStatement& statement, Wording wording) {
    const Cells cell{wording};
    Table table{{{"reference", "Reference"},
                 {"seller", "Seller"},
                 {"product", "Product"},
                 {"billed_to_account", "Billed to"},
                 {"transaction", "Transaction"},
                 {"charge_date", "Charge date"},
                 {"invoice_date", "Invoiced"},
                 {"amount", "Amount", true},
                 {"paid", "Paid", true},
                 {"currency", "Currency"}},
                {}};
    for (const CustomerStatementRow& row : statement.rows)
        table.rows.push_back({row.reference, statement.seller.name, row.product,
                              cell(row.billed_to), cell(row.transaction), text(row.charge_date),
                              cell(row.invoiced_on), cell(row.price), cell(row.paid),
                              cell.currency(row.price)});
    return table;
}

Table table_of(const Statement& statement, Wording wording) {
    return std::visit([&](const auto& of) { return table_of(of, wording); }, statement);
}

// --- which of them
// ---------------------------------------------------------------------------------

Statement statement_for(Party party, std::span<const Subject> subjects, const AccountId& account,
                        Period period, std::string_view salt) {
    if (party == Party::isv) return isv_statement(subjects, account, period, salt);
    if (party == Party::customer) return customer_statement(subjects, account, period, salt);
    INVARIANT(party == Party::partner);
    return partner_statement(subjects, period, salt);
}

std::optional<Statement> statement_for(Party party, const Subject& subject, Period period,
                                       std::string_view salt) {
    const auto request = request_of(subject.deal);
    const auto grant = grant_of(subject.authorization);
    const bool gets_one =
        party == Party::isv || party == Party::partner || party == Party::customer;
    if (!request || !grant || !gets_one) return std::nullopt;
    const AccountId& account = party == Party::isv ? grant->isv.account : request->customer.account;
    return statement_for(party, {&subject, 1}, account, period, salt);
}

}  // namespace cppo
