#include "deal/transitions.hpp"

namespace cppo {
namespace {

template <typename Status, typename Kind>
struct Transition {
    Status from;
    Kind event;
    Status to;
};

template <typename Row, std::size_t size>
constexpr bool no_pair_repeats(const Row (&table)[size]) {
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (table[i].from == table[j].from && table[i].event == table[j].event) return false;
    return true;
}

using A = AuthorizationStatus;
using Ae = AuthorizationEventKind;

// Rule 3. This table lets a draft be submitted, so that the refusal names the missing signature. A
// form that never reached AWS is abandoned by revoking it. [ext]
constexpr Transition<A, Ae> authorization_table[] = {
    {A::draft, Ae::edit, A::draft},
    {A::draft, Ae::add_row, A::draft},
    {A::draft, Ae::remove_row, A::draft},
    {A::draft, Ae::sign, A::signing},
    {A::draft, Ae::submit, A::submitted},
    {A::draft, Ae::revoke, A::revoked},
    {A::signing, Ae::edit, A::draft},
    {A::signing, Ae::add_row, A::draft},
    {A::signing, Ae::remove_row, A::draft},
    {A::signing, Ae::sign, A::signing},
    {A::signing, Ae::submit, A::submitted},
    {A::signing, Ae::revoke, A::revoked},
    {A::submitted, Ae::return_form, A::draft},
    {A::submitted, Ae::receive, A::authorized},
    {A::submitted, Ae::revoke, A::revoked},
    {A::authorized, Ae::use, A::authorized},
    {A::authorized, Ae::revoke, A::revoked},
    {A::authorized, Ae::revoke_product, A::authorized},
};
static_assert(no_pair_repeats(authorization_table));

using D = DealStatus;
using De = DealEventKind;

// Rule 4. A request can be withdrawn before AWS has made an offer from it. [ext] An event of one
// invoice leaves the deal's status as it is.
constexpr Transition<D, De> deal_table[] = {
    {D::draft, De::edit, D::draft},
    {D::draft, De::add_row, D::draft},
    {D::draft, De::remove_row, D::draft},
    {D::draft, De::set_fees, D::draft},
    {D::draft, De::sign, D::signing},
    {D::draft, De::submit, D::submitted},
    {D::draft, De::withdraw, D::withdrawn},
    {D::draft, De::set_settings, D::draft},
    {D::signing, De::edit, D::draft},
    {D::signing, De::add_row, D::draft},
    {D::signing, De::remove_row, D::draft},
    {D::signing, De::set_fees, D::signing},
    {D::signing, De::sign, D::signing},
    {D::signing, De::submit, D::submitted},
    {D::signing, De::withdraw, D::withdrawn},
    {D::signing, De::set_settings, D::signing},
    {D::submitted, De::set_fees, D::submitted},
    {D::submitted, De::return_form, D::draft},
    {D::submitted, De::create_offer, D::offered},
    {D::submitted, De::withdraw, D::withdrawn},
    {D::offered, De::set_fees, D::offered},
    {D::offered, De::accept, D::accepted},
    {D::offered, De::expire, D::expired},
    {D::offered, De::withdraw, D::withdrawn},
    {D::accepted, De::set_fees, D::accepted},
    {D::accepted, De::invoice, D::accepted},
    {D::accepted, De::collect, D::accepted},
    {D::accepted, De::disburse, D::accepted},
    {D::accepted, De::refund, D::accepted},
    {D::accepted, De::forgive, D::accepted},
    {D::accepted, De::meter, D::accepted},
    {D::accepted, De::cancel, D::cancelled},
    {D::accepted, De::replace, D::replaced},
    {D::cancelled, De::meter, D::cancelled},
    {D::cancelled, De::invoice, D::cancelled},
    {D::cancelled, De::collect, D::cancelled},
    {D::cancelled, De::disburse, D::cancelled},
    {D::cancelled, De::refund, D::cancelled},
    {D::cancelled, De::forgive, D::cancelled},
    {D::replaced, De::meter, D::replaced},
    {D::replaced, De::invoice, D::replaced},
    {D::replaced, De::collect, D::replaced},
    {D::replaced, De::disburse, D::replaced},
    {D::replaced, De::refund, D::replaced},
    {D::replaced, De::forgive, D::replaced},
};
static_assert(no_pair_repeats(deal_table));

template <typename Row, std::size_t size, typename Status, typename Kind>
std::optional<Status> look_up(const Row (&table)[size], Status from, Kind event) {
    for (const Row& row : table)
        if (row.from == from && row.event == event) return row.to;
    return std::nullopt;
}

template <typename Row, std::size_t size, typename Status, typename Kind>
Error refused(const Row (&table)[size], Status from, Kind event, std::string_view thing) {
    std::vector<std::string_view> possible;
    for (const Row& row : table)
        if (row.from == from) possible.push_back(text(row.event));
    std::string detail = "'" + std::string(text(event)) + "' is not possible while the " +
                         std::string(thing) + " is " + std::string(text(from));
    detail +=
        possible.empty() ? "; nothing more can happen to it" : "; possible: " + one_of(possible);
    return {Code::transition_refused, "event", detail};
}

}  // namespace

std::optional<AuthorizationStatus> next_status(AuthorizationStatus from,
                                               AuthorizationEventKind event, FormKind form) {
    auto to = look_up(authorization_table, from, event);
    const bool single_use = form == FormKind::custom_resale_transaction;
    if (to && event == Ae::use && single_use) to = A::consumed;
    return to;
}

std::optional<DealStatus> next_status(DealStatus from, DealEventKind event, bool request_needed) {
    const bool unsent = from == D::draft || from == D::signing;
    if (!request_needed && unsent && event == De::create_offer) return D::offered;
    return look_up(deal_table, from, event);
}

Error transition_refused(AuthorizationStatus from, AuthorizationEventKind event) {
    return refused(authorization_table, from, event, "authorization");
}

Error transition_refused(DealStatus from, DealEventKind event) {
    return refused(deal_table, from, event, "deal");
}

}  // namespace cppo
