// What each party's report shows. One type per party, holding only what that party may know: a
// statement has no field a secret could leak from. Every document of a party is made of its type.
#pragma once

#include <span>
#include <variant>

#include "billing/billing.hpp"
#include "report/table.hpp"

namespace cppo {

/// One deal with its authorization, as the statements read it.
struct Subject {
    const Deal& deal;
    const Authorization& authorization;
};

/// A reference number of the deal for one party: the same deal has another number on every party's
/// papers, so that copies cannot be joined (domain 2.4, leak 7). `salt` is the workspace's.
std::string reference(Party party, const DealId& deal, std::string_view salt);
std::string reference(Party party, const AuthorizationId& authorization, std::string_view salt);

/// What a row of a statement tells of: an invoice, or less of one. Refund and given-up rows carry
/// amounts with their signs turned, so that a column can be added up.
enum class Transaction { invoice, refund, forgiven };

template <>
struct Names<Transaction> {
    static constexpr std::string_view list[] = {"invoice", "refund", "forgiven"};
};

struct IsvStatementRow {
    std::string reference;
    Transaction transaction = Transaction::invoice;
    PartyRef buyer;  ///< by the program's rule: the partner in a recurring deal, else the customer
    std::string product;
    Date on;      ///< the day it was invoiced, given back or given up
    Money gross;  ///< the wholesale cost
    Money marketplace_fee;
    Money net;
    bool collected = false;
    std::optional<Date> disbursed_on;
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
    Date on;      ///< the day it was invoiced, given back or given up
    Money gross;  ///< what the customer pays
    Money wholesale;
    Money processing_fee;
    Money net;
    bool collected = false;
    std::optional<Date> disbursed_on;
};

/// What our own report shows. [seed: step 5]
struct PartnerStatement {
    PartyRef partner;
    Period period;
    std::vector<PartnerStatementRow> rows;
};

struct CustomerStatementRow {
    std::string reference;
    Transaction transaction = Transaction::invoice;
    std::string product;
    AccountId billed_to;  ///< the payer account of a linked account
    Date charge_date;     ///< or the day it was given back or given up
    std::optional<Date> invoiced_on;
    Money price;
    Money paid;  ///< by the customer; less than nothing for what went back to it
};

/// What the customer sees: its offer and the invoices on its AWS bill. The program gives customers
/// no report; this is the invoice side of the same deal.
struct CustomerStatement {
    PartyRef customer;
    PartyRef seller;  ///< the partner, seller of record
    Period period;
    std::vector<CustomerStatementRow> rows;
};

/// Statements over `subjects` with everything invoiced, given back or given up in the period, as it
/// stood on its last day, in date order. The ISV's and the customer's hold only the deals of that
/// account.
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

/// `reading` groups thousands and account numbers for people; files keep plain digits.
enum class Wording { files, reading };

Table table_of(const IsvStatement& statement, Wording wording);
Table table_of(const PartnerStatement& statement, Wording wording);
Table table_of(const CustomerStatement& statement, Wording wording);
Table table_of(const Statement& statement, Wording wording);

}  // namespace cppo
