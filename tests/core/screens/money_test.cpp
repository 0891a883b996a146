// Money over time and the lists of whom we deal with, over the sample workspace.
#include <catch2/catch_test_macros.hpp>

#include "fixtures.hpp"
#include "sample_desk.hpp"
#include "screens/forecast_screen.hpp"
#include "screens/money_screen.hpp"

namespace cppo::test {
namespace {

std::string told(const MonthRow& row) {
    return row.name + " | " + row.customer + " | " + row.isv + " | " + row.aws + " | " +
           row.partner + '\n';
}

std::string told(const CurrencyMonths& months) {
    std::string all = months.currency + '\n';
    for (const MonthRow& row : months.months)
        if (!row.paid.empty() || !row.received.empty()) all += told(row);
    return all + told(months.total);
}

std::string told(const MonthScreen& screen) {
    std::string all = told(screen.month);
    for (const MonthPayment& row : screen.payments)
        all += row.on + " | " + row.what + " | " + row.name + " | " + row.deal.value + ' ' +
               std::to_string(row.invoice) + " | " + row.amount + " | " + row.words + '\n';
    return all;
}

}  // namespace

TEST_CASE("the sample's money by month, paid and expected", "[screens]") {
    const MoneyScreen screen = money_screen(sample_desk().model(), day("2026-11-24"));
    REQUIRE(screen.currencies.size() == 2);
    CHECK(told(screen.currencies[0]) ==
          "USD\n"
          "October 2026 | 87,637.03 |  | 2,212.50 | \n"
          "December 2026 | 109,629.63 | 147,288.03 | 2,797.04 | 44,969.09\n"
          "March 2027 | 90,000.00 | 72,750.00 | 2,400.00 | 14,850.00\n"
          "After October 2027 | 80,000.00 | 64,666.67 | 2,133.33 | 13,200.00\n"
          " | 367,266.66 | 284,704.70 | 9,542.87 | 73,019.09\n");
    CHECK(told(screen.currencies[1]) ==
          "JPY\n"
          "November 2026 | 1,200,001 |  | 39,007 | \n"
          "December 2026 |  | 1,042,437 |  | 118,557\n"
          " | 1,200,001 | 1,042,437 | 39,007 | 118,557\n");
    // From the first month in which something was paid to the eleventh after this one.
    const auto& months = screen.currencies[0].months;
    REQUIRE(months.size() == 14);
    CHECK(months[0].when == MonthRow::When::past);
    CHECK(months[1].when == MonthRow::When::current);
    CHECK(months[12].month == "2027-10");
    CHECK(months[13].when == MonthRow::When::later);
    CHECK(screen.currencies[1].months.size() == 12);
}

TEST_CASE("a month's bars stand on a round axis, and AWS's fees on the nets", "[screens]") {
    const auto screen = money_screen(sample_desk().model(), day("2026-11-24"));
    const CurrencyMonths& usd = screen.currencies[0];
    std::string axis;
    for (const AmountTick& tick : usd.ticks) axis += tick.amount + ' ';
    CHECK(axis == "0.00 50,000.00 100,000.00 150,000.00 200,000.00 ");
    const MonthRow& march = usd.months[5];
    REQUIRE(march.name == "March 2027");
    REQUIRE(march.received.size() == 3);
    CHECK(march.paid.front().to == 90'000'00);
    CHECK(march.received[1].party == Party::partner);
    CHECK(march.received[1].from == 72'750'00);
    CHECK(march.received[2].from == 87'600'00);
    CHECK(march.received[2].to == 90'000'00);
}

TEST_CASE("what AWS recovers is drawn below the axis", "[screens]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-24");
    desk.deal("granite-3y", event::Refund{1, money("10000.00"), "Fewer seats"});
    const auto screen = money_screen(desk.model(), desk.on);
    const CurrencyMonths& usd = screen.currencies[0];
    CHECK(told(usd.months[1]) == "November 2026 | −10,000.00 |  | −266.67 | \n");
    CHECK(told(usd.months[2]) ==
          "December 2026 | 109,629.63 | 139,204.70 | 2,797.04 | 43,319.09\n");
    CHECK(usd.ticks.front().amount == "−50,000.00");
    REQUIRE(usd.months[1].paid.size() == 1);
    CHECK(usd.months[1].paid.front().from == 0);
    CHECK(usd.months[1].paid.front().to == -10'000'00);
    CHECK(money_screen(desk.model(), desk.on).overdue.size() == 1);
}

