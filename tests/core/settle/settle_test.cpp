#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "fixtures.hpp"
#include "show.hpp"
#include "stops.hpp"

using namespace cppo;
using namespace cppo::test;

/// Price, wholesale, markup, Marketplace fee, processing fee, ISV, partner, AWS.
static Settlement settlement(std::vector<std::string> amounts, Currency currency = Currency::usd) {
    std::vector<Money> m;
    for (const std::string& amount : amounts) {
        const bool minus = amount.front() == '-';
        const Money parsed = money(std::string_view(amount).substr(minus), currency);
        m.push_back(minus ? -parsed : parsed);
    }
    REQUIRE(m.size() == 8);
    return {m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7]};
}

TEST_CASE("one invoice is split to the cent", "[settle]") {
    struct Row {
        std::string id;
        Currency currency;
        std::string price, wholesale, marketplace, processing;
        Settings settings;
        std::vector<std::string> split;
    };
    const Settings plain;
    const Settings even{Rounding::half_even, ProcessingBase::markup, {}};
    const Settings on_price{Rounding::half_up, ProcessingBase::customer_price, {}};
    // clang-format off
    const std::vector<Row> rows = {
        {"example 1", Currency::usd, "110000", "96000", "3", "1", plain,
         {"110000", "96000", "14000", "2880", "140", "93120", "13860", "3020"}},
        {"example 1, reading B: the fee is taken of the price", Currency::usd, "110000", "96000",
         "3", "1", on_price,
         {"110000", "96000", "14000", "2880", "1100", "93120", "12900", "3980"}},
        {"example 6: no markup", Currency::usd, "250000", "250000", "3", "1", plain,
         {"250000", "250000", "0", "7500", "0", "242500", "0", "7500"}},
        {"no markup, fee of the price: the partner pays", Currency::usd, "250000", "250000", "3",
         "1", on_price,
         {"250000", "250000", "0", "7500", "2500", "242500", "-2500", "10000"}},
        {"example 7", Currency::usd, "2.01", "1.01", "2.5", "0.5", plain,
         {"2.01", "1.01", "1.00", "0.03", "0.01", "0.98", "0.99", "0.04"}},
        {"example 7, half even", Currency::usd, "2.01", "1.01", "2.5", "0.5", even,
         {"2.01", "1.01", "1.00", "0.03", "0.00", "0.98", "1.00", "0.03"}},
        {"example 7, fees of less than half a cent", Currency::usd, "0.03", "0.02", "2.5", "0.5",
         plain, {"0.03", "0.02", "0.01", "0", "0", "0.02", "0.01", "0"}},
        {"example 8: yen", Currency::jpy, "1200001", "1080246", "3.5", "1", plain,
         {"1200001", "1080246", "119755", "37809", "1198", "1042437", "118557", "39007"}},
        {"all fee", Currency::usd, "100", "60", "100", "100", plain,
         {"100", "60", "40", "60", "40", "0", "0", "100"}},
        {"free", Currency::usd, "0", "0", "3", "1", plain,
         {"0", "0", "0", "0", "0", "0", "0", "0"}},
    };
    // clang-format on
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    const Settlement split =
        settle(money(row.price, row.currency), money(row.wholesale, row.currency),
               fees(row.marketplace, row.processing), row.settings);
    CHECK(split == settlement(row.split, row.currency));
    CHECK(conserves(split));
}

TEST_CASE("a settlement with a lost cent does not conserve", "[settle]") {
    const Money cent = money("0.01");
    const Settlement good = settle(money("110000"), money("96000"), fees("3", "1"), {});
    for (Money Settlement::*part :
         {&Settlement::price, &Settlement::wholesale, &Settlement::markup,
          &Settlement::marketplace_fee, &Settlement::processing_fee, &Settlement::isv_net,
          &Settlement::partner_net, &Settlement::aws_total}) {
        Settlement bad = good;
        bad.*part += cent;
        CHECK_FALSE(conserves(bad));
    }
}

