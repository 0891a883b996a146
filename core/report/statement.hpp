// What each party's report shows. One type per party, holding only what that party may know: a
// statement has no field a secret could leak from. Every document of a party is made of its type.
#pragma once

#include <span>

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

struct IsvStatementRow {
    std::string reference;
    PartyRef buyer;  ///< by the program's rule: the partner in a recurring deal, else the customer
    std::string product;
    Date invoiced_on;
    Money gross;  ///< the wholesale cost
    Money marketplace_fee;
    Money net;
    bool collected = false;
    std::optional<Date> disbursed_on;
};

/// What the ISV's report shows. [seed: step 5]
struct IsvStatement {
    PartyRef isv;
    Date as_of;
    std::vector<IsvStatementRow> rows;
};

struct PartnerStatementRow {
    std::string reference;
    PartyRef buyer;  ///< always the customer
    AccountId payer;
    std::string product;
    Date invoiced_on;
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
    Date as_of;
    std::vector<PartnerStatementRow> rows;
};

struct CustomerStatementRow {
    std::string reference;
    std::string product;
    AccountId billed_to;  ///< the payer account of a linked account
    Date charge_date;
    std::optional<Date> invoiced_on;
    Money price;
    Money paid;
};

/// What the customer sees: its offer and the invoices on its AWS bill. The program gives customers
/// no report; this is the invoice side of the same deal.
struct CustomerStatement {
    PartyRef customer;
    PartyRef seller;  ///< the partner, seller of record
    Date as_of;
    std::vector<CustomerStatementRow> rows;
};

/// Statements over `subjects` with everything invoiced up to `as_of`, in date order. The ISV's and
/// the customer's hold only the deals of that account.
IsvStatement isv_statement(std::span<const Subject> subjects, const AccountId& isv, Date as_of,
                           std::string_view salt);
PartnerStatement partner_statement(std::span<const Subject> subjects, Date as_of,
                                   std::string_view salt);
CustomerStatement customer_statement(std::span<const Subject> subjects, const AccountId& customer,
                                     Date as_of, std::string_view salt);

/// `reading` groups thousands and account numbers for people; files keep plain digits.
enum class Wording { files, reading };

Table table_of(const IsvStatement& statement, Wording wording);
Table table_of(const PartnerStatement& statement, Wording wording);
Table table_of(const CustomerStatement& statement, Wording wording);

}  // namespace cppo
