#include <catch2/catch_test_macros.hpp>

#include "fixtures.hpp"
#include "report/payouts.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

Desk paid_out(std::string_view on) {
    Desk desk = brought_to(DealStatus::accepted, test::desk(upfront_content()));
    desk.happen(accepted_on, event::Issue{1});
    desk.happen("2020-02-20", event::Collect{1, money("110000")});
    desk.happen(on, event::Disburse{1, Party::isv});
    desk.happen(on, event::Disburse{1, Party::partner});
    return desk;
}

std::string lines(const PayoutStatement& statement) {
    std::string text;
    for (const auto& row : table_of(statement, Wording::files).rows) {
        for (const std::string& cell : row) text += cell + ' ';
        text.back() = '\n';
    }
    return text;
}

}  // namespace

TEST_CASE("a refund of what was paid out is netted from the next payouts of any deal", "[report]") {
    Desk refunded = paid_out("2020-03-10");
    refunded.happen("2020-04-01", event::Refund{1, money("110000"), "it ended"});
    refunded.happen("2020-04-10", event::Disburse{1, Party::isv});
    refunded.happen("2020-04-10", event::Disburse{1, Party::partner});
    const Desk same_day = paid_out("2020-04-10");
    const Desk later = paid_out("2020-05-10");
    const Subject subjects[] = {{refunded.deal, refunded.authorization},
                                {same_day.deal, same_day.authorization},
                                {later.deal, later.authorization}};
    const Date end = day("2020-12-31");
    const PayoutStatement isv = isv_payouts(subjects, account(isv_account), end);
    CHECK(isv.payee.name == isv_name);
    CHECK(lines(isv) ==
          "2020-03-10 87300.00 87300.00 0.00 USD\n"
          "2020-04-10 0.00 0.00 0.00 USD\n"
          "2020-05-10 87300.00 87300.00 0.00 USD\n");
    CHECK(lines(partner_payouts({&subjects[0], 1}, end)) ==
          "2020-03-10 19800.00 19800.00 0.00 USD\n"
          "2020-04-10 -19800.00 0.00 -19800.00 USD\n");
    const Subject two[] = {subjects[0], subjects[2]};
    CHECK(lines(partner_payouts(two, end)) ==
          "2020-03-10 19800.00 19800.00 0.00 USD\n"
          "2020-04-10 -19800.00 0.00 -19800.00 USD\n"
          "2020-05-10 19800.00 0.00 0.00 USD\n");
    // What was carried over before a period counts in it.
    CHECK(lines(partner_payouts(two, Period(day("2020-05-01"), end))) ==
          "2020-05-10 19800.00 0.00 0.00 USD\n");
    CHECK(lines(partner_payouts(two, day("2020-04-09"))) ==
          "2020-03-10 19800.00 19800.00 0.00 USD\n");
    CHECK(isv_payouts(subjects, account(customer_account), end).rows.empty());
}

TEST_CASE("a payout statement tells a party its own net and nothing else", "[report]") {
    const Desk desk = paid_out("2020-03-10");
    const Subject one[] = {{desk.deal, desk.authorization}};
    const std::string isv = lines(isv_payouts(one, account(isv_account), day("2020-12-31")));
    CHECK(isv.find("19800") == isv.npos);
    CHECK(isv.find("110000") == isv.npos);
    const std::string partner = lines(partner_payouts(one, day("2020-12-31")));
    CHECK(partner.find("87300") == partner.npos);
}

TEST_CASE("the amounts of a payout statement stand at the right", "[report]") {
    std::string right;
    const PayoutStatement none = partner_payouts({}, day("2020-12-31"));
    for (const Column& column : table_of(none, Wording::reading).columns)
        if (column.number) right += column.name + ' ';
    CHECK(right == "earned paid_out carried_over ");
}
