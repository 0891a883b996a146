// One invoice, split exactly: wholesale and markup, AWS's two fees, and what each party receives.
// Fees are rounded per invoice; everything else is a difference, so nothing is lost or made.
#pragma once

#include <span>
#include <vector>

#include "money/money.hpp"
#include "rules/rules.hpp"

namespace cppo {

/// The split of one invoice, or the sum of several. [seed: step 4 of what happens after submission]
struct Settlement {
    Money price;            ///< what the customer pays, before tax
    Money wholesale;        ///< what the partner owes the ISV
    Money markup;           ///< price − wholesale
    Money marketplace_fee;  ///< AWS's part of the wholesale cost
    Money processing_fee;   ///< AWS's part of the markup
    Money isv_net;          ///< wholesale − marketplace fee
    Money partner_net;      ///< markup − processing fee
    Money aws_total;        ///< both fees

    static Settlement zero(Currency currency);
    Settlement& operator+=(const Settlement& other);
    Settlement operator-(const Settlement& other) const;
    bool operator==(const Settlement&) const = default;
};

/// Price = ISV net + partner net + AWS total, and both inner sums hold.
bool conserves(const Settlement& settlement);

/// Wholesale cost of a line: list × (100 − discount) ÷ 100, rounded per line. [seed]
Money wholesale_of(Money list, Percent discount, Rounding rounding);

/// Splits one invoice. `wholesale` must not exceed `price` (the caller has refused
/// NEGATIVE_MARKUP).
Settlement settle(Money price, Money wholesale, const FeeTerms& fees, const Settings& settings);

/// The part of `whole` between two cumulative amounts of its price, 0 ≤ from ≤ to ≤ price: partial
/// collections and successive refunds (decisions 10, 13). Wholesale and both fees by the cumulative
/// rule, the rest by difference; consecutive parts add up to the whole exactly. A part's wholesale
/// never exceeds its price; a net, being a difference, may be one unit below zero in a part of few
/// units.
Settlement part_of(const Settlement& whole, Money from, Money to, Rounding rounding);

/// Wholesale parts of the invoices `prices`, in date order, by the cumulative rule (decision 13).
/// No part exceeds its price when wholesale ≤ Σ prices.
std::vector<Money> wholesale_parts(Money wholesale, std::span<const Money> prices,
                                   Rounding rounding);

/// The smallest price ≥ wholesale whose partner net reaches `target`, verified by settling it and
/// the next lower price. Refuses OUT_OF_RANGE at `field` if no price up to amount_max reaches it.
Result<Money> price_for_partner_net(Money target, Money wholesale, const FeeTerms& fees,
                                    const Settings& settings, std::string_view field);

/// wholesale + markup % of wholesale. Refuses OUT_OF_RANGE above amount_max.
Result<Money> price_for_markup(Percent markup, Money wholesale, Rounding rounding,
                               std::string_view field);

/// The price of which `margin` % is markup: wholesale × 100 ÷ (100 − margin). Refuses OUT_OF_RANGE
/// at 100 % and more, and for a price above amount_max.
Result<Money> price_for_margin(Percent margin, Money wholesale, Rounding rounding,
                               std::string_view field);

}  // namespace cppo
