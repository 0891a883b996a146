// The fee percentages of a deal under its rule set: those AWS has told, or one made of the tables
// it publishes. Code above asks here once a quote and applies the terms it gets.
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

/// How AWS Marketplace delivers a product [aws-docs: listing-fees; shape]. `server` is any of the
/// three after it, where nobody said which.
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

/// From this total contract value on, in major units, the whole amount is charged at `percent`:
/// tiers are no brackets.
struct FeeTier {
    std::int64_t from;
    Percent percent;
};

/// What AWS takes of the wholesale cost of a private offer for these products, from a day on.
struct PublishedRate {
    Date effective;
    std::string_view source;
    std::span<const ProductType> products;
    std::span<const FeeTier> tiers;
    Percent renewal;  ///< of any value
};

/// Percentage points on top, from a day on: for every buyer, or for those of one country.
struct PublishedUplift {
    Date effective;
    std::string_view source, name, country;
    Percent percent;
};

// --- one deal ------------------------------------------------------------------------------------

/// A base percentage the user enters for products AWS publishes none for that is certain
/// (decision 15).
struct EnteredRate {
    Percent percent;
    bool assumed = false;
};

/// What published fees depend on.
struct DealFacts {
    bool renewal = false;  ///< of a private offer, or of an agreement outside AWS Marketplace
    ProductType product_type = ProductType::saas;
    Country buyer_country;
    std::optional<Date> on;        ///< whose day's tables hold
    std::optional<Money> tcv_usd;  ///< the total contract value, where the quote does not show it
    std::optional<EnteredRate> entered;
};

/// All that the fees of a quote depend on besides its amounts.
struct FeeBasis {
    std::optional<FeeTerms> told;  ///< or published, and fixed when the offer was made
    std::optional<DealFacts> deal;
    bool by_usage = false;  ///< the amounts are a sample of usage, not the contract's value
    TierBand tier_band = TierBand::wholesale;
};

/// One part of a published percentage, and where it is written.
struct RatePart {
    std::string name, source;
    Percent percent;
};

struct DealFees {
    FeeTerms terms;
    std::vector<RatePart> parts;  ///< of terms.marketplace; none where fees are told
    std::vector<Warning> warnings;
};

/// Whether a table that holds on the day names the product.
bool is_published(ProductType product, std::optional<Date> on);

/// Refuses what fees_of() cannot answer: MALFORMED for facts of the other rule set or beside fees
/// that are fixed already, FEE_UNKNOWN for fees nobody has told, REQUIRED for a deal's missing
/// facts, OUT_OF_RANGE for a day before the first table, MALFORMED for a base rate entered where
/// one is published, FEE_UNKNOWN where neither is, and OUT_OF_RANGE for one that is more than the
/// whole with the uplifts.
Result<void> check_fees(RuleSet rule_set, const FeeBasis& basis);

/// The fee terms of a deal of these totals, once check_fees() has accepted their basis. Published
/// ones are one combined percentage, fixed by the deal's total contract value for all its invoices;
/// the partner pays no fee. [aws-docs: listing-fees, channel-partner-offers]
DealFees fees_of(const FeeBasis& basis, Money wholesale, Money price);

/// FEE_UNKNOWN, with the addresses to ask.
Error fee_unknown(std::string_view field);

}  // namespace cppo
