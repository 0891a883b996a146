#include "deal/authorization.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "deal/form_guards.hpp"
#include "deal/in_order.hpp"

namespace cppo {
namespace {

/// The guards of one event, one overload each; the transition has been allowed already.
struct AuthorizationGuard {
    const Authorization& authorization;
    Date on;
    const Workspace* workspace;

    FormKind form() const { return authorization.form; }
    const AuthorizationState& state() const { return authorization.state; }

    template <typename Change>
    Result<void> check_edit(const Change& change) const {
        CHECK_OK(edited(form(), authorization.rule_set, state().content, change));
        return {};
    }
    Result<void> operator()(const event::Edit& edit) const { return check_edit(edit); }
    Result<void> operator()(const event::AddRow& add) const { return check_edit(add); }
    Result<void> operator()(const event::RemoveRow& remove) const { return check_edit(remove); }

    Result<void> operator()(const event::Sign& sign) const {
        CHECK_OK(check_is_signed(authorization.rule_set));
        return check_signature(form(), state().content, state().signatures, state().edited_on, on,
                               sign.signature);
    }

    Result<void> operator()(const event::Submit& submit) const {
        if (!state().terms) CHECK_OK(check_complete(form(), state().content));
        for (Party party : missing_signatures(authorization))
            return refuse(Code::missing_signature, std::string(text(form())) + ".signatures",
                          who_has(party) + " not signed");
        if (!workspace) return {};
        return check_recipient(authorization.rule_set, submit.to, *workspace);
    }

    Result<void> operator()(const event::Return&) const { return {}; }

    Result<void> operator()(const event::Receive&) const {
        if (workspace && !workspace->registered_seller)
            return refuse(Code::partner_not_registered, "partner_account",
                          "the workspace is not marked as a registered seller");
        return {};
    }

    Result<void> operator()(const event::Use&) const { return {}; }

    Result<void> check_revoker(Party by) const {
        if (by == Party::isv || by == Party::partner) return {};
        return refuse(Code::wrong_signer, "by",
                      std::string(spoken(by)) + " cannot revoke an authorization");
    }
    Result<void> operator()(const event::Revoke& revoke) const { return check_revoker(revoke.by); }

    Result<void> operator()(const event::RevokeProduct& revoke) const {
        CHECK_OK(check_revoker(revoke.by));
        const auto& rows = state().content.rows("products");
        const bool named = std::any_of(rows.begin(), rows.end(), [&](const Content::Row& row) {
            return value_in(row, "product") == revoke.product;
        });
        if (!named)
            return refuse(Code::not_found, "product",
                          "the form does not name " + in_quotes(revoke.product));
        if (is_revoked(authorization, revoke.product))
            return refuse(Code::already_exists, "product",
                          in_quotes(revoke.product) + " is already revoked");
        return {};
    }
};

struct ApplyToAuthorization {
    Authorization& authorization;
    Date on;

    AuthorizationState& state() const { return authorization.state; }

