// The two life cycles as tables: which event is possible in which status, and where it leads.
// Guards are lines of check(); the page's buttons follow from these tables, the verbs from the
// events.
#pragma once

#include <optional>
#include <vector>

#include "deal/event.hpp"

namespace cppo {

/// A Reseller Authorization or Custom Resale Transaction on its way.
enum class AuthorizationStatus {
    draft,
    signing,  ///< at least one signature; both are needed to submit
    submitted,
    authorized,
    consumed,  ///< a single-use authorization after its one offer
    revoked,
};

template <>
struct Names<AuthorizationStatus> {
    static constexpr std::string_view list[] = {"draft",      "signing",  "submitted",
                                                "authorized", "consumed", "revoked"};
};

/// A Custom Transaction Request and the offer made of it.
enum class DealStatus {
    draft,
    signing,
    submitted,
    offered,
    accepted,
    expired,
    withdrawn,
    cancelled,  ///< after acceptance; what was invoiced is still paid, refunded and disbursed
    replaced,   ///< by another accepted offer; the same holds
};

template <>
struct Names<DealStatus> {
    static constexpr std::string_view list[] = {"draft",     "signing",   "submitted",
                                                "offered",   "accepted",  "expired",
                                                "withdrawn", "cancelled", "replaced"};
};

/// Where `event` leads from `from`; nothing where it is not possible. Where no request is needed
/// (decision 4) an offer can be made of a draft.
std::optional<AuthorizationStatus> next_status(AuthorizationStatus from,
                                               AuthorizationEventKind event, FormKind form);
std::optional<DealStatus> next_status(DealStatus from, DealEventKind event,
                                      bool request_needed = true);

/// TRANSITION_REFUSED at "event", naming the event, the status and what is possible instead.
Error transition_refused(AuthorizationStatus from, AuthorizationEventKind event);
Error transition_refused(DealStatus from, DealEventKind event);

}  // namespace cppo
