// The guards of a deal's events, one overload each, refusing in the order deal.hpp states.
#include <algorithm>

#include "base/text.hpp"
#include "deal/deal.hpp"
#include "deal/form_guards.hpp"
#include "deal/in_order.hpp"
#include "deal/invoice_guards.hpp"

namespace cppo {
namespace {

constexpr FormKind ctr = FormKind::custom_transaction_request;

struct DealGuard {
    const Deal& deal;
    Date on;
    const Surroundings* surroundings;

    const DealState& state() const { return deal.state; }

    template <typename Change>
    Result<void> check_edit(const Change& change) const {
        CHECK_OK(edited(ctr, deal.rule_set, state().request, change));
        return {};
    }
    Result<void> operator()(const event::Edit& edit) const { return check_edit(edit); }
    Result<void> operator()(const event::AddRow& add) const { return check_edit(add); }
    Result<void> operator()(const event::RemoveRow& remove) const { return check_edit(remove); }

    Result<void> operator()(const event::SetFees& set) const {
        CHECK_OK(check_range(set.fees));
        if (fee_source(deal.rule_set) == FeeSource::published) return check_entered(set.fees);
        // The same percentages again may say that they are no longer assumed.
        const bool same = state().fees && state().fees->marketplace == set.fees.marketplace &&
                          state().fees->processing == set.fees.processing;
        for (const DealInvoice& invoice : state().invoices)
            if (invoice.invoiced_on && !same)
                return refuse(Code::fees_fixed, "fees",
                              "invoice " + std::to_string(invoice.number) +
                                  " has been issued with other fees");
        return {};
    }

    Result<void> check_range(const FeeTerms& fees) const {
        for (Percent fee : {fees.marketplace, fees.processing})
            if (fee > percent_100 || fee < Percent())
                return refuse(Code::out_of_range, "fees", text(fee) + " % is not 0 to 100");
        return {};
    }

    /// The base rate of a product whose fee AWS does not publish (decision 15).
    Result<void> check_entered(const FeeTerms& fees) const {
        const std::string rule_set(text(deal.rule_set));
        if (state().fees)
            return refuse(Code::fees_fixed, "fees",
                          "the offer was made with the fees published under " + rule_set);
        if (fees.processing != Percent())
            return refuse(Code::malformed, "fees.processing",
                          "you pay no processing fee under " + rule_set);
        FeeBasis basis;
        basis.deal = TRY(facts_of(deal));
        basis.deal->entered = EnteredRate{fees.marketplace, fees.assumed};
        const auto known = check_fees(deal.rule_set, basis);
        if (known) return {};
        return refuse(known.error().code, "fees.marketplace", known.error().detail);
    }

    /// The offer fixes published fees; fees that were entered do not depend on it.
    Result<void> check_offered(const std::optional<FeeTerms>& fees,
                               const std::vector<event::LineDiscount>& discounts) const {
        const bool published = fee_source(deal.rule_set) == FeeSource::published;
        if (published && surroundings) {
            const DealFees today = TRY(published_fees(deal, discounts, on));
            if (fees != today.terms)
                return refuse(Code::malformed, "fees", "the fees differ from the published tables");
        }
        if (published != fees.has_value())
            return refuse(Code::malformed, "fees",
                          published ? "the offer names no fees"
                                    : "fees are entered manually under this program year");
        return fees ? check_range(*fees) : Result<void>();
    }

    Result<void> operator()(const event::Sign& sign) const {
        CHECK_OK(check_is_signed(deal.rule_set));
        return check_signature(ctr, state().request, state().signatures, state().edited_on, on,
                               sign.signature);
    }

    Result<void> operator()(const event::SetSettings&) const { return {}; }

    Result<void> operator()(const event::Submit& submit) const {
        const RequestTerms terms = TRY(complete_request());
        CHECK_OK(check_signatures(terms));
        if (surroundings)
            CHECK_OK(check_recipient(deal.rule_set, submit.to, surroundings->workspace));
        return check_request(terms, submit.discounts);
    }

    /// The terms of a complete form; one that is signed was checked when it was.
    Result<RequestTerms> complete_request() const {
        if (state().terms) return *state().terms;
        CHECK_OK(check_complete(ctr, state().request));
        return read_request_terms(state().request);
    }

    Result<void> check_request(const RequestTerms& terms,
                               const std::vector<event::LineDiscount>& discounts) const {
        const Issues issues = issues_of(terms, discounts);
        if (issues.empty()) return {};
        return tl::unexpected(issues.front());
    }

