// One customer's offer, from the draft request to the last payout. A deal is its events; check()
// refuses in a fixed order and apply_event() cannot fail.
#pragma once

#include "deal/authorization.hpp"
#include "deal/invoice.hpp"
#include "settle/quote.hpp"

namespace cppo {

struct DealState {
    DealStatus status = DealStatus::draft;
    Content request;                    ///< the Custom Transaction Request
    std::optional<RequestTerms> terms;  ///< of `request`, once it is signed, sent or offered
    std::vector<Signature> signatures;
    Date edited_on;
    std::optional<FeeTerms> fees;             ///< entered, or as published on the day of the offer
    std::optional<EnteredRate> entered_rate;  ///< for fees AWS publishes in part
    std::optional<Settings> settings;         ///< of the workspace, if the deal adopted newer ones
    std::string submitted_to;
    std::string return_reason;
    std::vector<event::LineDiscount> discounts;  ///< as submitted
    std::string offer_id;
    std::optional<Date> offered_on;
    std::optional<Date> accepted_on;
    std::string end_reason;        ///< of a withdrawal or a cancellation
    std::optional<Date> ended_on;  ///< cancelled or replaced
    std::optional<DealId> replaced_by;
    std::vector<DealInvoice> invoices;  ///< from acceptance on
};

/// One record: what the deal is, and everything that happened to it.
struct Deal {
    DealId id;
    DealKind kind = DealKind::recurring;
    RuleSet rule_set = RuleSet::seed_2019;
    AuthorizationId authorization;
    std::optional<DealId> replaces;  ///< the agreement this offer is to replace
    Settings settings;               ///< of the workspace when the deal was created
    Date created_on;
    std::vector<DealEvent> events;
    DealState state;  ///< the replay of `events`
};

/// What a deal's guards read besides the deal. There is none when a stored record is replayed,
/// because accepted events are not checked again against today's workspace.
/// The records are as they were at the end of the day of the event.
struct Surroundings {
    Authorization authorization;
    const Workspace& workspace;
    /// What recurring authorizations of the same ISV grant on that day, for Stacking::additive.
    std::vector<event::LineDiscount> standing = {};
    std::optional<Deal> replaced = {};  ///< the deal's `replaces`
};

/// Whether the event can be recorded: it is possible in its place among the others (in_order.hpp),
/// and so is each that follows. Refuses, in this order: TRANSITION_REFUSED; the form
/// (FORM_INCOMPLETE, NET_TERMS_NOT_…); signatures; BAD_RECIPIENT; the authorization (check_usable);
/// the agreement to be replaced; NEGATIVE_MARKUP; the schedule; dates and amounts; what published
/// fees lack; OUT_OF_RANGE for a step dated before the latest one and for a day before the deal was
/// created; LATER_ENTRY at "on" for an event that makes a later one impossible.
Result<void> check(const Deal& deal, const DealEvent& event, const Surroundings* surroundings);

/// All that keeps an open request from being sent on `on`, signatures and recipient aside: every
/// problem of its form or, once that is complete, all that check() refuses for everything it
/// depends on. Of a request that has been sent, the form's problems alone.
Issues request_issues(const Deal& deal, const Surroundings& surroundings, Date on);

/// Puts the event in its place and updates the state. check() has accepted it.
void apply_event(Deal& deal, const DealEvent& event);

/// The deal with these events, as a record stores them. Refuses RECORD_DAMAGED for one that cannot
/// have happened, with its place.
Result<Deal> replay(const Deal& deal, const std::vector<DealEvent>& events);

/// The deal as it was created, before any event.
Deal as_created(Deal deal);

/// The deal as it was at the end of a day: the replay of its events up to then. Refuses NOT_YET at
/// "as-of" for a day before the deal was created.
Result<Deal> as_of(const Deal& deal, Date on);

/// What the history says of the event.
std::string sentence_of(const Deal& deal, const DealEvent& event);

bool has_event(const Deal& deal, std::string_view event_id);

/// Whether the customer pays by usage.
bool is_by_usage(const Deal& deal);

/// The terms of a request that is signed, sent or offered; it cannot change any more.
const RequestTerms& terms_of(const Deal& deal);

/// The same, or the terms of a draft: the first of its problems while it is incomplete.
Result<RequestTerms> request_of(const Deal& deal);

/// Who signs the request: nobody if it is entered in the seller portal; the customer only if the
/// complete form needs its signature.
std::vector<Party> signers_of(const Deal& deal);

/// The parties whose valid signature is still missing.
std::vector<Party> missing_signatures(const Deal& deal);

/// The settings the deal was created with, or those it has adopted since.
const Settings& settings_of(const Deal& deal);

/// True unless a Custom Resale Transaction is enough to make the offer (decision 4).
bool needs_request(const Deal& deal);

/// What published fees depend on, as far as the request says; on the day of the offer, today's
/// tables before. Refuses REQUIRED for what is empty.
Result<DealFacts> facts_of(const Deal& deal);

/// The published fees of an offer made on `on` of this request. Refuses like facts_of(),
/// check_fees() and, where the request names a price, quote_of().
Result<DealFees> published_fees(const Deal& deal, const std::vector<event::LineDiscount>& discounts,
                                Date on);

/// The discounts the authorization's form names for the products this deal sells; under
/// Stacking::additive a non-recurring deal's are added to the `standing` ones (decision 5).
std::vector<event::LineDiscount> discounts_for(const Deal& deal, const Authorization& authorization,
                                               const std::vector<event::LineDiscount>& standing);

/// The quote of a request at these discounts. The request needs only its lines and its price or
/// payments. Refuses NOT_YET for a sale by usage, which has no price before it is metered; REQUIRED
/// for what is empty, PRODUCT_NOT_COVERED, and like quote().
Result<Quote> quote_of(const Deal& deal, const std::vector<event::LineDiscount>& discounts);

/// What a person enters to set a price; the others follow.
enum class PriceBy { price, markup, margin, partner_net };

template <>
struct Names<PriceBy> {
    static constexpr std::string_view list[] = {"price", "markup", "margin", "partner_net"};
};

/// The price for which `by` is what was typed: an amount, or a percentage of wholesale (markup) or
/// of the price (margin). For a partner net, the smallest price that reaches it; only this needs
/// the fees. Refuses MALFORMED, and like quote_of(), which asks for a price as well.
Result<Money> price_by(const Deal& deal, const std::vector<event::LineDiscount>& discounts,
                       PriceBy by, std::string_view typed);

/// Price and wholesale cost of the request; its fees need not be known. Otherwise refuses like
/// quote_of().
Result<PriceBeforeFees> before_fees(const Deal& deal,
                                    const std::vector<event::LineDiscount>& discounts);

/// The payments of the request, scaled to add up to `price`. A schedule that is empty or has no
/// amounts stays as it is.
std::vector<Payment> payments_at(const Deal& deal, Money price);

/// A draft of the same deal at another price, without its events.
Deal at_price(const Deal& deal, Money price);

/// The discount of a product that is among `discounts`.
Percent discount_of(const std::vector<event::LineDiscount>& discounts, std::string_view product);

/// Refuses NEGATIVE_MARKUP at `field` for a rate below the wholesale rate, compared exactly.
Result<void> check_rate(const RequestedRate& rate, Percent discount, std::string_view field);

/// Price and wholesale cost of a month's usage, one count for each of the request's rates, rounded
/// per rate. Refuses OUT_OF_RANGE at "units" above amount_max.
struct MeteredUsage {
    Money price;
    Money wholesale;
};
Result<MeteredUsage> metered(const RequestTerms& request,
                             const std::vector<event::LineDiscount>& discounts,
                             const std::vector<Quantity>& units, Rounding rounding);

/// Wholesale cost of the request's lines at these discounts.
Money wholesale_of(const RequestTerms& request, const std::vector<event::LineDiscount>& discounts,
                   Rounding rounding);

}  // namespace cppo
