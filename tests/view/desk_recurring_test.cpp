// A recurring discount from an empty page to everyone's money: a three-year schedule that the
// customer signs too.
#include <catch2/catch_test_macros.hpp>

#include "desk_page.hpp"

using namespace cppo;
using view::DeskPage;

namespace {

using Cells = std::vector<std::string>;

void set_up_company(DeskPage& page) {
    page.press("Set up your company");
    page.type("Your legal name", "Harbor Consulting LLC");
    page.type("Your AWS account", "7777 8888 9999");
    page.screen().click(ui::Role::checkbox, "Registered as AWS Marketplace seller");
    CHECK(page.model().workspace().partner.account.digits == "777788889999");
    CHECK(page.model().workspace().registered_seller);
}

void sign(DeskPage& page, std::string_view role, std::string_view name, std::string_view title) {
    page.press("Sign as " + std::string(role));
    page.type("Name", name);
    page.type("Title", title);
    page.press("Sign");
}

void write_authorization(DeskPage& page) {
    page.follow("Authorizations");
    page.press("New authorization");
    page.press("Start the form");
    REQUIRE(page.route == "/authorization/auth-1");
    page.type_at("isv_name", "Nimbus Software, Inc.");
    page.type_at("isv_account", "111122223333");
    page.type("Product", "Nimbus Analytics");
    page.type("Product ID", "prod-4xkq7n2mvb5ge");
    page.type("Discount off list (%)", "20");
    page.press("Add product");
    page.type("Product 2", "Nimbus Support");
    page.type("Product ID 2", "prod-9h3t6wz1rc8ya");
    page.type("Discount off list (%) 2", "20");
    CHECK(view::problems() == view::none);
}

void authorize_for_many(DeskPage& page) {
    write_authorization(page);
    sign(page, "ISV", "Ada Lind", "CEO");
    sign(page, "Partner", "Ben Ode", "Head of sales");
    page.press("Send to AWS");
    page.press("Download e-mail (.eml)");
    REQUIRE(page.downloads.back().name == "raf-auth-1.eml");
    page.press("Record as sent");
    page.press("Record the authorization");
    page.press("Record the authorization");
    CHECK(page.sees("Authorized (reusable)"));
}

void write_request(DeskPage& page) {
    page.press("Start a deal");
    page.press("Start the deal");
    REQUIRE(page.route == "/deal/deal-1");
    page.tab("Forms");
    page.type_at("customer_name", "Example Retail");
    page.type_at("customer_account", "000123456789");
    page.type("List price", "90000");
    page.type("List price 2", "30000");
    page.type("Contract starts", "2027-02-01");
    page.type("Term", "P3Y");
    page.type("Customer must accept by", "2027-01-31");
    page.choose("Payment", "On a schedule");
    for (int row = 0; row < 3; ++row) page.press("Add payment");
    page.type("Date", "2027-02-01");
    page.type("Amount", "40,000.00");
    page.type("Date 2", "2028-02-01");
    page.type("Amount 2", "40000");
    page.type("Date 3", "2029-02-01");
    page.type("Amount 3", "30000");
    CHECK(view::problems() == view::none);
}

void price_deal(DeskPage& page) {
    page.tab("Quote");
    page.type("Price", "110000");
    page.type("Marketplace fee", "3");
    CHECK(page.sees("Where the money goes"));
    page.type("Processing fee", "1");
    CHECK(page.row("Who receives what", "ISV · Nimbus Software, Inc.") ==
          Cells{"ISV · Nimbus Software, Inc.", "96,000.00", "−2,879.99 (3 %)", "93,120.01",
                "84.65 %"});
    CHECK(
        page.row("Who receives what", "You · Harbor Consulting LLC") ==
        Cells{"You · Harbor Consulting LLC", "14,000.00", "−140.00 (1 %)", "13,860.00", "12.60 %"});
    CHECK(page.row("Who receives what", "AWS Marketplace")[3] == "3,019.99");
    CHECK(page.value("Markup on wholesale") == "14.583333333");
    CHECK(page.value("Your net") == "13,860.00");
    CHECK(page.row("Payments", "2029-02-01") ==
          Cells{"2029-02-01", "30,000.00", "25,396.37", "3,780.00"});
    CHECK(view::problems() == view::none);
}

void send_request(DeskPage& page) {
    sign(page, "Partner", "Ben Ode", "Head of sales");
    page.tab("Forms");
    page.press("Customer's copy");
    REQUIRE(page.downloads.back().bytes.find("110000.00") != std::string::npos);
    CHECK(page.downloads.back().bytes.find("96") == std::string::npos);
    sign(page, "Customer", "Cleo Marr", "CFO");
    page.press("Send to AWS");
    page.press("Record as sent");
}

void offer_and_accept(DeskPage& page) {
    page.press("Record the offer");
    page.type("Offer ID", "offer-4mz2k7qd3xw5a");
    page.press("Record the offer");
    page.press("Record the acceptance");
    CHECK(page.value("Accepted by account") == "000123456789");
    page.press("Record the acceptance");
}

void collect_first_invoice(DeskPage& page) {
    page.tab("Money");
    page.press("Record invoice");
    page.type("Date", "2027-02-01");
    page.press("Record the invoice");
    page.press("Record payment");
    CHECK(page.value("Amount") == "40,000.00");
    page.type("Date", "2027-03-03");
    page.press("Record the payment");
    for (const std::string_view party : {"The ISV", "You"}) {
        page.press("Record payout");
        if (page.sees("The ISV")) page.choose("Paid to", party);
        page.type("Date", "2027-03-10");
        page.press("Record the payout");
    }
    const Cells paid = page.row("Invoices", "1");
    CHECK(paid[2] == "Disbursed");
    CHECK(paid[5] == "33,861.82");
    CHECK(paid[7] == "5,040.00");
}

}  // namespace

TEST_CASE("A recurring discount, from an empty page to the reports", "[view]") {
    DeskPage page;
    set_up_company(page);
    authorize_for_many(page);
    write_request(page);
    price_deal(page);
    send_request(page);
    offer_and_accept(page);
    collect_first_invoice(page);
    CHECK(view::problems() == view::none);

    page.today("2027-03-11");
    page.tab("Reports");
    // The program's rule: in a recurring deal the ISV sees us, never the customer.
    const Cells isv = page.row("What the ISV sees", 0);
    CHECK(isv[1] == "Harbor Consulting LLC");
    CHECK(isv[2] == "7777 8888 9999");
    for (const std::string& cell : isv) CHECK(cell.find("Example Retail") == std::string::npos);
    CHECK(page.row("What you see", 0)[1] == "Example Retail");
    page.tab("History");
    CHECK(page.sees("AWS paid you for invoice 1"));
    CHECK(page.saved.size() > 40);
}
