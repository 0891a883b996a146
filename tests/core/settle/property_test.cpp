#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "fixtures.hpp"
#include "random.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

class RandomQuotes {
  public:
    QuoteRequest next() {
        QuoteRequest asked;
        asked.currency = static_cast<Currency>(random_.between(0, 6));
        asked.settings.rounding = random_.one_in(3) ? Rounding::half_even : Rounding::half_up;
        asked.settings.processing_base =
            random_.one_in(3) ? ProcessingBase::customer_price : ProcessingBase::markup;
        if (random_.one_in(3)) publish_fees(asked);
        else asked.fees = FeeTerms{percent_up_to(20), percent_up_to(20), random_.one_in(5)};
        Money wholesale = Money::zero(asked.currency);
        for (std::int64_t lines = random_.between(1, 4); lines > 0; --lines) {
            const FixedLine line{"", amount(10'000, asked.currency), quantity(random_.skewed(1000)),
                                 percent_up_to(100)};
            wholesale += wholesale_of(*extend(line.list, line.quantity, ""), line.discount,
                                      asked.settings.rounding);
            asked.lines.push_back(line);
        }
        asked.price = price_above(wholesale);
        return asked;
    }

    Random& random() { return random_; }
    Percent percent_up_to(std::int64_t whole) {
        // Short percentages make ties, long ones make everything else.
        const std::int64_t step = random_.one_in(2) ? Percent::one / 2 : 1;
        return Percent::of_nano(random_.between(0, whole * Percent::one / step) * step);
    }
    Money amount(std::int64_t major_max, Currency currency) {
        return Money::of_minor(random_.skewed(major_max * minor_per_major(currency)), currency);
    }

  private:
    void publish_fees(QuoteRequest& asked) {
        asked.rule_set = RuleSet::modern_2024;
        asked.settings.tier_band = random_.one_in(3) ? TierBand::buyer : TierBand::wholesale;
        DealFacts& deal = asked.deal.emplace();
        deal.renewal = random_.one_in(3);
        deal.product_type = static_cast<ProductType>(random_.between(0, 6));
        deal.buyer_country = {random_.one_in(3) ? "KR" : "US"};
        // The random schedules start before the tables.
        deal.on = plus_days(day("2024-01-05"), static_cast<int>(random_.between(0, 1000)));
        if (random_.one_in(5)) deal.tcv_usd = amount(20'000'000, Currency::usd);
        if (deal.product_type == ProductType::professional_services)
            deal.entered = EnteredRate{percent_up_to(20), random_.one_in(5)};
    }

    PriceInput price_above(Money wholesale) {
        const Currency currency = wholesale.currency();
        const Money price = wholesale + amount(10'000'000, currency);
        switch (random_.between(0, 3)) {
            case 0: return price;
            case 1: return Markup{percent_up_to(100)};
            case 2: return TargetPartnerNet{amount(50'000'000, currency)};
            default: return payments(price);
        }
    }

    std::vector<Payment> payments(Money price) {
        std::vector<Money> weights(static_cast<std::size_t>(random_.between(1, 60)),
                                   Money::of_minor(1, price.currency()));
        for (Money& weight : weights)
            if (random_.one_in(2)) weight = amount(10'000, price.currency());
        weights.back() += Money::of_minor(1, price.currency());
        std::vector<Payment> payments;
        for (Money part : split(price, weights, Rounding::half_up))
            payments.push_back(
                {plus_months(day("2020-02-01"), static_cast<int>(payments.size())), part});
        return payments;
    }

    Random random_;
};

void require_sound(const QuoteRequest& asked, const Quote& answer) {
    Settlement total = Settlement::zero(asked.currency);
    for (const QuotedInvoice& invoice : answer.invoices) {
        const Settlement& s = invoice.split;
        REQUIRE(conserves(s));
        REQUIRE(s.wholesale <= s.price);
        REQUIRE_FALSE(s.wholesale.is_negative());
        REQUIRE_FALSE(s.markup.is_negative());
        REQUIRE_FALSE(s.isv_net.is_negative());
        total += s;
    }
    REQUIRE(answer.total == total);
    REQUIRE(conserves(answer.total));
    Money wholesale = Money::zero(asked.currency), list = wholesale;
    for (const QuotedLine& line : answer.lines) {
        wholesale += line.wholesale;
        list += line.list;
    }
    REQUIRE(answer.total.wholesale == wholesale);
    REQUIRE(answer.list == list);
    if (const auto* payments = std::get_if<std::vector<Payment>>(&asked.price))
        for (std::size_t i = 0; i < payments->size(); ++i)
            REQUIRE(answer.invoices[i].split.price == (*payments)[i].amount);
    if (const auto* target = std::get_if<TargetPartnerNet>(&asked.price)) {
        const Money one = Money::of_minor(1, asked.currency);
        REQUIRE(answer.total.partner_net >= target->amount);
        if (answer.total.price > wholesale)
            REQUIRE(settle(answer.total.price - one, wholesale, answer.fees.terms, asked.settings)
                        .partner_net < target->amount);
    }
}

/// The percentage of a published fee, worked out by hand.
Percent rate_by_hand(const QuoteRequest& asked, const Quote& answer) {
    const DealFacts& deal = *asked.deal;
    const bool korean = deal.buyer_country.code == "KR" && *deal.on >= day("2025-04-01");
    const Percent uplifts = korean ? percent("1.5") : percent("0.5");
    if (deal.entered) return deal.entered->percent + uplifts;
    if (deal.renewal) return percent("1.5") + uplifts;
    const bool buyer = asked.settings.tier_band == TierBand::buyer;
    const Money value = deal.tcv_usd.value_or(buyer ? answer.total.price : answer.total.wholesale);
    const std::int64_t million = 1'000'000LL * minor_per_major(value.currency());
    return (value.minor() < million        ? percent("3")
            : value.minor() < 10 * million ? percent("2")
                                           : percent("1.5")) +
           uplifts;
}

void require_published_fees(const QuoteRequest& asked, const Quote& answer) {
    const Percent rate = rate_by_hand(asked, answer);
    const bool assumed = asked.deal->entered && asked.deal->entered->assumed;
    REQUIRE(answer.fees.terms == FeeTerms{rate, {}, assumed});
    REQUIRE(answer.total.partner_net == answer.total.markup);
    for (const QuotedInvoice& invoice : answer.invoices)
        REQUIRE(invoice.split.aws_total ==
                scale(invoice.split.wholesale, rate, asked.settings.rounding));
}

}  // namespace

TEST_CASE("20,000 random quotes conserve every unit", "[settle]") {
    INFO("CPPO_SEED=" << Random::seed());
    RandomQuotes quotes;
    int refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        INFO("quote " << i);
        const QuoteRequest asked = quotes.next();
        const auto answer = quote(asked);
        if (answer) {
            require_sound(asked, *answer);
            if (asked.deal) require_published_fees(asked, *answer);
        } else {
            // Only a net or markup may ask for more than the ceiling.
            REQUIRE(answer.error().code == Code::out_of_range);
            ++refused;
        }
    }
    CHECK(refused < 1000);
}

