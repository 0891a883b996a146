#include "settle/quote.hpp"

#include <algorithm>

namespace cppo {
namespace {

template <typename... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

struct PricedLine {
    QuotedLine line;
    Percent discount;
    std::optional<Money> price;  ///< usage lines bring their own
};

Result<PricedLine> priced(const QuoteLine& line, const QuoteRequest& request,
                          const std::string& field) {
    const Rounding rounding = request.settings.rounding;
    if (const auto* fixed = std::get_if<FixedLine>(&line)) {
        const Money list = TRY(extend(fixed->list, fixed->quantity, field + ".list"));
        const Money wholesale = wholesale_of(list, fixed->discount, rounding);
        return PricedLine{{fixed->description, list, wholesale}, fixed->discount, {}};
    }
    const auto& usage = std::get<UsageLine>(line);
    const auto extended = [&](UnitPrice rate, Percent percent, std::string_view name) {
        return extend(rate, usage.units, percent, request.currency, rounding,
                      field + std::string(name));
    };
    const Money list = TRY(extended(usage.list_rate, percent_100, ".list_rate"));
    const Money wholesale =
        TRY(extended(usage.list_rate, complement(usage.discount), ".list_rate"));
    const Money price = TRY(extended(usage.partner_rate, percent_100, ".partner_rate"));
    return PricedLine{{usage.description, list, wholesale}, usage.discount, price};
}

std::string_view price_field(const PriceInput& price) {
    constexpr std::string_view fields[] = {"lines",  "price", "schedule", "target_partner_net",
                                           "markup", "margin"};
    static_assert(std::size(fields) == std::variant_size_v<PriceInput>);
    return fields[price.index()];
}

Result<void> check_shape(const QuoteRequest& request) {
    if (request.lines.empty())
        return refuse(Code::required, "lines", "a quote needs at least one line");
    std::size_t usage = 0;
    for (const QuoteLine& line : request.lines) usage += std::holds_alternative<UsageLine>(line);
    if (usage > 0 && usage < request.lines.size())
        return refuse(Code::malformed, "lines", "usage lines and lines with a quantity are mixed");
    const bool given = !std::holds_alternative<std::monostate>(request.price);
    if (usage > 0 && given)
        return refuse(Code::malformed, std::string(price_field(request.price)),
                      "usage lines make their own price");
    if (usage == 0 && !given) return refuse(Code::required, "price", "the quote has no price");
    if (const auto* schedule = std::get_if<std::vector<Payment>>(&request.price);
        schedule && schedule->empty())
        return refuse(Code::required, "schedule", "the schedule has no payment");
    return {};
}

Result<void> check_ceiling(Money amount, std::string_view field, std::string_view what) {
    const Money most = amount_max(amount.currency());
    if (amount <= most) return {};
    return refuse(Code::out_of_range, std::string(field),
                  "the " + std::string(what) + " of " + grouped_with_code(amount) + " is above " +
                      grouped_with_code(most));
}

/// The invoices' dates and prices that follow from what the user fixed.
Result<std::vector<std::pair<std::optional<Date>, Money>>> invoices_of(const QuoteRequest& request,
                                                                       Money wholesale,
                                                                       Money usage_price,
                                                                       const FeeTerms& fees) {
    using Invoices = std::vector<std::pair<std::optional<Date>, Money>>;
    using Answer = Result<Invoices>;
    const auto single = [](Money price) { return Invoices{{std::nullopt, price}}; };
    return std::visit(
        Overloaded{[&](std::monostate) -> Answer { return single(usage_price); },
                   [&](Money price) -> Answer { return single(price); },
                   [&](const std::vector<Payment>& payments) -> Answer {
                       const int most = limits(request.rule_set).scheduled_payments_max;
                       CHECK_OK(check_schedule(payments, most, "schedule"));
                       Invoices invoices;
                       for (const Payment& payment : in_date_order(payments))
                           invoices.push_back({payment.on, payment.amount});
                       return invoices;
                   },
                   [&](const TargetPartnerNet& target) -> Answer {
                       return single(
                           TRY(price_for_partner_net(target.amount, wholesale, fees,
                                                     request.settings, "target_partner_net")));
                   },
                   [&](const Markup& markup) -> Answer {
                       return single(TRY(price_for_markup(markup.percent, wholesale,
                                                          request.settings.rounding, "markup")));
                   },
                   [&](const Margin& margin) -> Answer {
                       return single(TRY(price_for_margin(margin.percent, wholesale,
                                                          request.settings.rounding, "margin")));
                   }},
        request.price);
}

/// Published fees are those of the day given, else of the first payment's, else the newest.
FeeBasis fee_basis(const QuoteRequest& request) {
    FeeBasis basis{request.fees, request.deal,
                   std::holds_alternative<UsageLine>(request.lines.front()),
                   request.settings.tier_band};
    const auto* payments = std::get_if<std::vector<Payment>>(&request.price);
    if (basis.deal && !basis.deal->on && payments)
        basis.deal->on = in_date_order(*payments).front().on;
    return basis;
}

void add_warnings(Quote& quote, const QuoteRequest& request, const std::vector<PricedLine>& lines) {
    const auto warn = [&](WarningCode code, std::string detail) {
        quote.warnings.push_back({code, std::move(detail)});
    };
    if (quote.fees.terms.assumed)
        warn(WarningCode::assumed_fees, "the fee percentages are assumed");
    for (const Warning& warning : quote.fees.warnings) quote.warnings.push_back(warning);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string name = name_of(lines[i].line, i);
        if (lines[i].discount.is_zero()) warn(WarningCode::no_discount, name);
        if (lines[i].discount == percent_100) warn(WarningCode::full_discount, name);
    }
    const Settlement& total = quote.total;
    if (total.markup.is_zero()) warn(WarningCode::no_markup, "the price equals the wholesale cost");
    if (total.price > quote.list)
        warn(WarningCode::above_list, "the price of " + grouped_with_code(total.price) +
                                          " is above the list price of " +
                                          grouped_with_code(quote.list));
    if (std::holds_alternative<Markup>(request.price))
        if (auto warning = short_of_list(total.price, quote.list))
            quote.warnings.push_back(std::move(*warning));
    if (total.partner_net.is_negative())
        warn(WarningCode::partner_net_negative,
             "the partner would pay " + grouped_with_code(-total.partner_net));
}

}  // namespace

