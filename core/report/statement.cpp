#include "report/statement.hpp"

#include <algorithm>

#include "base/sha256.hpp"
#include "base/text.hpp"
#include "party/visibility.hpp"

namespace cppo {
namespace {

/// What every statement reads of one subject, once.
struct Facts {
    const Deal& deal;
    DealKind kind;  ///< as the authorization has it: a deal's own word could have been changed
    RequestTerms request;
    AuthorizationTerms authorization;
};

std::optional<Facts> facts_of(const Subject& subject) {
    auto request = request_of(subject.deal);
    const Authorization& authorization = subject.authorization;
    auto terms = authorization_terms(authorization.form, authorization.state.content);
    if (!request || !terms) return std::nullopt;
    return Facts{subject.deal, authorization.kind(), std::move(*request), std::move(*terms)};
}

std::string products_of(const Facts& facts) {
    std::vector<std::string> titles;
    for (const RequestedLine& line : facts.request.lines)
        if (const auto* product = facts.authorization.product(line.product))
            if (std::find(titles.begin(), titles.end(), product->title) == titles.end())
                titles.push_back(product->title);
    return join(titles, ", ");
}

/// The one rule of the program about reports: who is the buyer in the ISV's. [seed]
const PartyRef& buyer_for_isv(const Facts& facts) {
    return may_see(Party::isv, Datum::customer_name, facts.kind) ? facts.request.customer
                                                                      : facts.authorization.partner;
}

template <typename Row>
void sort_by_date(std::vector<Row>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        if (a.invoiced_on != b.invoiced_on) return a.invoiced_on < b.invoiced_on;
        return a.reference < b.reference;
    });
}

bool invoiced_by(const DealInvoice& invoice, Date as_of) {
    return invoice.invoiced_on && *invoice.invoiced_on <= as_of;
}

bool collected_by(const DealInvoice& invoice, Date as_of) {
    return invoice.collected_on && *invoice.collected_on <= as_of;
}

std::optional<Date> if_by(const std::optional<Date>& date, Date as_of) {
    return date && *date <= as_of ? date : std::nullopt;
}

/// What the customer had paid of the invoice by a day.
Money paid_by(const Deal& deal, const DealInvoice& invoice, Date as_of) {
    Money paid = Money::zero(invoice.price.currency());
    for (const DealEvent& event : deal.events)
        if (const auto* collect = std::get_if<event::Collect>(&event.payload))
            if (collect->number == invoice.number && event.on <= as_of) paid += collect->amount;
    return paid;
}

struct Cells {
    Wording wording;

    std::string operator()(Money amount) const {
        return wording == Wording::reading ? grouped(amount) : text(amount);
    }
    std::string operator()(const AccountId& account) const {
        return wording == Wording::reading ? in_groups(account) : account.digits;
    }
    std::string operator()(const std::optional<Date>& date) const {
        if (date) return text(*date);
        return wording == Wording::reading ? "–" : "";
    }
    std::string currency(Money amount) const { return std::string(text(amount.currency())); }
    std::string status(bool collected, const std::optional<Date>& disbursed_on) const {
        return disbursed_on ? "Disbursed" : collected ? "Not disbursed" : "Not collected";
    }
};

}  // namespace

std::string reference(Party party, const DealId& deal, std::string_view salt) {
    const std::string digest =
        sha256_hex(std::string(salt) + '\n' + std::string(text(party)) + '\n' + deal.value);
    std::string number;
    for (char c : digest.substr(0, 10))
        number += c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    return number.insert(5, 1, '-');
}

IsvStatement isv_statement(std::span<const Subject> subjects, const AccountId& isv, Date as_of,
                           std::string_view salt) {
    IsvStatement statement{{"", isv}, as_of, {}};
    for (const Subject& subject : subjects) {
        const auto facts = facts_of(subject);
        if (!facts || facts->authorization.isv.account != isv) continue;
        statement.isv = facts->authorization.isv;
        for (const DealInvoice& invoice : subject.deal.state.invoices) {
            if (!invoiced_by(invoice, as_of)) continue;
            const Settlement& split = *invoice.split;
            statement.rows.push_back({reference(Party::isv, subject.deal.id, salt),
                                      buyer_for_isv(*facts), products_of(*facts),
                                      *invoice.invoiced_on, split.wholesale, split.marketplace_fee,
                                      split.isv_net, collected_by(invoice, as_of),
                                      if_by(invoice.isv_paid_on, as_of)});
        }
    }
    sort_by_date(statement.rows);
    return statement;
}

