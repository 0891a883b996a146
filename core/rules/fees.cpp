#include "rules/fees.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "fee_tables.hpp"

namespace cppo {
namespace {

std::string spoken(ProductType product) { return replaced(text(product), "_", " "); }

bool holds(Date effective, std::optional<Date> on) { return !on || effective <= *on; }

/// The newest table for the product that is in effect on the day, or null.
const PublishedRate* rate_for(ProductType product, std::optional<Date> on) {
    const PublishedRate* found = nullptr;
    for (const PublishedRate& rate : assets::published_rates) {
        const auto& products = rate.products;
        const bool listed = std::find(products.begin(), products.end(), product) != products.end();
        if (listed && holds(rate.effective, on)) found = &rate;
    }
    return found;
}

const FeeTier& tier_of(std::span<const FeeTier> tiers, Money value) {
    const std::int64_t major = value.minor() / minor_per_major(value.currency());
    const FeeTier* found = &tiers.front();
    for (const FeeTier& tier : tiers)
        if (tier.from <= major) found = &tier;
    return *found;
}

/// "from 1,000,000.00 USD to below 10,000,000.00 USD"
std::string bounds(std::span<const FeeTier> tiers, const FeeTier& tier) {
    const auto dollars = [](const FeeTier& edge) {
        constexpr Currency usd = Currency::usd;
        return grouped_with_code(Money::of_minor(edge.from * minor_per_major(usd), usd));
    };
    const bool first = &tier == &tiers.front(), last = &tier == &tiers.back();
    return (first ? "" : "from " + dollars(tier) + (last ? "" : " to ")) +
           (last ? "" : "below " + dollars(*(&tier + 1)));
}

/// The tier for the deal's total contract value. Adds a warning where the value is uncertain.
const FeeTier& tier_for(std::span<const FeeTier> tiers, const FeeBasis& basis, Money wholesale,
                        Money price, std::vector<Warning>& warnings) {
    if (basis.deal->tcv_usd) return tier_of(tiers, *basis.deal->tcv_usd);
    if (basis.by_usage) {
        const FeeTier& lowest = tiers.front();
        warnings.push_back(
            {WarningCode::usage_value_unknown,
             "the base fee of " + text(lowest.percent) + " % is that of the lowest tier"});
        return lowest;
    }
    const FeeTier& by_wholesale = tier_of(tiers, wholesale);
    const FeeTier& by_price = tier_of(tiers, price);
    if (&by_wholesale != &by_price)
        warnings.push_back({WarningCode::tiers_differ,
                            "the base fee is " + text(by_wholesale.percent) +
                                " % for the wholesale cost of " + grouped_with_code(wholesale) +
                                " but " + text(by_price.percent) + " % for the price of " +
                                grouped_with_code(price)});
    if (price.currency() != Currency::usd)
        warnings.push_back(
            {WarningCode::value_not_in_usd, "the fee tiers are in USD, but this deal is in " +
                                                std::string(text(price.currency()))});
    return basis.tier_band == TierBand::wholesale ? by_wholesale : by_price;
}

RatePart base_part(const FeeBasis& basis, Money wholesale, Money price,
                   std::vector<Warning>& warnings) {
    const DealFacts& deal = *basis.deal;
    const PublishedRate* rate = rate_for(deal.product_type, deal.on);
    if (!rate) return {spoken(deal.product_type), "entered", deal.entered->percent};
    const std::string source(rate->source);
    if (deal.renewal) return {"renewal", source, rate->renewal};
    const FeeTier& tier = tier_for(rate->tiers, basis, wholesale, price, warnings);
    return {"private offer " + bounds(rate->tiers, tier), source, tier.percent};
}

std::vector<RatePart> uplift_parts(const DealFacts& deal) {
    std::vector<RatePart> parts;
    for (const PublishedUplift& uplift : assets::published_uplifts) {
        const bool concerned = uplift.country.empty() || uplift.country == deal.buyer_country.code;
        if (concerned && holds(uplift.effective, deal.on))
            parts.push_back({std::string(uplift.name), std::string(uplift.source), uplift.percent});
    }
    return parts;
}

Percent sum_of(const std::vector<RatePart>& parts) {
    Percent sum;
    for (const RatePart& part : parts) sum = sum + part.percent;
    return sum;
}

DealFees published_fees(const FeeBasis& basis, Money wholesale, Money price) {
    DealFees fees;
    fees.parts = uplift_parts(*basis.deal);
    fees.parts.insert(fees.parts.begin(), base_part(basis, wholesale, price, fees.warnings));
    fees.terms.marketplace = sum_of(fees.parts);
    fees.terms.assumed = basis.deal->entered && basis.deal->entered->assumed;
    return fees;
}

Result<void> check_told(RuleSet rule_set, const FeeBasis& basis) {
    if (basis.deal)
        return refuse(Code::malformed, "deal",
                      "fees do not depend on the deal under " + std::string(text(rule_set)));
    if (!basis.told) return tl::unexpected(fee_unknown("fees"));
    return {};
}

Result<void> check_entered(const DealFacts& deal) {
    constexpr const char* field = "fees.professional_services";
    const std::string product = spoken(deal.product_type);
    const bool published = is_published(deal.product_type, deal.on);
    if (published && deal.entered)
        return refuse(Code::malformed, field,
                      "AWS publishes the fee for " + product + ", so it cannot be entered");
    if (!published && !deal.entered)
        return refuse(Code::fee_unknown, field, "AWS's pages disagree on the fee for " + product);
    if (deal.entered && deal.entered->percent + sum_of(uplift_parts(deal)) > percent_100)
        return refuse(Code::out_of_range, field,
                      "with its uplifts, a base fee of " + text(deal.entered->percent) +
                          " % is more than 100 %");
    return {};
}

Result<void> check_published(RuleSet rule_set, const FeeBasis& basis) {
    if (basis.told && basis.deal)
        return refuse(Code::malformed, "fees",
                      "AWS publishes the fees under " + std::string(text(rule_set)) +
                          ", so they cannot be entered");
    if (basis.told) return {};
    if (!basis.deal)
        return refuse(Code::required, "deal",
                      "published fees depend on facts of the deal, and these are missing");
    const DealFacts& deal = *basis.deal;
    const Date first = std::begin(assets::published_rates)->effective;
    if (!holds(first, deal.on))
        return refuse(Code::out_of_range, "deal.on",
                      "no fee table of " + std::string(text(rule_set)) + " is in effect on " +
                          text(*deal.on) + "; the first starts on " + text(first));
    return check_entered(deal);
}

}  // namespace

bool is_published(ProductType product, std::optional<Date> on) {
    return rate_for(product, on) != nullptr;
}

Error fee_unknown(std::string_view field) {
    return {Code::fee_unknown, std::string(field),
            "the fee percentages for this deal are not known"};
}

Result<void> check_fees(RuleSet rule_set, const FeeBasis& basis) {
    return fee_source(rule_set) == FeeSource::told ? check_told(rule_set, basis)
                                                   : check_published(rule_set, basis);
}

DealFees fees_of(const FeeBasis& basis, Money wholesale, Money price) {
    return basis.told ? DealFees{*basis.told, {}, {}} : published_fees(basis, wholesale, price);
}

}  // namespace cppo
