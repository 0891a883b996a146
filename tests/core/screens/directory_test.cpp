// The lists of customers, products and ISVs over the sample workspace.
#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"
#include "fixtures.hpp"
#include "sample_desk.hpp"
#include "screens/directory.hpp"

namespace cppo::test {
namespace {

std::string told(const CustomerRow& row) {
    return join({row.key, row.name, account_text(row.account), std::to_string(row.deals),
                 std::to_string(row.open_offers), join(texts_of(row.totals), ", "),
                 join(texts_of(row.owes), ", "), text(row.last)},
                " | ") +
           '\n';
}

std::string told(const ListPriceRow& row) {
    return join({row.price, row.unit, row.currency, row.on, row.source, row.route}, " | ") + '\n';
}

std::string told(const std::vector<CustomerRow>& rows) {
    std::string all;
    for (const CustomerRow& row : rows) all += told(row);
    return all;
}

std::string told(const IsvRow& row) {
    return join({row.name, account_text(row.account), std::to_string(row.usable),
                 std::to_string(row.waiting), std::to_string(row.ended), std::to_string(row.deals),
                 join(texts_of(row.wholesale), ", "), join(texts_of(row.owed), ", ")},
                " | ") +
           '\n';
}

std::vector<std::string> ids(const std::vector<DealId>& deals) {
    std::vector<std::string> ids;
    for (const DealId& deal : deals) ids.push_back(deal.value);
    return ids;
}

}  // namespace

TEST_CASE("the sample's customers, with what they still owe", "[screens]") {
    CHECK(told(customer_rows(sample_desk().model())) ==
          "070012345678 | Delta Freight | 0700 1234 5678 | 1 | 0 | 109,766.67 USD | "
          "109,629.63 USD | 2026-11-02\n"
          "000123456789 | Granite Bank | 0001 2345 6789 | 1 | 0 | 270,000.00 USD |  | "
          "2026-03-10\n"
          "520099887766 | Kaede Denki | 5200 9988 7766 | 1 | 0 | 1,200,001 JPY | 600,001 JPY | "
          "2026-11-12\n"
          "180055667788 | Loom & Thread | 1800 5566 7788 | 1 | 0 | 465,000 JPY |  | 2026-11-17\n"
          "640011223344 | Meridian Air | 6400 1122 3344 | 1 | 0 | 87,499.99 USD |  | "
          "2026-10-01\n"
          "310042000271 | Orchard Health | 3100 4200 0271 | 1 | 1 | 110,000.00 USD |  | "
          "2026-11-16\n");
}

TEST_CASE("a customer is its account, and its name only while it has none", "[screens]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-20");
    const auto start = [&](const char* id, const char* name, const char* account) {
        desk.run(command::CreateDeal{AuthorizationId{"nimbus-2026"}, id});
        desk.fill_deal(id, {{"customer_name", name}, {"customer_account", account}});
    };
    start("same-account", "Granite Bank plc", "000123456789");
    start("other-account", "Granite Bank", "999988887777");
    start("no-account", "Granite Bank", "");
    start("nobody", "", "");
    std::string granite;
    for (const CustomerRow& row : customer_rows(desk.model()))
        if (row.name.starts_with("Granite")) granite += told(row);
    CHECK(granite ==
          "Granite Bank | Granite Bank |  | 1 | 0 |  |  | 2026-11-20\n"
          "999988887777 | Granite Bank | 9999 8888 7777 | 1 | 0 |  |  | 2026-11-20\n"
          "000123456789 | Granite Bank plc | 0001 2345 6789 | 2 | 0 | "
          "270,000.00 USD |  | 2026-11-20\n");
    CHECK(customer_rows(desk.model()).size() == 8);
    const auto screen = sure(customer_screen(desk.model(), "000123456789"));
    CHECK(screen.names == std::vector<std::string>{"Granite Bank", "Granite Bank plc"});
    CHECK(ids(screen.deals) == std::vector<std::string>{"granite-3y", "same-account"});
    CHECK(ids(sure(customer_screen(desk.model(), "Granite Bank")).deals) ==
          std::vector<std::string>{"no-account"});
}

TEST_CASE("a customer's page has its open invoices and all that the forms say of it", "[screens]") {
    const Model model = sample_desk().model();
    const auto delta = sure(customer_screen(model, "070012345678"));
    REQUIRE(delta.invoices.size() == 1);
    CHECK(delta.invoices[0].number == 2);
    CHECK(delta.invoices[0].issued == day("2026-11-02"));
    CHECK(delta.invoices[0].open == money("109629.63"));
    CHECK(delta.invoices[0].product == "Harvest Metrics");
    const auto orchard = sure(customer_screen(model, "310042000271"));
    CHECK(orchard.payers == std::vector<std::string>{"310042000100"});
    CHECK(account_text(orchard.payers.front()) == "3100 4200 0100");
    CHECK(orchard.invoices.empty());
    CHECK(refusal(customer_screen(model, "310042000272"))->code == Code::not_found);
}

TEST_CASE("a customer named on a Custom Resale Transaction alone is a customer", "[screens]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-20");
    desk.run(command::CreateAuthorization{FormKind::custom_resale_transaction, "once"});
    desk.fill_authorization("once", {{"customer_name", "Zeta/Air?"}});
    CHECK(told(customer_rows(desk.model()).back()) ==
          "Zeta~1Air~2 | Zeta/Air? |  | 0 | 0 |  |  | 2026-11-20\n");
    CHECK(sure(customer_screen(desk.model(), "Zeta~1Air~2")).row.name == "Zeta/Air?");
}

