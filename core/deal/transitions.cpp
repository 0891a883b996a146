#include "deal/transitions.hpp"

namespace cppo {
namespace {

template <typename Status, typename Kind>
struct Transition {
    constexpr Transition(Status at, Kind happens, Status next)
        : from(at), to(next), event(happens) {}
    Status from, to;
    Kind event;
};

template <typename Row, std::size_t size>
constexpr bool no_pair_repeats(const Row (&table)[size]) {
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (table[i].from == table[j].from && table[i].event == table[j].event) return false;
    return true;
}

/// Whether every event is possible somewhere.
template <typename Kind, typename Row, std::size_t size>
constexpr bool none_is_missing(const Row (&table)[size]) {
    for (std::size_t kind = 0; kind < name_count<Kind>(); ++kind) {
        bool found = false;
        for (const Row& row : table) found = found || row.event == Kind{kind};
        if (!found) return false;
    }
    return true;
}

using A = AuthorizationStatus;
template <typename E>
constexpr auto ae = authorization_event<E>;

// Rule 3. This table lets a draft be submitted, so that the refusal names the missing signature. A
// form that never reached AWS is abandoned by revoking it. [ext]
constexpr Transition<A, AuthorizationEventKind> authorization_table[] = {
    {A::draft, ae<event::Edit>, A::draft},
    {A::draft, ae<event::AddRow>, A::draft},
    {A::draft, ae<event::RemoveRow>, A::draft},
    {A::draft, ae<event::Sign>, A::signing},
    {A::draft, ae<event::Submit>, A::submitted},
    {A::draft, ae<event::Revoke>, A::revoked},
    {A::signing, ae<event::Edit>, A::draft},
    {A::signing, ae<event::AddRow>, A::draft},
    {A::signing, ae<event::RemoveRow>, A::draft},
    {A::signing, ae<event::Sign>, A::signing},
    {A::signing, ae<event::Submit>, A::submitted},
    {A::signing, ae<event::Revoke>, A::revoked},
    {A::submitted, ae<event::Return>, A::draft},
    {A::submitted, ae<event::Receive>, A::authorized},
    {A::submitted, ae<event::Revoke>, A::revoked},
    {A::authorized, ae<event::Use>, A::authorized},
    {A::authorized, ae<event::Revoke>, A::revoked},
    {A::authorized, ae<event::RevokeProduct>, A::authorized},
};
static_assert(no_pair_repeats(authorization_table));
static_assert(none_is_missing<AuthorizationEventKind>(authorization_table));

using D = DealStatus;
template <typename E>
constexpr auto de = deal_event<E>;

// Rule 4. A request can be withdrawn before AWS has made an offer from it. [ext] An event of one
// invoice leaves the deal's status as it is.
constexpr Transition<D, DealEventKind> deal_table[] = {
    {D::draft, de<event::Edit>, D::draft},
    {D::draft, de<event::AddRow>, D::draft},
    {D::draft, de<event::RemoveRow>, D::draft},
    {D::draft, de<event::SetFees>, D::draft},
    {D::draft, de<event::Sign>, D::signing},
    {D::draft, de<event::Submit>, D::submitted},
    {D::draft, de<event::Withdraw>, D::withdrawn},
    {D::draft, de<event::SetSettings>, D::draft},
    {D::signing, de<event::Edit>, D::draft},
    {D::signing, de<event::AddRow>, D::draft},
    {D::signing, de<event::RemoveRow>, D::draft},
    {D::signing, de<event::SetFees>, D::signing},
    {D::signing, de<event::Sign>, D::signing},
    {D::signing, de<event::Submit>, D::submitted},
    {D::signing, de<event::Withdraw>, D::withdrawn},
    {D::signing, de<event::SetSettings>, D::signing},
    {D::submitted, de<event::SetFees>, D::submitted},
    {D::submitted, de<event::Return>, D::draft},
    {D::submitted, de<event::CreateOffer>, D::offered},
    {D::submitted, de<event::Withdraw>, D::withdrawn},
    {D::offered, de<event::SetFees>, D::offered},
    {D::offered, de<event::Accept>, D::accepted},
    {D::offered, de<event::Expire>, D::expired},
    {D::offered, de<event::Withdraw>, D::withdrawn},
    {D::accepted, de<event::SetFees>, D::accepted},
    {D::accepted, de<event::Issue>, D::accepted},
    {D::accepted, de<event::Collect>, D::accepted},
    {D::accepted, de<event::Disburse>, D::accepted},
    {D::accepted, de<event::Refund>, D::accepted},
    {D::accepted, de<event::Forgive>, D::accepted},
    {D::accepted, de<event::Meter>, D::accepted},
    {D::accepted, de<event::Cancel>, D::cancelled},
    {D::accepted, de<event::Replace>, D::replaced},
    {D::cancelled, de<event::Meter>, D::cancelled},
    {D::cancelled, de<event::Issue>, D::cancelled},
    {D::cancelled, de<event::Collect>, D::cancelled},
    {D::cancelled, de<event::Disburse>, D::cancelled},
    {D::cancelled, de<event::Refund>, D::cancelled},
    {D::cancelled, de<event::Forgive>, D::cancelled},
    {D::replaced, de<event::Meter>, D::replaced},
    {D::replaced, de<event::Issue>, D::replaced},
    {D::replaced, de<event::Collect>, D::replaced},
    {D::replaced, de<event::Disburse>, D::replaced},
    {D::replaced, de<event::Refund>, D::replaced},
    {D::replaced, de<event::Forgive>, D::replaced},
};
static_assert(no_pair_repeats(deal_table));
static_assert(none_is_missing<DealEventKind>(deal_table));

template <typename Row, std::size_t size, typename Status, typename Kind>
std::optional<Status> look_up(const Row (&table)[size], Status from, Kind event) {
    for (const Row& row : table)
        if (row.from == from && row.event == event) return row.to;
    return std::nullopt;
}

/// The verb a person uses; empty for an event that only follows from another.
template <typename Kind>
std::string_view verb_of(Kind event) {
    return about(blank(event)).verb;
}

template <typename Row, std::size_t size, typename Status, typename Kind>
Error refused(const Row (&table)[size], Status from, Kind event, std::string_view thing) {
    std::vector<std::string_view> possible;
    for (const Row& row : table)
        if (row.from == from && !verb_of(row.event).empty()) possible.push_back(verb_of(row.event));
    const std::string_view verb = verb_of(event).empty() ? text(event) : verb_of(event);
    std::string detail = in_quotes(verb) + " is not possible while the " + std::string(thing) +
                         "'s status is " + std::string(text(from));
    detail += possible.empty() ? "; this status is final" : "; possible: " + one_of(possible);
    return {Code::transition_refused, "event", detail};
}

}  // namespace

std::optional<AuthorizationStatus> next_status(AuthorizationStatus from,
                                               AuthorizationEventKind event, FormKind form) {
    auto to = look_up(authorization_table, from, event);
    const bool single_use = form == FormKind::custom_resale_transaction;
    if (to && event == ae<event::Use> && single_use) to = A::consumed;
    return to;
}

std::optional<DealStatus> next_status(DealStatus from, DealEventKind event, bool request_needed) {
    const bool unsent = from == D::draft || from == D::signing;
    if (!request_needed && unsent && event == de<event::CreateOffer>) return D::offered;
    return look_up(deal_table, from, event);
}

Error transition_refused(AuthorizationStatus from, AuthorizationEventKind event) {
    return refused(authorization_table, from, event, "authorization");
}

Error transition_refused(DealStatus from, DealEventKind event) {
    return refused(deal_table, from, event, "deal");
}

}  // namespace cppo
