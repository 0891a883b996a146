// A non-recurring discount: one named customer, one time, and the ISV sees that customer.
#include <catch2/catch_test_macros.hpp>

#include "desk_page.hpp"

using namespace cppo;
using view::DeskPage;

namespace {

void sign(DeskPage& page, const std::string& role) {
    page.press("Sign as " + role);
    page.type("Name", "Ada Lind");
    page.type("Title", "CEO");
    page.press("Sign");
}

void authorize_once(DeskPage& page) {
    page.go("/authorizations");
    page.press("New authorization");
    page.choose("Form", "Custom Resale Transaction");
    page.press("Start the form");
    page.type_at("isv_name", "Sentinel Systems");
    page.type_at("isv_account", "222233334444");
    page.type_at("customer_name", "Meridian Air");
    page.type_at("customer_account", "555566667777");
    page.type("Product", "Sentinel Mesh");
    page.type("Product ID", "prod-7wd2k9hs3gk1p");
    page.type("Discount off list (%)", "35");
    sign(page, "ISV");
    sign(page, "Partner");
    page.press("Send to AWS");
    page.press("Record as sent");
    page.press("Record the authorization");
    page.press("Record the authorization");
}

void offer(DeskPage& page) {
    page.press("Start a deal");
    page.press("Start the deal");
    page.tab("Forms");
    page.type("List price", "100000");
    page.tab("Quote");
    page.type("Price", "87499.99");
    page.type("Marketplace fee", "3");
    page.type("Processing fee", "1");
    sign(page, "Partner");
    page.press("Send to AWS");
    page.press("Record as sent");
    page.press("Record the offer");
    page.type("Offer ID", "offer-1");
    page.press("Record the offer");
}

}  // namespace

TEST_CASE("A single-use discount, from its form to the reports", "[view]") {
    DeskPage page;
    page.press("Set up your company");
    page.type("Your legal name", "Harbor Consulting LLC");
    page.type("Your AWS account", "777788889999");
    page.screen().click(ui::Role::checkbox, "Registered as AWS Marketplace seller");
    authorize_once(page);
    offer(page);
    page.go("/authorization/auth-1");
    CHECK(page.sees("Authorized (consumed)"));
    CHECK_FALSE(page.screen().has(ui::Role::button, "Start a deal"));

    page.go("/deal/deal-1/offer");
    page.press("Record the acceptance");
    page.type("Accepted by account", "555566667778");
    page.press("Record the acceptance");
    CHECK(page.error_under("Accepted by account").starts_with("No offer is visible"));
    CHECK(page.value("Accepted by account") == "555566667778");
    page.type("Accepted by account", "555566667777");
    page.press("Record the acceptance");

    page.tab("Money");
    page.press("Record invoice");
    page.press("Record the invoice");
    page.press("Record payment");
    page.press("Record the payment");
    page.press("Record payout");
    page.press("Record the payout");
    page.press("Record payout");
    page.press("Record the payout");
    CHECK(page.row("Invoices", "1")[5] == "63,050.00");

    page.tab("Reports");
    CHECK(page.row("What the ISV sees", 0)[1] == "Meridian Air");
    CHECK(page.row("What you see", 0)[1] == "Meridian Air");
    CHECK(view::problems() == view::none);
}
