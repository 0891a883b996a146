// What a person types or pastes: a value that is read is written as a text that reads as the same.
#include "app/pricing.hpp"
#include "fuzz.hpp"
#include "route.hpp"

using namespace cppo;

namespace {

template <typename Read>
void comes_back(std::string_view typed, Read read) {
    const auto value = read(typed);
    if (!value) return;
    const auto again = read(text(*value));
    fuzz::require(again && *again == *value, "a value comes back from its text");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view typed = fuzz::text_of(data, size);
    const Currency currency = Currency::usd;
    comes_back(typed, [&](std::string_view t) { return parse_money(t, currency, "x"); });
    comes_back(typed, [](std::string_view t) { return parse_percent(t, "x"); });
    comes_back(typed, [](std::string_view t) { return parse_quantity(t, "x"); });
    comes_back(typed, [](std::string_view t) { return parse_unit_price(t, "x"); });
    comes_back(typed, [](std::string_view t) { return parse_date(t, "x"); });
    comes_back(typed, [](std::string_view t) { return parse_duration(t, "x"); });
    (void)typed_money(typed, currency, "x");
    (void)typed_percent(typed, "x");
    (void)parse_field_path(typed);
    (void)parse_payments(typed, currency);
    const Route route = parse_route(typed);
    const Route again = parse_route(text(route));
    fuzz::require(text(again) == text(route), "an address leads to one place");
    return 0;
}
