// The quote of a deal whose request is still being written: only lines and price are needed.
#include <algorithm>

#include "base/text.hpp"
#include "deal/deal.hpp"

namespace cppo {
namespace {

Result<std::string> needed(const Content::Row& row, std::string_view key, std::string path,
                           std::string_view what) {
    const std::string_view value = value_in(row, key);
    if (!value.empty()) return std::string(value);
    return refuse(Code::required, std::move(path), std::string(what) + " is empty");
}

Result<FixedLine> line_of(const Content::Row& row, int index, Currency currency,
                          const std::vector<event::LineDiscount>& discounts) {
    const auto path = [&](std::string_view key) { return field_path("ctr.lines", index, key); };
    const std::string product = TRY(needed(row, "product", path("product"), "the product ID"));
    const std::string list = TRY(needed(row, "list", path("list"), "the list price"));
    const std::string quantity = TRY(needed(row, "quantity", path("quantity"), "the quantity"));
    const auto found = std::find_if(discounts.begin(), discounts.end(),
                                    [&](const auto& line) { return line.product == product; });
    if (found == discounts.end())
        return refuse(Code::product_not_covered, path("product"),
                      "the authorization does not name " + in_quotes(product));
    if (found->discount > percent_100)
        return refuse(Code::out_of_range, path("product"),
                      "the discounts add up to " + text(found->discount) + " %");
    const Money unit = TRY(parse_money(list, currency, path("list")));
    const Quantity count = TRY(parse_quantity(quantity, path("quantity")));
    return FixedLine{std::string(value_in(row, "description")), unit, count, found->discount};
}

Result<std::vector<Payment>> payments_of(const Content& request, Currency currency) {
    std::vector<Payment> payments;
    const auto& rows = request.rows("schedule");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto path = [&](std::string_view key) {
            return field_path("ctr.schedule", static_cast<int>(i), key);
        };
        const auto on = TRY(needed(rows[i], "on", path("on"), "the payment's date"));
        const auto amount = TRY(needed(rows[i], "amount", path("amount"), "the payment's amount"));
        payments.push_back(
            {TRY(parse_date(on, path("on"))), TRY(parse_money(amount, currency, path("amount")))});
    }
    return payments;
}

}  // namespace

Result<DealFacts> facts_of(const Deal& deal) {
    const Content::Row& request = deal.state.request.values;
    const auto product =
        TRY(needed(request, "product_type", "ctr.product_type", "the product type"));
    const auto country =
        TRY(needed(request, "buyer_country", "ctr.buyer_country", "the buyer's country"));
    DealFacts facts;
    facts.renewal = value_in(request, "renewal") == "yes";
    facts.product_type = *parse_name<ProductType>(product);
    facts.buyer_country = TRY(parse_country(country, "ctr.buyer_country"));
    facts.on = deal.state.offered_on;
    if (!is_published(facts.product_type, facts.on)) facts.entered = deal.state.entered_rate;
    return facts;
}

Result<void> check_rate(const RequestedRate& rate, Percent discount, std::string_view field) {
    const Wide price = static_cast<Wide>(rate.partner_rate.nano) * Percent::hundred;
    const Wide wholesale = static_cast<Wide>(rate.list_rate.nano) * complement(discount).nano();
    if (price >= wholesale) return {};
    return refuse(Code::negative_markup, std::string(field),
                  "the rate of " + text(rate.partner_rate) + " is below the list rate of " +
                      text(rate.list_rate) + " less " + text(discount) + " %");
}

std::vector<event::LineDiscount> discounts_for(const Deal& deal, const Authorization& authorization,
                                               const std::vector<event::LineDiscount>& standing) {
    const bool added =
        deal.kind == DealKind::non_recurring && settings_of(deal).stacking == Stacking::additive;
    const auto& lines = deal.state.request.rows(is_by_usage(deal) ? "rates" : "lines");
    std::vector<event::LineDiscount> discounts;
    for (const Content::Row& row : authorization.state.content.rows("products")) {
        const std::string_view product = value_in(row, "product");
        auto discount = parse_percent_of_whole(value_in(row, "discount"), "discount");
        const bool sold = std::any_of(lines.begin(), lines.end(), [&](const Content::Row& line) {
            return !product.empty() && value_in(line, "product") == product;
        });
        if (!sold || !discount) continue;
        for (const event::LineDiscount& other : standing)
            if (added && other.product == product) *discount = *discount + other.discount;
        discounts.push_back({std::string(product), *discount});
    }
    return discounts;
}

