// cppo customer, product and isv: lists gathered from all records. For the partner only.
#include "commands/desk_session.hpp"
#include "commands/nouns.hpp"
#include "report/table.hpp"
#include "screens/directory.hpp"

namespace cppo {
namespace {

std::string joined(const std::vector<Money>& amounts) { return join(texts_of(amounts), " · "); }

Json amounts_json(const std::vector<Money>& amounts) {
    JsonArray texts;
    for (const Money amount : amounts) texts.push_back(grouped_with_code(amount));
    return texts;
}

Outcome list_customers(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    Table table{{{"", "Customer"},
                 {"", "Account"},
                 {"", "Deals", true},
                 {"", "Open offers", true},
                 {"", "Total price", true},
                 {"", "Owes AWS", true},
                 {"", "Last activity"}},
                {}};
    JsonArray all;
    for (const CustomerRow& row : customer_rows(session.model())) {
        table.rows.push_back({row.name, account_text(row.account), std::to_string(row.deals),
                              std::to_string(row.open_offers), joined(row.totals), joined(row.owes),
                              text(row.last)});
        all.push_back(JsonObject{{"id", row.key},
                                 {"name", row.name},
                                 {"account", account_text(row.account)},
                                 {"deals", row.deals},
                                 {"open_offers", row.open_offers},
                                 {"totals", amounts_json(row.totals)},
                                 {"owes", amounts_json(row.owes)},
                                 {"last", text(row.last)}});
    }
    return Answer{plain_text(table), print_json(JsonObject{{"customers", std::move(all)}})};
}

Json price_json(const ListPriceRow& price) {
    return JsonObject{{"price", price.price},
                      {"unit", price.unit},
                      {"currency", price.currency},
                      {"on", price.on},
                      {"source", price.source}};
}

Outcome list_products(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    Table table{{{"", "Product"},
                 {"", "ID"},
                 {"", "ISV"},
                 {"", "Off list now", true},
                 {"", "List price", true},
                 {"", "Currency"},
                 {"", "Deals", true}},
                {}};
    JsonArray all;
    const Date on = TRY(call.arguments.date("as-of"));
    for (const ProductRow& row : product_rows(session.model(), on)) {
        std::vector<std::string> prices, currencies;
        JsonArray list;
        for (const ListPriceRow& price : row.list_prices) {
            prices.push_back(price.price);
            currencies.push_back(price.currency);
            list.push_back(price_json(price));
        }
        table.rows.push_back({row.title, row.product, row.isv, row.discounts, join(prices, " · "),
                              join(currencies, " · "), std::to_string(row.deals)});
        all.push_back(JsonObject{{"id", row.product},
                                 {"title", row.title},
                                 {"isv", row.isv},
                                 {"discounts", row.discounts},
                                 {"list_prices", std::move(list)},
                                 {"deals", row.deals}});
    }
    return Answer{plain_text(table), print_json(JsonObject{{"products", std::move(all)}})};
}

Outcome list_isvs(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    Table table{{{"", "ISV"},
                 {"", "Account"},
                 {"", "Usable", true},
                 {"", "Under way", true},
                 {"", "Ended", true},
                 {"", "Deals", true},
                 {"", "Wholesale", true},
                 {"", "Owed by AWS", true}},
                {}};
    JsonArray all;
    const Date on = TRY(call.arguments.date("as-of"));
    for (const IsvRow& row : isv_rows(session.model(), on)) {
        table.rows.push_back({row.name, account_text(row.account), std::to_string(row.usable),
                              std::to_string(row.waiting), std::to_string(row.ended),
                              std::to_string(row.deals), joined(row.wholesale), joined(row.owed)});
        all.push_back(JsonObject{{"id", row.key},
                                 {"name", row.name},
                                 {"account", account_text(row.account)},
                                 {"usable", row.usable},
                                 {"waiting", row.waiting},
                                 {"ended", row.ended},
                                 {"deals", row.deals},
                                 {"wholesale", amounts_json(row.wholesale)},
                                 {"owed", amounts_json(row.owed)}});
    }
    return Answer{plain_text(table), print_json(JsonObject{{"isvs", std::move(all)}})};
}

}  // namespace

std::vector<Verb> directory_verbs() {
    return {{"customer",
             "list",
             "Lists the customers, with what they owe AWS.",
             {as_of_option},
             {"customer list", "customer list --as-of 2026-06-30"},
             list_customers},
            {"product",
             "list",
             "Lists the products, with discounts and list prices.",
             {day_option},
             {"product list --as-of 2026-11-24"},
             list_products},
            {"isv",
             "list",
             "Lists the ISVs, with what AWS owes them.",
             {day_option},
             {"isv list --as-of 2026-11-24"},
             list_isvs}};
}

}  // namespace cppo
