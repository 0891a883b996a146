// Prices one deal: lines at list → wholesale → the customer's price → every party's net, without
// storing anything. The same code answers `cppo quote` and the page's quote.
#pragma once

#include <optional>
#include <variant>

#include "money/quantity.hpp"
#include "party/party.hpp"
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

/// What the user fixed; the price follows. Monostate only where usage lines make the price.
using PriceInput =
    std::variant<std::monostate, Money, std::vector<Payment>, TargetPartnerNet, Markup>;

struct QuoteRequest {
    DealKind kind = DealKind::recurring;
    RuleSet rule_set = RuleSet::seed_2019;
    Currency currency = Currency::usd;
    std::vector<QuoteLine> lines;
    PriceInput price;
    std::optional<FeeTerms> fees;
    Settings settings;
};

/// Things that are legal and that a person would want to know before signing.
enum class WarningCode {
    assumed_fees,
    no_discount,
    full_discount,
    no_markup,
    above_list,
    one_unit_short_of_list,
    partner_net_negative,
};

template <>
struct Names<WarningCode> {
    static constexpr std::string_view list[] = {
        "ASSUMED_FEES", "NO_DISCOUNT", "FULL_DISCOUNT", "NO_MARKUP",
        "ABOVE_LIST",   "ONE_UNIT_SHORT_OF_LIST", "PARTNER_NET_NEGATIVE"};
};

struct Warning {
    WarningCode code;
    std::string detail;
};

std::string sentence(const Warning& warning);

struct QuotedLine {
    std::string description;
    Money list;  ///< extended by the quantity
    Money wholesale;
};

struct QuotedInvoice {
    std::optional<Date> on;
    Settlement split;
};

struct Quote {
    Currency currency;
    RuleSet rule_set;
    Money list;
    Settlement total;  ///< the sum of the invoices
    std::vector<QuotedLine> lines;
    std::vector<QuotedInvoice> invoices;
    std::vector<Warning> warnings;
};

/// Markup as a percentage of wholesale with nine decimals; nothing where wholesale is zero, or less
/// than a ninety-millionth of the markup.
std::optional<Percent> markup_percent(const Settlement& split);

/// The partner's margin as a percentage of the price; nothing where the price is zero.
std::optional<Percent> margin_percent(const Settlement& split);

/// Computes the quote. Refuses, in this order: REQUIRED or MALFORMED lines and price, FEE_UNKNOWN,
/// OUT_OF_RANGE lines, the schedule's rules, OUT_OF_RANGE price, NEGATIVE_MARKUP.
Result<Quote> quote(const QuoteRequest& request);

/// Refuses NEGATIVE_MARKUP at `field`, naming the shortfall (decision 8).
Result<void> check_price(Money price, Money wholesale, std::string_view field);

/// FEE_UNKNOWN, with the addresses to ask.
Error fee_unknown(std::string_view field);

}  // namespace cppo
