// Which party may see which datum of a deal, as a table. Each party's statement type has no field
// for what the table denies, and the leak tests check every output against the table.
#pragma once

#include "party/party.hpp"

namespace cppo {

/// The facts of a deal that at least one party must not see.
enum class Datum {
    discount,       ///< the ISV's percentage off list
    wholesale,      ///< what the partner owes the ISV
    customer_name,  ///< and the customer's account and payer account
    customer_price,
    markup,
    processing_fee,
    partner_net,
    marketplace_fee,
    isv_net,
    custom_terms,  ///< terms of the Custom Transaction Request, and the files it names
    resale_terms,  ///< terms of the Custom Resale Transaction, and the files of the ISV's two forms
};

template <>
struct Names<Datum> {
    static constexpr std::string_view list[] = {
        "discount", "wholesale",      "customer_name", "customer_price",
        "markup",   "processing_fee", "partner_net",   "marketplace_fee",
        "isv_net",  "custom_terms",   "resale_terms"};
};

/// True if `party` may see `datum` in a deal of `kind`, by rule 1 and, for what the ISV never sees,
/// decision 7. The report rule is from [seed]: the ISV's report hides the customer of a recurring
/// deal, but not of a non-recurring one.
bool may_see(Party party, Datum datum, DealKind kind);

}  // namespace cppo
