#include "screens/status.hpp"

#include "base/text.hpp"

namespace cppo {

std::string status_text(const Authorization& authorization, Date on) {
    if (authorization.state.status == AuthorizationStatus::authorized) {
        if (is_expired(authorization, on)) return "Expired";
        return authorization.kind() == DealKind::recurring ? "Authorized (reusable)"
                                                           : "Authorized (single use)";
    }
    if (authorization.state.status == AuthorizationStatus::consumed) return "Authorized (consumed)";
    if (authorization.state.status == AuthorizationStatus::signing)
        return missing_signatures(authorization).empty() ? "Signed" : "Partially signed";
    return capitalized(text(authorization.state.status));
}

std::string status_text(const Deal& deal) {
    if (deal.state.status == DealStatus::signing)
        return missing_signatures(deal).empty() ? "Signed" : "Partially signed";
    // Records spell the status as AWS's API does.
    if (deal.state.status == DealStatus::cancelled) return "Canceled";
    return capitalized(text(deal.state.status));
}

}  // namespace cppo
