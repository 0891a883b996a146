#include "settle/quote.hpp"

#include <algorithm>

namespace cppo {
namespace {

struct PricedLine {
    QuotedLine line;
    Percent discount;
    std::optional<Money> price;  ///< set by the partner's rate on usage lines
};

/// All lines and their sums. `price` is what the usage lines come to, zero for other lines.
struct PricedLines {
    std::vector<PricedLine> lines;
    Money list, wholesale, price;
};

/// One invoice to come, before its split.
struct Due {
    std::optional<Date> on;
    Money price;
};

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
        return refuse(Code::malformed, "lines", "usage lines and quantity lines cannot be mixed");
    const bool given = !std::holds_alternative<std::monostate>(request.price);
    if (usage > 0 && given)
        return refuse(Code::malformed, std::string(price_field(request.price)),
                      "usage lines set their own price");
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

// --- step 1: the lines ---------------------------------------------------------------------------

Result<PricedLine> price_line(const FixedLine& line, const QuoteRequest& request,
                              const std::string& field) {
    const Money list = TRY(extend(line.list, line.quantity, field + ".list"));
    const Money wholesale = wholesale_of(list, line.discount, request.settings.rounding);
    return PricedLine{{line.description, list, wholesale}, line.discount, {}};
}

Result<PricedLine> price_line(const UsageLine& line, const QuoteRequest& request,
                              const std::string& field) {
    const auto extended = [&](UnitPrice rate, Percent percent, std::string_view name) {
        return extend(rate, line.units, percent, request.currency, request.settings.rounding,
                      field + std::string(name));
    };
    const Money list = TRY(extended(line.list_rate, percent_100, ".list_rate"));
    const Money wholesale = TRY(extended(line.list_rate, complement(line.discount), ".list_rate"));
    const Money price = TRY(extended(line.partner_rate, percent_100, ".partner_rate"));
    return PricedLine{{line.description, list, wholesale}, line.discount, price};
}

/// The lines at list and at wholesale; usage lines at their price too.
Result<PricedLines> price_lines(const QuoteRequest& request) {
    const Money none = Money::zero(request.currency);
    PricedLines priced{{}, none, none, none};
    const auto field = [](std::size_t i) { return "lines[" + std::to_string(i) + "]"; };
    for (std::size_t i = 0; i < request.lines.size(); ++i) {
        const PricedLine line =
            TRY(std::visit([&](const auto& typed) { return price_line(typed, request, field(i)); },
                           request.lines[i]));
        priced.list += line.line.list;
        priced.wholesale += line.line.wholesale;
        priced.price += line.price.value_or(none);
        priced.lines.push_back(line);
        CHECK_OK(check_ceiling(priced.list, "lines", "list price"));
        CHECK_OK(check_ceiling(priced.price, "lines", "price"));
    }
    for (std::size_t i = 0; i < priced.lines.size(); ++i)
        if (const auto& price = priced.lines[i].price)
            CHECK_OK(
                check_price(*price, priced.lines[i].line.wholesale, field(i) + ".partner_rate"));
    return priced;
}

// --- step 2: the price ---------------------------------------------------------------------------

/// The invoices that follow from what the user entered.
struct DueFor {
    const QuoteRequest& request;
    const PricedLines& lines;
    const std::optional<FeeTerms>& fees;

    using Answer = Result<std::vector<Due>>;
    static std::vector<Due> single(Money price) { return {{std::nullopt, price}}; }
    Rounding rounding() const { return request.settings.rounding; }

