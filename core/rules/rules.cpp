#include "rules/rules.hpp"

namespace cppo {

namespace {

struct Edition {
    std::string_view name;
    Limits limits;
    FeeSource fees;
    Filing filing;
};

constexpr Edition editions[] = {
    {"2019 program", {60, 36}, FeeSource::told, Filing::mailed},
    {"2024 program", {60, 144}, FeeSource::published, Filing::portal},
};
static_assert(std::size(editions) == name_count<RuleSet>());

const Edition& edition(RuleSet rule_set) { return editions[static_cast<std::size_t>(rule_set)]; }

}  // namespace

std::string_view rules_text(RuleSet rule_set) { return edition(rule_set).name; }

const Limits& limits(RuleSet rule_set) { return edition(rule_set).limits; }

FeeSource fee_source(RuleSet rule_set) { return edition(rule_set).fees; }

Filing filing(RuleSet rule_set) { return edition(rule_set).filing; }

std::string_view usual_recipient(RuleSet rule_set) {
    return filing(rule_set) == Filing::portal ? seller_portal : customer_desk;
}

Date usage_invoice_date(Date month) { return plus_days(plus_months(month, 1), 1); }

Date disbursement_after(Date day, const Timing& timing) {
    if (timing.disbursement_day == 0) return plus_days(day, 1);
    const std::chrono::year_month_day parts(day.day);
    const Date in_month{std::chrono::sys_days(parts.year() / parts.month() /
                                              std::chrono::day(unsigned(timing.disbursement_day)))};
    return in_month > day ? in_month : plus_months(in_month, 1);
}

bool needs_customer_signature(CustomerSignature setting, Date start, Duration term, int payments) {
    if (setting == CustomerSignature::any_schedule) return payments >= 1;
    return payments >= 2 && longer_than_a_year(start, term);
}

}  // namespace cppo
