#include "time/date.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cppo {

namespace chrono = std::chrono;

static int number(std::string_view digits) {
    int value = 0;
    for (char c : digits) value = value * 10 + (c - '0');
    return value;
}

Result<Date> parse_date(std::string_view text, std::string_view field) {
    const auto malformed = [&](std::string_view why) {
        return refuse(Code::malformed, std::string(field), in_quotes(text) + std::string(why));
    };
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                        all_digits(text.substr(0, 4)) && all_digits(text.substr(5, 2)) &&
                        all_digits(text.substr(8, 2));
    if (!shaped) return malformed(" is not a date like 2026-08-22");
    const chrono::year_month_day day(
        chrono::year(number(text.substr(0, 4))),
        chrono::month(static_cast<unsigned>(number(text.substr(5, 2)))),
        chrono::day(static_cast<unsigned>(number(text.substr(8, 2)))));
    if (!day.ok()) return malformed(" is not a calendar date");
    if (day.year() < chrono::year(2000) || day.year() > chrono::year(2199))
        return malformed(" is not between 2000-01-01 and 2199-12-31");
    return Date{chrono::sys_days(day)};
}

std::string text(Date date) {
    const chrono::year_month_day day(date.day);
    return padded(static_cast<std::uint64_t>(static_cast<int>(day.year())), 4) + '-' +
           padded(static_cast<unsigned>(day.month()), 2) + '-' +
           padded(static_cast<unsigned>(day.day()), 2);
}

std::string month_text(Date date) { return text(date).substr(0, 7); }

Date plus_days(Date date, int days) { return Date{date.day + chrono::days(days)}; }

int days_between(Date from, Date to) { return static_cast<int>((to.day - from.day).count()); }

bool is_first_of_month(Date date) {
    return std::chrono::year_month_day(date.day).day() == std::chrono::day(1);
}

Date first_of_month(Date date) {
    const std::chrono::year_month_day day(date.day);
    return Date{std::chrono::sys_days(day.year() / day.month() / 1)};
}

Date plus_months(Date date, int months) {
    const chrono::year_month_day day(date.day);
    const chrono::year_month month =
        chrono::year_month(day.year(), day.month()) + chrono::months(months);
    const chrono::day last =
        chrono::year_month_day_last(month.year(), chrono::month_day_last(month.month())).day();
    return Date{chrono::sys_days(
        chrono::year_month_day(month.year(), month.month(), std::min(day.day(), last)))};
}

Result<Duration> parse_duration(std::string_view text, std::string_view field) {
    const auto malformed = [&] {
        return refuse(Code::malformed, std::string(field),
                      in_quotes(text) + " is not a duration like P12M, P3Y or P45D");
    };
    if (text.size() < 3 || text.front() != 'P') return malformed();
    Duration duration;
    std::string_view rest = text.substr(1);
    for (char unit : {'Y', 'M', 'D'}) {
        const auto digits = static_cast<std::size_t>(
            std::find_if_not(rest.begin(), rest.end(), is_digit) - rest.begin());
        if (digits == 0 || digits >= rest.size() || rest[digits] != unit) continue;
        if (digits > 4) return malformed();
        const int count = number(rest.substr(0, digits));
        if (unit == 'D') duration.days += count;
        else duration.months += unit == 'Y' ? count * 12 : count;
        rest.remove_prefix(digits + 1);
    }
    if (!rest.empty()) return malformed();
    if (duration.months == 0 && duration.days == 0)
        return refuse(Code::out_of_range, std::string(field), in_quotes(text) + " has no length");
    // Most spans of twelve years contain three leap days, as the one from this date does.
    constexpr Date start{chrono::sys_days(chrono::year(2000) / 1 / 1)};
    if (end_of(start, duration) > plus_months(start, 144))
        return refuse(Code::out_of_range, std::string(field),
                      in_quotes(text) + " is longer than 12 years");
    return duration;
}

std::string text(Duration duration) {
    std::string text = "P";
    if (duration.months > 0) text += std::to_string(duration.months) + 'M';
    if (duration.days > 0) text += std::to_string(duration.days) + 'D';
    return text;
}

static std::string counted(int count, std::string_view unit) {
    return std::to_string(count) + ' ' + std::string(unit) + (count == 1 ? "" : "s");
}

std::string spoken(Duration duration) {
    std::string text;
    const bool whole_years = duration.months % 12 == 0;
    if (duration.months > 0)
        text =
            whole_years ? counted(duration.months / 12, "year") : counted(duration.months, "month");
    if (duration.days > 0) text += (text.empty() ? "" : " ") + counted(duration.days, "day");
    return text;
}

Date end_of(Date start, Duration term) {
    return plus_days(plus_months(start, term.months), term.days);
}

bool longer_than_a_year(Date start, Duration term) {
    return end_of(start, term) > plus_months(start, 12);
}

}  // namespace cppo
