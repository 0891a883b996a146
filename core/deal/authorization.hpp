// An authorization to resell: its form, its signatures, and AWS's answer. check() may refuse an
// event; apply_event() cannot fail.
#pragma once

#include "deal/transitions.hpp"
#include "deal/workspace.hpp"
#include "forms/terms.hpp"

namespace cppo {

struct AuthorizationState {
    AuthorizationStatus status = AuthorizationStatus::draft;
    Content content;
    std::optional<AuthorizationTerms> terms;  ///< of `content`, once it is signed or sent
    std::vector<Signature> signatures;
    Date edited_on;
    std::string submitted_to;
    std::string return_reason;  ///< why AWS last returned it, or empty
    std::optional<Date> authorized_on;
    std::vector<DealId> uses;
    std::optional<Party> revoked_by;
    std::vector<std::string> revoked_products;
};

/// One record: what it is, and everything that happened to it.
struct Authorization {
    AuthorizationId id;
    FormKind form = FormKind::reseller_authorization;  ///< RAF or CRT, never CTR
    RuleSet rule_set = RuleSet::seed_2019;
    Date created_on;
    std::vector<AuthorizationEvent> events;
    AuthorizationState state;  ///< the replay of `events`

    DealKind kind() const {
        return form == FormKind::reseller_authorization ? DealKind::recurring
                                                        : DealKind::non_recurring;
    }
};

/// Refuses, in this order: TRANSITION_REFUSED; what the form refuses (FORM_INCOMPLETE, …);
/// WRONG_SIGNER, MISSING_SIGNATURE; BAD_RECIPIENT, PARTNER_NOT_REGISTERED; NOT_FOUND and
/// ALREADY_EXISTS for a product to revoke; OUT_OF_RANGE for a step dated before the latest one and
/// for a day before the authorization was created; LATER_ENTRY at "on" for an event that makes a
/// later one impossible (in_order.hpp). Without a workspace (when a stored record is replayed) the
/// workspace's rules are not checked.
Result<void> check(const Authorization& authorization, const AuthorizationEvent& event,
                   const Workspace* workspace);

/// Puts the event in its place and updates the state. check() has accepted it.
void apply_event(Authorization& authorization, const AuthorizationEvent& event);

/// The authorization with these events, as a record stores them. Refuses RECORD_DAMAGED for one
/// that cannot have happened, with its place.
Result<Authorization> replay(const Authorization& authorization,
                             const std::vector<AuthorizationEvent>& events);

/// The authorization as it was created, before any event.
Authorization as_created(Authorization authorization);

/// The authorization as it was at the end of a day, or as created before its first.
Authorization as_of(const Authorization& authorization, Date on);

/// What the history says of the event.
std::string sentence_of(const Authorization& authorization, const AuthorizationEvent& event);

/// True when an event with this id has happened: repeating it changes nothing.
bool has_event(const Authorization& authorization, std::string_view event_id);

/// The terms of a form that is signed or sent; it cannot change any more.
const AuthorizationTerms& terms_of(const Authorization& authorization);

/// The same, or the terms of a draft: the first of its problems while it is incomplete.
Result<AuthorizationTerms> grant_of(const Authorization& authorization);

/// Who signs the form: nobody if it is entered in the seller portal.
std::vector<Party> signers_of(const Authorization& authorization);

/// The parties whose valid signature is still missing.
std::vector<Party> missing_signatures(const Authorization& authorization);

/// True if this product's authorization was revoked, alone or with the others.
bool is_revoked(const Authorization& authorization, std::string_view product);

/// True when an offer of this deal was created with the authorization.
bool is_used_by(const Authorization& authorization, const DealId& deal);

/// True if the form's last day is before `on`.
bool is_expired(const Authorization& authorization, Date on);

/// Whether `deal` may make an offer on `on`. Refuses, in this order: NOT_AUTHORIZED,
/// AUTH_EXPIRED, PRODUCT_NOT_COVERED, CUSTOMER_MISMATCH, AUTH_CONSUMED, CURRENCY_MISMATCH,
/// SAME_ACCOUNT, NET_TERMS_ABOVE_CEILING. The deal that has consumed an authorization may still use
/// it.
Result<void> check_usable(const Authorization& authorization, const RequestTerms& request,
                          const DealId& deal, Date on);

}  // namespace cppo
