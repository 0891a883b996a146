#include "party/visibility.hpp"

namespace cppo {
namespace {

struct Row {
    Datum datum;
    bool isv_recurring, isv_non_recurring, partner, customer, payer;
};

constexpr Row table[] = {
    {Datum::discount, true, true, true, false, false},
    {Datum::wholesale, true, true, true, false, false},
    {Datum::customer_name, false, true, true, true, true},
    {Datum::customer_price, false, false, true, true, true},
    {Datum::markup, false, false, true, false, false},
    {Datum::processing_fee, false, false, true, false, false},
    {Datum::partner_net, false, false, true, false, false},
    {Datum::marketplace_fee, true, true, false, false, false},
    {Datum::isv_net, true, true, false, false, false},
    {Datum::custom_terms, false, false, true, true, true},
    {Datum::resale_terms, true, true, true, false, false},
};
static_assert(std::size(table) == name_count<Datum>());

}  // namespace

bool may_see(Party party, Datum datum, DealKind kind) {
    const Row& row = table[static_cast<std::size_t>(datum)];
    INVARIANT(row.datum == datum);
    switch (party) {
        case Party::isv:
            return kind == DealKind::recurring ? row.isv_recurring : row.isv_non_recurring;
        case Party::partner: return row.partner;
        case Party::customer: return row.customer;
        case Party::payer: return row.payer;
        case Party::aws: return true;
        case Party::others: return false;
    }
    INVARIANT(false);
}

}  // namespace cppo
