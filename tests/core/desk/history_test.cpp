// History in words, and a deal as it was on a day.
#include <catch2/catch_test_macros.hpp>

#include "fixtures.hpp"
#include "screens/deal_screen.hpp"

namespace cppo::test {
namespace {

std::vector<std::string> words_of(const std::vector<HistoryRow>& rows) {
    std::vector<std::string> words;
    for (const HistoryRow& row : rows) words.push_back(row.what);
    return words;
}

DealScreen past(const DealSetup& desk, std::string_view on) {
    return sure(past_deal_screen(model_of({desk.workspace, desk.authorization, desk.deal}, {}),
                                 desk.deal.id, day(on)));
}

DealSetup paid_in_part() {
    DealSetup made = brought_to(DealStatus::accepted);
    made.happen("2020-02-01", event::Issue{1});
    made.happen("2020-02-10", event::Collect{1, money("40000")});
    made.happen("2020-02-11", event::Collect{1, money("60000")});
    made.happen("2020-03-01", event::Disburse{1, Party::isv});
    return made;
}

}  // namespace

TEST_CASE("the history of an authorization speaks the form's words", "[desk]") {
    Authorization made;
    made.id = {"auth-9"};
    made.created_on = day(created_on);
    const auto happen = [&](AuthorizationPayload payload) {
        sure(attempt(made, created_on, std::move(payload), workspace()));
    };
    happen(event::Edit{"isv_account", "001122223333"});
    happen(event::Edit{"partner_account", "444455556666"});
    happen(event::Edit{"currency", "EUR"});
    happen(event::AddRow{"products"});
    happen(event::AddRow{"products"});
    happen(event::Edit{"products[0].title", "Alder Graph"});
    happen(event::Edit{"products[0].discount", "20"});
    happen(event::Edit{"products[0].list", "120000"});
    happen(event::Edit{"products[1].product_type", "professional_services"});
    happen(event::RemoveRow{"products", 1});
    happen(event::AddRow{"attachments"});
    happen(event::Edit{"products[0].list", ""});
    CHECK(words_of(history_of(made)) ==
          std::vector<std::string>{"AWS account (ISV): 0011 2222 3333",
                                   "AWS account registered as seller (Partner): "
                                   "4444 5555 6666",
                                   "Currency: EUR", "Added a product", "Added a product",
                                   "Product 1: Alder Graph", "Discount off list of product 1: 20 %",
                                   "List price of product 1: 120,000.00 EUR",
                                   "Type of product 2: Professional services", "Removed product 2",
                                   "Added an attachment", "List price of product 1: cleared"});
}

TEST_CASE("the history of a deal speaks the request's words", "[desk]") {
    DealSetup made = desk(Content{});
    made.edit("customer_name", "Cedar Works");
    made.edit("pricing", "scheduled");
    made.edit("term", "P36M");
    made.edit("customer_signs", "yes");
    made.happen(created_on, event::AddRow{"schedule"});
    made.edit("schedule[0].on", "2020-02-01");
    made.edit("custom_terms", "No audit.");
    CHECK(words_of(history_of(made.deal)) ==
          std::vector<std::string>{"Name (Customer): Cedar Works", "Payment: On a schedule",
                                   "Term: 3 years", "Customer also signs: Yes", "Added a payment",
                                   "Date of payment 1: 2020-02-01", "Custom terms: No audit."});
}

TEST_CASE("the view of a day shows the deal as it was that evening", "[desk]") {
    const DealSetup desk = paid_in_part();
    struct Row {
        std::string_view on, status;
        std::size_t invoices;
        std::string_view first, owed, held, stage;
    };
    constexpr Row rows[] = {
        {created_on, "Draft", 0, "", "", "", "Request"},
        {signed_on, "Signed", 0, "", "", "", "Request"},
        {submitted_on, "Submitted", 0, "", "", "", "Request"},
        {"2020-01-14", "Submitted", 0, "", "", "", "Request"},
        {offered_on, "Offered", 0, "", "", "", "Offer"},
        {accepted_on, "Accepted", 3, "Scheduled", "0.00", "0.00", "Accepted"},
        {"2020-02-01", "Accepted", 3, "Invoiced", "100,000.00", "0.00", "Accepted"},
        {"2020-02-10", "Accepted", 3, "Partly paid", "60,000.00", "40,000.00", "Accepted"},
        {"2020-02-29", "Accepted", 3, "Paid", "0.00", "100,000.00", "Accepted"},
        {"2020-03-01", "Accepted", 3, "Paid", "0.00", "19,166.67", "Accepted"}};
    for (const Row& row : rows) {
        INFO(row.on);
        const DealScreen screen = past(desk, row.on);
        CHECK(screen.status == row.status);
        REQUIRE(screen.invoices.size() == row.invoices);
        for (const StageRow& stage : screen.stages)
            if (stage.state == StageState::current) CHECK(stage.name == row.stage);
        if (row.invoices == 0) {
            CHECK(screen.balances.empty());
            continue;
        }
        CHECK(screen.invoices[0].status_text == row.first);
        CHECK(screen.balances[0].amount == row.owed);
        CHECK(screen.balances[1].amount == row.held);
    }
}

TEST_CASE("a deal looked back at tells the reports and the history of that day", "[desk]") {
    const DealSetup desk = paid_in_part();
    const auto rows_on = [&](std::string_view on) {
        std::vector<std::string> sizes;
        for (const ReportPanel& report : past(desk, on).reports)
            sizes.push_back(std::to_string(report.table.rows.size()));
        return sizes;
    };
    CHECK(rows_on("2020-01-31") == std::vector<std::string>{"0", "0", "3"});
    CHECK(rows_on("2020-02-10") == std::vector<std::string>{"1", "1", "3"});
    CHECK(past(desk, "2020-02-10").history.back().what ==
          "The customer paid 40,000.00 USD toward invoice 1");
    CHECK(past(desk, "2020-02-10").reports[0].table.rows[0][10] == "Not collected");
    CHECK(past(desk, "2020-02-12").reports[0].table.rows[0][10] == "Not disbursed");
    CHECK(past(desk, "2020-03-01").reports[0].table.rows[0][10] == "Disbursed");
}

TEST_CASE("the view of a day shows the authorization as it was that evening", "[desk]") {
    const DealSetup desk = paid_in_part();
    const DealScreen before = past(desk, "2020-01-09");
    CHECK(before.authorization_status == "Draft");
    CHECK(before.stages[0].state == StageState::todo);
    const DealScreen after = past(desk, signed_on);
    CHECK(after.authorization_status == "Authorized (reusable)");
    CHECK(after.stages[0].note == signed_on);
}

TEST_CASE("nothing can be done to a deal looked back at", "[desk]") {
    const DealSetup desk = paid_in_part();
    constexpr std::string_view part_paid_on = "2020-02-10";
    for (std::string_view on : {created_on, signed_on, offered_on, part_paid_on}) {
        INFO(on);
        const DealScreen screen = past(desk, on);
        CHECK(screen.past);
        CHECK(screen.urgency == Urgency::idle);
        CHECK(screen.actions.empty());
        CHECK_FALSE(screen.form.editable);
        for (const SignatureRow& row : screen.form.signatures) CHECK_FALSE(row.can_sign);
        for (const InvoiceRow& row : screen.invoices)
            CHECK_FALSE((row.can_pay_isv || row.can_pay_partner || !row.actions.empty()));
    }
}

TEST_CASE("there is no looking back before a deal was created", "[desk]") {
    const DealSetup desk = paid_in_part();
    const auto refused = refusal(as_of(desk.deal, day("2020-01-01")));
    REQUIRE(refused);
    CHECK(refused->code == Code::not_yet);
    CHECK(refused->detail == "the deal was created on 2020-01-02");
    CHECK(sure(as_of(desk.deal, day("2021-01-01"))).events.size() == desk.deal.events.size());
}

TEST_CASE("a line of the checklist knows its first field and every bad value", "[desk]") {
    const auto lines = [](const Content& content) {
        std::vector<std::string> told;
        for (const CheckRow& row : form_screen(Model{}, desk(content).deal).checklist) {
            if (row.path.empty()) continue;
            told.push_back(row.text + " -> " + row.path);
            told.insert(told.end(), row.wrong.begin(), row.wrong.end());
        }
        return told;
    };
    CHECK(lines(Content{}) ==
          std::vector<std::string>{"Customer: Name is empty -> customer_name",
                                   "What the customer buys: the form has no line -> lines",
                                   "Price and terms: Currency is empty -> currency"});
    CHECK(lines(scheduled_content()).empty());
    CHECK(lines(filled(ctr,
                       {{"term", ""},
                        {"ends", "2020-01-01"},
                        {"accept_by", ""},
                        {"custom_terms", "Net 90 days"},
                        {"schedule[1].amount", ""}},
                       scheduled_content())) ==
          std::vector<std::string>{
              "Price and terms -> ends", "2020-01-01 is not after the first day, 2020-02-01",
              "The custom terms say 'Net 90'", "Payments: Amount is empty -> schedule[1].amount"});
}

}  // namespace cppo::test
