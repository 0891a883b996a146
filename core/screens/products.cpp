#include <algorithm>

#include "base/text.hpp"
#include "desk/words.hpp"
#include "screens/directory_parts.hpp"

namespace cppo {
namespace {

/// All that the records tell of one product.
struct Product {
    std::string title, id, isv, isv_key;
    Date named_on{};
    std::vector<GrantRow> grants;
    std::vector<ListPriceRow> list_prices;
    std::vector<const Deal*> deals;
};
using Products = std::map<std::string, Product>;  ///< by ID, or by title

bool grants_now(const Authorization& authorization, std::string_view product, Date on) {
    return authorization.state.status == AuthorizationStatus::authorized &&
           terms_of(authorization).starts <= on && !is_expired(authorization, on) &&
           !is_revoked(authorization, product);
}

void add_list_price(Product& product, const Content& content, std::string_view amount,
                    ListPriceRow row) {
    const Currency currency = currency_of(content);
    const auto money = parse_money(amount, currency, "list");
    if (amount.empty()) return;
    row.price = money && row.unit.empty() ? grouped(*money) : std::string(amount);
    row.currency = text(currency);
    product.list_prices.push_back(std::move(row));
}

void add_authorized(Products& products, const Authorization& authorization, Date on) {
    const Content& content = authorization.state.content;
    const std::string isv(content.value("isv_name"));
    for (const Content::Row& row : content.rows("products")) {
        const std::string id(value_in(row, "product")), title(value_in(row, "title"));
        if (id.empty() && title.empty()) continue;
        Product& product = products[id.empty() ? title : id];
        const Date last = last_day(authorization);
        if (last >= product.named_on) {
            product.named_on = last;
            product.title = title.empty() ? id : title;
            product.id = id;
            product.isv = isv;
            const auto who = named(content, "isv");
            product.isv_key = who ? key_of(*who) : "";
        }
        const std::string discount(value_in(row, "discount"));
        const std::string_view ends = content.value("ends");
        if (!discount.empty() && grants_now(authorization, id, on))
            product.grants.push_back({authorization.id, authorization.kind(), discount + " %",
                                      ends.empty() ? "No end date" : std::string(ends)});
        add_list_price(product, content, value_in(row, "list"),
                       {"", "", "", text(authorization.state.edited_on),
                        "Authorization of " + (isv.empty() ? "an unnamed ISV" : isv),
                        "authorization/" + authorization.id.value});
    }
}

void add_sold(Products& products, const Deal& deal) {
    for (const Content::Row& row : sold_rows(deal)) {
        const std::string id(value_in(row, "product"));
        if (id.empty()) continue;
        Product& product = products[id];
        if (product.title.empty()) product.title = product.id = id;
        const bool usage = is_by_usage(deal);
        add_list_price(product, deal.state.request, value_in(row, usage ? "list_rate" : "list"),
                       {"", usage ? std::string(value_in(row, "description")) : "", "",
                        text(deal.state.edited_on), "Request for " + customer_of(deal),
                        "deal/" + deal.id.value + "/forms"});
        if (product.deals.empty() || product.deals.back() != &deal) product.deals.push_back(&deal);
    }
}

Products products_of(const Model& model, Date on) {
    Products products;
    for (const auto& [id, authorization] : model.authorizations())
        add_authorized(products, authorization, on);
    for (const auto& [id, deal] : model.deals()) add_sold(products, deal);
    for (auto& [id, product] : products)
        std::stable_sort(product.list_prices.begin(), product.list_prices.end(),
                         [](const auto& a, const auto& b) { return a.on > b.on; });
    return products;
}

ProductRow row_of(const std::string& identity, const Product& product) {
    ProductRow row{address_part(identity), product.title, product.id, product.isv, "", {}, 0};
    std::vector<std::string> discounts;
    for (const GrantRow& grant : product.grants) {
        const std::string words =
            grant.discount + (grant.kind == DealKind::recurring ? "" : " once");
        if (std::find(discounts.begin(), discounts.end(), words) == discounts.end())
            discounts.push_back(words);
    }
    row.discounts = join(discounts, ", ");
    for (const ListPriceRow& price : product.list_prices)
        if (std::none_of(row.list_prices.begin(), row.list_prices.end(), [&](const auto& other) {
                return other.currency == price.currency && other.unit == price.unit;
            }))
            row.list_prices.push_back(price);
    row.deals = static_cast<int>(product.deals.size());
    return row;
}

}  // namespace

std::vector<ProductRow> product_rows(const Model& model, Date on) {
    std::vector<ProductRow> rows;
    for (const auto& [identity, product] : products_of(model, on))
        rows.push_back(row_of(identity, product));
    std::stable_sort(rows.begin(), rows.end(), [](const ProductRow& a, const ProductRow& b) {
        return lower(a.title) < lower(b.title);
    });
    return rows;
}

Result<ProductScreen> product_screen(const Model& model, std::string_view key, Date on) {
    for (const auto& [identity, product] : products_of(model, on)) {
        if (address_part(identity) != key) continue;
        ProductScreen screen{
            row_of(identity, product), product.isv_key, product.grants, product.list_prices, {}};
        for (const Deal* deal : product.deals) screen.deals.push_back(deal->id);
        return screen;
    }
    return refuse(Code::not_found, "product", "there is no product " + in_quotes(key) + " here");
}

}  // namespace cppo