TEST_CASE("an offer that was not accepted adds nothing to what a customer pays", "[screens]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-24");
    desk.deal("orchard-support", event::Withdraw{"The customer does not want it"});
    const auto orchard = sure(customer_screen(desk.model(), "310042000271")).row;
    CHECK(told(orchard) ==
          "310042000271 | Orchard Health | 3100 4200 0271 | 1 | 0 |  |  | "
          "2026-11-24\n");
    CHECK(isv_rows(desk.model(), day("2026-11-24"))[2].wholesale ==
          std::vector{money("225000.00")});
}

TEST_CASE("the sample's products, with what is granted now and the last list prices", "[screens]") {
    std::string all;
    for (const ProductRow& row : product_rows(sample_desk().model(), day("2026-11-24"))) {
        all +=
            join({row.key, row.title, row.isv, row.discounts, std::to_string(row.deals)}, " | ") +
            '\n';
        for (const ListPriceRow& price : row.list_prices) all += "  " + told(price);
    }
    CHECK(all ==
          "prod-8qs2n6xj4wb7r | Fjord Vault | Fjord Data AS |  | 0\n"
          "prod-3kc9w5tz7qh2v | Harvest Metrics | Harvest Metrics Ltd | 30 % | 1\n"
          "  0.00123 | Events received | USD | 2026-08-03 | Request for Delta Freight | "
          "deal/harvest-usage/forms\n"
          "prod-4xkq7n2mvb5ge | Nimbus Analytics | Nimbus Software, Inc. | 25 % | 1\n"
          "  300,000.00 |  | USD | 2026-01-15 | Request for Granite Bank | "
          "deal/granite-3y/forms\n"
          "prod-9h3t6wz1rc8ya | Nimbus Support | Nimbus Software, Inc. | 20 % | 1\n"
          "  120,000.00 |  | USD | 2026-11-02 | Request for Orchard Health | "
          "deal/orchard-support/forms\n"
          "prod-2vtw8k5qy7ndc | Sentinel Mesh | Sentinel Labs GmbH |  | 1\n"
          "  99,999.99 |  | USD | 2026-08-13 | Request for Meridian Air | "
          "deal/meridian-mesh/forms\n"
          "prod-6yd1m4hs9gk3p | Tidal Backup | Tidal Systems KK | 12.5 % | 2\n"
          "  480,000 |  | JPY | 2026-11-17 | Request for Loom & Thread | "
          "deal/loom-backup/forms\n");
}

TEST_CASE("a product's page has every discount that can be used and every list price",
          "[screens]") {
    DeskDriver desk = sample_desk();
    const auto tidal = sure(product_screen(desk.model(), "prod-6yd1m4hs9gk3p", day("2026-11-24")));
    CHECK(tidal.isv_key == "333344445555");
    REQUIRE(tidal.grants.size() == 1);
    CHECK(tidal.grants[0].authorization == AuthorizationId{"tidal-2026"});
    CHECK(tidal.grants[0].ends == "2027-03-31");
    REQUIRE(tidal.list_prices.size() == 2);
    CHECK(tidal.list_prices[1].price == "1,234,567");
    CHECK(ids(tidal.deals) == std::vector<std::string>{"kaede-backup", "loom-backup"});
    // The authorization ends, or one of its products is revoked.
    CHECK(
        sure(product_screen(desk.model(), "prod-6yd1m4hs9gk3p", day("2027-04-01"))).grants.empty());
    desk.today("2026-11-24");
    desk.authorization("nimbus-2026", event::RevokeProduct{"prod-9h3t6wz1rc8ya", Party::isv});
    CHECK(
        sure(product_screen(desk.model(), "prod-9h3t6wz1rc8ya", day("2026-11-24"))).grants.empty());
    CHECK(
        sure(product_screen(desk.model(), "prod-4xkq7n2mvb5ge", day("2026-11-24"))).grants.size() ==
        1);
    CHECK(refusal(product_screen(desk.model(), "prod-1", day("2026-11-24")))->code ==
          Code::not_found);
}

TEST_CASE("the sample's ISVs, with their authorizations and what AWS owes them", "[screens]") {
    const Model model = sample_desk().model();
    std::string all;
    for (const IsvRow& row : isv_rows(model, day("2026-11-24"))) all += told(row);
    CHECK(all ==
          "Fjord Data AS | 4444 5555 6666 | 0 | 1 | 0 | 0 |  | \n"
          "Harvest Metrics Ltd | 6060 7070 8080 | 1 | 0 | 0 | 1 | 85,143.34 USD | "
          "103.11 USD\n"
          "Nimbus Software, Inc. | 1111 2222 3333 | 1 | 0 | 0 | 2 | 321,000.00 USD | \n"
          "Sentinel Labs GmbH | 2222 3333 4444 | 0 | 0 | 1 | 1 | 66,699.99 USD | "
          "64,698.99 USD\n"
          "Tidal Systems KK | 3333 4444 5555 | 1 | 0 | 0 | 2 | 1,080,246 JPY | \n");
    const auto nimbus = sure(isv_screen(model, "111122223333", day("2026-11-24")));
    REQUIRE(nimbus.authorizations.size() == 1);
    CHECK(nimbus.authorizations[0].status == "Authorized (reusable)");
    CHECK(ids(nimbus.deals) == std::vector<std::string>{"granite-3y", "orchard-support"});
    CHECK(refusal(isv_screen(model, "111122223334", day("2026-11-24")))->code == Code::not_found);
    CHECK(isv_rows(model, day("2027-04-01")).back().ended == 1);
}

}  // namespace cppo::test
