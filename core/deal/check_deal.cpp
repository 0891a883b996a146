// The guards of a deal's events, one overload each, refusing in the order deal.hpp states.
#include <algorithm>

#include "base/text.hpp"
#include "deal/deal.hpp"
#include "deal/form_guards.hpp"

namespace cppo {
namespace {

constexpr FormKind ctr = FormKind::custom_transaction_request;

struct Guard {
    const Deal& deal;
    Date on;
    const Surroundings* surroundings;

    const DealState& state() const { return deal.state; }

    Result<void> not_before(std::optional<Date> earliest, std::string_view what) const {
        if (!earliest || on >= *earliest) return {};
        return refuse(Code::not_yet, "on",
                      text(on) + " is before " + std::string(what) + " on " + text(*earliest));
    }

    template <typename Change>
    Result<void> check_edit(const Change& change) const {
        CHECK_OK(edited(ctr, state().request, change));
        return {};
    }
    Result<void> operator()(const event::Edit& edit) const { return check_edit(edit); }
    Result<void> operator()(const event::AddRow& add) const { return check_edit(add); }
    Result<void> operator()(const event::RemoveRow& remove) const { return check_edit(remove); }

    Result<void> operator()(const event::SetFees& set) const {
        for (Percent fee : {set.fees.marketplace, set.fees.processing})
            if (fee > percent_100 || fee < Percent())
                return refuse(Code::out_of_range, "fees", text(fee) + " % is not 0 to 100");
        for (const DealInvoice& invoice : state().invoices)
            if (invoice.invoiced_on)
                return refuse(Code::fees_fixed, "fees",
                              "invoice " + std::to_string(invoice.number) +
                                  " has been issued with other fees");
        return {};
    }

    Result<void> operator()(const event::Sign& sign) const {
        return check_signature(ctr, state().request, state().signatures, state().edited_on, on,
                               sign.signature);
    }

    Result<void> operator()(const event::Submit& submit) const {
        CHECK_OK(check_complete(ctr, state().request));
        const RequestTerms terms = TRY(request_of(deal));
        CHECK_OK(check_signatures(terms));
        if (surroundings) {
            const Workspace& workspace = surroundings->workspace;
            if (!is_recipient(submit.to, workspace.channel_manager))
                return refuse(Code::bad_recipient, "to",
                              quoted(submit.to) + " is not an AWS address");
            CHECK_OK(check_usable(surroundings->authorization, terms, deal.id, on));
        }
        CHECK_OK(check_discounts(terms, submit.discounts));
        if (surroundings &&
            submit.discounts != discounts_for(deal, surroundings->authorization))
            return refuse(Code::malformed, "discounts",
                          "the discounts are not those the authorization names");
        const Rounding rounding = deal.settings.rounding;
        CHECK_OK(check_price(terms.price, wholesale_of(terms, submit.discounts, rounding),
                             "ctr.price"));
        CHECK_OK(check_payments(terms));
        return check_dates(terms);
    }

    Result<void> check_signatures(const RequestTerms& terms) const {
        for (Party party : missing_signatures(deal)) {
            if (party == Party::partner)
                return refuse(Code::missing_signature, "ctr.signatures",
                              "the partner has not signed");
            return refuse(Code::missing_customer_signature, "ctr.signatures",
                          terms.customer.name + " has not signed");
        }
        return {};
    }

    /// One discount for every product sold; a damaged record could name others.
    Result<void> check_discounts(const RequestTerms& terms,
                                 const std::vector<event::LineDiscount>& discounts) const {
        for (const RequestedLine& line : terms.lines) {
            std::size_t named = 0;
            for (const auto& discount : discounts) named += discount.product == line.product;
            if (named != 1)
                return refuse(Code::product_not_covered, "discounts",
                              "the request names no single discount for " + quoted(line.product));
        }
        return {};
    }

    Result<void> check_payments(const RequestTerms& terms) const {
        if (!terms.scheduled) return {};
        const int most = limits(deal.rule_set).scheduled_payments_max;
        CHECK_OK(check_schedule(terms.schedule, most, "ctr.schedule"));
        CHECK_OK(check_schedule_sum(terms.schedule, terms.price, "ctr.schedule"));
        return check_charge_dates(terms.schedule, terms.accept_by, terms.contract_end(),
                                  "ctr.schedule");
    }

    Result<void> check_dates(const RequestTerms& terms) const {
        const int months_max = limits(deal.rule_set).term_months_max;
        if (terms.contract_end() > plus_months(terms.starts, months_max))
            return refuse(Code::out_of_range, "ctr.term",
                          spoken(terms.term) + " is longer than " +
                              spoken(Duration{months_max, 0}));
        if (terms.accept_by <= on)
            return refuse(Code::out_of_range, "ctr.accept_by",
                          text(terms.accept_by) + " is not after " + text(on));
        return {};
    }

    Result<void> operator()(const event::Return& back) const {
        return check_line(back.reason, "reason", "what AWS answered");
    }

