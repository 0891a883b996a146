// What comes after the first payment: refunds, write-offs, cancellation, replacement, usage.
#include <catch2/catch_test_macros.hpp>

#include "desk_page.hpp"

namespace cppo::view {

using Cells = std::vector<std::string>;

TEST_CASE("A refund of a paid invoice is split, and recovered from the payouts", "[view]") {
    DeskPage page;
    open_sample_at(page, "deal/granite-3y/money");
    page.press("Record a refund");
    page.type("Amount", "100,000.01");
    page.type("Reason", "Fewer seats");
    page.press("Record the refund");
    CHECK(page.error_under("Amount").find("0.01 USD more than the 100,000.00 USD left") !=
          std::string::npos);
    page.type("Amount", "10,000");
    page.press("Record the refund");
    CHECK(page.row("Invoices", "1")[9] == "10,000.00");
    CHECK(page.sees("Record how AWS recovers the refund of invoice 1 of 3"));
    page.press("Record payout");
    CHECK(
        page.sees("AWS pays out after it has collected the invoice. The ISV receives "
                  "\u22128,083.33. You receive \u22121,650.00."));
    page.press("Record the payout");
    page.press("Record payout");
    page.press("Record the payout");
    page.tab("Reports");
    const Cells isv = page.row("What the ISV sees", 1);
    CHECK(isv[3] == "Refund");
    CHECK(isv[5] == "\u22128,333.33");
    CHECK(isv[7] == "\u22128,083.33");
    CHECK(problems() == none);
}

TEST_CASE("A cancelled agreement drops what is to come; a replacement is started as a copy",
          "[view]") {
    DeskPage page;
    open_sample_at(page, "deal/granite-3y/offer");
    page.press("Cancel the agreement");
    page.type("Reason", "Both sides agreed to end it");
    page.press("Cancel the agreement");
    page.tab("Money");
    CHECK(page.row("Invoices", "2")[2] == "Dropped");
    CHECK(problems() == none);

    DeskPage other;
    open_sample_at(other, "deal/granite-3y/offer");
    other.press("Offer a replacement");
    other.press("Start the request");
    CHECK(other.place().id == "deal-1");
    CHECK(other.model().find(DealId{"deal-1"})->replaces == DealId{"granite-3y"});
    CHECK(problems() == none);
}

TEST_CASE("A month's usage is recorded unit by unit, and an open balance is written off",
          "[view]") {
    DeskPage page;
    open_sample_at(page, "deal/harvest-usage/quote");
    CHECK(page.row("Lines", 0) == Cells{"Events received", "0.00123", "0.00111"});
    CHECK(page.sees("Usage-based lines are priced once AWS reports metered usage."));
    page.today("2026-12-02");
    page.tab("Money");
    page.press("Record a month's usage");
    CHECK(page.value("Month") == "2026-11-01");
    page.type("Events received", "7");
    page.press("Record the usage");
    CHECK(page.row("Invoices", "3")[3] == "0.01");
    page.press("Write off an invoice");
    page.press("Write off");
    CHECK(page.row("Invoices", "2")[2] == "Written off");
    CHECK(problems() == none);
}

TEST_CASE("One of several products is revoked alone", "[view]") {
    DeskPage page;
    open_sample_at(page, "authorization/nimbus-2026");
    page.press("Revoke a product");
    page.choose("Product", "Nimbus Support");
    page.press("Revoke the product");
    CHECK(page.model().find(AuthorizationId{"nimbus-2026"})->state.revoked_products ==
          Cells{"prod-9h3t6wz1rc8ya"});
    CHECK(problems() == none);
}

}  // namespace cppo::view
