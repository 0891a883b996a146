// Scheduled payments, which are dated parts of the price, and the rules for them.
#pragma once

#include <vector>

#include "money/money.hpp"
#include "time/date.hpp"

namespace cppo {

/// One installment of the price, with its charge date.
struct Payment {
    Date on;
    Money amount;
    bool operator==(const Payment& other) const { return on == other.on && amount == other.amount; }
};

/// The payments in date order, the order in which wholesale is divided (decision 13).
std::vector<Payment> in_date_order(std::vector<Payment> payments);

/// Refuses more than `most` payments (TOO_MANY_SCHEDULED_PAYMENTS) and two on one date
/// (DUPLICATE_CHARGE_DATES) [aws-docs: flexible payment scheduler].
Result<void> check_schedule(const std::vector<Payment>& payments, int most, std::string_view field);

/// Refuses SCHEDULE_SUM_MISMATCH, naming the difference, unless the payments add up to `price`.
Result<void> check_schedule_sum(const std::vector<Payment>& payments, Money price,
                                std::string_view field);

/// Refuses dates on or after the contract's end (INVALID_CHARGE_DATES) and more than one date on or
/// before the accept-by date (TOO_MANY_BACKDATED_CHARGES). Decision 14 settles the edge cases.
Result<void> check_charge_dates(const std::vector<Payment>& payments, Date accept_by,
                                Date contract_end, std::string_view field);

/// Divides `price` into `count` payments, as equal as minor units allow, `months` apart starting on
/// `first`.
std::vector<Payment> even_schedule(Money price, int count, Date first, int months,
                                   Rounding rounding);

}  // namespace cppo