    Result<void> operator()(const event::CreateOffer& offer) const {
        CHECK_OK(check_line(offer.offer_id, "offer_id", "the offer's ID"));
        if (surroundings)
            CHECK_OK(check_usable(surroundings->authorization, TRY(request_of(deal)), deal.id, on));
        return {};
    }

    Result<void> operator()(const event::Accept& accept) const {
        const RequestTerms terms = TRY(request_of(deal));
        // The same answer as for an offer that does not exist: who asks learns nothing.
        if (accept.account != terms.customer.account)
            return refuse(Code::offer_not_visible, "account",
                          "no offer is visible to the account " + quoted(accept.account.digits));
        if (on > terms.accept_by)
            return refuse(Code::offer_expired, "on",
                          "the offer could be accepted until " + text(terms.accept_by));
        CHECK_OK(not_before(state().offered_on, "the offer was created"));
        if (terms.scheduled && !accept.on_invoicing)
            return refuse(Code::buyer_not_on_invoicing, "on_invoicing",
                          terms.customer.name + " pays AWS by card");
        return {};
    }

    Result<void> operator()(const event::Expire&) const {
        const RequestTerms terms = TRY(request_of(deal));
        return not_before(plus_days(terms.accept_by, 1), "the offer expires");
    }

    Result<void> operator()(const event::Withdraw& withdraw) const {
        return check_line(withdraw.reason, "reason", "the reason");
    }

    Result<const DealInvoice*> invoice(int number) const {
        if (number < 1 || number > static_cast<int>(state().invoices.size()))
            return refuse(Code::not_found, "invoice",
                          "the deal has no invoice " + std::to_string(number));
        return &state().invoices[static_cast<std::size_t>(number - 1)];
    }

    Result<void> operator()(const event::Invoice& issue) const {
        const DealInvoice* due = TRY(invoice(issue.number));
        if (due->invoiced_on)
            return refuse(Code::already_exists, "invoice",
                          "invoice " + std::to_string(issue.number) + " was issued on " +
                              text(*due->invoiced_on));
        if (!state().fees) return tl::unexpected(fee_unknown("fees"));
        return not_before(due->charge_date, "the invoice is due");
    }

    Result<void> operator()(const event::Collect& collect) const {
        const DealInvoice* paid = TRY(invoice(collect.number));
        if (!paid->invoiced_on)
            return refuse(Code::not_yet, "invoice",
                          "invoice " + std::to_string(collect.number) + " has not been issued");
        if (collect.amount.currency() != paid->price.currency())
            return refuse(Code::currency_mismatch, "amount",
                          "the invoice is in " + std::string(text(paid->price.currency())));
        if (collect.amount.is_zero() || collect.amount.is_negative())
            return refuse(Code::out_of_range, "amount", "a payment is more than zero");
        if (collect.amount > paid->open())
            return refuse(Code::overpayment, "amount",
                          grouped_with_code(collect.amount) + " is " +
                              grouped_with_code(collect.amount - paid->open()) +
                              " more than the " + grouped_with_code(paid->open()) +
                              " still open");
        return not_before(paid->invoiced_on, "the invoice was issued");
    }

    Result<void> operator()(const event::Disburse& disburse) const {
        if (disburse.party != Party::isv && disburse.party != Party::partner)
            return refuse(Code::malformed, "party",
                          "AWS disburses to the ISV and to the partner, not to " +
                              std::string(spoken(disburse.party)));
        const DealInvoice* paid = TRY(invoice(disburse.number));
        if (!paid->collected_on)
            return refuse(Code::not_collected, "invoice",
                          "invoice " + std::to_string(disburse.number) +
                              " is not collected in full: " + grouped_with_code(paid->open()) +
                              " is open");
        if (paid->paid_on(disburse.party))
            return refuse(Code::already_exists, "party",
                          std::string(spoken(disburse.party)) + " was paid on " +
                              text(*paid->paid_on(disburse.party)));
        return not_before(paid->collected_on, "the invoice was collected");
    }
};

/// Fees and what happens to one invoice have rules of their own about dates; everything else
/// moves the request or the offer on.
bool moves_on(const DealEvent& event) {
    switch (kind_of(event.payload)) {
        case DealEventKind::set_fees:
        case DealEventKind::invoice:
        case DealEventKind::collect:
        case DealEventKind::disburse: return false;
        default: return true;
    }
}

Date moved_on(const Deal& deal) {
    const auto last = std::find_if(deal.events.rbegin(), deal.events.rend(), moves_on);
    return last == deal.events.rend() ? deal.created_on : last->on;
}

}  // namespace

Result<void> check(const Deal& deal, const DealEvent& event, const Surroundings* surroundings) {
    const auto kind = kind_of(event.payload);
    if (!next(deal.state.status, kind))
        return tl::unexpected(transition_refused(deal.state.status, kind));
    CHECK_OK(std::visit(Guard{deal, event.on, surroundings}, event.payload));
    return moves_on(event) ? check_order(event.on, moved_on(deal)) : Result<void>{};
}

}  // namespace cppo
