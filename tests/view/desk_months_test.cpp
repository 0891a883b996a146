// Money over time: what is overdue, the months as picture and table, and the payments of a month.
#include <catch2/catch_test_macros.hpp>

#include "desk_page.hpp"

namespace cppo::view {

using Cells = std::vector<std::string>;

namespace {

void open_money(DeskPage& page, std::string_view route = "/money") {
    page.today("2026-11-24");
    page.open_sample();
    page.go(route);
}

}  // namespace

TEST_CASE("the months stand as a picture and as a table, one currency at a time", "[view]") {
    DeskPage page;
    open_money(page);
    CHECK(page.app().title() == "Money · CPPO Desk");
    CHECK(page.row("Payments by month", "December 2026") ==
          Cells{"December 2026", "109,629.63", "147,288.03", "2,797.04", "44,969.09"});
    CHECK(page.row("Payments by month", "October 2026 paid")[1] == "87,637.03");
    CHECK(page.row("Payments by month", "After October 2027")[4] == "13,200.00");
    CHECK(page.row("Payments by month", "Total") ==
          Cells{"Total", "367,266.66", "284,704.70", "9,542.87", "73,019.09"});
    const ui::Node& chart = page.screen().node(ui::Role::group, "Paid and expected by month");
    CHECK(chart.description ==
          "October 2026: Customers pay 87,637.03, AWS fees 2,212.50. "
          "December 2026: Customers pay 109,629.63, ISVs receive 147,288.03, AWS fees 2,797.04, "
          "You receive 44,969.09. "
          "March 2027: Customers pay 90,000.00, ISVs receive 72,750.00, AWS fees 2,400.00, You "
          "receive 14,850.00. "
          "After October 2027: Customers pay 80,000.00, ISVs receive 64,666.67, AWS fees "
          "2,133.33, You receive 13,200.00.");
    page.screen().click(ui::Role::radio, "JPY");
    CHECK(page.route == "/money/JPY");
    CHECK(page.row("Payments by month", "November 2026")[1] == "1,200,001");
}

TEST_CASE("a month of the picture or the table leads to its payments, and these to their deals",
          "[view]") {
    DeskPage page;
    open_money(page);
    page.press("December 2026");
    CHECK(page.route == "/money/USD/2026-12");
    CHECK(page.app().title() == "December 2026 · CPPO Desk");
    CHECK(page.row("Payments", 0) == Cells{"2026-12-02", "The customer pays", "Delta Freight",
                                           "Delta Freight", "2", "109,629.63", "Expected"});
    page.screen().click(ui::Role::row,
                        "2026-12-10, You receive, Harbor Consulting LLC, Meridian Air, 1, "
                        "20,592.00, Expected");
    CHECK(page.route == "/deal/meridian-mesh/money");
    page.go("/money");
    page.screen().click(ui::Role::row,
                        "After October 2027, 80,000.00, 64,666.67, 2,133.33, 13,200.00");
    CHECK(page.route == "/money/USD/later");
    page.follow("Money");
    CHECK(page.route == "/money");
}

TEST_CASE("what is overdue comes first, with the way to its invoice", "[view]") {
    DeskPage page;
    open_money(page);
    CHECK(page.sees("Kaede Denki owes 600,001 JPY on invoice 1"));
    CHECK(page.sees("5 days"));
    page.press("Open");
    CHECK(page.route == "/deal/kaede-backup/money");
    page.today("2026-11-19");
    page.go("/money");
    CHECK_FALSE(page.screen().has(ui::Role::heading, "Overdue"));
}

TEST_CASE("the months follow every change of the records", "[view]") {
    DeskPage page;
    open_money(page);
    page.go("/deal/meridian-mesh/money");
    for (const char* party : {"ISV", "us"}) {
        INFO(party);
        page.press("Record payout");
        page.press("Record the payout");
    }
    page.go("/money");
    CHECK(page.row("Payments by month", "November 2026") ==
          Cells{"November 2026", "\u2013", "64,698.99", "\u2013", "20,592.00"});
    CHECK(page.row("Payments by month", "December 2026")[4] == "24,377.09");
}

TEST_CASE("without payments the page says where they come from", "[view]") {
    DeskPage page;
    page.go("/money");
    CHECK(page.sees("No payments yet"));
    CHECK(problems() == none);
    page.press("Go to the deals");
    CHECK(page.route == "/deals");
}

}  // namespace cppo::view