std::string name_of(const QuotedLine& line, std::size_t index) {
    return line.description.empty() ? "line " + std::to_string(index + 1) : line.description;
}

static std::optional<std::string> percent_of(Money part, Money whole) {
    if (whole.is_zero()) return std::nullopt;
    return ratio_text(part, whole, Rounding::half_up);
}

std::optional<std::string> markup_percent(const Settlement& split) {
    return percent_of(split.markup, split.wholesale);
}

std::optional<std::string> margin_percent(const Settlement& split) {
    return percent_of(split.markup, split.price);
}

std::optional<std::string> isv_discount_percent(const Quote& quote) {
    return percent_of(quote.list - quote.total.isv_net, quote.list);
}

std::optional<Warning> short_of_list(Money price, Money list) {
    if ((list - price).minor() != 1) return std::nullopt;
    return Warning{WarningCode::one_unit_short_of_list,
                   "the price is " + grouped_with_code(list - price) + " below the list price of " +
                       grouped_with_code(list)};
}

Result<void> check_price(Money price, Money wholesale, std::string_view field) {
    if (price >= wholesale) return {};
    return refuse(Code::negative_markup, std::string(field),
                  "the price of " + grouped_with_code(price) + " is " +
                      grouped_with_code(wholesale - price) + " below the wholesale cost of " +
                      grouped_with_code(wholesale));
}

Result<Quote> quote(const QuoteRequest& request) {
    CHECK_OK(check_shape(request));
    const FeeBasis basis = fee_basis(request);
    CHECK_OK(check_fees(request.rule_set, basis));

    std::vector<PricedLine> lines;
    const Money none = Money::zero(request.currency);
    Quote quote{request.currency,
                request.rule_set,
                request.settings,
                {},
                none,
                Settlement::zero(request.currency),
                {},
                {},
                {}};
    Money wholesale = none, usage_price = none;
    for (std::size_t i = 0; i < request.lines.size(); ++i) {
        const std::string field = "lines[" + std::to_string(i) + "]";
        lines.push_back(TRY(priced(request.lines[i], request, field)));
        quote.lines.push_back(lines.back().line);
        quote.list += lines.back().line.list;
        wholesale += lines.back().line.wholesale;
        usage_price += lines.back().price.value_or(none);
        CHECK_OK(check_ceiling(quote.list, "lines", "list price"));
        CHECK_OK(check_ceiling(usage_price, "lines", "price"));
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].price)
            CHECK_OK(check_price(*lines[i].price, lines[i].line.wholesale,
                                 "lines[" + std::to_string(i) + "].partner_rate"));

    // The partner's fee, all that matters to find a price, does not depend on the price.
    const FeeTerms before = fees_of(basis, wholesale, wholesale).terms;
    const auto invoices = TRY(invoices_of(request, wholesale, usage_price, before));
    std::vector<Money> prices;
    for (const auto& invoice : invoices) prices.push_back(invoice.second);
    const Money price = sum(prices, request.currency);
    CHECK_OK(check_ceiling(price, price_field(request.price), "price"));
    CHECK_OK(check_price(price, wholesale, price_field(request.price)));

    quote.fees = fees_of(basis, wholesale, price);
    const auto parts = wholesale_parts(wholesale, prices, request.settings.rounding);
    for (std::size_t i = 0; i < invoices.size(); ++i) {
        const Settlement split = settle(prices[i], parts[i], quote.fees.terms, request.settings);
        quote.invoices.push_back({invoices[i].first, split});
        quote.total += split;
    }
    INVARIANT(conserves(quote.total) && quote.total.wholesale == wholesale);
    add_warnings(quote, request, lines);
    return quote;
}

}  // namespace cppo
