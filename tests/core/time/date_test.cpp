#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "fixtures.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

TEST_CASE("every day of two centuries is written and read back", "[time]") {
    int days = 0;
    for (Date date = day("2000-01-01");; date = plus_days(date, 1), ++days) {
        REQUIRE(parse_date(text(date), "on") == date);
        if (date == day("2199-12-31")) break;
    }
    CHECK(days + 1 == 73049);
}

TEST_CASE("a date that does not exist is refused", "[time]") {
    struct Row {
        std::string typed;
        std::string why;
    };
    const std::string shape = " is not a date like 2026-08-22";
    const std::string calendar = " is not a calendar date";
    const std::string range = " is not between 2000-01-01 and 2199-12-31";
    const std::vector<Row> rows = {
        {"", shape},
        {"2026-8-22", shape},
        {"22-08-2026", shape},
        {"2026/08/22", shape},
        {"2026-08-22 ", shape},
        {"20260822", shape},
        {"2026-08-2x", shape},
        {"-026-08-22", shape},
        {"2026-02-29", calendar},
        {"2026-04-31", calendar},
        {"2026-13-01", calendar},
        {"2026-00-10", calendar},
        {"2026-01-00", calendar},
        {"2100-02-29", calendar},
        {"1999-12-31", range},
        {"2200-01-01", range},
        {"0000-01-01", range},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    CHECK(refusal(parse_date(row.typed, "on")) ==
          Error{Code::malformed, "on", "'" + row.typed + "'" + row.why});
}

TEST_CASE("adding months gives the same day or the month's last one", "[time]") {
    struct Row {
        std::string from;
        int months;
        std::string to;
    };
    const std::vector<Row> rows = {
        {"2020-01-31", 1, "2020-02-29"},  {"2019-01-31", 1, "2019-02-28"},
        {"2020-01-31", 2, "2020-03-31"},  {"2020-03-31", 1, "2020-04-30"},
        {"2020-02-29", 12, "2021-02-28"}, {"2020-02-29", 48, "2024-02-29"},
        {"2020-12-15", 1, "2021-01-15"},  {"2020-06-15", 0, "2020-06-15"},
        {"2020-03-31", -1, "2020-02-29"}, {"2020-01-15", -1, "2019-12-15"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.from << " + " << row.months);
    CHECK(plus_months(day(row.from), row.months) == day(row.to));
}

TEST_CASE("days are counted across leap years", "[time]") {
    CHECK(plus_days(day("2020-01-31"), 30) == day("2020-03-01"));
    CHECK(plus_days(day("2019-01-31"), 30) == day("2019-03-02"));
    CHECK(plus_days(day("2020-01-01"), -1) == day("2019-12-31"));
    CHECK(days_between(day("2020-01-01"), day("2021-01-01")) == 366);
    CHECK(days_between(day("2020-01-02"), day("2020-01-01")) == -1);
}

TEST_CASE("durations are read as AWS writes them", "[time]") {
    struct Row {
        std::string typed;
        int months, days;
        std::string text;
        std::string spoken;
    };
    const std::vector<Row> rows = {
        {"P12M", 12, 0, "P12M", "1 year"},
        {"P1Y", 12, 0, "P12M", "1 year"},
        {"P3Y", 36, 0, "P36M", "3 years"},
        {"P1Y6M", 18, 0, "P18M", "18 months"},
        {"P1M", 1, 0, "P1M", "1 month"},
        {"P45D", 0, 45, "P45D", "45 days"},
        {"P1D", 0, 1, "P1D", "1 day"},
        {"P1Y2M3D", 14, 3, "P14M3D", "14 months 3 days"},
        {"P2Y10D", 24, 10, "P24M10D", "2 years 10 days"},
        {"P0Y6M", 6, 0, "P6M", "6 months"},
        {"P12Y", 144, 0, "P144M", "12 years"},
        {"P4383D", 0, 4383, "P4383D", "4383 days"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.typed);
    const auto read = parse_duration(row.typed, "term");
    REQUIRE(read == Duration{row.months, row.days});
    CHECK(text(*read) == row.text);
    CHECK(spoken(*read) == row.spoken);
    CHECK(parse_duration(row.text, "term") == *read);
}

TEST_CASE("the refusal of a duration says why", "[time]") {
    struct Row {
        std::string typed;
        Code code;
        std::string why;
    };
    const std::string shape = " is not a duration like P12M, P3Y or P45D";
    const std::vector<Row> rows = {
        {"", Code::malformed, shape},
        {"P", Code::malformed, shape},
        {"P1", Code::malformed, shape},
        {"12M", Code::malformed, shape},
        {"PM", Code::malformed, shape},
        {"P1M1Y", Code::malformed, shape},
        {"P1Y1Y", Code::malformed, shape},
        {"P1W", Code::malformed, shape},
        {"PT1H", Code::malformed, shape},
        {"P1.5Y", Code::malformed, shape},
        {"P-1Y", Code::malformed, shape},
        {"p1y", Code::malformed, shape},
        {"P1Y ", Code::malformed, shape},
        {"P00001D", Code::malformed, shape},
        {"P12", Code::malformed, shape},
        {"P1Y6", Code::malformed, shape},
        {"P0D", Code::out_of_range, " has no length"},
        {"P0Y0M0D", Code::out_of_range, " has no length"},
        {"P13Y", Code::out_of_range, " is longer than 12 years"},
        {"P145M", Code::out_of_range, " is longer than 12 years"},
        {"P4384D", Code::out_of_range, " is longer than 12 years"},
        {"P12Y1D", Code::out_of_range, " is longer than 12 years"},
        {"P11Y400D", Code::out_of_range, " is longer than 12 years"},
        {"P9999Y9999M9999D", Code::out_of_range, " is longer than 12 years"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    CHECK(refusal(parse_duration(row.typed, "term")) ==
          Error{row.code, "term", "'" + row.typed + "'" + row.why});
}

TEST_CASE("a term's end is the day after its last day", "[time]") {
    struct Row {
        std::string start, term, end;
        bool over_a_year;
    };
    const std::vector<Row> rows = {
        {"2020-02-01", "P1Y", "2021-02-01", false},   {"2020-02-01", "P12M1D", "2021-02-02", true},
        {"2020-02-01", "P13M", "2021-03-01", true},   {"2020-02-01", "P366D", "2021-02-01", false},
        {"2020-02-01", "P367D", "2021-02-02", true},  {"2021-02-01", "P366D", "2022-02-02", true},
        {"2020-02-29", "P1Y", "2021-02-28", false},   {"2020-02-01", "P1D", "2020-02-02", false},
        {"2020-01-31", "P1M1D", "2020-03-01", false},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.start << " + " << row.term);
    CHECK(end_of(day(row.start), duration(row.term)) == day(row.end));
    CHECK(longer_than_a_year(day(row.start), duration(row.term)) == row.over_a_year);
}
