#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "deal/workspace.hpp"
#include "fixtures.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

static std::vector<Payment> payments(
    std::initializer_list<std::pair<std::string_view, std::string_view>> rows) {
    std::vector<Payment> payments;
    for (const auto& [on, amount] : rows) payments.push_back({day(on), money(amount)});
    return payments;
}

TEST_CASE("the customer signs for a term over a year with several payments", "[rules]") {
    using enum CustomerSignature;
    struct Row {
        std::string id;
        CustomerSignature setting;
        std::string term;
        int payments;
        bool signs;
    };
    const std::vector<Row> rows = {
        {"one year by schedule", multi_year_schedule, "P1Y", 12, false},
        {"three years at once", multi_year_schedule, "P3Y", 0, false},
        {"three years in one payment", multi_year_schedule, "P3Y", 1, false},
        {"three years in two payments", multi_year_schedule, "P3Y", 2, true},
        {"a year and a day in two payments", multi_year_schedule, "P1Y1D", 2, true},
        {"strict: one year by schedule", any_schedule, "P1Y", 12, true},
        {"strict: one payment", any_schedule, "P1M", 1, true},
        {"strict: at once", any_schedule, "P3Y", 0, false},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    CHECK(needs_customer_signature(row.setting, day("2020-02-01"), duration(row.term),
                                   row.payments) == row.signs);
}

TEST_CASE("forms are mailed to the customer desk or the channel account manager", "[rules]") {
    CHECK(is_recipient(RuleSet::seed_2019, "mpcustdesk@amazon.com", ""));
    CHECK(is_recipient(RuleSet::seed_2019, "manager@aws.example", "manager@aws.example"));
    CHECK_FALSE(is_recipient(RuleSet::seed_2019, "", ""));
    CHECK_FALSE(
        is_recipient(RuleSet::seed_2019, "aws-mp-channel@amazon.com", "manager@aws.example"));
    CHECK_FALSE(is_recipient(RuleSet::seed_2019, "mpcustdesk@amazon.com.example", ""));
    CHECK_FALSE(is_recipient(RuleSet::seed_2019, "portal", ""));
    CHECK(is_recipient(RuleSet::modern_2024, "portal", "manager@aws.example"));
    CHECK_FALSE(is_recipient(RuleSet::modern_2024, "manager@aws.example", "manager@aws.example"));
    CHECK_FALSE(is_recipient(RuleSet::modern_2024, "mpcustdesk@amazon.com", ""));
}

TEST_CASE("each rule set has its limits and its source of fees", "[rules]") {
    CHECK(limits(RuleSet::seed_2019).scheduled_payments_max == 60);
    CHECK(limits(RuleSet::seed_2019).term_months_max == 36);
    CHECK(fee_source(RuleSet::seed_2019) == FeeSource::told);
    CHECK(limits(RuleSet::modern_2024).scheduled_payments_max == 60);
    CHECK(limits(RuleSet::modern_2024).term_months_max == 144);
    CHECK(fee_source(RuleSet::modern_2024) == FeeSource::published);
}

TEST_CASE("a schedule has distinct dates and not too many payments", "[rules]") {
    const auto twins = payments(
        {{"2020-03-01", "1"}, {"2020-02-01", "1"}, {"2020-04-01", "1"}, {"2020-03-01", "2"}});
    CHECK(refusal(check_schedule(twins, 4, "schedule")) ==
          Error{Code::duplicate_charge_dates, "schedule", "two payments are dated 2020-03-01"});
    CHECK(refusal(check_schedule(twins, 3, "schedule")) ==
          Error{Code::too_many_scheduled_payments, "schedule",
                "4 payments are more than the maximum of 3"});
    CHECK(check_schedule(payments({{"2020-03-01", "1"}, {"2020-02-01", "1"}}), 2, "").has_value());
    CHECK(check_schedule({}, 60, "").has_value());
}

TEST_CASE("payments add up to the price exactly", "[rules]") {
    const auto three =
        payments({{"2020-02-01", "10"}, {"2020-03-01", "20"}, {"2020-04-01", "5.5"}});
    CHECK(check_schedule_sum(three, money("35.50"), "schedule").has_value());
    CHECK(refusal(check_schedule_sum(three, money("35.49"), "schedule")) ==
          Error{Code::schedule_sum_mismatch, "schedule",
                "the payments add up to 35.50 USD, 0.01 USD more than the price of 35.49 USD"});
    CHECK(refusal(check_schedule_sum(three, money("1035.50"), "schedule")) ==
          Error{Code::schedule_sum_mismatch, "schedule",
                "the payments add up to 35.50 USD, 1,000.00 USD less than the price of "
                "1,035.50 USD"});
}

TEST_CASE("charge dates are between acceptance and the contract's end", "[rules]") {
    struct Row {
        std::string id;
        std::vector<std::string> dates;
        std::optional<Code> refused;
        std::string detail;
    };
    const std::string after_end =
        "the payment of 2021-02-01 is not before the end of the contract on 2021-02-01";
    const std::vector<Row> rows = {
        {"all inside", {"2020-02-01", "2021-01-31"}, {}, ""},
        {"one before the accept-by date", {"2020-01-02", "2020-02-01"}, {}, ""},
        {"one on the accept-by date", {"2020-01-31", "2020-02-01"}, {}, ""},
        {"on the end", {"2020-02-01", "2021-02-01"}, Code::invalid_charge_dates, after_end},
        {"two backdated",
         {"2020-01-02", "2020-01-31"},
         Code::too_many_backdated_charges,
         "2 payments are dated on or before 2020-01-31, the accept-by date"},
        {"both wrong: the end is reported first",
         {"2020-01-02", "2020-01-31", "2021-02-01"},
         Code::invalid_charge_dates,
         after_end},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    std::vector<Payment> dated;
    for (const std::string& on : row.dates) dated.push_back({day(on), money("1")});
    const auto refused =
        refusal(check_charge_dates(dated, day("2020-01-31"), day("2021-02-01"), "schedule"));
    if (row.refused) CHECK(refused == Error{*row.refused, "schedule", row.detail});
    else CHECK(refused == std::nullopt);
}

TEST_CASE("payments of an even schedule differ by at most one minor unit", "[rules]") {
    // 100,000.00 over 60: forty payments of 1,666.67 and twenty of 1,666.66.
    const auto sixty =
        even_schedule(money("100000.00"), 60, day("2020-01-31"), 1, Rounding::half_up);
    REQUIRE(sixty.size() == 60);
    const auto larger = std::count_if(sixty.begin(), sixty.end(), [](const Payment& payment) {
        return payment.amount == money("1666.67");
    });
    const auto smaller = std::count_if(sixty.begin(), sixty.end(), [](const Payment& payment) {
        return payment.amount == money("1666.66");
    });
    CHECK(larger == 40);
    CHECK(smaller == 20);
    CHECK(check_schedule_sum(sixty, money("100000.00"), "").has_value());
    // Every date is counted from the first one, so a short month does not affect later dates.
    CHECK(sixty[1].on == day("2020-02-29"));
    CHECK(sixty[2].on == day("2020-03-31"));
}