    /// The form can be changed again: nobody has signed it.
    void reopen(Content content) const {
        state().content = std::move(content);
        state().terms.reset();
        state().signatures.clear();
        state().edited_on = on;
    }
    /// From the first signature, or else from the submission, the form does not change.
    void close() const {
        if (!state().terms)
            state().terms = read_authorization_terms(authorization.form, state().content);
    }
    template <typename Change>
    void edit(const Change& change) const {
        reopen(*edited(authorization.form, authorization.rule_set, state().content, change));
    }
    void operator()(const event::Edit& change) const { edit(change); }
    void operator()(const event::AddRow& change) const { edit(change); }
    void operator()(const event::RemoveRow& change) const { edit(change); }
    void operator()(const event::Sign& sign) const {
        close();
        state().signatures.push_back(sign.signature);
    }
    void operator()(const event::Submit& submit) const {
        close();
        state().submitted_to = submit.to;
        state().return_reason.clear();
    }
    void operator()(const event::Return& back) const {
        reopen(std::move(state().content));
        state().return_reason = back.reason;
    }
    void operator()(const event::Receive&) const { state().authorized_on = on; }
    void operator()(const event::Use& use) const { state().uses.push_back(use.deal); }
    void operator()(const event::Revoke& revoke) const { state().revoked_by = revoke.by; }
    void operator()(const event::RevokeProduct& revoke) const {
        state().revoked_products.push_back(revoke.product);
    }
};

}  // namespace

Result<void> check_next(const Authorization& authorization, const AuthorizationEvent& event,
                        const Workspace* workspace) {
    const auto kind = kind_of(event.payload);
    if (!next_status(authorization.state.status, kind, authorization.form))
        return tl::unexpected(transition_refused(authorization.state.status, kind));
    CHECK_OK(std::visit(AuthorizationGuard{authorization, event.on, workspace}, event.payload));
    return check_lines(event.payload);
}

void apply_next(Authorization& authorization, const AuthorizationEvent& event) {
    const auto to =
        next_status(authorization.state.status, kind_of(event.payload), authorization.form);
    INVARIANT(to.has_value());
    std::visit(ApplyToAuthorization{authorization, event.on}, event.payload);
    authorization.state.status = *to;
    authorization.events.push_back(event);
}

std::string sentence_of(const Authorization& authorization, const AuthorizationEvent& event) {
    const FormWords words{authorization.form, currency_of(authorization.state.content)};
    return std::visit([&](const auto& each) { return each.sentence(words); }, event.payload);
}

const AuthorizationTerms& terms_of(const Authorization& authorization) {
    INVARIANT(authorization.state.terms.has_value());
    return *authorization.state.terms;
}

Result<AuthorizationTerms> grant_of(const Authorization& authorization) {
    if (authorization.state.terms) return *authorization.state.terms;
    return authorization_terms(authorization.form, authorization.state.content);
}

std::vector<Party> signers_of(const Authorization& authorization) {
    if (filing(authorization.rule_set) == Filing::portal) return {};
    return form(authorization.form).signers;
}

std::vector<Party> missing_signatures(const Authorization& authorization) {
    std::vector<Party> missing;
    for (Party party : signers_of(authorization))
        if (!signature_of(authorization.state.signatures, party)) missing.push_back(party);
    return missing;
}

bool is_revoked(const Authorization& authorization, std::string_view product) {
    const auto& revoked = authorization.state.revoked_products;
    return authorization.state.status == AuthorizationStatus::revoked ||
           std::find(revoked.begin(), revoked.end(), product) != revoked.end();
}

bool is_used_by(const Authorization& authorization, const DealId& deal) {
    const auto& uses = authorization.state.uses;
    return std::find(uses.begin(), uses.end(), deal) != uses.end();
}

bool is_expired(const Authorization& authorization, Date on) {
    if (const auto& terms = authorization.state.terms) return terms->ends && *terms->ends < on;
    const auto ends = parse_date(authorization.state.content.value("ends"), "ends");
    return ends && *ends < on;
}

/// An offer has payment terms if the authorization has, and none that are longer.
/// [aws-docs: DG, resale authorizations]
static Result<void> check_net_terms(const AuthorizationTerms& terms, const RequestTerms& request,
                                    const std::string& name) {
    const auto days = [](std::optional<int> net) {
        return net ? "payment terms of " + std::to_string(*net) + " days" : "no payment terms";
    };
    const bool within =
        request.net_days ? terms.net_days && *request.net_days <= *terms.net_days : !terms.net_days;
    if (within) return {};
    return refuse(
        Code::net_terms_above_ceiling, "ctr.net_terms",
        "the request has " + days(request.net_days) + ", " + name + " has " + days(terms.net_days));
}

Result<void> check_usable(const Authorization& authorization, const RequestTerms& request,
                          const DealId& deal, Date on) {
    const AuthorizationState& state = authorization.state;
    const std::string name = "the authorization " + in_quotes(authorization.id.value);
    const bool consumed = state.status == AuthorizationStatus::consumed;
    if (state.status != AuthorizationStatus::authorized && !consumed)
        return refuse(Code::not_authorized, "authorization",
                      "the status of " + name + " is " + std::string(text(state.status)));
    const AuthorizationTerms& terms = terms_of(authorization);
    if (on < terms.starts)
        return refuse(Code::not_authorized, "authorization",
                      name + " starts on " + text(terms.starts));
    if (is_expired(authorization, on))
        return refuse(Code::auth_expired, "authorization", name + " ended on " + text(*terms.ends));
    for (const RequestTerms::Sold& sold : request.products()) {
        if (!terms.product(sold.product))
            return refuse(Code::product_not_covered, "ctr." + sold.path,
                          name + " does not name " + in_quotes(sold.product));
        if (is_revoked(authorization, sold.product))
            return refuse(Code::not_authorized, "ctr." + sold.path,
                          name + " was revoked for " + in_quotes(sold.product));
    }
    if (terms.customer && terms.customer->account != request.customer.account)
        return refuse(Code::customer_mismatch, "ctr.customer_account",
                      name + " is for " + in_groups(terms.customer->account) + ", not for " +
                          in_groups(request.customer.account));
    if (consumed && !is_used_by(authorization, deal))
        return refuse(Code::auth_consumed, "authorization",
                      name + " was used by the deal " + in_quotes(state.uses.front().value));
    if (terms.currency != request.currency)
        return refuse(Code::currency_mismatch, "ctr.currency",
                      "the request is in " + std::string(text(request.currency)) + " and " + name +
                          " in " + std::string(text(terms.currency)));
    for (const PartyRef& party : {terms.isv, terms.partner})
        if (party.account == request.customer.account)
            return refuse(Code::same_account, "ctr.customer_account",
                          in_groups(party.account) + " is the account of " + party.name);
    return check_net_terms(terms, request, name);
}

}  // namespace cppo
