#include "desk/pricing.hpp"

#include "desk/append_event.hpp"

namespace cppo {

static Error in_line(std::size_t number, const Error& error) {
    return {error.code, "rows", "line " + std::to_string(number) + ": " + error.detail};
}

static Result<Payment> parse_payment(std::string_view line, Currency currency) {
    const auto end = line.find_first_of("\t;, ");
    if (end == line.npos)
        return refuse(
            Code::malformed, "rows",
            in_quotes(line) + " is not a date and an amount, such as 2027-02-01 40000.00");
    const Date on = TRY(parse_date(line.substr(0, end), "rows"));
    std::string_view rest = trimmed(line.substr(end + 1));
    if (rest.size() > 1 && rest.front() == '"' && rest.back() == '"')  // as CSV writes "310,000"
        rest = trimmed(rest.substr(1, rest.size() - 2));
    if (rest.ends_with(text(currency))) rest = trimmed(rest.substr(0, rest.size() - 3));
    return Payment{on, TRY(typed_money(rest, currency, "rows"))};
}

Result<std::vector<Payment>> parse_payments(std::string_view rows, Currency currency) {
    constexpr std::string_view mark = "\xef\xbb\xbf";  // that some editors and sheets put first
    if (rows.starts_with(mark)) rows.remove_prefix(mark.size());
    const auto lines = split_text(trimmed(rows), '\n');
    const bool has_header =
        lines.size() > 1 && lines[0].find_first_of("0123456789") == std::string_view::npos;
    std::vector<Payment> payments;
    std::size_t number = 0;
    for (std::string_view line : split_text(rows, '\n')) {
        ++number;
        line = trimmed(line);
        if (line.empty() || (number == 1 && has_header)) continue;
        auto payment = parse_payment(line, currency);
        if (!payment) return tl::unexpected(in_line(number, payment.error()));
        payments.push_back(*payment);
    }
    if (payments.empty()) return refuse(Code::required, "rows", "there is no payment in it");
    return payments;
}

Result<Deal> repriced(Deal deal, const Surroundings& around, const command::Reprice& reprice,
                      Date on) {
    const auto discounts = discounts_for(deal, around.authorization, around.standing);
    const Money price = TRY(price_by(deal, discounts, reprice.by, reprice.text));
    const std::vector<Payment> payments = payments_at(deal, price);
    const auto write = [&](std::string path, Money amount) -> Result<void> {
        if (parse_money(deal.state.request.value(path), price.currency(), path) == amount)
            return {};
        return happen(deal, event::Edit{std::move(path), text(amount)}, "", on, &around);
    };
    CHECK_OK(write("price", price));
    for (std::size_t i = 0; i < payments.size(); ++i)
        CHECK_OK(write(field_path("schedule", static_cast<int>(i), "amount"), payments[i].amount));
    return deal;
}

Result<Deal> with_payments(Deal deal, const Surroundings& around,
                           const std::vector<Payment>& payments, Date on) {
    const auto change = [&](DealPayload payload) {
        return happen(deal, std::move(payload), "", on, &around);
    };
    for (std::size_t n = deal.state.request.rows("schedule").size(); n > 0; --n)
        CHECK_OK(change(event::RemoveRow{"schedule", 0}));
    CHECK_OK(change(event::Edit{"pricing", "scheduled"}));
    int row = 0;
    for (const Payment& payment : payments) {
        CHECK_OK(change(event::AddRow{"schedule"}));
        CHECK_OK(change(event::Edit{field_path("schedule", row, "on"), text(payment.on)}));
        CHECK_OK(
            change(event::Edit{field_path("schedule", row++, "amount"), text(payment.amount)}));
    }
    return deal;
}

Result<Deal> spread(Deal deal, const Surroundings& around, const command::SpreadPayments& spread,
                    Date on) {
    const int most = limits(deal.rule_set).scheduled_payments_max;
    if (spread.count < 1 || spread.count > most)
        return refuse(
            Code::out_of_range, "count",
            std::to_string(spread.count) + " is not 1 to " + std::to_string(most) + " payments");
    if (spread.months < 1 || spread.months > 12)
        return refuse(Code::out_of_range, "months",
                      std::to_string(spread.months) + " is not 1 to 12 months");
    const Content& request = deal.state.request;
    if (request.value("price").empty())
        return refuse(Code::required, "ctr.price", "there is no price to divide yet");
    const Money price = TRY(parse_money(request.value("price"), currency_of(request), "ctr.price"));
    const auto payments =
        even_schedule(price, spread.count, spread.first, spread.months, settings_of(deal).rounding);
    return with_payments(std::move(deal), around, payments, on);
}

}  // namespace cppo
