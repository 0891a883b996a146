#include <catch2/catch_test_macros.hpp>

#include "fixtures.hpp"
#include "ledger/ledger.hpp"
#include "show.hpp"
#include "stops.hpp"

using namespace cppo;
using namespace cppo::test;

TEST_CASE("a ledger sums the postings to each account", "[ledger]") {
    Ledger ledger(Currency::usd);
    CHECK(ledger.entries().empty());
    CHECK(ledger.balance(Account::cash) == money("0"));
    ledger.append({day("2020-02-01"),
                   "issue",
                   {{Account::receivable, money("100")}, {Account::unearned, -money("100")}}});
    ledger.append({day("2020-02-10"),
                   "collect",
                   {{Account::cash, money("40")}, {Account::receivable, -money("40")}}});
    CHECK(ledger.balance(Account::receivable) == money("60"));
    CHECK(ledger.balance(Account::cash) == money("40"));
    CHECK(ledger.balance(Account::unearned) == -money("100"));
    ledger.append({day("2020-02-10"),
                   "earn",
                   {{Account::unearned, money("40")},
                    {Account::isv, -money("30")},
                    {Account::partner, -money("10")}}});
    CHECK(ledger.payable(Account::isv) == money("30"));
    CHECK(ledger.payable(Account::partner) == money("10"));
    REQUIRE(ledger.entries().size() == 3);
    CHECK(ledger.entries()[1].memo == "collect");
}

TEST_CASE("a ledger stops the program at a wrong entry", "[ledger]") {
    Ledger ledger(Currency::usd);
    ledger.append({day("2020-02-01"),
                   "issue",
                   {{Account::receivable, money("100")}, {Account::unearned, -money("100")}}});
    const auto appending = [&](Account to, Account from, Money amount) {
        return [&ledger, to, from, amount] {
            ledger.append({day("2020-02-02"), "", {{to, amount}, {from, -amount}}});
        };
    };
    CHECK_FALSE(stops(appending(Account::cash, Account::receivable, money("100"))));
    // More collected than invoiced; more paid out than collected.
    CHECK(stops(appending(Account::cash, Account::receivable, money("100.01"))));
    CHECK(stops(appending(Account::aws, Account::cash, money("100.01"))));
    CHECK(stops([&] {
        ledger.append({day("2020-02-02"),
                       "",
                       {{Account::isv, money("0.01")}, {Account::cash, -money("0.01")}},
                       true});
    }));
    // More earned than billed.
    CHECK(stops(appending(Account::unearned, Account::isv, money("100.01"))));
    CHECK(stops(appending(Account::cash, Account::receivable, money("1", Currency::eur))));
    CHECK(stops([&] { ledger.append({day("2020-02-02"), "", {{Account::cash, money("1")}}}); }));
}

TEST_CASE("after a refund, a party owes AWS what it was paid, but no more", "[ledger]") {
    Ledger ledger(Currency::usd);
    const auto append = [&](Account to, Account from, std::string_view amount, bool payout) {
        ledger.append(
            {day("2020-02-02"), "", {{to, money(amount)}, {from, -money(amount)}}, payout});
    };
    append(Account::cash, Account::isv, "100", false);
    append(Account::isv, Account::cash, "100", true);
    CHECK(stops([&] { append(Account::isv, Account::cash, "0.01", true); }));
    append(Account::isv, Account::cash, "30", false);
    CHECK(ledger.payable(Account::isv) == -money("30"));
    CHECK(ledger.balance(Account::cash) == -money("30"));
    CHECK(stops([&] { append(Account::isv, Account::cash, "0.01", true); }));
    append(Account::cash, Account::isv, "30", true);
    CHECK(ledger.balance(Account::cash).is_zero());
}