TEST_CASE("the order in which lines and payments are given changes no figure", "[settle]") {
    INFO("CPPO_SEED=" << Random::seed());
    RandomQuotes quotes;
    const auto turned = [&](auto items) {
        const auto first = quotes.random().between(0, std::ssize(items) - 1);
        std::rotate(items.begin(), items.begin() + first, items.end());
        if (quotes.random().one_in(2)) std::reverse(items.begin(), items.end());
        return items;
    };
    for (int i = 0; i < 2000; ++i) {
        const QuoteRequest asked = quotes.next();
        QuoteRequest other = asked;
        other.lines = turned(asked.lines);
        if (auto* payments = std::get_if<std::vector<Payment>>(&other.price))
            *payments = turned(*payments);
        const auto one = quote(asked), two = quote(other);
        REQUIRE(one.has_value() == two.has_value());
        if (!one) continue;
        REQUIRE(one->list == two->list);
        REQUIRE(one->total == two->total);
        REQUIRE(one->invoices.size() == two->invoices.size());
        for (std::size_t k = 0; k < one->invoices.size(); ++k) {
            REQUIRE(one->invoices[k].on == two->invoices[k].on);
            REQUIRE(one->invoices[k].split == two->invoices[k].split);
        }
    }
}

TEST_CASE("parts of an invoice, however cut, add up to it", "[settle]") {
    INFO("CPPO_SEED=" << Random::seed());
    RandomQuotes quotes;
    for (int i = 0; i < 5000; ++i) {
        const QuoteRequest asked = quotes.next();
        const Money wholesale = quotes.amount(10'000, asked.currency);
        const Money price = wholesale + quotes.amount(10'000, asked.currency);
        const FeeTerms fees = asked.fees.value_or(FeeTerms{percent("3.5"), {}});
        const Settlement whole = settle(price, wholesale, fees, asked.settings);
        const Rounding rounding = asked.settings.rounding;
        const Money none = Money::zero(asked.currency);
        Settlement total = Settlement::zero(asked.currency);
        while (total.price < price) {
            const Money most = price - total.price;
            const bool last = quotes.random().one_in(4);
            const Money next =
                total.price +
                Money::of_minor(last ? most.minor() : quotes.random().between(0, most.minor()),
                                asked.currency);
            const Settlement part = part_of(whole, total.price, next, rounding);
            total += part;
            REQUIRE(conserves(part));
            REQUIRE((none <= part.wholesale && part.wholesale <= part.price));
            REQUIRE((none <= part.marketplace_fee && none <= part.processing_fee));
            REQUIRE(part.isv_net.minor() >= -1);
            if (!whole.partner_net.is_negative()) REQUIRE(part.partner_net.minor() >= -1);
            REQUIRE(total == part_of(whole, none, next, rounding));
            REQUIRE_FALSE(total.isv_net.is_negative());
        }
        REQUIRE(total == whole);
    }
}

TEST_CASE("a larger discount never makes wholesale dearer", "[settle]") {
    INFO("CPPO_SEED=" << Random::seed());
    RandomQuotes quotes;
    for (int i = 0; i < 5000; ++i) {
        const Money list = quotes.amount(100'000'000, Currency::usd);
        Percent less = quotes.percent_up_to(100), more = quotes.percent_up_to(100);
        if (more < less) std::swap(less, more);
        for (Rounding rounding : {Rounding::half_up, Rounding::half_even}) {
            const Money dear = wholesale_of(list, less, rounding);
            const Money cheap = wholesale_of(list, more, rounding);
            REQUIRE((cheap <= dear && dear <= list && !cheap.is_negative()));
        }
    }
}

TEST_CASE("one unit more of price never lowers the partner's net", "[settle]") {
    INFO("CPPO_SEED=" << Random::seed());
    RandomQuotes quotes;
    for (int i = 0; i < 5000; ++i) {
        const QuoteRequest asked = quotes.next();
        const Money wholesale = quotes.amount(10'000, asked.currency);
        const Money price = wholesale + quotes.amount(10'000, asked.currency);
        const Money next = price + Money::of_minor(1, asked.currency);
        const FeeTerms fees = asked.fees.value_or(FeeTerms{});
        REQUIRE(settle(price, wholesale, fees, asked.settings).partner_net <=
                settle(next, wholesale, fees, asked.settings).partner_net);
    }
}

TEST_CASE("every small quote is sound: all prices to 12 cents, all whole-number fees of interest",
          "[settle]") {
    for (std::int64_t price = 0; price <= 12; ++price)
        for (std::int64_t wholesale = 0; wholesale <= price; ++wholesale)
            for (std::int64_t nano = 0; nano <= Percent::hundred; nano += 5 * Percent::one)
                for (Rounding rounding : {Rounding::half_up, Rounding::half_even})
                    for (ProcessingBase base :
                         {ProcessingBase::markup, ProcessingBase::customer_price}) {
                        const Percent fee = Percent::of_nano(nano);
                        const Settlement s = settle(Money::of_minor(price, Currency::usd),
                                                    Money::of_minor(wholesale, Currency::usd),
                                                    {fee, fee, false}, {rounding, base, {}});
                        REQUIRE(conserves(s));
                        REQUIRE_FALSE(s.isv_net.is_negative());
                    }
}
