// A deal under modern-2024 on the page: nobody signs, AWS's published fee is shown part by part.
#include <catch2/catch_test_macros.hpp>

#include "desk_page.hpp"

namespace cppo::view {

namespace {

/// Chooses modern-2024 and takes a first authorization to its end.
void authorize_in_portal(DeskPage& page) {
    page.today("2026-11-24");
    page.open_sample();
    page.go("workspace");
    page.choose("Program year", "2024, seller portal");
    CHECK(page.model().workspace().rule_set == RuleSet::modern_2024);

    page.follow("Authorizations");
    page.press("New authorization");
    page.press("Start the form");
    page.type_at("isv_name", "Nimbus Software, Inc.");
    page.type_at("isv_account", "111122223333");
    page.type("Product", "Nimbus Analytics");
    page.type("Product ID", "prod-4xkq7n2mvb5ge");
    page.type("Discount off list (%)", "20");
    page.choose("Payment terms up to (days)", "60");
    CHECK(page.sees("Entered in the seller portal"));
    for (std::string_view absent : {"Sign as ISV", "Sign as Partner", "Signatures"})
        CHECK_FALSE(page.sees(absent));
    page.press("Send to AWS");
    CHECK_FALSE(page.sees("Download e-mail (.eml)"));
    page.press("Record as sent");
    page.press("Record the authorization");
    page.press("Record the authorization");
    CHECK(page.sees("Authorized (reusable)"));
    CHECK(problems() == none);
}

}  // namespace

TEST_CASE("A deal under modern-2024 goes into the portal and shows the published fee", "[view]") {
    DeskPage page;
    authorize_in_portal(page);
    page.press("Start a deal");
    page.press("Start the deal");
    page.tab("Forms");
    page.type_at("customer_name", "Granite Bank");
    page.type_at("customer_account", "000123456789");
    page.type("List price", "1300000");
    page.type("Price to the customer", "1200000");
    CHECK(page.model().deals().at({"deal-1"}).state.request.value("net_terms") == "60");
    page.tab("Quote");
    CHECK(page.sees("The product type is empty"));
    page.tab("Forms");
    page.choose("Product type", "SaaS");
    page.type("Country", "KR");
    page.tab("Quote");
    CHECK(page.sees("0.5 %"));
    CHECK(page.sees("Buyers in South Korea"));
    CHECK(page.sees("1,003,600.00"));
    CHECK_FALSE(page.sees("Processing fee"));
    CHECK(problems() == none);

    page.tab("Forms");
    page.choose("Product type", "Professional services");
    page.tab("Quote");
    page.type("Base rate", "120");
    CHECK(page.error_under("Base rate").find("'120' is more than 100") != std::string::npos);
    page.type("Base rate", "99.9");
    CHECK(
        page.sees("With its uplifts, a base fee of 99.9 % is more than 100 %. Choose a different "
                  "value."));
    page.type("Base rate", "2.5");
    CHECK(page.sees("2.5 %"));
    CHECK(problems() == none);
}

}  // namespace cppo::view