    Answer operator()(std::monostate) const { return single(lines.price); }
    Answer operator()(Money price) const { return single(price); }
    Answer operator()(const std::vector<Payment>& payments) const {
        const int most = limits(request.rule_set).scheduled_payments_max;
        CHECK_OK(check_schedule(payments, most, "schedule"));
        std::vector<Due> due;
        for (const Payment& payment : in_date_order(payments))
            due.push_back({payment.on, payment.amount});
        return due;
    }
    Answer operator()(const TargetPartnerNet& target) const {
        if (!fees) return tl::unexpected(fee_unknown("fees"));
        return price_for_partner_net(target.amount, lines.wholesale, *fees, request.settings,
                                     "target_partner_net")
            .map(single);
    }
    Answer operator()(const Markup& markup) const {
        return price_for_markup(markup.percent, lines.wholesale, rounding(), "markup").map(single);
    }
    Answer operator()(const Margin& margin) const {
        return price_for_margin(margin.percent, lines.wholesale, rounding(), "margin").map(single);
    }
};

Money total_of(const std::vector<Due>& due, Currency currency) {
    Money total = Money::zero(currency);
    for (const Due& invoice : due) total += invoice.price;
    return total;
}

/// The invoices, whose prices add up to the customer's price. Only a price that is to reach a
/// partner net needs `fees`.
Result<std::vector<Due>> find_price(const QuoteRequest& request, const PricedLines& lines,
                                    const std::optional<FeeTerms>& fees) {
    std::vector<Due> due = TRY(std::visit(DueFor{request, lines, fees}, request.price));
    const Money price = total_of(due, request.currency);
    CHECK_OK(check_ceiling(price, price_field(request.price), "price"));
    CHECK_OK(check_price(price, lines.wholesale, price_field(request.price)));
    return due;
}

// --- step 3: the split ---------------------------------------------------------------------------

/// Published fees are those of the day given, or else of the first payment's day, or else the
/// newest.
FeeBasis fee_basis(const QuoteRequest& request) {
    FeeBasis basis{request.fees, request.deal,
                   std::holds_alternative<UsageLine>(request.lines.front()),
                   request.settings.tier_band};
    const auto* payments = std::get_if<std::vector<Payment>>(&request.price);
    if (basis.deal && !basis.deal->on && payments)
        basis.deal->on = in_date_order(*payments).front().on;
    return basis;
}

/// Splits every invoice at the fees of the whole deal.
void split_invoices(Quote& quote, const std::vector<Due>& due, Money wholesale) {
    std::vector<Money> prices;
    for (const Due& invoice : due) prices.push_back(invoice.price);
    const auto parts = wholesale_parts(wholesale, prices, quote.settings.rounding);
    for (std::size_t i = 0; i < due.size(); ++i) {
        const Settlement split = settle(prices[i], parts[i], quote.fees.terms, quote.settings);
        quote.invoices.push_back({due[i].on, split});
        quote.total += split;
    }
    INVARIANT(conserves(quote.total) && quote.total.wholesale == wholesale);
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
             "you would pay " + grouped_with_code(-total.partner_net));
}

}  // namespace

std::string name_of(const QuotedLine& line, std::size_t index) {
    return line.description.empty() ? "line " + std::to_string(index + 1) : line.description;
}

static std::optional<std::string> percent_of(Money part, Money whole) {
    if (whole.is_zero()) return std::nullopt;
    return ratio_text(part, whole, Rounding::half_up);
}

std::optional<std::string> markup_percent(const PriceBeforeFees& of) {
    return percent_of(of.markup(), of.wholesale);
}

std::optional<std::string> margin_percent(const PriceBeforeFees& of) {
    return percent_of(of.markup(), of.price);
}

std::optional<std::string> markup_percent(const Settlement& split) {
    return markup_percent(PriceBeforeFees{split.price, split.wholesale});
}

std::optional<std::string> margin_percent(const Settlement& split) {
    return margin_percent(PriceBeforeFees{split.price, split.wholesale});
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

Result<PriceBeforeFees> price_before_fees(const QuoteRequest& request) {
    CHECK_OK(check_shape(request));
    const PricedLines lines = TRY(price_lines(request));
    const auto due = TRY(find_price(request, lines, std::nullopt));
    return PriceBeforeFees{total_of(due, request.currency), lines.wholesale};
}

Result<Quote> quote(const QuoteRequest& request) {
    CHECK_OK(check_shape(request));
    const FeeBasis basis = fee_basis(request);
    CHECK_OK(check_fees(request.rule_set, basis));
    const PricedLines lines = TRY(price_lines(request));
    // Only the partner's fee matters for finding a price, and it does not depend on the price.
    const FeeTerms before = fees_of(basis, lines.wholesale, lines.wholesale).terms;
    const auto due = TRY(find_price(request, lines, before));

    Quote quote{.currency = request.currency,
                .rule_set = request.rule_set,
                .settings = request.settings,
                .fees = fees_of(basis, lines.wholesale, total_of(due, request.currency)),
                .list = lines.list,
                .total = Settlement::zero(request.currency),
                .lines = {},
                .invoices = {},
                .warnings = {}};
    for (const PricedLine& line : lines.lines) quote.lines.push_back(line.line);
    split_invoices(quote, due, lines.wholesale);
    add_warnings(quote, request, lines.lines);
    return quote;
}

}  // namespace cppo