    /// The complete request against everything it depends on.
    Issues issues_of(const RequestTerms& terms,
                     const std::vector<event::LineDiscount>& discounts) const {
        Issues issues;
        const auto passes = [&](const auto& checked) {
            if (!checked) issues.push_back(checked.error());
            return checked.has_value();
        };
        bool usable = true;
        if (surroundings) {
            usable = passes(check_usable(surroundings->authorization, terms, deal.id, on));
            passes(check_replaced(terms));
        }
        // An authorization that cannot be used has no discounts: that is one problem, not two.
        const Result<void> discounted = check_discounts(terms, discounts);
        if (usable) passes(discounted);
        if (surroundings) passes(check_own_discounts(discounts));
        if (discounted) passes(check_floor(terms, discounts));
        passes(check_payments(terms));
        passes(check_length(terms));
        passes(check_acceptance(terms));
        if (discounted && surroundings && fee_source(deal.rule_set) == FeeSource::published)
            passes(published_fees(deal, discounts, on));
        return issues;
    }

    Result<void> check_own_discounts(const std::vector<event::LineDiscount>& discounts) const {
        if (discounts == discounts_for(deal, surroundings->authorization, surroundings->standing))
            return {};
        return refuse(Code::malformed, "discounts",
                      "the discounts differ from the authorization's");
    }

    /// The price, or every rate, is not below the wholesale cost (decision 8).
    Result<void> check_floor(const RequestTerms& terms,
                             const std::vector<event::LineDiscount>& discounts) const {
        const Rounding rounding = settings_of(deal).rounding;
        if (!terms.by_usage())
            return check_price(terms.price, wholesale_of(terms, discounts, rounding), "ctr.price");
        for (std::size_t i = 0; i < terms.rates.size(); ++i)
            CHECK_OK(check_rate(terms.rates[i], discount_of(discounts, terms.rates[i].product),
                                field_path("ctr.rates", static_cast<int>(i), "partner_rate")));
        return {};
    }

    /// Only a running agreement of the same customer can be replaced. [aws-docs: private offers]
    Result<void> check_replaced(const RequestTerms& terms) const {
        if (!deal.replaces) return {};
        const std::optional<Deal>& old = surroundings->replaced;
        if (!old)
            return refuse(Code::not_found, "replaces",
                          "there is no deal " + in_quotes(deal.replaces->value));
        if (!next_status(old->state.status, deal_event<event::Replace>))
            return tl::unexpected(within(
                "replaces", transition_refused(old->state.status, deal_event<event::Replace>)));
        const AccountId& customer = terms_of(*old).customer.account;
        if (customer == terms.customer.account) return {};
        return refuse(Code::customer_mismatch, "ctr.customer_account",
                      "the agreement to be replaced is with " + in_groups(customer) +
                          ", not with " + in_groups(terms.customer.account));
    }

    Result<void> check_signatures(const RequestTerms& terms) const {
        for (Party party : missing_signatures(deal)) {
            if (party == Party::partner)
                return refuse(Code::missing_signature, "ctr.signatures",
                              who_has(Party::partner) + " not signed");
            return refuse(Code::missing_customer_signature, "ctr.signatures",
                          "the signature of " + terms.customer.name + " is missing");
        }
        return {};
    }

    /// One discount for every product sold; a damaged record could name others.
    Result<void> check_discounts(const RequestTerms& terms,
                                 const std::vector<event::LineDiscount>& discounts) const {
        for (const RequestTerms::Sold& sold : terms.products()) {
            std::size_t named = 0;
            for (const auto& discount : discounts) named += discount.product == sold.product;
            if (named != 1)
                return refuse(
                    Code::product_not_covered, "discounts",
                    "the request needs exactly one discount for " + in_quotes(sold.product));
        }
        for (const auto& line : discounts)
            if (line.discount > percent_100)
                return refuse(Code::out_of_range, "discounts",
                              "the discounts on " + in_quotes(line.product) + " add up to " +
                                  text(line.discount) + " %");
        return {};
    }

    Result<void> check_payments(const RequestTerms& terms) const {
        if (!terms.scheduled()) return {};
        const int most = limits(deal.rule_set).scheduled_payments_max;
        CHECK_OK(check_schedule(terms.schedule, most, "ctr.schedule"));
        CHECK_OK(check_schedule_sum(terms.schedule, terms.price, "ctr.schedule"));
        return check_charge_dates(terms.schedule, terms.accept_by, terms.contract_end(),
                                  "ctr.schedule");
    }

    Result<void> check_length(const RequestTerms& terms) const {
        const int months_max = limits(deal.rule_set).term_months_max;
        if (terms.contract_end() <= plus_months(terms.starts, months_max)) return {};
        return refuse(Code::out_of_range, "ctr.term",
                      spoken(terms.term) + " is longer than " + spoken(Duration{months_max, 0}));
    }

    Result<void> check_acceptance(const RequestTerms& terms) const {
        if (terms.accept_by > on) return {};
        return refuse(Code::out_of_range, "ctr.accept_by",
                      text(terms.accept_by) + " is not after " + text(on));
    }

