#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "desk/words.hpp"
#include "screens/directory_parts.hpp"

namespace cppo {
namespace {

/// All that the records tell of one customer.
struct Customer {
    std::string name;
    Date named_on{}, last{};
    int open_offers = 0;
    Totals totals, owes;
    std::set<std::string> names, payers, countries;
    std::vector<const Deal*> deals;
};
using Customers = std::map<Named, Customer>;

void add_form(Customer& customer, const Content& content, Date on) {
    const std::string name(content.value("customer_name"));
    if (!name.empty()) customer.names.insert(name);
    if (!name.empty() && on >= customer.named_on) customer.name = name, customer.named_on = on;
    customer.last = std::max(customer.last, on);
}

void add_deal(Customer& customer, const Deal& deal) {
    const Content& request = deal.state.request;
    add_form(customer, request, last_day(deal));
    for (const auto& [key, set] :
         {std::pair{"payer_account", &customer.payers}, {"buyer_country", &customer.countries}})
        if (!request.value(key).empty()) set->insert(std::string(request.value(key)));
    if (deal.state.status == DealStatus::offered) ++customer.open_offers;
    if (const auto price = total_price(deal)) customer.totals.add(*price);
    for (const DealInvoice& invoice : deal.state.invoices)
        if (invoice.invoiced_on && !invoice.open().is_zero()) customer.owes.add(invoice.open());
    customer.deals.push_back(&deal);
}

Customers customers_of(const Model& model) {
    Customers customers;
    for (const auto& [id, authorization] : model.authorizations())
        if (const auto who = named(authorization.state.content, "customer"))
            add_form(customers[*who], authorization.state.content, last_day(authorization));
    for (const auto& [id, deal] : model.deals())
        if (const auto who = named(deal.state.request, "customer")) add_deal(customers[*who], deal);
    return customers;
}

CustomerRow row_of(const Named& who, const Customer& customer) {
    return {key_of(who),
            customer.name.empty() ? "Unnamed customer" : customer.name,
            who.account,
            static_cast<int>(customer.deals.size()),
            customer.open_offers,
            customer.totals.amounts(),
            customer.owes.amounts(),
            customer.last};
}

std::vector<OpenInvoiceRow> open_invoices(const Model& model, const Deal& deal) {
    std::vector<OpenInvoiceRow> rows;
    for (const DealInvoice& invoice : deal.state.invoices)
        if (invoice.invoiced_on && !invoice.open().is_zero())
            rows.push_back({deal.id, invoice.number, products_of(model, deal), *invoice.invoiced_on,
                            invoice.price, invoice.open()});
    return rows;
}

}  // namespace

std::vector<CustomerRow> customer_rows(const Model& model) {
    std::vector<CustomerRow> rows;
    for (const auto& [who, customer] : customers_of(model)) rows.push_back(row_of(who, customer));
    std::stable_sort(rows.begin(), rows.end(), [](const CustomerRow& a, const CustomerRow& b) {
        return lower(a.name) < lower(b.name);
    });
    return rows;
}

Result<CustomerScreen> customer_screen(const Model& model, std::string_view key) {
    for (const auto& [who, customer] : customers_of(model)) {
        if (key_of(who) != key) continue;
        CustomerScreen screen{row_of(who, customer),
                              {customer.names.begin(), customer.names.end()},
                              {customer.payers.begin(), customer.payers.end()},
                              {customer.countries.begin(), customer.countries.end()},
                              {},
                              {}};
        for (const Deal* deal : customer.deals) {
            screen.deals.push_back(deal->id);
            for (OpenInvoiceRow& row : open_invoices(model, *deal))
                screen.invoices.push_back(std::move(row));
        }
        return screen;
    }
    return refuse(Code::not_found, "customer", "there is no customer " + in_quotes(key) + " here");
}

}  // namespace cppo
