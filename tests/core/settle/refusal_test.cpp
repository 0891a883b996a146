#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "quote_requests.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

struct Row {
    std::string id;
    QuoteRequest asked;
    Error error;
};

}  // namespace

TEST_CASE("lines that make no quote say why", "[settle]") {
    const auto without_lines = [] {
        QuoteRequest asked = request(fixed("1", "0"), money("1"));
        asked.lines.clear();
        return asked;
    };
    const auto plus_line = [](QuoteRequest asked, QuoteLine line) {
        asked.lines.push_back(std::move(line));
        return asked;
    };
    const std::string above = " is above 100,000,000.00 USD";
    const std::vector<Row> rows = {
        {"no line", without_lines(), {Code::required, "lines", "a quote needs at least one line"}},
        {"kinds of lines mixed",
         plus_line(request(fixed("1", "0"), money("1")), usage(1, "1", "1", "0")),
         {Code::malformed, "lines", "usage lines and quantity lines cannot be mixed"}},
        {"a price beside usage",
         request(usage(1, "1", "1", "0"), money("1")),
         {Code::malformed, "price", "usage lines set their own price"}},
        {"a markup beside usage",
         request(usage(1, "1", "1", "0"), Markup{percent("1")}),
         {Code::malformed, "markup", "usage lines set their own price"}},
        {"no price",
         request(fixed("1", "0"), {}),
         {Code::required, "price", "the quote has no price"}},
        {"an empty schedule",
         request(fixed("1", "0"), std::vector<Payment>{}),
         {Code::required, "schedule", "the schedule has no payment"}},
        {"no fees",
         request(fixed("1", "0"), money("1"), std::nullopt),
         {Code::fee_unknown, "fees", "the fee percentages for this deal are not known"}},
        {"a line above the ceiling",
         request(fixed("100000000", "10", Currency::usd, 2), money("1")),
         {Code::out_of_range, "lines[0].list",
          "price times quantity is more than 100,000,000.00 USD"}},
        {"lines above the ceiling",
         plus_line(request(fixed("100000000", "10"), money("100000000")), fixed("0.01", "10")),
         {Code::out_of_range, "lines", "the list price of 100,000,000.01 USD" + above}},
        {"usage above the ceiling",
         request(usage(2, "1", "100000000", "0"), {}),
         {Code::out_of_range, "lines[0].partner_rate",
          "price times quantity is more than 100,000,000.00 USD"}},
        {"usage lines above the ceiling",
         plus_line(request(usage(1, "1", "100000000", "0"), {}), usage(1, "1", "1", "0")),
         {Code::out_of_range, "lines", "the price of 100,000,001.00 USD" + above}},
        {"payments above the ceiling",
         request(fixed("1", "0"), schedule({"100000000", "1"})),
         {Code::out_of_range, "schedule", "the price of 100,000,001.00 USD" + above}},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    CHECK(refusal(quote(row.asked)) == row.error);
}

TEST_CASE("a price that makes no quote says why", "[settle]") {
    std::vector<Payment> too_many;
    for (int i = 0; i < 61; ++i) too_many.push_back({plus_days(day("2020-02-01"), i), money("1")});
    const std::vector<Payment> twins = {{day("2020-02-01"), money("50")},
                                        {day("2020-02-01"), money("50")}};
    const std::vector<Row> rows = {
        {"an unreachable net",
         request(fixed("1", "0"), TargetPartnerNet{money("100000000")}),
         {Code::out_of_range, "target_partner_net",
          "no price up to 100,000,000.00 USD leaves you a net of 100,000,000.00 USD"}},
        {"a markup beyond all prices",
         request(fixed("100000000", "0"), Markup{percent("0.000001")}),
         {Code::out_of_range, "markup",
          "a markup of 0.000001 % makes a price above 100,000,000.00 USD"}},
        {"61 payments",
         request(fixed("1", "0"), too_many),
         {Code::too_many_scheduled_payments, "schedule",
          "61 payments are more than the maximum of 60"}},
        {"two payments on one day",
         request(fixed("100", "0"), twins),
         {Code::duplicate_charge_dates, "schedule", "two payments are dated 2020-02-01"}},
        {"a price below wholesale",
         request(fixed("120000", "20"), money("95999.99")),
         {Code::negative_markup, "price",
          "the price of 95,999.99 USD is 0.01 USD below the wholesale cost of 96,000.00 USD"}},
        {"payments below wholesale",
         request(fixed("120000", "20"), schedule({"1000", "500"})),
         {Code::negative_markup, "schedule",
          "the price of 1,500.00 USD is 94,500.00 USD below the wholesale cost of "
          "96,000.00 USD"}},
        {"a rate below wholesale",
         request(usage(1000, "1", "0.69", "30"), {}),
         {Code::negative_markup, "lines[0].partner_rate",
          "the price of 690.00 USD is 10.00 USD below the wholesale cost of 700.00 USD"}},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    CHECK(refusal(quote(row.asked)) == row.error);
}

TEST_CASE("more lines than money has room for are refused, not added up", "[settle]") {
    QuoteRequest asked = request(usage(1, "0", "100000000", "0"), {});
    asked.lines.resize(20'000, asked.lines[0]);
    CHECK(refusal(quote(asked)) ==
          Error{Code::out_of_range, "lines",
                "the price of 200,000,000.00 USD is above 100,000,000.00 USD"});
    asked.lines.assign(20'000, fixed("100000000", "0"));
    asked.price = money("1");
    CHECK(refusal(quote(asked))->code == Code::out_of_range);
}

TEST_CASE("the first of several reasons to refuse is reported", "[settle]") {
    QuoteRequest asked;
    asked.price =
        std::vector<Payment>{{day("2020-02-01"), money("1")}, {day("2020-02-01"), money("1")}};
    const auto code = [&] { return refusal(quote(asked))->code; };
    CHECK(code() == Code::required);
    asked.lines = {fixed("100000000", "0"), fixed("100000000", "0")};
    CHECK(code() == Code::fee_unknown);
    asked.fees = fees("3", "1");
    CHECK(code() == Code::out_of_range);
    asked.lines.pop_back();
    CHECK(code() == Code::duplicate_charge_dates);
    asked.price = money("1");
    CHECK(code() == Code::negative_markup);
    asked.price = money("100000000");
    CHECK(refusal(quote(asked)) == std::nullopt);

    // A usage line's own price is judged after every line's size.
    asked.price = {};
    asked.lines = {usage(1, "1", "0.5", "0"), usage(2, "100000000", "1", "0")};
    CHECK(code() == Code::out_of_range);
    asked.lines.pop_back();
    CHECK(code() == Code::negative_markup);
}

TEST_CASE("the shortfall is named with the way out", "[settle]") {
    const auto refused = refusal(quote(request(fixed("120000", "20"), money("95000"))));
    CHECK(text(*refused) ==
          "NEGATIVE_MARKUP price: The price of 95,000.00 USD is 1,000.00 USD below the wholesale "
          "cost of 96,000.00 USD. Raise the price, or agree on a larger discount with the ISV.");
}
