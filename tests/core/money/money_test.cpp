#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "fixtures.hpp"
#include "random.hpp"
#include "show.hpp"
#include "stops.hpp"

using namespace cppo;
using namespace cppo::test;

template <typename A, typename B>
concept Addable = requires(A a, B b) {
    a + b;
};
template <typename A, typename B>
concept Comparable = requires(A a, B b) {
    a == b;
};

static_assert(Addable<Money, Money>);
static_assert(!Addable<Money, Percent>);
static_assert(!Addable<Money, int>);
static_assert(!Addable<Money, double>);
static_assert(!Addable<Money, Quantity>);
static_assert(!Addable<Money, UnitPrice>);
static_assert(!Addable<Percent, int>);
static_assert(!Addable<Quantity, Quantity>);
static_assert(!Comparable<Money, Percent>);
static_assert(!Comparable<Money, std::int64_t>);
static_assert(!Comparable<DealId, AuthorizationId>);
static_assert(!std::is_convertible_v<std::int64_t, Money>);
static_assert(!std::is_convertible_v<Money, double>);
static_assert(!std::is_convertible_v<Percent, double>);
static_assert(!std::is_convertible_v<std::int64_t, Percent>);
static_assert(!std::is_default_constructible_v<Money>);
static_assert(!std::is_convertible_v<std::string, AccountId>);