TEST_CASE("wholesale is rounded once a line", "[settle]") {
    CHECK(wholesale_of(money("99999.99"), percent("33.3"), Rounding::half_up) == money("66699.99"));
    CHECK(wholesale_of(money("2.01"), percent("50"), Rounding::half_up) == money("1.01"));
    CHECK(wholesale_of(money("2.01"), percent("50"), Rounding::half_even) == money("1.00"));
    CHECK(wholesale_of(money("2.03"), percent("50"), Rounding::half_even) == money("1.02"));
    CHECK(wholesale_of(money("100"), percent("0"), Rounding::half_up) == money("100"));
    CHECK(wholesale_of(money("100"), percent("100"), Rounding::half_up) == money("0"));
}

TEST_CASE("wholesale is divided cumulatively over the invoices", "[settle]") {
    const std::vector<Money> awkward = {money("29166.66"), money("29166.66"), money("29166.67")};
    CHECK(wholesale_parts(money("66699.99"), awkward, Rounding::half_up) ==
          std::vector{money("22233.33"), money("22233.32"), money("22233.34")});
    const std::vector<Money> free = {money("0"), money("0")};
    CHECK(wholesale_parts(money("0"), free, Rounding::half_up) == free);
}

TEST_CASE("successive refunds add up to the invoice, domain example 4", "[settle]") {
    const Settlement whole = settle(money("110000"), money("96000"), fees("3", "1"), {});
    struct Row {
        std::string from, to;
        std::vector<std::string> split;
    };
    const std::vector<Row> rows = {
        {"0",
         "10000",
         {"10000", "8727.27", "1272.73", "261.82", "12.73", "8465.45", "1260.00", "274.55"}},
        {"10000",
         "43333.33",
         {"33333.33", "29090.91", "4242.42", "872.73", "42.42", "28218.18", "4200.00", "915.15"}},
        {"43333.33",
         "110000",
         {"66666.67", "58181.82", "8484.85", "1745.45", "84.85", "56436.37", "8400.00", "1830.30"}},
    };
    Settlement total = Settlement::zero(Currency::usd);
    for (const Row& row : rows) {
        const Settlement part = part_of(whole, money(row.from), money(row.to), Rounding::half_up);
        CHECK(part == settlement(row.split));
        total += part;
    }
    CHECK(total == whole);
}

TEST_CASE("a part of nothing is nothing, the whole part is the whole", "[settle]") {
    const Settlement whole = settle(money("110000"), money("96000"), fees("3", "1"), {});
    const Settlement none = Settlement::zero(Currency::usd);
    for (std::string_view at : {"0", "0.01", "110000"})
        CHECK(part_of(whole, money(at), money(at), Rounding::half_up) == none);
    CHECK(part_of(whole, money("0"), money("110000"), Rounding::half_up) == whole);
    CHECK(part_of(none, money("0"), money("0"), Rounding::half_up) == none);
    CHECK(stops([&] { part_of(none, money("0"), money("0.01"), Rounding::half_up); }));
    CHECK(stops([&] { part_of(whole, money("2"), money("1"), Rounding::half_up); }));
    CHECK(stops([&] { part_of(whole, -money("1"), money("1"), Rounding::half_up); }));
}

TEST_CASE("a part's rounding is the one asked for", "[settle]") {
    // Half of each: wholesale 0.005, marketplace fee 0.005.
    const Settlement whole = settle(money("0.02"), money("0.01"), fees("100", "0"), {});
    const auto half = [&](Rounding rounding) {
        return part_of(whole, money("0"), money("0.01"), rounding);
    };
    CHECK(half(Rounding::half_up) ==
          settlement({"0.01", "0.01", "0", "0.01", "0", "0", "0", "0.01"}));
    CHECK(half(Rounding::half_even) ==
          settlement({"0.01", "0", "0.01", "0", "0", "0", "0.01", "0"}));
}

