// One customer's offer, from the request's first word to the last payout. A deal is its events;
// check() refuses in a fixed order and apply() cannot fail.
#pragma once

#include "deal/authorization.hpp"
#include "settle/quote.hpp"

namespace cppo {

/// One invoice of an accepted offer. Its split is known once AWS has invoiced it.
struct DealInvoice {
    int number = 0;  ///< from 1, in date order
    Date charge_date;
    Money price = Money::zero(Currency::usd);
    Money wholesale = Money::zero(Currency::usd);
    std::optional<Date> invoiced_on;
    std::optional<Settlement> split;
    Money collected = Money::zero(Currency::usd);
    std::optional<Date> collected_on;  ///< the day it was collected in full
    std::optional<Date> isv_paid_on;
    std::optional<Date> partner_paid_on;

    Money open() const { return price - collected; }
    std::optional<Date>& paid_on(Party party);
    const std::optional<Date>& paid_on(Party party) const;
};

enum class InvoiceStatus { scheduled, invoiced, partially_collected, collected, disbursed };

template <>
struct Names<InvoiceStatus> {
    static constexpr std::string_view list[] = {"scheduled", "invoiced", "partially_collected",
                                                "collected", "disbursed"};
};

InvoiceStatus status_of(const DealInvoice& invoice);

struct DealState {
    DealStatus status = DealStatus::draft;
    Content request;  ///< the Custom Transaction Request
    std::vector<Signature> signatures;
    Date edited_on;
    std::optional<FeeTerms> fees;
    std::string submitted_to;
    std::string return_reason;
    std::vector<event::LineDiscount> discounts;  ///< as submitted
    std::string offer_id;
    std::optional<Date> offered_on;
    std::optional<Date> accepted_on;
    std::string withdrawal_reason;
    std::vector<DealInvoice> invoices;  ///< from acceptance on
};

/// One record: what the deal is, and everything that happened to it.
struct Deal {
    DealId id;
    DealKind kind = DealKind::recurring;
    RuleSet rule_set = RuleSet::seed_2019;
    AuthorizationId authorization;
    Settings settings;  ///< of the workspace when the deal was created
    Date created_on;
    std::vector<DealEvent> events;
    DealState state;  ///< the replay of `events`
};

/// What a deal's guards look at besides the deal. While a stored record is replayed there is none,
/// and what was accepted once is not judged again by today's workspace.
struct Surroundings {
    const Authorization& authorization;
    const Workspace& workspace;
};

/// Refuses, in this order: TRANSITION_REFUSED; the form (FORM_INCOMPLETE, NET_TERMS_NOT_…);
/// signatures; BAD_RECIPIENT; the authorization (check_usable); NEGATIVE_MARKUP; the schedule;
/// dates and amounts; OUT_OF_RANGE for a step dated before the latest one.
Result<void> check(const Deal& deal, const DealEvent& event, const Surroundings* surroundings);

/// Appends the event and brings the state forward. check() has accepted it.
void apply(Deal& deal, const DealEvent& event);

bool has_event(const Deal& deal, std::string_view event_id);

/// The request's terms once the form is complete.
Result<RequestTerms> request_of(const Deal& deal);

/// True when the customer's signature is needed before this request may be sent; false while the
/// form is incomplete.
bool needs_customer_signature(const Deal& deal);

/// The parties whose valid signature is still missing.
std::vector<Party> missing_signatures(const Deal& deal);

/// The discounts the authorization's form names for the products this deal sells.
std::vector<event::LineDiscount> discounts_for(const Deal& deal,
                                               const Authorization& authorization);

/// The quote of a request that may still lack everything but its lines and its price or payments,
/// at these discounts. Refuses REQUIRED for what is empty, PRODUCT_NOT_COVERED, and like quote().
Result<Quote> quote_of(const Deal& deal, const std::vector<event::LineDiscount>& discounts);

/// Wholesale cost of the request's lines at these discounts.
Money wholesale_of(const RequestTerms& request, const std::vector<event::LineDiscount>& discounts,
                   Rounding rounding);

}  // namespace cppo
