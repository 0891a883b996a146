// Prices one deal in three steps: the lines at list and at wholesale, the customer's price, and the
// split of each invoice into every party's net. Nothing is stored. `cppo quote` and the page's
// quote run this code.
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

/// A line sold by metered usage; the partner's rate sets the price.
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

/// What the user entered; the price follows from it. Monostate only where usage lines set the
/// price.
using PriceInput =
    std::variant<std::monostate, Money, std::vector<Payment>, TargetPartnerNet, Markup, Margin>;

struct QuoteRequest {
    DealKind kind = DealKind::recurring;
    RuleSet rule_set = RuleSet::seed_2019;
    Currency currency = Currency::usd;
    std::vector<QuoteLine> lines;
    PriceInput price;
    std::optional<FeeTerms> fees;   ///< as AWS disclosed them, or assumed
    std::optional<DealFacts> deal;  ///< what published fees depend on instead
    Settings settings;
};

struct QuotedLine {
    std::string description;
    Money list;  ///< extended by the quantity
    Money wholesale;
};

/// The line's description, or "line 2" if it has none; `index` counts from 0.
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

/// The price and the wholesale cost of a quote. Fees play no part in either.
struct PriceBeforeFees {
    Money price;
    Money wholesale;
    Money markup() const { return price - wholesale; }
};

// Percentages with nine decimals, as text, each of its own base; nothing if the base is zero.
std::optional<std::string> markup_percent(const PriceBeforeFees& of);  ///< of wholesale
std::optional<std::string> margin_percent(const PriceBeforeFees& of);  ///< of the price
std::optional<std::string> markup_percent(const Settlement& split);
std::optional<std::string> margin_percent(const Settlement& split);
/// The ISV's discount and marketplace fee together, as a percentage of the list price.
std::optional<std::string> isv_discount_percent(const Quote& quote);

/// Computes the quote. Refuses, in this order: REQUIRED or MALFORMED lines and price, what
/// check_fees() refuses, OUT_OF_RANGE lines, the schedule's rules, OUT_OF_RANGE price,
/// NEGATIVE_MARKUP.
Result<Quote> quote(const QuoteRequest& request);

/// The first two steps of the quote alone, for fees that are not known yet; `fees` and `deal` of
/// the request are not read. Refuses like quote(), except that it never asks for fees unless the
/// price is to reach a partner net: FEE_UNKNOWN.
Result<PriceBeforeFees> price_before_fees(const QuoteRequest& request);

/// ONE_UNIT_SHORT_OF_LIST if a price made by a markup is one minor unit below the list price.
std::optional<Warning> short_of_list(Money price, Money list);

/// Refuses NEGATIVE_MARKUP at `field`, naming the shortfall (decision 8).
Result<void> check_price(Money price, Money wholesale, std::string_view field);

}  // namespace cppo