TEST_CASE("the net of a part of few cents may be a cent below zero", "[settle]") {
    // Wholesale and fee are half a cent each; both round up, and the next part evens it out.
    const Settlement whole = settle(money("0.02"), money("0.01"), fees("0", "100"), {});
    CHECK(part_of(whole, money("0"), money("0.01"), Rounding::half_up) ==
          settlement({"0.01", "0.01", "0", "0", "0.01", "0.01", "-0.01", "0.01"}));
    CHECK(part_of(whole, money("0.01"), money("0.02"), Rounding::half_up) ==
          settlement({"0.01", "0", "0.01", "0", "0", "0", "0.01", "0"}));
}

TEST_CASE("the smallest price that leaves a net is found", "[settle]") {
    const auto price = [](std::string_view net, std::string_view wholesale, FeeTerms terms,
                          Settings settings = {}) {
        return price_for_partner_net(money(net), money(wholesale), terms, settings, "target");
    };
    // Dividing by (1 − p) and rounding up would give 18,361.23.
    CHECK(price("10000", "8250", fees("3", "1.1")) == money("18361.22"));
    CHECK(price("0", "8250", fees("3", "1.1")) == money("8250"));
    CHECK(price("100", "0", fees("3", "0")) == money("100"));
    const Settings on_price{Rounding::half_up, ProcessingBase::customer_price, {}};
    CHECK(price("0", "99", fees("3", "1"), on_price) == money("100"));
    CHECK(refusal(price("0.01", "99", fees("3", "100"))) ==
          Error{Code::out_of_range, "target",
                "no price up to 100,000,000.00 USD leaves you a net of 0.01 USD"});
}

TEST_CASE("a markup is taken of wholesale, not of list", "[settle]") {
    struct Row {
        std::string id, discount, markup, price;
    };
    // What brings a list price of 120,000 back after each discount.
    const std::vector<Row> rows = {
        {"20 off needs 25 on", "20", "25", "120000.00"},
        {"25 off needs a third on", "25", "33.333333333", "120000.00"},
        {"30 off needs 42.857142857 on", "30", "42.857142857", "120000.00"},
        {"20 on is not enough", "20", "20", "115200.00"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    const Money wholesale = wholesale_of(money("120000"), percent(row.discount), Rounding::half_up);
    const auto price = price_for_markup(percent(row.markup), wholesale, Rounding::half_up, "m");
    CHECK(price == money(row.price));
    CHECK(refusal(price_for_markup(percent("1000000"), money("100000"), Rounding::half_up, "m")) ==
          Error{Code::out_of_range, "m",
                "a markup of 1000000 % makes a price above 100,000,000.00 USD"});
}

TEST_CASE("the largest markup of the largest wholesale is refused, not computed", "[settle]") {
    const Money most = amount_max(Currency::usd);
    for (std::string_view markup : {"0.00000001", "1000000"})
        CHECK(refusal(price_for_markup(percent(markup), most, Rounding::half_up, "m"))->code ==
              Code::out_of_range);
    CHECK(price_for_markup(percent("0"), most, Rounding::half_up, "m") == most);
    CHECK(price_for_markup(percent("0.000000001"), most, Rounding::half_up, "m") == most);
}

TEST_CASE("a markup has its percentage however large it is", "[settle]") {
    const auto percent_at = [](std::string_view price, std::string_view wholesale) {
        return markup_percent(settle(money(price), money(wholesale), FeeTerms{}, Settings{}));
    };
    CHECK(percent_at("900000.00", "0.01") == "8999999900");
    CHECK(percent_at("100000000.00", "0.01") == "999999999900");
    CHECK(percent_at("100000000.00", "0.03") == "333333333233.333333333");
    CHECK(percent_at("100000000.00", "0.00") == std::nullopt);
    // 0.0244140625 %: half of the last decimal is rounded up.
    CHECK(percent_at("40.97", "40.96") == "0.024414063");
}
