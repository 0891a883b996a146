#include "rules/schedule.hpp"

#include <algorithm>

namespace cppo {

std::vector<Payment> in_date_order(std::vector<Payment> payments) {
    std::stable_sort(payments.begin(), payments.end(),
                     [](const Payment& a, const Payment& b) { return a.on < b.on; });
    return payments;
}

Result<void> check_schedule(const std::vector<Payment>& payments, int most,
                            std::string_view field) {
    if (payments.size() > static_cast<std::size_t>(most))
        return refuse(Code::too_many_scheduled_payments, std::string(field),
                      std::to_string(payments.size()) + " payments are more than the maximum of " +
                          std::to_string(most));
    const auto sorted = in_date_order(payments);
    const auto twin =
        std::adjacent_find(sorted.begin(), sorted.end(),
                           [](const Payment& a, const Payment& b) { return a.on == b.on; });
    if (twin != sorted.end())
        return refuse(Code::duplicate_charge_dates, std::string(field),
                      "two payments are dated " + text(twin->on));
    return {};
}

Result<void> check_schedule_sum(const std::vector<Payment>& payments, Money price,
                                std::string_view field) {
    Money total = Money::zero(price.currency());
    for (const Payment& payment : payments) total += payment.amount;
    if (total == price) return {};
    const bool over = total > price;
    return refuse(Code::schedule_sum_mismatch, std::string(field),
                  "the payments add up to " + grouped_with_code(total) + ", " +
                      grouped_with_code(over ? total - price : price - total) +
                      (over ? " more" : " less") + " than the price of " +
                      grouped_with_code(price));
}

Result<void> check_charge_dates(const std::vector<Payment>& payments, Date accept_by,
                                Date contract_end, std::string_view field) {
    int backdated = 0;
    for (const Payment& payment : payments) {
        if (payment.on >= contract_end)
            return refuse(Code::invalid_charge_dates, std::string(field),
                          "the payment of " + text(payment.on) +
                              " is not before the end of the contract on " + text(contract_end));
        if (payment.on <= accept_by) ++backdated;
    }
    if (backdated > 1)
        return refuse(Code::too_many_backdated_charges, std::string(field),
                      std::to_string(backdated) + " payments are dated on or before " +
                          text(accept_by) + ", the accept-by date");
    return {};
}

std::vector<Payment> even_schedule(Money price, int count, Date first, int months,
                                   Rounding rounding) {
    INVARIANT(count > 0);
    const std::vector<Money> weights(static_cast<std::size_t>(count),
                                     Money::of_minor(1, price.currency()));
    std::vector<Payment> payments;
    for (Money amount : split(price, weights, rounding)) {
        const int index = static_cast<int>(payments.size());
        payments.push_back({plus_months(first, months * index), amount});
    }
    return payments;
}

}  // namespace cppo
