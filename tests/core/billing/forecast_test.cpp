#include <catch2/catch_test_macros.hpp>

#include "billing/forecast.hpp"
#include "fixtures.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

/// "2020-03-10 isv 1 93120.00", each expected payment on a line; with what is overdue since when.
std::string expected(const Desk& desk, std::string_view as_of, const Timing& timing = {}) {
    std::string lines;
    for (const Expected& row : expected_of(desk.deal, day(as_of), timing))
        lines += text(row.on) + ' ' + std::string(text(row.party)) + ' ' +
                 std::to_string(row.number) + ' ' + text(row.amount) +
                 (row.overdue_since ? " ! since " + text(*row.overdue_since) : "") + '\n';
    return lines;
}

}  // namespace

TEST_CASE("the day of disbursement comes strictly after, on a day of the month or every day",
          "[billing]") {
    CHECK(disbursement_after(day("2020-03-09"), {30, 10}) == day("2020-03-10"));
    CHECK(disbursement_after(day("2020-03-10"), {30, 10}) == day("2020-04-10"));
    CHECK(disbursement_after(day("2020-12-11"), {30, 10}) == day("2021-01-10"));
    CHECK(disbursement_after(day("2020-02-28"), {30, 28}) == day("2020-03-28"));
    CHECK(disbursement_after(day("2020-02-29"), {30, 0}) == day("2020-03-01"));
}

TEST_CASE("an upfront deal is expected to be paid after the net days, and paid out after that",
          "[billing]") {
    Desk desk = brought_to(DealStatus::accepted, test::desk(upfront_content()));
    CHECK(expected(desk, accepted_on) ==
          "2020-02-19 customer 1 110000.00\n"
          "2020-02-19 aws 1 2900.00\n"
          "2020-03-10 isv 1 87300.00\n"
          "2020-03-10 partner 1 19800.00\n");
    CHECK(expected(desk, accepted_on, {45, 0}) ==
          "2020-03-05 customer 1 110000.00\n"
          "2020-03-05 aws 1 2900.00\n"
          "2020-03-06 isv 1 87300.00\n"
          "2020-03-06 partner 1 19800.00\n");
    desk.happen(accepted_on, event::Issue{1});
    CHECK(expected(desk, "2020-02-19").starts_with("2020-02-19 customer 1 110000.00\n"));
    // Late: it is expected today, and told.
    CHECK(expected(desk, "2020-02-20") ==
          "2020-02-20 customer 1 110000.00 ! since 2020-02-19\n"
          "2020-02-20 aws 1 2900.00\n"
          "2020-03-10 isv 1 87300.00\n"
          "2020-03-10 partner 1 19800.00\n");
    desk.happen("2020-03-01", event::Collect{1, money("110000")});
    CHECK(expected(desk, "2020-03-10") ==
          "2020-03-10 isv 1 87300.00\n"
          "2020-03-10 partner 1 19800.00\n");
    desk.happen("2020-03-10", event::Disburse{1, Party::isv});
    CHECK(expected(desk, "2020-03-11") == "2020-04-10 partner 1 19800.00\n");
    desk.happen("2020-03-11", event::Disburse{1, Party::partner});
    CHECK(expected(desk, "2020-03-11").empty());
    desk.happen("2020-03-12", event::Refund{1, money("110000"), "it ended"});
    CHECK(expected(desk, "2020-03-12") ==
          "2020-04-10 isv 1 -87300.00\n"
          "2020-04-10 partner 1 -19800.00\n");
}

TEST_CASE("a schedule is expected invoice by invoice, without what was dropped", "[billing]") {
    Desk desk = brought_to(DealStatus::accepted);
    desk.happen("2020-02-01", event::Issue{1});
    const std::string first =
        "2020-03-02 customer 1 100000.00\n"
        "2020-03-02 aws 1 2666.67\n"
        "2020-03-10 isv 1 80833.33\n"
        "2020-03-10 partner 1 16500.00\n";
    CHECK(expected(desk, "2020-02-01") == first +
                                              "2021-03-03 customer 2 90000.00\n"
                                              "2021-03-03 aws 2 2400.00\n"
                                              "2021-03-10 isv 2 72750.00\n"
                                              "2021-03-10 partner 2 14850.00\n"
                                              "2022-03-03 customer 3 80000.00\n"
                                              "2022-03-03 aws 3 2133.33\n"
                                              "2022-03-10 isv 3 64666.67\n"
                                              "2022-03-10 partner 3 13200.00\n");
    desk.happen("2020-02-10", event::Cancel{"both sides agreed to end it"});
    CHECK(expected(desk, "2020-02-10") == first);
}

TEST_CASE("while the fees are not known only the customer's payment is expected", "[billing]") {
    Desk desk = test::desk(upfront_content());
    desk.sign(Party::partner);
    desk.happen(submitted_on, desk.submission());
    desk.happen(offered_on, event::CreateOffer{"offer-abcd1234"});
    CHECK(expected(desk, offered_on).empty());
    desk.happen(accepted_on, event::Accept{account(customer_account)});
    CHECK(expected(desk, accepted_on) == "2020-02-19 customer 1 110000.00\n");
}