/// Everything in the quote except its price and its fees.
static Result<QuoteRequest> lines_asked(const Deal& deal,
                                        const std::vector<event::LineDiscount>& discounts) {
    const Content& request = deal.state.request;
    QuoteRequest asked;
    asked.kind = deal.kind;
    asked.rule_set = deal.rule_set;
    asked.currency = currency_of(request);
    if (is_by_usage(deal))
        return refuse(Code::not_yet, "ctr.rates",
                      "usage-based lines are priced once AWS reports metered usage");
    const auto& rows = request.rows("lines");
    for (std::size_t i = 0; i < rows.size(); ++i)
        asked.lines.push_back(
            TRY(line_of(rows[i], static_cast<int>(i), asked.currency, discounts)));
    asked.settings = settings_of(deal);
    return asked;
}

/// Everything in the quote except its fees.
static Result<QuoteRequest> asked_of(const Deal& deal,
                                     const std::vector<event::LineDiscount>& discounts) {
    const Content& request = deal.state.request;
    QuoteRequest asked = TRY(lines_asked(deal, discounts));
    const std::string price =
        TRY(needed(request.values, "price", "ctr.price", "the price to the customer"));
    const Money total = TRY(parse_money(price, asked.currency, "ctr.price"));
    asked.price = total;
    if (request.value("pricing") == "scheduled") {
        const auto payments = TRY(payments_of(request, asked.currency));
        CHECK_OK(check_schedule_sum(payments, total, "ctr.schedule"));
        asked.price = payments;
    }
    return asked;
}

/// With the fees entered for the deal, or those AWS publishes.
static Result<Quote> quote_with_fees(const Deal& deal, QuoteRequest asked) {
    const std::optional<FeeTerms>& fees = deal.state.fees;
    if (fee_source(deal.rule_set) == FeeSource::published) {
        asked.deal = TRY(facts_of(deal));
        auto published = quote(asked);
        if (!fees || (published && published->fees.terms == *fees)) return published;
        asked.deal.reset();  // the tables were corrected after the offer, which keeps its fees
    }
    asked.fees = fees;
    return quote(asked);
}

Result<Quote> quote_of(const Deal& deal, const std::vector<event::LineDiscount>& discounts) {
    return quote_with_fees(deal, TRY(asked_of(deal, discounts)));
}

Result<Money> price_by(const Deal& deal, const std::vector<event::LineDiscount>& discounts,
                       PriceBy by, std::string_view typed) {
    QuoteRequest asked = TRY(lines_asked(deal, discounts));
    const std::string_view path = text(by);
    if (by == PriceBy::price || by == PriceBy::partner_net) {
        const Money money = TRY(typed_money(typed, asked.currency, path));
        if (by == PriceBy::price) return money;
        asked.price = TargetPartnerNet{money};
        return TRY(quote_with_fees(deal, std::move(asked))).total.price;
    }
    if (by == PriceBy::markup) asked.price = Markup{TRY(typed_markup(typed, path))};
    else asked.price = Margin{TRY(typed_percent(typed, path))};
    return TRY(price_before_fees(asked)).price;
}

Result<PriceBeforeFees> before_fees(const Deal& deal,
                                    const std::vector<event::LineDiscount>& discounts) {
    return price_before_fees(TRY(asked_of(deal, discounts)));
}

std::vector<Payment> payments_at(const Deal& deal, Money price) {
    auto payments = payments_of(deal.state.request, price.currency());
    if (!payments) return {};
    std::vector<Money> weights;
    for (const Payment& payment : *payments) weights.push_back(payment.amount);
    if (sum(weights, price.currency()).is_zero()) return *payments;
    const std::vector<Money> parts = split(price, weights, settings_of(deal).rounding);
    for (std::size_t i = 0; i < parts.size(); ++i) (*payments)[i].amount = parts[i];
    return *payments;
}

Deal at_price(const Deal& deal, Money price) {
    Deal then{deal.id,       deal.kind,     deal.rule_set,   deal.authorization,
              deal.replaces, deal.settings, deal.created_on, {},
              deal.state};
    then.state.status = DealStatus::draft;
    then.state.terms.reset();
    then.state.signatures.clear();
    Content& request = then.state.request;
    request.values["price"] = text(price);
    const std::vector<Payment> payments = payments_at(deal, price);
    for (std::size_t i = 0; i < payments.size(); ++i)
        request.groups["schedule"][i]["amount"] = text(payments[i].amount);
    return then;
}

Result<DealFees> published_fees(const Deal& deal, const std::vector<event::LineDiscount>& discounts,
                                Date on) {
    DealFacts facts = TRY(facts_of(deal));
    facts.on = on;
    if (!is_by_usage(deal)) {
        QuoteRequest asked = TRY(asked_of(deal, discounts));
        asked.deal = facts;
        return TRY(quote(asked)).fees;
    }
    const FeeBasis basis{.told = {}, .deal = facts, .by_usage = true};
    CHECK_OK(check_fees(deal.rule_set, basis));
    const Money unknown = Money::zero(currency_of(deal.state.request));
    return fees_of(basis, unknown, unknown);
}

}  // namespace cppo
