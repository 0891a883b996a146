#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "fixtures.hpp"
#include "money/decimal.hpp"
#include "show.hpp"
#include "stops.hpp"

using namespace cppo;
using namespace cppo::test;

TEST_CASE("exact halves are rounded as the setting says", "[money]") {
    struct Row {
        std::int64_t numerator, denominator, half_up, half_even;
    };
    const std::vector<Row> rows = {
        {0, 2, 0, 0},     {1, 2, 1, 0},     {3, 2, 2, 2},        {5, 2, 3, 2},    {-1, 2, -1, 0},
        {-3, 2, -2, -2},  {-5, 2, -3, -2},  {1, 3, 0, 0},        {2, 3, 1, 1},    {-2, 3, -1, -1},
        {7, 7, 1, 1},     {49, 100, 0, 0},  {50, 100, 1, 0},     {51, 100, 1, 1}, {-50, 100, -1, 0},
        {150, 100, 2, 2}, {250, 100, 3, 2}, {-250, 100, -3, -2}, {9, 1, 9, 9},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.numerator << " / " << row.denominator);
    CHECK(divide_rounded(row.numerator, row.denominator, Rounding::half_up) == row.half_up);
    CHECK(divide_rounded(row.numerator, row.denominator, Rounding::half_even) == row.half_even);
}

TEST_CASE("rounding has room for the largest amount with nine decimals", "[money]") {
    const Wide most = static_cast<Wide>(Money::bound) * Percent::hundred;
    CHECK(divide_rounded(most, Percent::hundred, Rounding::half_up) == Money::bound);
    CHECK(divide_rounded(-most, Percent::hundred, Rounding::half_even) == -Money::bound);
    CHECK(scale(Money::of_minor(Money::bound, Currency::usd), percent_100, Rounding::half_up) ==
          Money::of_minor(Money::bound, Currency::usd));
}

TEST_CASE("products beyond 2^63 are exact", "[money]") {
    struct Row {
        std::int64_t amount;
        std::string percent;
        std::int64_t scaled;
    };
    const std::vector<Row> rows = {
        {92'233'720, "100", 92'233'720},  // the largest that fits in 63 bits
        {92'233'721, "100", 92'233'721},
        {10'000'000'000, "33.333333333", 3'333'333'333},
        {9'999'999'999, "99.999999999", 9'999'999'999},
        {9'999'999'999, "50", 5'000'000'000},
        {Money::bound - 1, "100", Money::bound - 1},
        {Money::bound, "50.000000001", 50'000'000'001'000},
        {100'000'000, "1000000", 1'000'000'000'000},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.amount << " x " << row.percent);
    const auto amount = [](std::int64_t minor) { return Money::of_minor(minor, Currency::usd); };
    CHECK(scale(amount(row.amount), percent(row.percent), Rounding::half_up) == amount(row.scaled));
    CHECK(scale(amount(-row.amount), percent(row.percent), Rounding::half_up) ==
          amount(-row.scaled));
    CHECK(share(amount(Money::bound), amount(row.amount), amount(Money::bound),
                Rounding::half_up) == amount(row.amount));
}

TEST_CASE("a result that overflows stops the program", "[money]") {
    const Money most = Money::of_minor(Money::bound, Currency::usd);
    CHECK(stops([&] { scale(most, percent("100.000000001"), Rounding::half_up); }));
    CHECK(stops([&] { ratio(most, money("0.01"), Rounding::half_up); }));
    CHECK(stops([&] { divide_rounded(1, 0, Rounding::half_up); }));
}

TEST_CASE("half a cent of 2.01 is not lost to binary fractions", "[money]") {
    CHECK(scale(money("2.01"), percent("50"), Rounding::half_up) == money("1.01"));
    CHECK(scale(money("2.01"), percent("50"), Rounding::half_even) == money("1.00"));
}

