// Customers, products and ISVs: each list, its pages and where they lead.
#include <catch2/catch_test_macros.hpp>

#include "desk_page.hpp"

namespace cppo::view {

using Cells = std::vector<std::string>;

TEST_CASE("a customer's page has what it owes, its open invoices and its deals", "[view]") {
    DeskPage page;
    open_sample_at(page, "/customers");
    CHECK(page.app().title() == "Customers · CPPO Desk");
    CHECK(page.row("Customers", "Kaede Denki") == Cells{"Kaede Denki", "5200 9988 7766", "1", "0",
                                                        "1,200,001 JPY", "600,001 JPY",
                                                        "2026-11-12"});
    page.screen().click(ui::Role::row,
                        "Kaede Denki, 5200 9988 7766, 1, 0, 1,200,001 JPY, 600,001 JPY, "
                        "2026-11-12");
    CHECK(page.route == "/customer/520099887766");
    CHECK(page.app().title() == "Kaede Denki · CPPO Desk");
    CHECK(page.screen().node(ui::Role::listitem, "Owes AWS").value == "600,001 JPY");
    CHECK(page.row("Deals", "Kaede Denki")[1] == "Tidal Backup");
    page.screen().click(ui::Role::row, "Tidal Backup, 1, 2026-10-20, 1,200,001, 600,001, JPY");
    CHECK(page.route == "/deal/kaede-backup/money");
}

TEST_CASE("a row opens at a tap, whose place and press come in one frame", "[view]") {
    DeskPage page;
    open_sample_at(page, "/isvs");
    const ui::Node& row = page.screen().node(
        ui::Role::row, "Fjord Data AS, 4444 5555 6666, 0, 1, 0, 0, \u2013, \u2013");
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent((row.x0 + row.x1) / 2, (row.y0 + row.y1) / 2);
    io.AddMouseButtonEvent(0, true);
    page.screen().settle();
    io.AddMouseButtonEvent(0, false);
    page.screen().settle();
    CHECK(page.route == "/isv/444455556666");
}

TEST_CASE("lists are sorted by a column's words, or by its numbers", "[view]") {
    DeskPage page;
    open_sample_at(page, "/isvs");
    const auto first = [&] { return page.row("ISVs", std::size_t{0})[0]; };
    CHECK(first() == "Fjord Data AS");
    page.screen().click(ui::Role::columnheader, "ISV");
    CHECK(first() == "Fjord Data AS");
    page.screen().click(ui::Role::columnheader, "ISV");
    CHECK(first() == "Tidal Systems KK");
    page.screen().click(ui::Role::columnheader, "Ended forms");
    CHECK(first() == "Fjord Data AS");
    page.screen().click(ui::Role::columnheader, "Ended forms");
    CHECK(first() == "Sentinel Labs GmbH");
    CHECK(page.screen().node(ui::Role::columnheader, "Ended forms").value == "descending");
}

TEST_CASE("a product's page has its discounts, its list prices and the way to its ISV", "[view]") {
    DeskPage page;
    open_sample_at(page, "/products");
    CHECK(page.row("Products", "Tidal Backup") == Cells{"Tidal Backup", "Tidal Systems KK",
                                                        "12.5 %", "480,000 JPY",
                                                        "Request for Loom & Thread", "2"});
    page.go("/product/prod-6yd1m4hs9gk3p");
    CHECK(page.row("List prices", 1) ==
          Cells{"Request for Kaede Denki", "2026-10-05", "\u2013", "1,234,567", "JPY"});
    page.screen().click(ui::Role::row,
                        "Request for Kaede Denki, 2026-10-05, \u2013, 1,234,567, JPY");
    CHECK(page.route == "/deal/kaede-backup/forms");
    page.go("/product/prod-6yd1m4hs9gk3p");
    page.screen().click(ui::Role::row, "Recurring, 12.5 %, 2027-03-31");
    CHECK(page.route == "/authorization/tidal-2026");
    page.go("/product/prod-6yd1m4hs9gk3p");
    page.press("Go to the ISV");
    CHECK(page.route == "/isv/333344445555");
    CHECK(page.app().title() == "Tidal Systems KK · CPPO Desk");
    CHECK(page.row("Authorizations", "Tidal Backup")[3] == "Authorized (reusable)");
    page.follow("ISVs");
    CHECK(page.route == "/isvs");
}

TEST_CASE("lists without records say what would stand there", "[view]") {
    DeskPage page;
    for (const char* place : {"/customers", "/products", "/isvs"}) {
        INFO(place);
        page.go(place);
        CHECK(page.sees("Nothing here yet"));
        CHECK(problems() == none);
        page.press("Go to the authorizations");
        CHECK(page.route == "/authorizations");
    }
}

}  // namespace cppo::view
