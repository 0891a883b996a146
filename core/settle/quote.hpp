// Prices one deal: lines at list → wholesale → the customer's price → every party's net, without
// storing anything. The same code answers `cppo quote` and the page's quote.
#pragma once

#include <optional>
#include <variant>

#include "money/quantity.hpp"
#include "party/party.hpp"
#include "rules/fees.hpp"
#include "rules/schedule.hpp"
#include "settle/settle.hpp"

namespace cppo {

/// A line sold by quantity at its list price.
struct FixedLine {
    std::string description;
    Money list;  ///< per unit
    Quantity quantity;
    Percent discount;
};

/// A line sold by metered usage; the partner's rate makes the price.
struct UsageLine {
    std::string description;
    Quantity units;
    UnitPrice list_rate;
    UnitPrice partner_rate;
    Percent discount;
};

using QuoteLine = std::variant<FixedLine, UsageLine>;

struct TargetPartnerNet {
    Money amount;
};
struct Markup {
    Percent percent;  ///< of wholesale
};
struct Margin {
    Percent percent;  ///< of the price
};

/// What the user fixed; the price follows. Monostate only where usage lines make the price.
using PriceInput =
    std::variant<std::monostate, Money, std::vector<Payment>, TargetPartnerNet, Markup, Margin>;

struct QuoteRequest {
    DealKind kind = DealKind::recurring;
    RuleSet rule_set = RuleSet::seed_2019;
    Currency currency = Currency::usd;
    std::vector<QuoteLine> lines;
    PriceInput price;
    std::optional<FeeTerms> fees;   ///< as AWS told them, or assumed
    std::optional<DealFacts> deal;  ///< what published fees depend on instead
    Settings settings;
};

struct QuotedLine {
    std::string description;
    Money list;  ///< extended by the quantity
    Money wholesale;
};

/// The line's description, or "line 2" where it has none; `index` counts from 0.
std::string name_of(const QuotedLine& line, std::size_t index);

struct QuotedInvoice {
    std::optional<Date> on;
    Settlement split;
};

struct Quote {
    Currency currency;
    RuleSet rule_set;
    Settings settings;
    DealFees fees;
    Money list;
    Settlement total;  ///< the sum of the invoices
    std::vector<QuotedLine> lines;
    std::vector<QuotedInvoice> invoices;
    std::vector<Warning> warnings;  ///< those of the fees first
};

// Percentages with nine decimals, as text, each of its own base; nothing where the base is zero.
std::optional<std::string> markup_percent(const Settlement& split);  ///< of wholesale
std::optional<std::string> margin_percent(const Settlement& split);  ///< of the price
/// What the ISV gives up in all, discount and fee, as a percentage of the list price.
std::optional<std::string> isv_discount_percent(const Quote& quote);

/// Computes the quote. Refuses, in this order: REQUIRED or MALFORMED lines and price, what
/// check_fees() refuses, OUT_OF_RANGE lines, the schedule's rules, OUT_OF_RANGE price,
/// NEGATIVE_MARKUP.
Result<Quote> quote(const QuoteRequest& request);

/// ONE_UNIT_SHORT_OF_LIST where a price made by a markup misses the list price by one minor unit.
std::optional<Warning> short_of_list(Money price, Money list);

/// Refuses NEGATIVE_MARKUP at `field`, naming the shortfall (decision 8).
Result<void> check_price(Money price, Money wholesale, std::string_view field);

}  // namespace cppo
