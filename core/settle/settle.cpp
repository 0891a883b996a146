#include "settle/settle.hpp"

#include "base/text.hpp"

namespace cppo {
namespace {

/// What is left is never rounded: markup and both nets are differences.
Settlement with_differences(Money price, Money wholesale, Money marketplace_fee,
                            Money processing_fee) {
    const Money markup = price - wholesale;
    const Settlement settlement = {price,
                                   wholesale,
                                   markup,
                                   marketplace_fee,
                                   processing_fee,
                                   wholesale - marketplace_fee,
                                   markup - processing_fee,
                                   marketplace_fee + processing_fee};
    INVARIANT(conserves(settlement));
    return settlement;
}

}  // namespace

Settlement Settlement::zero(Currency currency) {
    const Money none = Money::zero(currency);
    return {none, none, none, none, none, none, none, none};
}

Settlement& Settlement::operator+=(const Settlement& other) {
    price += other.price;
    wholesale += other.wholesale;
    markup += other.markup;
    marketplace_fee += other.marketplace_fee;
    processing_fee += other.processing_fee;
    isv_net += other.isv_net;
    partner_net += other.partner_net;
    aws_total += other.aws_total;
    return *this;
}

Settlement Settlement::operator-(const Settlement& other) const {
    return {price - other.price,
            wholesale - other.wholesale,
            markup - other.markup,
            marketplace_fee - other.marketplace_fee,
            processing_fee - other.processing_fee,
            isv_net - other.isv_net,
            partner_net - other.partner_net,
            aws_total - other.aws_total};
}

bool conserves(const Settlement& s) {
    return s.price == s.isv_net + s.partner_net + s.aws_total &&
           s.price == s.wholesale + s.markup && s.wholesale == s.isv_net + s.marketplace_fee &&
           s.markup == s.partner_net + s.processing_fee;
}

Money wholesale_of(Money list, Percent discount, Rounding rounding) {
    return scale(list, complement(discount), rounding);
}

Settlement settle(Money price, Money wholesale, const FeeTerms& fees, const Settings& settings) {
    INVARIANT(!wholesale.is_negative() && wholesale <= price);
    const Money base =
        settings.processing_base == ProcessingBase::markup ? price - wholesale : price;
    return with_differences(price, wholesale, scale(wholesale, fees.marketplace, settings.rounding),
                            scale(base, fees.processing, settings.rounding));
}

Settlement part_of(const Settlement& whole, Money from, Money to, Rounding rounding) {
    INVARIANT(!from.is_negative() && from <= to && to <= whole.price);
    if (whole.price.is_zero()) return whole;  // there is nothing to divide by, or to divide
    const auto part = [&](Money amount) {
        return share(amount, to, whole.price, rounding) -
               share(amount, from, whole.price, rounding);
    };
    return with_differences(to - from, part(whole.wholesale), part(whole.marketplace_fee),
                            part(whole.processing_fee));
}

std::vector<Money> wholesale_parts(Money wholesale, std::span<const Money> prices,
                                   Rounding rounding) {
    // A free offer has nothing to divide by; its wholesale is zero too.
    if (sum(prices, wholesale.currency()).is_zero()) {
        INVARIANT(wholesale.is_zero());
        return std::vector<Money>(prices.size(), wholesale);
    }
    return split(wholesale, prices, rounding);
}

Result<Money> price_for_partner_net(Money target, Money wholesale, const FeeTerms& fees,
                                    const Settings& settings, std::string_view field) {
    const Currency currency = wholesale.currency();
    const auto reaches = [&](std::int64_t minor) {
        const Money price = Money::of_minor(minor, currency);
        return settle(price, wholesale, fees, settings).partner_net >= target;
    };
    // The net never falls when the price rises by one unit: the fee rises by at most as much.
    std::int64_t low = wholesale.minor(), high = amount_max(currency).minor();
    if (!reaches(high))
        return refuse(Code::out_of_range, std::string(field),
                      "no price up to " + grouped_with_code(amount_max(currency)) +
                          " leaves you a net of " + grouped_with_code(target));
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (reaches(middle)) high = middle;
        else low = middle + 1;
    }
    INVARIANT(reaches(low) && (low == wholesale.minor() || !reaches(low - 1)));
    return Money::of_minor(low, currency);
}

Result<Money> price_for_markup(Percent markup, Money wholesale, Rounding rounding,
                               std::string_view field) {
    // A markup of at most 1,000,000 % of at most 10^10 minor units just fits Money's bound; with
    // the wholesale added it might not.
    const Money added = scale(wholesale, markup, rounding);
    const Money most = amount_max(wholesale.currency());
    if (added > most - wholesale)
        return refuse(
            Code::out_of_range, std::string(field),
            "a markup of " + text(markup) + " % makes a price above " + grouped_with_code(most));
    return wholesale + added;
}

Result<Money> price_for_margin(Percent margin, Money wholesale, Rounding rounding,
                               std::string_view field) {
    if (percent_100 <= margin)
        return refuse(Code::out_of_range, std::string(field),
                      "a margin of " + text(margin) +
                          " % leaves nothing of the price for the "
                          "wholesale cost");
    const Wide cost = static_cast<Wide>(wholesale.minor()) * Percent::hundred;
    const Wide rest = complement(margin).nano();
    const Money most = amount_max(wholesale.currency());
    if (cost > most.minor() * rest)
        return refuse(
            Code::out_of_range, std::string(field),
            "a margin of " + text(margin) + " % makes a price above " + grouped_with_code(most));
    return Money::of_minor(divide_rounded(cost, rest, rounding), wholesale.currency());
}

}  // namespace cppo
