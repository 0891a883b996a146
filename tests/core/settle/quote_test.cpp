#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "quote_requests.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

/// The split in the order of rule 5: price, W, M, F, Q, ISV, partner, AWS.

static bool warns(const Quote& quote, WarningCode code) {
    return std::any_of(quote.warnings.begin(), quote.warnings.end(),
                       [&](const Warning& warning) { return warning.code == code; });
}

// --- the worked examples, rule 6 -----------------------------------------------------------------

TEST_CASE("example 1: one payment", "[settle]") {
    const auto answer = quote(request(fixed("120000", "20"), money("110000")));
    REQUIRE(answer.has_value());
    CHECK(shown(answer->total) ==
          "110,000.00 | 96,000.00 | 14,000.00 | 2,880.00 | 140.00 | "
          "93,120.00 | 13,860.00 | 3,020.00 | ");
    CHECK(answer->list == money("120000"));
    CHECK(answer->invoices.size() == 1);
    CHECK(answer->invoices[0].on == std::nullopt);
    CHECK(answer->invoices[0].split == answer->total);
    CHECK(answer->warnings.empty());
    CHECK(markup_percent(answer->total) == "14.583333333");
    CHECK(margin_percent(answer->total) == "12.727272727");
}

TEST_CASE("example 2: three years", "[settle]") {
    const auto answer =
        quote(request(fixed("300000", "25"), schedule({"100000", "90000", "80000"})));
    REQUIRE(answer.has_value());
    REQUIRE(answer->invoices.size() == 3);
    CHECK(shown(answer->invoices[0].split) ==
          "100,000.00 | 83,333.33 | 16,666.67 | 2,500.00 | "
          "166.67 | 80,833.33 | 16,500.00 | 2,666.67 | ");
    CHECK(shown(answer->invoices[1].split) ==
          "90,000.00 | 75,000.00 | 15,000.00 | 2,250.00 | "
          "150.00 | 72,750.00 | 14,850.00 | 2,400.00 | ");
    CHECK(shown(answer->invoices[2].split) ==
          "80,000.00 | 66,666.67 | 13,333.33 | 2,000.00 | "
          "133.33 | 64,666.67 | 13,200.00 | 2,133.33 | ");
    CHECK(shown(answer->total) ==
          "270,000.00 | 225,000.00 | 45,000.00 | 6,750.00 | 450.00 | "
          "218,250.00 | 44,550.00 | 7,200.00 | ");
    CHECK(answer->invoices[2].on == day("2022-02-01"));
}

TEST_CASE("example 2: the same in 36 payments", "[settle]") {
    const auto monthly =
        even_schedule(money("270000"), 36, day("2020-02-01"), 1, Rounding::half_up);
    const auto answer = quote(request(fixed("300000", "25"), monthly));
    REQUIRE(answer.has_value());
    REQUIRE(answer->invoices.size() == 36);
    for (const QuotedInvoice& invoice : answer->invoices)
        CHECK(shown(invoice.split) ==
              "7,500.00 | 6,250.00 | 1,250.00 | 187.50 | 12.50 | 6,062.50 | "
              "1,237.50 | 200.00 | ");
    CHECK(shown(answer->total) ==
          "270,000.00 | 225,000.00 | 45,000.00 | 6,750.00 | 450.00 | "
          "218,250.00 | 44,550.00 | 7,200.00 | ");
}

TEST_CASE("example 3: an awkward schedule sums rounded fees", "[settle]") {
    const auto answer =
        quote(request(fixed("99999.99", "33.3"), schedule({"29166.66", "29166.66", "29166.67"})));
    REQUIRE(answer.has_value());
    std::vector<Money> wholesale;
    for (const QuotedInvoice& invoice : answer->invoices) {
        wholesale.push_back(invoice.split.wholesale);
        CHECK(invoice.split.marketplace_fee == money("667.00"));
        CHECK(invoice.split.processing_fee == money("69.33"));
    }
    CHECK(wholesale == std::vector{money("22233.33"), money("22233.32"), money("22233.34")});
    CHECK(answer->total.wholesale == money("66699.99"));
    CHECK(answer->total.processing_fee == money("207.99"));
    CHECK(answer->total.isv_net == money("64698.99"));
    CHECK(answer->total.partner_net == money("20592.01"));
    CHECK(answer->total.aws_total == money("2208.99"));

    const auto at_once = quote(request(fixed("99999.99", "33.3"), money("87499.99")));
    CHECK(at_once->total.processing_fee == money("208.00"));
}