    Result<void> operator()(const event::Return&) const { return {}; }

    Result<void> operator()(const event::CreateOffer& offer) const {
        CHECK_OK(check_lines(offer));
        if (state().status != DealStatus::submitted) {
            CHECK_OK(check_request(TRY(complete_request()), offer.discounts));
            return check_offered(offer.fees, offer.discounts);
        }
        if (!offer.discounts.empty() && offer.discounts != state().discounts)
            return refuse(Code::malformed, "discounts",
                          "the discounts differ from those of the request");
        if (surroundings) {
            CHECK_OK(check_not_over(terms_of(deal)));
            CHECK_OK(check_usable(surroundings->authorization, terms_of(deal), deal.id, on));
        }
        return check_offered(offer.fees, state().discounts);
    }

    Result<void> check_not_over(const RequestTerms& terms) const {
        if (on <= terms.accept_by) return {};
        return refuse(Code::offer_expired, "on",
                      "the offer could be accepted until " + text(terms.accept_by));
    }

    Result<void> operator()(const event::Accept& accept) const {
        const RequestTerms& terms = terms_of(deal);
        // The same answer as for an offer that does not exist, so that it reveals nothing.
        if (accept.account != terms.customer.account)
            return refuse(Code::offer_not_visible, "account",
                          "no offer is visible to the account " + in_quotes(accept.account.digits));
        CHECK_OK(check_not_over(terms));
        CHECK_OK(check_not_before(on, state().offered_on, "the offer was created"));
        if ((terms.scheduled() || terms.net_days) && !accept.on_invoicing)
            return refuse(Code::buyer_not_on_invoicing, "on_invoicing",
                          "AWS charges " + terms.customer.name + " by card");
        return {};
    }

    Result<void> operator()(const event::Expire&) const {
        const RequestTerms& terms = terms_of(deal);
        return check_not_before(on, plus_days(terms.accept_by, 1), "the offer expires");
    }

    Result<void> operator()(const event::Withdraw&) const { return {}; }
    Result<void> operator()(const event::Cancel&) const { return {}; }
    Result<void> operator()(const event::Replace&) const { return {}; }

    Result<void> operator()(const event::Meter& meter) const {
        const RequestTerms& terms = terms_of(deal);
        if (!terms.by_usage())
            return refuse(Code::transition_refused, "event", "the deal is not sold by usage");
        CHECK_OK(check_month(meter.month, terms));
        if (meter.units.size() != terms.rates.size())
            return refuse(Code::malformed, "units",
                          "there are " + std::to_string(meter.units.size()) + " counts for " +
                              std::to_string(terms.rates.size()) + " rates");
        CHECK_OK(metered(terms, state().discounts, meter.units, settings_of(deal).rounding));
        return check_not_before(on, plus_months(meter.month, 1), "the month is over");
    }

    /// A whole month in which the contract ran, not metered yet.
    Result<void> check_month(Date month, const RequestTerms& terms) const {
        if (!is_first_of_month(month))
            return refuse(Code::malformed, "month",
                          text(month) + " is not the first day of a month");
        const Date end = state().ended_on ? std::min(*state().ended_on, terms.contract_end())
                                          : terms.contract_end();
        if (plus_months(month, 1) <= terms.starts || month >= end)
            return refuse(Code::out_of_range, "month",
                          "the contract did not run in the month of " + text(month));
        for (const DealInvoice& invoice : state().invoices)
            if (invoice.month == month)
                return refuse(Code::already_exists, "month",
                              "the month of " + text(month) + " is already invoice " +
                                  std::to_string(invoice.number));
        return {};
    }

    /// What happens to one invoice.
    template <OfInvoice Event>
    Result<void> operator()(const Event& event) const {
        return check_invoice(deal, on, event);
    }
};

}  // namespace

Result<void> check_next(const Deal& deal, const DealEvent& event,
                        const Surroundings* surroundings) {
    const auto kind = kind_of(event.payload);
    if (!next_status(deal.state.status, kind, needs_request(deal)))
        return tl::unexpected(transition_refused(deal.state.status, kind));
    CHECK_OK(std::visit(DealGuard{deal, event.on, surroundings}, event.payload));
    return check_lines(event.payload);
}

Issues request_issues(const Deal& deal, const Surroundings& surroundings, Date on) {
    Issues issues = issues_on(ctr, deal.state.request);
    const bool open =
        next_status(deal.state.status, deal_event<event::Edit>, needs_request(deal)).has_value();
    if (!issues.empty() || !open) return issues;
    const DealGuard guard{deal, on, &surroundings};
    const Result<RequestTerms> terms = guard.complete_request();
    if (!terms) return {terms.error()};
    return guard.issues_of(*terms,
                           discounts_for(deal, surroundings.authorization, surroundings.standing));
}

}  // namespace cppo