PartnerStatement partner_statement(std::span<const Subject> subjects, Date as_of,
                                   std::string_view salt) {
    PartnerStatement statement{{}, as_of, {}};
    for (const Subject& subject : subjects) {
        const auto facts = facts_of(subject);
        if (!facts) continue;
        statement.partner = facts->authorization.partner;
        for (const DealInvoice& invoice : subject.deal.state.invoices) {
            if (!invoiced_by(invoice, as_of)) continue;
            const Settlement& split = *invoice.split;
            statement.rows.push_back({reference(Party::partner, subject.deal.id, salt),
                                      facts->request.customer, facts->request.payer,
                                      products_of(*facts), *invoice.invoiced_on, split.price,
                                      split.wholesale, split.processing_fee, split.partner_net,
                                      collected_by(invoice, as_of),
                                      if_by(invoice.partner_paid_on, as_of)});
        }
    }
    sort_by_date(statement.rows);
    return statement;
}

CustomerStatement customer_statement(std::span<const Subject> subjects, const AccountId& customer,
                                     Date as_of, std::string_view salt) {
    CustomerStatement statement{{"", customer}, {}, as_of, {}};
    for (const Subject& subject : subjects) {
        const auto facts = facts_of(subject);
        const auto& offered = subject.deal.state.offered_on;
        if (!facts || facts->request.customer.account != customer) continue;
        if (!offered || *offered > as_of) continue;
        statement.customer = facts->request.customer;
        statement.seller = facts->authorization.partner;
        const auto& accepted = subject.deal.state.accepted_on;
        if (!accepted || *accepted > as_of) continue;
        for (const DealInvoice& invoice : subject.deal.state.invoices)
            statement.rows.push_back({reference(Party::customer, subject.deal.id, salt),
                                      products_of(*facts), facts->request.payer,
                                      invoice.charge_date, if_by(invoice.invoiced_on, as_of),
                                      invoice.price, paid_by(subject.deal, invoice, as_of)});
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
                 {"invoice_date", "Invoiced"},
                 {"gross_revenue", "Gross revenue", true},
                 {"marketplace_fee", "Marketplace fee", true},
                 {"net_revenue", "Net revenue", true},
                 {"currency", "Currency"},
                 {"disbursement_status", "Status"},
                 {"disbursement_date", "Disbursed"}},
                {}};
    for (const IsvStatementRow& row : statement.rows)
        table.rows.push_back({row.reference, row.buyer.name, cell(row.buyer.account), row.product,
                              text(row.invoiced_on), cell(row.gross), cell(-row.marketplace_fee),
                              cell(row.net), cell.currency(row.net),
                              cell.status(row.collected, row.disbursed_on),
                              cell(row.disbursed_on)});
    return table;
}

Table table_of(const PartnerStatement& statement, Wording wording) {
    const Cells cell{wording};
    Table table{{{"reference", "Reference"},
                 {"buyer_name", "Buyer"},
                 {"buyer_account", "Buyer account"},
                 {"payer_account", "Payer account"},
                 {"product", "Product"},
                 {"invoice_date", "Invoiced"},
                 {"gross_revenue", "Gross revenue", true},
                 {"wholesale_cost", "Wholesale cost", true},
                 {"processing_fee", "Processing fee", true},
                 {"net_revenue", "Net revenue", true},
                 {"currency", "Currency"},
                 {"disbursement_status", "Status"},
                 {"disbursement_date", "Disbursed"}},
                {}};
    for (const PartnerStatementRow& row : statement.rows)
        table.rows.push_back({row.reference, row.buyer.name, cell(row.buyer.account),
                              cell(row.payer), row.product, text(row.invoiced_on), cell(row.gross),
                              cell(-row.wholesale), cell(-row.processing_fee), cell(row.net),
                              cell.currency(row.net), cell.status(row.collected, row.disbursed_on),
                              cell(row.disbursed_on)});
    return table;
}

Table table_of(const CustomerStatement& statement, Wording wording) {
    const Cells cell{wording};
    Table table{{{"reference", "Reference"},
                 {"seller", "Seller"},
                 {"product", "Product"},
                 {"billed_to_account", "Billed to"},
                 {"charge_date", "Charge date"},
                 {"invoice_date", "Invoiced"},
                 {"amount", "Amount", true},
                 {"paid", "Paid", true},
                 {"currency", "Currency"}},
                {}};
    for (const CustomerStatementRow& row : statement.rows)
        table.rows.push_back({row.reference, statement.seller.name, row.product,
                              cell(row.billed_to), text(row.charge_date), cell(row.invoiced_on),
                              cell(row.price), cell(row.paid), cell.currency(row.price)});
    return table;
}

}  // namespace cppo
