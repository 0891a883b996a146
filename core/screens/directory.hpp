// Customers, products with their list prices, and ISVs, gathered from the forms of authorizations
// and deals. For the partner only, because it contains discounts and wholesale amounts.
#include "screens/authorization_screen.hpp"
#pragma once

namespace cppo {

/// "96,000.00 USD" for each amount.
std::vector<std::string> texts_of(const std::vector<Money>& amounts);

/// "1111 2222 3333", or the text as it is if it is no account number.
std::string account_text(std::string_view account);

/// A customer, by its account; by its name while no account is written.
struct CustomerRow {
    std::string key;            ///< as an address holds it
    std::string name, account;  ///< the account as it is written
    int deals = 0, open_offers = 0;
    std::vector<Money> totals, owes;  ///< one per currency
    Date last{};                      ///< the day something happened last
};

struct OpenInvoiceRow {
    DealId deal;
    int number = 0;
    std::string product;
    Date issued;
    Money price, open;
};

struct CustomerScreen {
    CustomerRow row;
    std::vector<std::string> names, payers, countries;  ///< all that the forms have, as written
    std::vector<OpenInvoiceRow> invoices;
    std::vector<DealId> deals;
};

std::vector<CustomerRow> customer_rows(const Model& model);
/// Refuses NOT_FOUND for a key no row has; so do the other two.
Result<CustomerScreen> customer_screen(const Model& model, std::string_view key);

/// A list price as a form names it.
struct ListPriceRow {
    std::string price;  ///< "120,000.00", or the rate of a unit
    std::string unit;   ///< of what is sold by usage, else empty
    std::string currency, on;
    std::string source;  ///< "Granite Bank", or the authorization's ISV
    std::string route;   ///< of the record that names it
};

/// A product, by its ID on AWS Marketplace; by its title while none is written.
struct ProductRow {
    std::string key, title, product, isv;
    std::string discounts;                  ///< granted now, "20 %, 25 % once"
    std::vector<ListPriceRow> list_prices;  ///< the last one in each currency
    int deals = 0;
};

/// A discount that can be used now.
struct GrantRow {
    AuthorizationId authorization;
    DealKind kind = DealKind::recurring;
    std::string discount, ends;
};

struct ProductScreen {
    ProductRow row;
    std::string isv_key;
    std::vector<GrantRow> grants;
    std::vector<ListPriceRow> list_prices;  ///< all of them, the last one first
    std::vector<DealId> deals;
};

std::vector<ProductRow> product_rows(const Model& model, Date on);
Result<ProductScreen> product_screen(const Model& model, std::string_view key, Date on);

/// An ISV, by its account; by its name while no account is written.
struct IsvRow {
    std::string key, name, account;          ///< the account as it is written
    int usable = 0, waiting = 0, ended = 0;  ///< authorizations
    int deals = 0;
    std::vector<Money> wholesale, owed;  ///< one per currency; owed by AWS
};

struct IsvScreen {
    IsvRow row;
    std::vector<AuthorizationRow> authorizations;
    std::vector<DealId> deals;
};

std::vector<IsvRow> isv_rows(const Model& model, Date on);
Result<IsvScreen> isv_screen(const Model& model, std::string_view key, Date on);

}  // namespace cppo
