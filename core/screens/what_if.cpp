// The same deal at other prices: asked, never stored.
#include "screens/what_if.hpp"

#include <algorithm>

#include "desk/words.hpp"

namespace cppo {
namespace {

using Discounts = std::vector<event::LineDiscount>;

std::optional<Quote> quote_at(const Deal& deal, const Discounts& discounts, Money price) {
    auto quote = quote_of(at_price(deal, price), discounts);
    return quote ? std::optional<Quote>(std::move(*quote)) : std::nullopt;
}

/// Prices between `low` and `high`, and the nets at them.
class Curve {
  public:
    Curve(const Deal& deal, const Discounts& discounts, Money low, Money high)
        : deal_(deal), discounts_(discounts), low_(low), high_(high) {}

    std::optional<Quote> at(Money price) const { return quote_at(deal_, discounts_, price); }
    int permille(Money price) const { return part(price, low_, high_); }
    static int part(Money amount, Money from, Money to) {
        const Wide whole = to.minor() - from.minor(), way = amount.minor() - from.minor();
        return whole == 0 ? 0 : static_cast<int>(way * 1000 / whole);
    }
    Money price(int step, int steps) const {
        const Wide way = static_cast<Wide>(high_.minor() - low_.minor()) * step / steps;
        return low_ + Money::of_minor(static_cast<std::int64_t>(way), low_.currency());
    }
    /// The lowest price above `from`, where the fee is `before`, at which it is another.
    Money change(Money from, Money to, Percent before) const {
        while (to.minor() - from.minor() > 1) {
            const Money middle = Money::of_minor((from.minor() + to.minor()) / 2, from.currency());
            const auto quote = at(middle);
            (quote && quote->fees.terms.marketplace == before ? from : to) = middle;
        }
        return to;
    }

  private:
    const Deal& deal_;
    const Discounts& discounts_;
    Money low_, high_;
};

struct Sample {
    Money price;
    Quote quote;
};

void add_points(NetCurve& curve, const Curve& range, const std::vector<Sample>& samples) {
    Money most = Money::zero(samples.front().price.currency()), least = most;
    for (const Sample& sample : samples) {
        most = std::max(most, sample.quote.total.partner_net);
        least = std::min(least, sample.quote.total.partner_net);
    }
    for (const Sample& sample : samples)
        curve.points.push_back({range.permille(sample.price),
                                Curve::part(sample.quote.total.partner_net, least, most)});
    curve.zero = Curve::part(Money::zero(most.currency()), least, most);
}

void add_line(NetCurve& curve, const Curve& range, NetCurve::Mark mark, std::string name,
              Money price) {
    const auto quote = range.at(price);
    if (quote)
        curve.lines.push_back({mark, range.permille(price), std::move(name), grouped(price),
                               grouped(quote->total.partner_net)});
}

void add_tiers(NetCurve& curve, const Curve& range, const std::vector<Sample>& samples) {
    for (std::size_t i = 1; i < samples.size(); ++i) {
        const Percent before = samples[i - 1].quote.fees.terms.marketplace;
        const Percent after = samples[i].quote.fees.terms.marketplace;
        if (before == after) continue;
        add_line(curve, range, NetCurve::Mark::tier, "Fee " + text(after) + " %",
                 range.change(samples[i - 1].price, samples[i].price, before));
    }
}

}  // namespace

VariantRow variant_row(const Model& model, const Deal& deal, const std::string& price) {
    const Discounts discounts = discounts_of(model, deal);
    VariantRow row;
    row.typed = price;
    const auto quote = [&]() -> Result<Quote> {
        const Money asked = TRY(price_by(deal, discounts, PriceBy::price, price));
        return quote_of(at_price(deal, asked), discounts);
    }();
    if (!quote) {
        row.problem = sentence(quote.error());
        return row;
    }
    const Settlement& total = quote->total;
    row.price = grouped(total.price);
    row.markup_percent = markup_percent(total).value_or("–");
    row.margin_percent = margin_percent(total).value_or("–");
    row.isv_net = grouped(total.isv_net);
    row.fees = grouped(total.aws_total);
    row.our_net = grouped(total.partner_net);
    return row;
}

NetCurve net_curve(const Model& model, const Deal& deal) {
    constexpr int steps = 32;
    NetCurve curve;
    const Discounts discounts = discounts_of(model, deal);
    const auto now = quote_of(deal, discounts);
    if (!now) return curve;
    const Money floor = now->total.wholesale;
    const Money top = std::max(now->list, now->total.price);
    const Money room = Money::of_minor((top - floor).minor() / 8 + 1, floor.currency());
    const Money high = std::min(top + room, amount_max(floor.currency()));
    const Curve range(deal, discounts, floor, high);
    std::vector<Sample> samples;
    for (int step = 0; step <= steps; ++step)
        if (auto quote = range.at(range.price(step, steps)))
            samples.push_back({range.price(step, steps), std::move(*quote)});
    if (samples.size() < 2) return curve;
    add_points(curve, range, samples);
    add_line(curve, range, NetCurve::Mark::floor, "Wholesale", floor);
    add_tiers(curve, range, samples);
    add_line(curve, range, NetCurve::Mark::list, "List price", now->list);
    add_line(curve, range, NetCurve::Mark::price, "This price", now->total.price);
    std::stable_sort(curve.lines.begin(), curve.lines.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    return curve;
}

}  // namespace cppo
