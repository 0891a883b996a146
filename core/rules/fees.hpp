// The fee percentages of a deal under its rule set: the two that AWS disclosed to the partner, or
// one combined from AWS's published tables. Higher levels ask once per quote and apply the result.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "money/money.hpp"
#include "rules/country.hpp"
#include "rules/rules.hpp"
#include "rules/warning.hpp"

namespace cppo {

/// How AWS Marketplace delivers a product [aws-docs: listing-fees; shape]. `server` covers the
/// three types after it if nobody said which one.
enum class ProductType {
    saas,
    server,
    ami,
    container,
    machine_learning,
    data_exchange,
    professional_services,
};

template <>
struct Names<ProductType> {
    static constexpr std::string_view list[] = {"saas",
                                                "server",
                                                "ami",
                                                "container",
                                                "machine_learning",
                                                "data_exchange",
                                                "professional_services"};
};

// --- the tables of assets/fee_tables.json --------------------------------------------------------

/// From this total contract value up, in major units, `percent` applies to the whole amount (it is
/// not a marginal rate).
struct FeeTier {
    std::int64_t from;
    Percent percent;
};

/// AWS's fee on the wholesale cost of a private offer for these products, from a given day.
struct PublishedRate {
    Date effective;
    std::string_view source;
    std::span<const ProductType> products;
    std::span<const FeeTier> tiers;
    Percent renewal;  ///< for any contract value
};

/// Percentage points on top of the base fee, from a given day, for every buyer or the buyers in one
/// country.
struct PublishedUplift {
    Date effective;
    std::string_view source, name, country;
    Percent percent;
};

// --- one deal ------------------------------------------------------------------------------------

/// A base percentage that the user enters, for products whose published fee is not certain
/// (decision 15).
struct EnteredRate {
    Percent percent;
    bool assumed = false;
};

/// The facts of a deal that its published fees depend on.
struct DealFacts {
    bool renewal = false;  ///< of a private offer, or of an agreement outside AWS Marketplace
    ProductType product_type = ProductType::saas;
    Country buyer_country;
    std::optional<Date> on;        ///< use the tables in effect on this day; default: the newest
    std::optional<Money> tcv_usd;  ///< the total contract value, if it differs from the quote's
    std::optional<EnteredRate> entered;
};

/// Everything besides the amounts that the fees of a quote depend on.
struct FeeBasis {
    std::optional<FeeTerms> told;  ///< disclosed by AWS, or published and fixed with the offer
    std::optional<DealFacts> deal;
    bool by_usage = false;  ///< the amounts are a sample of usage, not the contract's value
    TierBand tier_band = TierBand::wholesale;
};

/// One part of a published percentage and its source.
struct RatePart {
    std::string name, source;
    Percent percent;
};

struct DealFees {
    FeeTerms terms;
    std::vector<RatePart> parts;  ///< of terms.marketplace; empty unless fees are published
    std::vector<Warning> warnings;
};

/// Whether a table in effect on the day lists the product; without a day, whether any table does.
bool is_published(ProductType product, std::optional<Date> on);

/// Refuses a basis that fees_of() cannot use:
/// - MALFORMED: facts of the other rule set, facts in addition to fixed fees, or an entered base
///   rate for a product whose rate is published;
/// - FEE_UNKNOWN: fees that AWS has neither disclosed nor published, and nobody has entered;
/// - REQUIRED: no facts of the deal;
/// - OUT_OF_RANGE: a day before the first table, or an entered rate of more than 100 % with its
///   uplifts.
Result<void> check_fees(RuleSet rule_set, const FeeBasis& basis);

/// The fee terms of a deal with these totals; check_fees() must have accepted the basis. Published
/// fees are one combined percentage for all invoices of the deal, chosen by its total contract
/// value; the partner pays no fee. [aws-docs: listing-fees, channel-partner-offers]
DealFees fees_of(const FeeBasis& basis, Money wholesale, Money price);

/// A FEE_UNKNOWN refusal at `field`; its rule names the addresses to ask.
Error fee_unknown(std::string_view field);

}  // namespace cppo
