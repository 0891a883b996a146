// Quotes by the rule set whose fees are published.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "quote_requests.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

TEST_CASE("example 10: one percentage of wholesale, and nothing from the partner", "[settle]") {
    struct Row {
        std::string_view wholesale, price;
        std::string split;
    };
    const std::vector<Row> rows = {
        {"600000", "640000",
         "640,000.00 | 600,000.00 | 40,000.00 | 21,000.00 | 0.00 | "
         "579,000.00 | 40,000.00 | 21,000.00 | "},
        {"999999.99", "999999.99",
         "999,999.99 | 999,999.99 | 0.00 | 35,000.00 | 0.00 | "
         "964,999.99 | 0.00 | 35,000.00 | "},
        {"1000000", "1000000",
         "1,000,000.00 | 1,000,000.00 | 0.00 | 25,000.00 | 0.00 | "
         "975,000.00 | 0.00 | 25,000.00 | "},
        {"10000000", "10000000",
         "10,000,000.00 | 10,000,000.00 | 0.00 | 200,000.00 | 0.00 | "
         "9,800,000.00 | 0.00 | 200,000.00 | "},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    const auto answer = quote(published(fixed(row.wholesale, "0"), money(row.price)));
    REQUIRE(answer.has_value());
    CHECK(shown(answer->total) == row.split);
}

TEST_CASE("the parts of a published fee are added before the fee is rounded", "[settle]") {
    // 1.17 × 3.5 % = 0.04095; three per cent and a half apart would make 0.04 and 0.01.
    const auto answer = quote(published(fixed("1.17", "0"), money("1.17")));
    REQUIRE(answer.has_value());
    CHECK(answer->total.marketplace_fee == money("0.04"));
}

TEST_CASE("example 12: renewals cost what one long deal costs", "[settle]") {
    const auto fee = [](std::string_view wholesale, bool renewal) {
        QuoteRequest asked = published(fixed(wholesale, "0"), money(wholesale));
        asked.deal->renewal = renewal;
        return quote(asked)->total.marketplace_fee;
    };
    CHECK(fee("500000", false) == money("17500"));
    CHECK(fee("500000", true) == money("10000"));
    CHECK(fee("500000", false) + fee("500000", true) + fee("500000", true) ==
          fee("1500000", false));
}

TEST_CASE("all payments are charged at the rate of the whole deal", "[settle]") {
    QuoteRequest asked = published(fixed("1200000", "0"),
                                   std::vector<Payment>{{day("2025-06-01"), money("400000")},
                                                        {day("2024-06-01"), money("400000")},
                                                        {day("2026-06-01"), money("700000")}});
    auto answer = quote(asked);
    REQUIRE(answer.has_value());
    // Each is below a million, all are not.
    CHECK(text(answer->fees.terms.marketplace) == "2.5");
    CHECK(shown(answer->invoices[0].split) ==
          "400,000.00 | 320,000.00 | 80,000.00 | 8,000.00 | "
          "0.00 | 312,000.00 | 80,000.00 | 8,000.00 | ");
    CHECK(shown(answer->total) ==
          "1,500,000.00 | 1,200,000.00 | 300,000.00 | 30,000.00 | 0.00 | "
          "1,170,000.00 | 300,000.00 | 30,000.00 | ");
    // The tables are those of the first payment, or of the day the user names.
    asked.deal->buyer_country = {"KR"};
    CHECK(text(quote(asked)->fees.terms.marketplace) == "2.5");
    asked.deal->on = day("2025-04-01");
    CHECK(text(quote(asked)->fees.terms.marketplace) == "3.5");
    asked.deal->on = {};
    std::get<std::vector<Payment>>(asked.price)[1].on = day("2024-01-04");
    CHECK(refusal(quote(asked)) ==
          Error{Code::out_of_range, "deal.on",
                "no fee table of modern-2024 is in effect on 2024-01-04; the first starts on "
                "2024-01-05"});
}

TEST_CASE("a net for the partner is a price above wholesale, whatever the fee's tier", "[settle]") {
    for (TierBand band : {TierBand::wholesale, TierBand::buyer}) {
        QuoteRequest asked = published(fixed("999999.99", "0"), TargetPartnerNet{money("0.01")});
        asked.settings.tier_band = band;
        // The partner pays no fee, so this changes nothing.
        asked.settings.processing_base = ProcessingBase::customer_price;
        const auto answer = quote(asked);
        REQUIRE(answer.has_value());
        CHECK(answer->total.price == money("1000000.00"));
        CHECK(answer->total.partner_net == money("0.01"));
        CHECK(answer->total.marketplace_fee ==
              money(band == TierBand::wholesale ? "35000.00" : "25000.00"));
    }
}

TEST_CASE("what belongs to the other rule set is refused, not passed over", "[settle]") {
    QuoteRequest asked = published(fixed("1", "0"), money("0.99"));
    CHECK(refusal(quote(asked))->code == Code::negative_markup);
    asked.fees = fees("3", "1");
    CHECK(refusal(quote(asked)) ==
          Error{Code::malformed, "fees",
                "AWS publishes the fees under modern-2024, so they cannot be entered"});
    asked.rule_set = RuleSet::seed_2019;
    CHECK(refusal(quote(asked)) ==
          Error{Code::malformed, "deal", "fees do not depend on the deal under seed-2019"});
}
