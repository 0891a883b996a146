// Typed or pasted text and addresses: a value that can be read is written as a text that reads back
// the same.
#include "desk/pricing.hpp"
#include "fuzz.hpp"
#include "views/route.hpp"

namespace cppo::fuzz {
namespace {

template <typename Read>
void comes_back_typed(std::string_view typed, Read read) {
    const auto value = read(typed);
    if (!value) return;
    const auto again = read(text(*value));
    require(again && *again == *value, "a value reads back from its text");
}

/// Payments pasted as rows stay the same when copied.
void paste(std::string_view typed, Currency currency) {
    const auto payments = parse_payments(typed, currency);
    if (!payments) return;
    std::string rows;
    for (const Payment& payment : *payments)
        rows += text(payment.on) + '\t' + text(payment.amount) + '\n';
    const auto again = parse_payments(rows, currency);
    require(again && again->size() == payments->size(), "the number of payments stays the same");
    for (std::size_t i = 0; i < again->size(); ++i)
        require((*again)[i].on == (*payments)[i].on && (*again)[i].amount == (*payments)[i].amount,
                "a payment comes back from its row");
}

void go_to(std::string_view typed) {
    const Route route = split_route(typed);
    require(text(split_route(text(route))) == text(route), "an address leads to one place");
}

}  // namespace

void typed(std::string_view typed) {
    const Currency currency = Currency::usd;
    comes_back_typed(typed, [&](std::string_view t) { return parse_money(t, currency, "x"); });
    comes_back_typed(typed, [](std::string_view t) { return parse_percent(t, "x"); });
    comes_back_typed(typed, [](std::string_view t) { return parse_quantity(t, "x"); });
    comes_back_typed(typed, [](std::string_view t) { return parse_unit_price(t, "x"); });
    comes_back_typed(typed, [](std::string_view t) { return parse_date(t, "x"); });
    comes_back_typed(typed, [](std::string_view t) { return parse_duration(t, "x"); });
    (void)typed_money(typed, currency, "x");
    (void)typed_percent(typed, "x");
    (void)parse_field_path(typed);
    paste(typed, currency);
    go_to(typed);
}

}  // namespace cppo::fuzz
