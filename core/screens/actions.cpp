// Buttons, generated from the transition tables.
#include "screens/actions.hpp"

#include "base/text.hpp"

namespace cppo {
namespace {

struct Label {
    std::string_view verb;
    std::string_view label;
};

constexpr Label labels[] = {
    {"sign", "Sign"},
    {"submit", "Send to AWS"},
    {"return", "AWS sent it back"},
    {"receive", "AWS has authorized it"},
    {"revoke", "Revoke"},
    {"create_offer", "Record the offer"},
    {"accept", "Record the acceptance"},
    {"expire", "Record the expiry"},
    {"withdraw", "Withdraw"},
    {"meter", "Record a month's usage"},
    {"cancel", "Cancel the agreement"},
    {"set_settings", "Take over the settings"},
};

std::string_view label_of(std::string_view verb) {
    for (const Label& label : labels)
        if (label.verb == verb) return label.label;
    return {};
}

/// Offers `verb` when it has a label; `refusal` is what check() says of it now.
void add_action(std::vector<ActionRow>& actions, std::string_view verb,
                const Result<void>& refusal) {
    const std::string_view label = label_of(verb);
    if (label.empty()) return;
    actions.push_back({std::string(verb), std::string(label), refusal.has_value(),
                       refusal ? "" : sentence(refusal.error())});
}

/// Whether signing makes sense at all: the form is complete and somebody has not signed.
Result<void> can_sign(FormKind kind, const Content& content, bool somebody_missing) {
    for (const Error& problem : problems(kind, content))
        return refuse(Code::form_incomplete, problem.field, problem.detail);
    if (!somebody_missing)
        return refuse(Code::wrong_signer, "party", "everybody who signs has signed");
    return {};
}

}  // namespace

std::vector<ActionRow> actions_of(const Authorization& authorization) {
    const AuthorizationState& state = authorization.state;
    const auto try_submit = [&] {
        const Date latest = authorization.events.empty() ? authorization.created_on
                                                         : authorization.events.back().on;
        const AuthorizationEvent event{
            "try", latest, event::Submit{std::string(usual_recipient(authorization.rule_set))}};
        return check(authorization, event, nullptr);
    };
    std::vector<ActionRow> actions;
    for (std::size_t i = 0; i < name_count<AuthorizationEventKind>(); ++i) {
        const auto kind = static_cast<AuthorizationEventKind>(i);
        if (!next_status(state.status, kind, authorization.form)) continue;
        if (kind == AuthorizationEventKind::sign && signers_of(authorization).empty()) continue;
        Result<void> refusal;
        if (kind == AuthorizationEventKind::sign)
            refusal = can_sign(authorization.form, state.content,
                               !missing_signatures(authorization).empty());
        if (kind == AuthorizationEventKind::submit) refusal = try_submit();
        add_action(actions, text(kind), refusal);
    }
    return actions;
}

std::vector<ActionRow> actions_of(const Model& model, const Deal& deal, Date on) {
    const Authorization* authorization = model.find(deal.authorization);
    if (!authorization) return {};
    const Surroundings around = surroundings_of(model, deal, *authorization, on);
    const auto try_event = [&](DealPayload payload) {
        return check(deal, DealEvent{"try", on, std::move(payload)}, &around);
    };
    std::vector<ActionRow> actions;
    for (std::size_t i = 0; i < name_count<DealEventKind>(); ++i) {
        const auto kind = static_cast<DealEventKind>(i);
        if (!next_status(deal.state.status, kind, needs_request(deal))) continue;
        Result<void> refusal;
        if (kind == DealEventKind::meter && !is_by_usage(deal)) continue;
        if (kind == DealEventKind::sign && signers_of(deal).empty()) continue;
        const bool same_settings = settings_of(deal) == model.workspace.settings;
        if (kind == DealEventKind::set_settings && same_settings) continue;
        if (kind == DealEventKind::sign)
            refusal = can_sign(FormKind::custom_transaction_request, deal.state.request,
                               !missing_signatures(deal).empty());
        if (kind == DealEventKind::submit)
            refusal =
                try_event(event::Submit{std::string(usual_recipient(deal.rule_set)),
                                        discounts_for(deal, *authorization, around.standing)});
        if (kind == DealEventKind::expire) refusal = try_event(event::Expire{});
        add_action(actions, text(kind), refusal);
    }
    return actions;
}

}  // namespace cppo
