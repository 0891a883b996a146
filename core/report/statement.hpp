// Each party's report. There is one type per party, with fields only for what that party may see,
// so that nothing else can leak. All documents for a party are made from its type.
#pragma once

#include <span>
#include <variant>

#include "billing/billing.hpp"
#include "report/table.hpp"

namespace cppo {

/// A deal and its authorization, the input of statements.
struct Subject {
    const Deal& deal;
    const Authorization& authorization;
};

/// A reference number of the deal for one party: the same deal has another number on every party's
/// papers, so that nobody can match them (rule 2). `salt` is the workspace's.
std::string reference(Party party, const DealId& deal, std::string_view salt);
std::string reference(Party party, const AuthorizationId& authorization, std::string_view salt);

/// What a row of a statement is about. Refunds and write-offs have negative amounts, so that a
/// column can be summed.
enum class Transaction { invoice, refund, forgiven };

template <>
struct Names<Transaction> {
    static constexpr std::string_view list[] = {"invoice", "refund", "forgiven"};
};

/// How far AWS has paid one party for a row. [domain: Collections and disbursements report]
enum class PayoutStatus {
    not_collected,        ///< the customer's payment is awaited
    not_disbursed,        ///< earned, or to be recovered after a refund, and not yet moved
    partially_disbursed,  ///< more of the invoice will be paid out
    disbursed,
    nothing_to_disburse,  ///< nothing was paid out, and nothing is left to be
};

template <>
struct Names<PayoutStatus> {
    static constexpr std::string_view list[] = {"Not collected", "Not disbursed",
                                                "Partially disbursed", "Disbursed",
                                                "Nothing to disburse"};
};

/// What AWS has done with one party's part of an invoice by the statement's last day. The amounts
/// are those of the whole invoice, refunds included, and are in its row; they are zero in the rows
/// of its refunds and write-offs, so that a column can be summed.
struct Payout {
    PayoutStatus status = PayoutStatus::not_collected;
    Money earned;
    Money disbursed;
    std::optional<Date> on = {};  ///< the last payout of the row

    Money open() const { return earned - disbursed; }  ///< below zero: AWS recovers it
};

struct IsvStatementRow {
    std::string reference;
    Transaction transaction = Transaction::invoice;
    PartyRef buyer;  ///< by the program's rule: the partner in a recurring deal, else the customer
    std::string product;
    Date on;      ///< the day of the invoice, refund or write-off
    Money gross;  ///< the wholesale cost
    Money marketplace_fee;
    Money net;
    Payout payout;
};

/// What the ISV's report shows. [seed: step 5]
struct IsvStatement {
    PartyRef isv;
    Period period;
    std::vector<IsvStatementRow> rows;
};

struct PartnerStatementRow {
    std::string reference;
    Transaction transaction = Transaction::invoice;
    PartyRef buyer;  ///< always the customer
    AccountId payer;
    std::string product;
    Date on;      ///< the day of the invoice, refund or write-off
    Money gross;  ///< what the customer pays
    Money wholesale;
    Money processing_fee;
    Money net;
    Money collected;  ///< from the customer, less what was paid back; of the whole invoice
    Payout payout;
};

/// What the partner's report shows. [seed: step 5]
struct PartnerStatement {
    PartyRef partner;
    Period period;
    std::vector<PartnerStatementRow> rows;
};

struct CustomerStatementRow {
    std::string reference;
    Transaction transaction = Transaction::invoice;
    std::string product;
    AccountId billed_to;  ///< the payer account if the customer's is a linked account
    Date charge_date;     ///< or the day of the refund or write-off
    std::optional<Date> invoiced_on;
    Money price;
    Money paid;  ///< by the customer; negative if paid back to the customer
};

/// What the customer sees of its deals: the invoices on its AWS bill. The program itself gives
/// customers no report.
struct CustomerStatement {
    PartyRef customer;
    PartyRef seller;  ///< the partner, seller of record
    Period period;
    std::vector<CustomerStatementRow> rows;
};

/// Statements of all invoices, refunds and write-offs of `subjects` in the period, as they
/// were at the end of its last day, in date order. The ISV's and the customer's statements include
/// only the deals of that account.
IsvStatement isv_statement(std::span<const Subject> subjects, const AccountId& isv, Period period,
                           std::string_view salt);
PartnerStatement partner_statement(std::span<const Subject> subjects, Period period,
                                   std::string_view salt);
CustomerStatement customer_statement(std::span<const Subject> subjects, const AccountId& customer,
                                     Period period, std::string_view salt);

/// The statement of one party, whichever it is.
using Statement = std::variant<IsvStatement, PartnerStatement, CustomerStatement>;

/// The statement of the ISV, the partner or the customer, who are the parties that get one;
/// `account` is the ISV's or the customer's.
Statement statement_for(Party party, std::span<const Subject> subjects, const AccountId& account,
                        Period period, std::string_view salt);

/// The same over one deal. Nothing while its forms are incomplete, and for a party without one.
std::optional<Statement> statement_for(Party party, const Subject& subject, Period period,
                                       std::string_view salt);

/// `reading` groups digits for people; `files` writes plain digits.
enum class Wording { files, reading };

Table table_of(const IsvStatement& statement, Wording wording);
Table table_of(const PartnerStatement& statement, Wording wording);
Table table_of(const CustomerStatement& statement, Wording wording);
Table table_of(const Statement& statement, Wording wording);

}  // namespace cppo