TEST_CASE("who owes what, since when", "[screens]") {
    const Model model = sample_desk().model();
    const auto rows = money_screen(model, day("2026-12-04")).overdue;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].customer == "Kaede Denki");
    CHECK(rows[0].amount == "600,001 JPY");
    CHECK(rows[0].since == "2026-11-19");
    CHECK(rows[0].days == "15 days");
    CHECK(rows[1].deal == DealId{"harvest-usage"});
    CHECK(rows[1].invoice == 2);
    CHECK(rows[1].days == "2 days");
    // Due on that day, it is not late before the next.
    CHECK(money_screen(model, day("2026-11-19")).overdue.empty());
    CHECK(money_screen(model, day("2026-11-20")).overdue.front().days == "1 day");
}

TEST_CASE("a month lists its payments, those behind and those to come", "[screens]") {
    const Model model = sample_desk().model();
    const Date on = day("2026-11-24");
    CHECK(told(sure(month_screen(model, "JPY", "2026-11", on))) ==
          "November 2026 | 1,200,001 |  | 39,007 | \n"
          "2026-11-12 | The customer pays | Kaede Denki | kaede-backup 1 | 600,000 | Paid\n"
          "2026-11-24 | The customer pays | Kaede Denki | kaede-backup 1 | 600,001 | "
          "Overdue since 2026-11-19\n"
          "2026-11-24 | AWS keeps as fees | AWS Marketplace | kaede-backup 1 | 39,007 | "
          "Expected\n");
    CHECK(told(sure(month_screen(model, "USD", "later", on))) ==
          "After October 2027 | 80,000.00 | 64,666.67 | 2,133.33 | 13,200.00\n"
          "2028-03-02 | The customer pays | Granite Bank | granite-3y 3 | 80,000.00 | Expected\n"
          "2028-03-02 | AWS keeps as fees | AWS Marketplace | granite-3y 3 | 2,133.33 | "
          "Expected\n"
          "2028-03-10 | The ISV receives | Nimbus Software, Inc. | granite-3y 3 | 64,666.67 | "
          "Expected\n"
          "2028-03-10 | You receive | Harbor Consulting LLC | granite-3y 3 | 13,200.00 | "
          "Expected\n");
    CHECK(sure(month_screen(model, "USD", "2027-01", on)).payments.empty());
    for (const auto& [currency, month] :
         {std::pair{"USD", "2030-01"}, {"XYZ", "2027-01"}, {"EUR", "2027-01"}})
        CHECK(refusal(month_screen(model, currency, month, on))->code == Code::not_found);
}

TEST_CASE("a workspace without payments has no months", "[screens]") {
    const MoneyScreen screen = money_screen(Model{}, day("2026-11-24"));
    CHECK(screen.currencies.empty());
    CHECK(screen.overdue.empty());
}

TEST_CASE("of every invoice, what was paid and what is expected adds up to its price",
          "[screens]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-24");
    desk.deal("granite-3y", event::Refund{1, money("10000.01"), "Fewer seats"});
    desk.deal("harvest-usage", event::Collect{2, money("0.01")});
    for (const char* as_of : {"2026-11-24", "2027-03-10", "2029-01-01"}) {
        std::map<std::pair<std::string, int>, std::map<Party, std::int64_t>> sums;
        for (const auto& rows :
             {paid_since(desk.model(), day("2000-01-01")), forecast(desk.model(), day(as_of))})
            for (const ForecastRow& row : rows)
                sums[{row.deal.value, row.invoice}][row.party] += row.amount.minor();
        REQUIRE(sums.size() == 7);
        for (auto& [invoice, by] : sums) {
            INFO(invoice.first << ' ' << invoice.second << " as of " << as_of);
            const DealInvoice& known =
                desk.deal(invoice.first).state.invoices[std::size_t(invoice.second - 1)];
            CHECK(by[Party::customer] == (known.price - known.credited()).minor());
            CHECK(by[Party::customer] == by[Party::isv] + by[Party::aws] + by[Party::partner]);
        }
    }
}

}  // namespace cppo::test
