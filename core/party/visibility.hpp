// Which party may see which datum of a deal, as data. The statement types are built so that they
// cannot hold what this table denies; the leak tests read the table and check every output.
#pragma once

#include "party/party.hpp"

namespace cppo {

/// Everything about a deal that some party must not see.
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
    resale_terms,  ///< terms of the Custom Resale Transaction, and the files of both ISV's forms
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