TEST_CASE("amounts are read with the currency's decimals", "[money]") {
    struct Row {
        std::string typed;
        Currency currency;
        std::int64_t minor;
    };
    const std::vector<Row> rows = {
        {"0", Currency::usd, 0},
        {"0.01", Currency::usd, 1},
        {"1234.5", Currency::usd, 123450},
        {"1234.50", Currency::eur, 123450},
        {"007", Currency::usd, 700},
        {"1234567", Currency::jpy, 1234567},
        {"100000000.00", Currency::usd, 10'000'000'000},
        {"100000000", Currency::jpy, 100'000'000},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.typed);
    CHECK(parse_money(row.typed, row.currency, "price") ==
          Money::of_minor(row.minor, row.currency));
}

TEST_CASE("the refusal of an amount says why", "[money]") {
    struct Row {
        std::string typed;
        Currency currency;
        Code code;
        std::string detail;
    };
    const std::string number = " is not a number like 1234.5";
    const std::vector<Row> rows = {
        {"", Currency::usd, Code::malformed, "''" + number},
        {".", Currency::usd, Code::malformed, "'.'" + number},
        {".5", Currency::usd, Code::malformed, "'.5'" + number},
        {"5.", Currency::usd, Code::malformed, "'5.'" + number},
        {"-1", Currency::usd, Code::malformed, "'-1'" + number},
        {"-0.00", Currency::usd, Code::malformed, "'-0.00'" + number},
        {"+1", Currency::usd, Code::malformed, "'+1'" + number},
        {"1,000", Currency::usd, Code::malformed, "'1,000'" + number},
        {"1e2", Currency::usd, Code::malformed, "'1e2'" + number},
        {" 1", Currency::usd, Code::malformed, "' 1'" + number},
        {"1.2.3", Currency::usd, Code::malformed, "'1.2.3'" + number},
        {"$1", Currency::usd, Code::malformed, "'$1'" + number},
        {"x", Currency::jpy, Code::malformed, "'x' is not a number like 1234"},
        {"1.005", Currency::usd, Code::malformed,
         "'1.005' has 3 decimals; at most 2 are allowed here"},
        {"1.5", Currency::jpy, Code::malformed, "'1.5' has 1 decimal; none is allowed here"},
        {"100000000.01", Currency::usd, Code::out_of_range,
         "'100000000.01' is more than 100000000"},
        {"100000001", Currency::jpy, Code::out_of_range, "'100000001' is more than 100000000"},
        {"99999999999999999999999999", Currency::usd, Code::out_of_range,
         "'99999999999999999999999999' is more than 100000000"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.typed);
    const auto read = parse_money(row.typed, row.currency, "price");
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error() == Error{row.code, "price", row.detail});
}

TEST_CASE("amounts are written for files and for reading", "[money]") {
    struct Row {
        std::int64_t minor;
        Currency currency;
        std::string text;
        std::string grouped;
    };
    const std::vector<Row> rows = {
        {0, Currency::usd, "0.00", "0.00 USD"},
        {5, Currency::usd, "0.05", "0.05 USD"},
        {99999, Currency::usd, "999.99", "999.99 USD"},
        {100000, Currency::usd, "1000.00", "1,000.00 USD"},
        {123456789, Currency::gbp, "1234567.89", "1,234,567.89 GBP"},
        {-5, Currency::usd, "-0.05", "−0.05 USD"},
        {-100000000, Currency::usd, "-1000000.00", "−1,000,000.00 USD"},
        {123456, Currency::jpy, "123456", "123,456 JPY"},
        {-1000, Currency::jpy, "-1000", "−1,000 JPY"},
        {Money::bound, Currency::usd, "1000000000000.00", "1,000,000,000,000.00 USD"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    const Money amount = Money::of_minor(row.minor, row.currency);
    CHECK(text(amount) == row.text);
    CHECK(grouped_with_code(amount) == row.grouped);
    CHECK(grouped(amount) + ' ' + std::string(text(row.currency)) == row.grouped);
}

TEST_CASE("zero has no sign", "[money]") {
    const Money nothing = money("0"), cent = money("0.01");
    for (Money zero :
         {-nothing, cent - cent, -cent + cent, scale(-cent, percent("49"), Rounding::half_up),
          scale(-cent, percent("50"), Rounding::half_even),
          share(-cent, cent, money("1"), Rounding::half_up)}) {
        CHECK(zero == nothing);
        CHECK_FALSE(zero.is_negative());
        CHECK(text(zero) == "0.00");
        CHECK(grouped(zero) == "0.00");
    }
}

TEST_CASE("currencies are uppercase ISO codes", "[money]") {
    for (std::size_t i = 0; i < name_count<Currency>(); ++i) {
        const auto currency = static_cast<Currency>(i);
        CHECK(parse_currency(text(currency), "currency") == currency);
        CHECK(exponent(currency) == (currency == Currency::jpy ? 0 : 2));
        CHECK(minor_per_major(currency) == (currency == Currency::jpy ? 1 : 100));
    }
    CHECK(refusal(parse_currency("JPN", "currency")) ==
          Error{Code::malformed, "currency", "'JPN' is not a currency; the yen is JPY"});
    CHECK(refusal(parse_currency("usd", "currency")) ==
          Error{Code::malformed, "currency",
                "'usd' is not a currency; use USD, EUR, GBP, AUD, JPY, INR or CAD"});
}

TEST_CASE("a split adds up, and a zero weight gets nothing", "[money]") {
    struct Row {
        std::string id;
        std::int64_t total;
        std::vector<std::int64_t> weights;
        std::vector<std::int64_t> parts;
    };
    const std::vector<Row> rows = {
        {"one", 100, {7}, {100}},
        {"thirds", 100, {1, 1, 1}, {33, 34, 33}},
        {"zero first", 100, {0, 1, 2}, {0, 33, 67}},
        {"zero last", 100, {1, 2, 0}, {33, 67, 0}},
        {"nothing to split", 0, {1, 2}, {0, 0}},
        {"more parts than units", 2, {1, 1, 1, 1}, {1, 0, 1, 0}},
        {"a negative total, for a refund", -100, {1, 1, 1}, {-33, -34, -33}},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    std::vector<Money> weights, parts;
    for (auto weight : row.weights) weights.push_back(Money::of_minor(weight, Currency::usd));
    for (auto part : row.parts) parts.push_back(Money::of_minor(part, Currency::usd));
    CHECK(split(Money::of_minor(row.total, Currency::usd), weights, Rounding::half_up) == parts);
}

TEST_CASE("a ratio is a percentage with nine decimals", "[money]") {
    const auto percent_of = [](std::int64_t part, std::int64_t whole) {
        return text(ratio(Money::of_minor(part, Currency::usd),
                          Money::of_minor(whole, Currency::usd), Rounding::half_up));
    };
    CHECK(percent_of(1, 3) == "33.333333333");
    CHECK(percent_of(2, 3) == "66.666666667");
    CHECK(percent_of(-1, 4) == "-25");
    CHECK(percent_of(1, -4) == "-25");
    CHECK(percent_of(-1, -4) == "25");
    CHECK(percent_of(0, 9) == "0");
}

TEST_CASE("a ratio as text has no upper limit", "[money]") {
    const auto told = [](std::int64_t part, std::int64_t whole) {
        return ratio_text(Money::of_minor(part, Currency::usd),
                          Money::of_minor(whole, Currency::usd), Rounding::half_up);
    };
    CHECK(told(0, 9) == "0");
    CHECK(told(2, 3) == "66.666666667");
    CHECK(told(1, 1000) == "0.1");
    CHECK(told(999'999'999'999, 1'000'000'000'000) == "100");
    CHECK(told(Money::bound, 1) == "10000000000000000");
    CHECK(told(Money::bound, 3) == "3333333333333333.333333333");
}

TEST_CASE("arithmetic laws are true for random amounts", "[money]") {
    INFO("CPPO_SEED=" << Random::seed());
    Random random;
    for (int i = 0; i < 5000; ++i) {
        const auto currency = static_cast<Currency>(random.between(0, 6));
        const Money amount = Money::of_minor(random.skewed(amount_max(currency).minor()), currency);
        REQUIRE(parse_money(text(amount), currency, "") == amount);
        REQUIRE(amount - amount == Money::zero(currency));
        REQUIRE(-(-amount) == amount);

        const Percent part = Percent::of_nano(random.skewed(Percent::hundred));
        REQUIRE(parse_percent(text(part), "") == part);
        for (Rounding rounding : {Rounding::half_up, Rounding::half_even}) {
            const Money scaled = scale(amount, part, rounding);
            REQUIRE((scaled <= amount && !scaled.is_negative()));
            REQUIRE(scale(-amount, part, rounding) == -scaled);
        }
    }
}

TEST_CASE("a split by random weights adds up and is proportional", "[money]") {
    INFO("CPPO_SEED=" << Random::seed());
    Random random;
    for (int i = 0; i < 5000; ++i) {
        const auto rounding = random.one_in(2) ? Rounding::half_up : Rounding::half_even;
        const Money total = Money::of_minor(random.skewed(1'000'000'000), Currency::usd);
        std::vector<Money> weights(static_cast<std::size_t>(random.between(1, 60)),
                                   Money::zero(Currency::usd));
        for (Money& weight : weights)
            weight =
                Money::of_minor(random.one_in(5) ? 0 : random.skewed(1'000'000), Currency::usd);
        weights.front() += Money::of_minor(1, Currency::usd);
        const Money whole = sum(weights, Currency::usd);
        const auto parts = split(total, weights, rounding);
        REQUIRE(parts.size() == weights.size());
        REQUIRE(sum(parts, Currency::usd) == total);
        for (std::size_t k = 0; k < parts.size(); ++k) {
            REQUIRE_FALSE(parts[k].is_negative());
            if (weights[k].is_zero()) REQUIRE(parts[k].is_zero());
            if (total <= whole) REQUIRE(parts[k] <= weights[k]);
        }
    }
}

TEST_CASE("mixing currencies and overflow stop the program", "[money]") {
    const Money dollar = money("1"), euro = money("1", Currency::eur);
    const Money most = Money::of_minor(Money::bound, Currency::usd);
    CHECK(stops([&] { return dollar + euro; }));
    CHECK(stops([&] { return dollar < euro; }));
    CHECK(stops([&] { return most + dollar; }));
    CHECK(stops([&] { return -most - dollar; }));
    CHECK(stops([&] { return share(dollar, euro, euro, Rounding::half_up) + euro; }));
    CHECK(stops([&] { return share(dollar, dollar, money("0"), Rounding::half_up); }));
    CHECK_FALSE(stops([&] { return most - dollar; }));
    CHECK_FALSE(dollar == euro);
}
