// Buttons, made from the transition tables and what each event says about itself.
#include "screens/actions.hpp"

#include "base/text.hpp"

namespace cppo {
namespace {

/// Whether signing makes sense at all: the form is complete and somebody has not signed.
Result<void> can_sign(FormKind kind, const Content& content, bool somebody_missing) {
    for (const Error& problem : problems(kind, content))
        return refuse(Code::form_incomplete, problem.field, problem.detail);
    if (!somebody_missing)
        return refuse(Code::wrong_signer, "party", "all required signatures are in");
    return {};
}

/// Whether an event that the table allows gets a button, and why it cannot be pressed yet.
struct Offered {
    bool shown = true;
    Result<void> refusal = {};
};

/// One overload for each event that needs more than the table says.
struct OfferOfAuthorization {
    const Authorization& authorization;

    Offered operator()(const event::Sign&) const {
        if (signers_of(authorization).empty()) return {false};
        return {true, can_sign(authorization.form, authorization.state.content,
                               !missing_signatures(authorization).empty())};
    }
    Offered operator()(const event::Submit&) const {
        const Date latest = authorization.events.empty() ? authorization.created_on
                                                         : authorization.events.back().on;
        const event::Submit submit{std::string(usual_recipient(authorization.rule_set))};
        return {true, check(authorization, {"try", latest, submit}, nullptr)};
    }
    /// One of several; the only one is revoked with the authorization.
    Offered operator()(const event::RevokeProduct&) const {
        return {authorization.state.content.rows("products").size() > 1 &&
                !standing_products(authorization).empty()};
    }
    template <typename E>
    Offered operator()(const E&) const {
        return {};
    }
};

struct OfferOfDeal {
    const Model& model;
    const Deal& deal;
    const Surroundings& around;
    Date on;

    Result<void> attempt(DealPayload payload) const {
        return check(deal, DealEvent{"try", on, std::move(payload)}, &around);
    }
    Offered operator()(const event::Sign&) const {
        if (signers_of(deal).empty()) return {false};
        return {true, can_sign(FormKind::custom_transaction_request, deal.state.request,
                               !missing_signatures(deal).empty())};
    }
    Offered operator()(const event::Submit&) const {
        return {true,
                attempt(event::Submit{std::string(usual_recipient(deal.rule_set)),
                                      discounts_for(deal, around.authorization, around.standing)})};
    }
    Offered operator()(const event::SetSettings&) const {
        return {!(settings_of(deal) == model.workspace().settings)};
    }
    Offered operator()(const event::Meter&) const { return {is_by_usage(deal)}; }
    Offered operator()(const event::Expire& expire) const { return {true, attempt(expire)}; }
    /// Its button is at the invoice.
    template <OfInvoice E>
    Offered operator()(const E&) const {
        return {false};
    }
    template <typename E>
    Offered operator()(const E&) const {
        return {};
    }
};

template <typename Payload, typename Possible, typename Offer>
std::vector<ActionRow> actions(Possible possible, const Offer& offer) {
    std::vector<ActionRow> actions;
    each_event<Payload>([&](const auto& event) {
        if (!event.about.button || !possible(kind_of(Payload(event)))) return;
        if (const Offered offered = offer(event); offered.shown)
            actions.push_back(action_row(event.about, offered.refusal));
    });
    return actions;
}

}  // namespace

ActionRow action_row(const EventText& about, const Result<void>& refusal) {
    return {std::string(about.name),  std::string(about.button->label),
            refusal.has_value(),      refusal ? "" : sentence(refusal.error()),
            about.button->leads_back, std::string(about.button->tab)};
}

std::vector<std::string> standing_products(const Authorization& authorization) {
    std::vector<std::string> products;
    for (const Content::Row& row : authorization.state.content.rows("products"))
        if (const auto product = value_in(row, "product"); !is_revoked(authorization, product))
            products.emplace_back(product);
    return products;
}

std::vector<ActionRow> actions_of(const Authorization& authorization) {
    const auto possible = [&](AuthorizationEventKind kind) {
        return next_status(authorization.state.status, kind, authorization.form).has_value();
    };
    return actions<AuthorizationPayload>(possible, OfferOfAuthorization{authorization});
}

std::vector<ActionRow> actions_of(const Model& model, const Deal& deal, Date on) {
    const Authorization* authorization = model.find(deal.authorization);
    if (!authorization) return {};
    const Surroundings around = surroundings_of(model, deal, *authorization, on);
    const auto possible = [&](DealEventKind kind) {
        return next_status(deal.state.status, kind, needs_request(deal)).has_value();
    };
    return actions<DealPayload>(possible, OfferOfDeal{model, deal, around, on});
}

}  // namespace cppo