TEST_CASE("example 5: usage", "[settle]") {
    struct Row {
        std::int64_t units;
        std::string split;
    };
    const std::vector<Row> rows = {
        {123456, "137.04 | 106.30 | 30.74 | 3.19 | 0.31 | 103.11 | 30.43 | 3.50 | "},
        {0, "0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | "},
        {7, "0.01 | 0.01 | 0.00 | 0.00 | 0.00 | 0.01 | 0.00 | 0.00 | "},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    const auto answer = quote(request(usage(row.units, "0.00123", "0.00111", "30"), {}));
    REQUIRE(answer.has_value());
    CHECK(shown(answer->total) == row.split);
}

TEST_CASE("example 6: no discount is legal and worth a word", "[settle]") {
    const auto answer = quote(request(fixed("250000", "0"), money("250000")));
    REQUIRE(answer.has_value());
    CHECK(shown(answer->total) ==
          "250,000.00 | 250,000.00 | 0.00 | 7,500.00 | 0.00 | 242,500.00 | "
          "0.00 | 7,500.00 | ");
    CHECK(warns(*answer, WarningCode::no_discount));
    CHECK(warns(*answer, WarningCode::no_markup));
}

TEST_CASE("example 7: ties go up", "[settle]") {
    const auto answer = quote(request(fixed("2.01", "50"), money("2.01"), fees("2.5", "0.5")));
    REQUIRE(answer.has_value());
    CHECK(shown(answer->total) == "2.01 | 1.01 | 1.00 | 0.03 | 0.01 | 0.98 | 0.99 | 0.04 | ");

    QuoteRequest even = request(fixed("2.01", "50"), money("2.01"), fees("2.5", "0.5"));
    even.settings.rounding = Rounding::half_even;
    CHECK(shown(quote(even)->total) == "2.01 | 1.00 | 1.01 | 0.02 | 0.01 | 0.98 | 1.00 | 0.03 | ");
}

TEST_CASE("example 8: yen", "[settle]") {
    const auto answer =
        quote(request(fixed("1234567", "12.5", Currency::jpy), money("1200001", Currency::jpy),
                      fees("3.5", "1"), Currency::jpy));
    REQUIRE(answer.has_value());
    CHECK(shown(answer->total) ==
          "1,200,001 | 1,080,246 | 119,755 | 37,809 | 1,198 | 1,042,437 | "
          "118,557 | 39,007 | ");
}

TEST_CASE("example 9: each currency by itself", "[settle]") {
    struct Row {
        Currency currency;
        std::string list, price, isv, partner;
    };
    const std::vector<Row> rows = {
        {Currency::usd, "1500", "1200", "1018.50", "148.50"},
        {Currency::eur, "1000", "900", "679.00", "198.00"},
        {Currency::jpy, "180000", "150000", "122220", "23760"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    const auto answer =
        quote(request(fixed(row.list, "30", row.currency), money(row.price, row.currency),
                      fees("3", "1"), row.currency));
    REQUIRE(answer.has_value());
    CHECK(answer->total.isv_net == money(row.isv, row.currency));
    CHECK(answer->total.partner_net == money(row.partner, row.currency));
}

// --- what the user may fix -----------------------------------------------------------------------

TEST_CASE("a quantity multiplies the list price before the discount is rounded", "[settle]") {
    // 3 × 0.33 × 50 % = 0.495 → 0.50; three single lines would make 0.51.
    const auto answer = quote(request(fixed("0.33", "50", Currency::usd, 3), money("0.99")));
    REQUIRE(answer.has_value());
    CHECK(answer->list == money("0.99"));
    CHECK(answer->total.wholesale == money("0.50"));
}

TEST_CASE("lines with their own discounts are rounded one by one", "[settle]") {
    QuoteRequest two = request(fixed("0.33", "50"), money("1.00"));
    two.lines.push_back(fixed("0.33", "50"));
    const auto answer = quote(two);
    REQUIRE(answer.has_value());
    CHECK(answer->lines[0].wholesale == money("0.17"));
    CHECK(answer->total.wholesale == money("0.34"));
}

TEST_CASE("a target for the partner's net finds the price", "[settle]") {
    const auto answer =
        quote(request(fixed("11000", "25"), TargetPartnerNet{money("10000")}, fees("3", "1.1")));
    REQUIRE(answer.has_value());
    CHECK(answer->total.wholesale == money("8250"));
    CHECK(answer->total.price == money("18361.22"));
    CHECK(answer->total.partner_net == money("10000.00"));
    CHECK(warns(*answer, WarningCode::above_list));
}

TEST_CASE("a markup finds the price, and may miss list by one unit", "[settle]") {
    const auto quarter = quote(request(fixed("120000", "20"), Markup{percent("25")}));
    CHECK(quarter->total.price == money("120000"));
    CHECK(quarter->warnings.empty());

    const auto third = quote(request(fixed("100000000", "25"), Markup{percent("33.333333333")}));
    CHECK(third->total.price == money("100000000.00"));

    // Too few digits of one third: 100 − 25 % + 33.32 % is a cent short.
    const auto short_of_list = quote(request(fixed("100", "25"), Markup{percent("33.32")}));
    CHECK(short_of_list->total.price == money("99.99"));
    CHECK(warns(*short_of_list, WarningCode::one_unit_short_of_list));
}

TEST_CASE("price and wholesale need no fees, and are those of the quote", "[settle]") {
    const PriceInput inputs[] = {money("1000.01"), Markup{percent("7.77")}, Margin{percent("12.5")},
                                 schedule({"400.33", "500", "100"})};
    for (const PriceInput& input : inputs) {
        INFO("input " << input.index());
        const QuoteRequest told = request(fixed("999.99", "13"), input);
        QuoteRequest by_tables = published(fixed("999.99", "13"), input);
        by_tables.deal->on = day("2024-02-01");
        for (QuoteRequest asked : {told, by_tables}) {
            const Settlement total = sure(quote(asked)).total;
            asked.fees.reset();
            asked.deal.reset();
            const PriceBeforeFees before = sure(price_before_fees(asked));
            CHECK(before.price == total.price);
            CHECK(before.wholesale == total.wholesale);
            CHECK(before.markup() == total.markup);
        }
    }
}

TEST_CASE("a price before fees is refused like a quote, and for a net without fees", "[settle]") {
    const auto refused = [](PriceInput input) {
        return refusal(price_before_fees(request(fixed("100", "0"), std::move(input), {})));
    };
    CHECK(refused({})->code == Code::required);
    CHECK(refused(money("99.99"))->code == Code::negative_markup);
    CHECK(refused(schedule({"100000000", "1"}))->code == Code::out_of_range);
    CHECK(refused(Margin{percent("100")})->code == Code::out_of_range);
    CHECK(refused(TargetPartnerNet{money("1")}) == fee_unknown("fees"));
}

TEST_CASE("the processing fee can be taken of the whole price", "[settle]") {
    QuoteRequest asked = request(fixed("120000", "20"), money("110000"));
    asked.settings.processing_base = ProcessingBase::customer_price;
    CHECK(shown(quote(asked)->total) ==
          "110,000.00 | 96,000.00 | 14,000.00 | 2,880.00 | 1,100.00 | "
          "93,120.00 | 12,900.00 | 3,980.00 | ");
    asked.price = money("96000");
    const auto loss = quote(asked);
    CHECK(loss->total.partner_net == -money("960.00"));
    CHECK(warns(*loss, WarningCode::partner_net_negative));
}

TEST_CASE("payments may be written in any order", "[settle]") {
    std::vector<Payment> payments = schedule({"29166.66", "29166.66", "29166.67", "0", "1.01"});
    const auto in_order = quote(request(fixed("99999.99", "33.3"), payments));
    REQUIRE(in_order.has_value());
    std::sort(payments.begin(), payments.end(),
              [](const Payment& a, const Payment& b) { return a.on > b.on; });
    do {
        const auto answer = quote(request(fixed("99999.99", "33.3"), payments));
        REQUIRE(answer.has_value());
        for (std::size_t i = 0; i < payments.size(); ++i) {
            REQUIRE(answer->invoices[i].on == in_order->invoices[i].on);
            REQUIRE(answer->invoices[i].split == in_order->invoices[i].split);
        }
    } while (std::prev_permutation(payments.begin(), payments.end(),
                                   [](const Payment& a, const Payment& b) { return a.on < b.on; }));
}

TEST_CASE("each warning is given where it is due", "[settle]") {
    struct Row {
        WarningCode code;
        QuoteRequest asked;
        std::string sentence;
    };
    FeeTerms assumed = fees("3", "1");
    assumed.assumed = true;
    QuoteRequest on_price = request(fixed("100", "10"), money("90"));
    on_price.settings.processing_base = ProcessingBase::customer_price;
    QuoteRequest by_usage = published(usage(1, "1", "1", "0"), {});
    QuoteRequest in_euros = published(fixed("1", "0", Currency::eur), money("1", Currency::eur));
    const std::vector<Row> rows = {
        {WarningCode::assumed_fees, request(fixed("100", "10"), money("95"), assumed),
         "The fee percentages are assumed: AWS has not confirmed them, so fees and nets are "
         "estimates."},
        {WarningCode::no_discount, request(fixed("100", "0"), money("101")),
         "Seats has no discount: it is resold at list price."},
        {WarningCode::full_discount, request(fixed("100", "100"), money("50")),
         "Seats has a discount of 100 %: the ISV receives nothing for it."},
        {WarningCode::no_markup, request(fixed("100", "10"), money("90")),
         "The price equals the wholesale cost: you receive nothing."},
        {WarningCode::above_list, request(fixed("100", "10"), money("100.01")),
         "The price of 100.01 USD is above the list price of 100.00 USD: the customer could buy "
         "for less at list price."},
        {WarningCode::tiers_differ, published(fixed("999999.99", "0"), money("1000000")),
         "The base fee is 3 % for the wholesale cost of 999,999.99 USD but 2 % for the price of "
         "1,000,000.00 USD: AWS does not say which of the two counts; the tier_band setting "
         "chooses."},
        {WarningCode::usage_value_unknown, by_usage,
         "The base fee of 3 % is that of the lowest tier: usage by itself has no total contract "
         "value; if the customer commits to one, enter it as tcv_usd."},
        {WarningCode::value_not_in_usd, in_euros,
         "The fee tiers are in USD, but this deal is in EUR: the amount was not converted "
         "to choose the tier; enter its value in US dollars as tcv_usd."},
        {WarningCode::one_unit_short_of_list,
         request(fixed("1.01", "67"), Markup{percent("203.03030303")}),
         "The price is 0.01 USD below the list price of 1.01 USD: a markup with nine decimals "
         "cannot always reach the list price exactly; enter the price itself."},
        {WarningCode::partner_net_negative, on_price,
         "You would pay 0.90 USD: the processing fee is more than the markup."},
    };
    REQUIRE(rows.size() == name_count<WarningCode>());
    const Row row = GENERATE_COPY(from_range(rows));
    const auto answer = quote(row.asked);
    REQUIRE(answer.has_value());
    std::vector<std::string> told;
    for (const Warning& warning : answer->warnings)
        if (warning.code == row.code) told.push_back(sentence(warning));
    CHECK(told == std::vector{row.sentence});
}
