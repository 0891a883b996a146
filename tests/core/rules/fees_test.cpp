#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "assets.hpp"
#include "base/text.hpp"
#include "fixtures.hpp"
#include "rules/fees.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

/// New SaaS for a buyer in the United States, without a date.
DealFacts facts() {
    DealFacts facts;
    facts.buyer_country = {"US"};
    return facts;
}

FeeBasis basis(DealFacts deal) {
    FeeBasis basis;
    basis.deal = std::move(deal);
    return basis;
}

/// The fee of a deal whose price equals its wholesale cost.
std::string rate(const FeeBasis& basis, Money value) {
    REQUIRE(check_fees(RuleSet::modern_2024, basis));
    return text(fees_of(basis, value, value).terms.marketplace);
}

std::string rate(DealFacts deal, std::string_view value) {
    return rate(basis(std::move(deal)), money(value));
}

std::vector<WarningCode> codes(const DealFees& fees) {
    std::vector<WarningCode> codes;
    for (const Warning& warning : fees.warnings) codes.push_back(warning.code);
    return codes;
}

}  // namespace

TEST_CASE("the tier's rate applies to the whole of a new private offer", "[rules]") {
    struct Row {
        std::string_view value, rate;
    };
    const std::vector<Row> rows = {
        {"0", "3.5"},       {"0.01", "3.5"},       {"999999.99", "3.5"},
        {"1000000", "2.5"}, {"1000000.01", "2.5"}, {"9999999.99", "2.5"},
        {"10000000", "2"},  {"10000000.01", "2"},  {"100000000", "2"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.value);
    for (ProductType product :
         {ProductType::saas, ProductType::server, ProductType::ami, ProductType::container,
          ProductType::machine_learning, ProductType::data_exchange}) {
        DealFacts deal = facts();
        deal.product_type = product;
        CHECK(rate(deal, row.value) == row.rate);
        deal.renewal = true;
        CHECK(rate(deal, row.value) == "2");
    }
}

TEST_CASE("tiers are in major units of the deal's currency", "[rules]") {
    FeeBasis yen = basis(facts());
    CHECK(rate(yen, money("999999", Currency::jpy)) == "3.5");
    CHECK(rate(yen, money("1000000", Currency::jpy)) == "2.5");
    const DealFees fees = fees_of(yen, money("1", Currency::jpy), money("1", Currency::jpy));
    CHECK(codes(fees) == std::vector{WarningCode::value_not_in_usd});
    yen.deal->tcv_usd = money("9999999.99");
    CHECK(rate(yen, money("1", Currency::jpy)) == "2.5");
    CHECK(fees_of(yen, money("1", Currency::jpy), money("1", Currency::jpy)).warnings.empty());
}

TEST_CASE("the fee for buyers in South Korea is one point higher from 2025-04-01", "[rules]") {
    struct Row {
        std::string_view country, on, rate;
    };
    const std::vector<Row> rows = {
        {"KR", "2024-01-05", "3.5"}, {"KR", "2025-03-31", "3.5"}, {"KR", "2025-04-01", "4.5"},
        {"KR", "2026-11-24", "4.5"}, {"KR", "", "4.5"},           {"KP", "2026-11-24", "3.5"},
        {"US", "2025-04-01", "3.5"}, {"JP", "", "3.5"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.country << " on " << row.on);
    DealFacts deal = facts();
    deal.buyer_country = {std::string(row.country)};
    if (!row.on.empty()) deal.on = day(row.on);
    CHECK(rate(deal, "1") == row.rate);
}

TEST_CASE("every part of a published fee names its source", "[rules]") {
    DealFacts deal = facts();
    deal.buyer_country = {"KR"};
    const auto told = [&](std::string_view value) {
        std::vector<std::string> parts;
        const Money amount = money(value);
        for (const RatePart& part : fees_of(basis(deal), amount, amount).parts) {
            CHECK(part.source.substr(0, 28) == "AWS Marketplace Seller Guide");
            parts.push_back(part.name + ' ' + text(part.percent));
        }
        return parts;
    };
    CHECK(told("1") == std::vector<std::string>{"private offer below 1,000,000.00 USD 3",
                                                "channel partner private offer 0.5",
                                                "buyers in South Korea 1"});
    CHECK(told("1000000").front() ==
          "private offer from 1,000,000.00 USD to below 10,000,000.00 USD 2");
    CHECK(told("10000000").front() == "private offer from 10,000,000.00 USD 1.5");
    deal.renewal = true;
    CHECK(told("1").front() == "renewal 1.5");
}

TEST_CASE("the tier depends on wholesale or the buyer's price, and a difference is flagged",
          "[rules]") {
    struct Row {
        std::string_view wholesale, price, by_wholesale, by_buyer;
        bool differ;
    };
    const std::vector<Row> rows = {
        {"999999.98", "999999.99", "3.5", "3.5", false},
        {"999999.99", "1000000", "3.5", "2.5", true},
        {"999999.99", "10000000", "3.5", "2", true},
        {"1000000", "9999999.99", "2.5", "2.5", false},
        {"9999999.99", "10000000", "2.5", "2", true},
        {"10000000", "100000000", "2", "2", false},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.wholesale << " / " << row.price);
    FeeBasis asked = basis(facts());
    for (TierBand band : {TierBand::wholesale, TierBand::buyer}) {
        asked.tier_band = band;
        const DealFees fees = fees_of(asked, money(row.wholesale), money(row.price));
        CHECK(text(fees.terms.marketplace) ==
              (band == TierBand::wholesale ? row.by_wholesale : row.by_buyer));
        CHECK(codes(fees) ==
              (row.differ ? std::vector{WarningCode::tiers_differ} : std::vector<WarningCode>{}));
    }
    // If the tier does not matter, the difference does not either.
    asked.deal->renewal = true;
    CHECK(fees_of(asked, money(row.wholesale), money(row.price)).warnings.empty());
}

TEST_CASE("usage is in the lowest tier unless a contract value is committed", "[rules]") {
    FeeBasis asked = basis(facts());
    asked.by_usage = true;
    CHECK(rate(asked, money("20000000")) == "3.5");
    CHECK(codes(fees_of(asked, money("1"), money("20000000"))) ==
          std::vector{WarningCode::usage_value_unknown});
    asked.deal->tcv_usd = money("1000000");
    CHECK(rate(asked, money("1")) == "2.5");
    asked.deal->tcv_usd = {};
    asked.deal->renewal = true;
    CHECK(rate(asked, money("1")) == "2");
    CHECK(fees_of(asked, money("1"), money("1")).warnings.empty());
}

TEST_CASE("the fee for professional services is entered, and uplifts apply to it", "[rules]") {
    DealFacts deal = facts();
    deal.product_type = ProductType::professional_services;
    deal.entered = EnteredRate{percent("2.5"), false};
    CHECK(rate(deal, "1") == "3");
    CHECK(rate(deal, "10000000") == "3");
    deal.renewal = true;
    deal.buyer_country = {"KR"};
    deal.entered = EnteredRate{percent("0.5"), true};
    CHECK(rate(deal, "1") == "2");
    const DealFees fees = fees_of(basis(deal), money("1"), money("1000000"));
    CHECK(fees.terms.assumed);
    CHECK(fees.parts.front().name == "professional services");
    CHECK(fees.parts.front().source == "entered");
    CHECK(fees.warnings.empty());
}

TEST_CASE("fees disclosed by AWS are used unchanged", "[rules]") {
    FeeBasis asked;
    asked.told = fees("3", "1");
    REQUIRE(check_fees(RuleSet::seed_2019, asked));
    const DealFees told = fees_of(asked, money("999999.99"), money("20000000"));
    CHECK(told.terms == fees("3", "1"));
    CHECK(told.parts.empty());
    CHECK(told.warnings.empty());
}

struct RefusedBasis {
    std::string id;
    RuleSet rule_set;
    FeeBasis basis;
    Error error;
};

TEST_CASE("unknown fees and facts of another rule set are refused", "[rules]") {
    const auto with = [](auto change) {
        DealFacts deal = facts();
        change(deal);
        return basis(deal);
    };
    FeeBasis told, both = basis(facts());
    told.told = both.told = fees("3", "1");
    using enum RuleSet;
    const std::vector<RefusedBasis> rows = {
        {"nothing disclosed", seed_2019, {}, fee_unknown("fees")},
        {"a deal and disclosed fees",
         seed_2019,
         both,
         {Code::malformed, "deal", "fees do not depend on the deal under seed-2019"}},
        {"disclosed fees and a deal",
         modern_2024,
         both,
         {Code::malformed, "fees",
          "AWS publishes the fees under modern-2024, so they cannot be entered"}},
        {"nothing known of the deal",
         modern_2024,
         {},
         {Code::required, "deal",
          "published fees depend on facts of the deal, and these are missing"}},
        {"a day before the first table",
         modern_2024,
         with([](DealFacts& deal) { deal.on = day("2024-01-04"); }),
         {Code::out_of_range, "deal.on",
          "no fee table of modern-2024 is in effect on 2024-01-04; the first starts on "
          "2024-01-05"}},
        {"no fee for services",
         modern_2024,
         with([](DealFacts& deal) { deal.product_type = ProductType::professional_services; }),
         {Code::fee_unknown, "fees.professional_services",
          "AWS's pages disagree on the fee for professional services"}},
        {"a fee entered for a product with a published one",
         modern_2024,
         with([](DealFacts& deal) {
             deal.entered = EnteredRate{percent("1"), false};
         }),
         {Code::malformed, "fees.professional_services",
          "AWS publishes the fee for saas, so it cannot be entered"}},
        {"more than 100 %",
         modern_2024,
         with([](DealFacts& deal) {
             deal.product_type = ProductType::professional_services;
             deal.entered = EnteredRate{percent("99.500000001"), false};
         }),
         {Code::out_of_range, "fees.professional_services",
          "with its uplifts, a base fee of 99.500000001 % is more than 100 %"}},
    };
    const RefusedBasis row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    CHECK(refusal(check_fees(row.rule_set, row.basis)) == row.error);
}

TEST_CASE("published fees that an offer fixed are used unchanged", "[rules]") {
    FeeBasis fixed;
    fixed.told = fees("3.3", "0");
    REQUIRE(check_fees(RuleSet::modern_2024, fixed));
    const DealFees taken = fees_of(fixed, money("20000000"), money("20000000"));
    CHECK(taken.terms == fees("3.3", "0"));
    CHECK(taken.parts.empty());
    CHECK(taken.warnings.empty());
}

TEST_CASE("a country is an uppercase ISO 3166 code", "[rules]") {
    int count = 0;
    for (char first = 'A'; first <= 'Z'; ++first)
        for (char second = 'A'; second <= 'Z'; ++second)
            count += parse_country(std::string{first, second}, "").has_value();
    CHECK(count == 249);
    CHECK(std::all_of(assets::countries.begin(), assets::countries.end(),
                      [](char c) { return (c >= 'A' && c <= 'Z') || is_space(c); }));
    struct Row {
        std::string_view typed, detail;
    };
    const std::string_view shape = " is not an ISO 3166 country code such as US, GB or KR";
    const std::vector<Row> rows = {
        {"UK", "'UK'@; the code is probably GB"},
        {"kr", "'kr'@; the code is probably KR"},
        {"uk", "'uk'@; the code is probably GB"},
        {"XX", "'XX'@"},
        {"", "''@"},
        {"K", "'K'@"},
        {"KOR", "'KOR'@"},
        {" K", "' K'@"},
        {"D\n", "'D\\u{a}'@"},
        {"82", "'82'@"},
    };
    for (const Row& row : rows) {
        INFO(row.typed);
        CHECK(refusal(parse_country(row.typed, "deal.buyer_country")) ==
              Error{Code::malformed, "deal.buyer_country", replaced(row.detail, "@", shape)});
    }
}