TEST_CASE("percentages have nine decimals and no sign", "[money]") {
    struct Row {
        std::string typed;
        std::string text;
    };
    const std::vector<Row> rows = {
        {"0", "0"},
        {"25", "25"},
        {"33.3", "33.3"},
        {"33.30", "33.3"},
        {"007.5", "7.5"},
        {"0.000000001", "0.000000001"},
        {"33.333333333", "33.333333333"},
        {"1000000", "1000000"},
        {".5", "0.5"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.typed);
    const auto read = parse_percent(row.typed, "markup");
    REQUIRE(read.has_value());
    CHECK(text(*read) == row.text);
}

TEST_CASE("the refusal of a percentage says why", "[money]") {
    struct Row {
        std::string typed;
        Code code;
        std::string detail;
    };
    const std::string number = " is not a number like 1234.5";
    const std::vector<Row> rows = {
        {"", Code::malformed, "''" + number},
        {"25%", Code::malformed, "'25%'" + number},
        {"-1", Code::malformed, "'-1'" + number},
        {"+5", Code::malformed, "'+5'" + number},
        {"5.", Code::malformed, "'5.'" + number},
        {"1e2", Code::malformed, "'1e2'" + number},
        {".", Code::malformed, "'.'" + number},
        {"..5", Code::malformed, "'..5'" + number},
        {"33,3", Code::malformed, "'33,3'" + number},
        {"0.1234567890", Code::malformed,
         "'0.1234567890' has 10 decimals; at most 9 are allowed here"},
        {"1000000.000000001", Code::out_of_range, "'1000000.000000001' is more than 1000000"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.typed);
    CHECK(refusal(parse_percent(row.typed, "markup")) == Error{row.code, "markup", row.detail});
}

TEST_CASE("only a percentage may start with the decimal point", "[money]") {
    CHECK(refusal(parse_money(".5", Currency::usd, "price"))->code == Code::malformed);
    CHECK(refusal(parse_unit_price(".5", "rate"))->code == Code::malformed);
}

TEST_CASE("a discount or fee is at most 100 %", "[money]") {
    CHECK(parse_percent_of_whole("100", "discount") == percent_100);
    CHECK(refusal(parse_percent_of_whole("100.000000001", "discount")) ==
          Error{Code::out_of_range, "discount", "'100.000000001' is more than 100"});
    CHECK(complement(percent("33.3")) == percent("66.7"));
    CHECK(Percent::of_basis_points(350) == percent("3.5"));
    CHECK(percent("3") + percent("0.5") == Percent::of_basis_points(350));
}

TEST_CASE("quantities are whole numbers and not negative", "[money]") {
    CHECK(parse_quantity("0", "units") == Quantity{0});
    CHECK(parse_quantity("1000000000000", "units") == Quantity{1'000'000'000'000});
    CHECK(text(Quantity{42}) == "42");
    struct Row {
        std::string typed;
        Code code;
        std::string detail;
    };
    const std::vector<Row> rows = {
        {"", Code::malformed, "'' is not a number like 1234"},
        {"-1", Code::malformed, "'-1' is not a number like 1234"},
        {"1.0", Code::malformed, "'1.0' has 1 decimal; none is allowed here"},
        {"1000000000001", Code::out_of_range, "'1000000000001' is more than 1000000000000"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.typed);
    CHECK(refusal(parse_quantity(row.typed, "units")) == Error{row.code, "units", row.detail});
}

TEST_CASE("unit prices have nine decimals", "[money]") {
    CHECK(text(unit_price("0.00123")) == "0.00123");
    CHECK(text(unit_price("100000000")) == "100000000");
    CHECK(refusal(parse_unit_price("100000000.000000001", "rate")) ==
          Error{Code::out_of_range, "rate", "'100000000.000000001' is more than 100000000"});
    CHECK(refusal(parse_unit_price("0.0000000001", "rate")) ==
          Error{Code::malformed, "rate",
                "'0.0000000001' has 10 decimals; at most 9 are allowed here"});
}

TEST_CASE("a price is multiplied by its quantity and rounded once", "[money]") {
    struct Row {
        std::string id;
        std::string price;
        std::int64_t quantity;
        std::string percent;
        Currency currency;
        std::string total;
    };
    const std::vector<Row> rows = {
        {"no units", "0.00123", 0, "100", Currency::usd, "0.00"},
        {"7 units", "0.00111", 7, "100", Currency::usd, "0.01"},
        {"many units", "0.00123", 123456, "70", Currency::usd, "106.30"},
        {"a tie", "0.005", 1, "100", Currency::usd, "0.01"},
        {"yen", "0.5", 1, "100", Currency::jpy, "1"},
        {"the most", "0.0001", 1'000'000'000'000, "100", Currency::usd, "100000000.00"},
        {"the most expensive", "100000000", 1, "100", Currency::usd, "100000000.00"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    CHECK(extend(unit_price(row.price), quantity(row.quantity), percent(row.percent), row.currency,
                 Rounding::half_up, "rate") == money(row.total, row.currency));
}

TEST_CASE("a total above the maximum is refused", "[money]") {
    const std::string detail = "price times quantity is more than 100,000,000.00 USD";
    CHECK(refusal(extend(unit_price("100000000"), quantity(2), percent_100, Currency::usd,
                         Rounding::half_up, "rate")) == Error{Code::out_of_range, "rate", detail});
    CHECK(refusal(extend(money("100000000.00"), quantity(1'000'000'000'000), "list")) ==
          Error{Code::out_of_range, "list", detail});
    CHECK(extend(money("0.01"), quantity(10'000'000'000), "list") == money("100000000.00"));
    CHECK(refusal(extend(money("0.01"), quantity(10'000'000'001), "list")) ==
          Error{Code::out_of_range, "list", detail});
}

TEST_CASE("decimals are read and written without loss", "[money]") {
    CHECK(parse_decimal("-1.5", "x", 2, 1000, true) == -150);
    CHECK(parse_decimal("1.5", "x", 2, 1000, true) == 150);
    CHECK(parse_decimal("-0", "x", 2, 1000, true) == 0);
    CHECK(refusal(parse_decimal("", "x", 1, 1000, true))->detail ==
          "'' is not a number like 1234.5");
    CHECK(refusal(parse_decimal("-", "x", 2, 1000, true))->code == Code::malformed);
    CHECK(refusal(parse_decimal("--1", "x", 2, 1000, true))->code == Code::malformed);
    CHECK(refusal(parse_decimal("-10.01", "x", 2, 1000, true))->code == Code::out_of_range);
    CHECK(decimal_text(-5, 2) == "-0.05");
    CHECK(decimal_text(7, 0) == "7");
    CHECK(decimal_text(std::numeric_limits<std::int64_t>::min(), 2) == "-92233720368547758.08");
    CHECK(shortest_decimal_text(33'300'000'000, 9) == "33.3");
    CHECK(shortest_decimal_text(1000, 2) == "10");
    CHECK(shortest_decimal_text(1000, 0) == "1000");
}
