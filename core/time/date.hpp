// Calendar dates in UTC and ISO 8601 durations. Nothing here reads the clock; callers pass dates.
#pragma once

#include <chrono>
#include <string>

#include "base/result.hpp"

namespace cppo {

/// A day, from 2000-01-01 to 2199-12-31.
struct Date {
    std::chrono::sys_days day{};
    bool operator==(const Date& other) const { return day == other.day; }
    bool operator!=(const Date& other) const { return day != other.day; }
    bool operator<(const Date& other) const { return day < other.day; }
    bool operator>(const Date& other) const { return day > other.day; }
    bool operator<=(const Date& other) const { return day <= other.day; }
    bool operator>=(const Date& other) const { return day >= other.day; }
};

/// The days from `from` through `until`. Constructed from one date, it covers everything up to and
/// including that date.
struct Period {
    Date from{}, until{};
    constexpr Period() = default;
    constexpr Period(Date until_day) : until(until_day) {}
    constexpr Period(Date from_day, Date until_day) : from(from_day), until(until_day) {}
    bool contains(Date day) const { return from <= day && day <= until; }
};

/// Reads a date such as "2026-08-22". Refuses MALFORMED for any other format and for dates that do
/// not exist.
Result<Date> parse_date(std::string_view text, std::string_view field);
std::string text(Date date);
std::string month_text(Date date);  ///< "2026-08"

Date plus_days(Date date, int days);
int days_between(Date from, Date to);  ///< to − from

/// The same day of the month `months` later, or the last day of a shorter month:
/// 2020-01-31 + 1 month = 2020-02-29.
Date plus_months(Date date, int months);

bool is_first_of_month(Date date);
Date first_of_month(Date date);

/// An ISO 8601 duration of years, months and days: "P12M", "P3Y", "P1Y6M", "P45D".
struct Duration {
    int months = 0;  ///< years count as twelve
    int days = 0;
    bool operator==(const Duration& other) const {
        return months == other.months && days == other.days;
    }
};

/// Reads the pattern AWS accepts, ^P(?=.)(\d+Y)?(\d+M)?(\d+D)?$ [shape]. Refuses MALFORMED, and
/// OUT_OF_RANGE for a duration of zero or more than 12 years.
Result<Duration> parse_duration(std::string_view text, std::string_view field);
std::string text(Duration duration);    ///< "P12M", "P45D"
std::string spoken(Duration duration);  ///< "3 years", "18 months", "45 days"

/// The first day after a term that starts on `start`.
Date end_of(Date start, Duration term);

/// True if a term from `start` is longer than twelve months (decision 6).
bool longer_than_a_year(Date start, Duration term);

}  // namespace cppo
