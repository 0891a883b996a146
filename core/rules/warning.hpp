// Warnings about a quote that is allowed but might not be what the user intends.
#pragma once

#include <string>

#include "base/names.hpp"

namespace cppo {

enum class WarningCode {
    assumed_fees,
    tiers_differ,
    usage_value_unknown,
    value_not_in_usd,
    no_discount,
    full_discount,
    no_markup,
    above_list,
    one_unit_short_of_list,
    partner_net_negative,
};

template <>
struct Names<WarningCode> {
    static constexpr std::string_view list[] = {
        "ASSUMED_FEES",        "TIERS_DIFFER", "USAGE_VALUE_UNKNOWN",
        "VALUE_NOT_IN_USD",    "NO_DISCOUNT",  "FULL_DISCOUNT",
        "NO_MARKUP",           "ABOVE_LIST",   "ONE_UNIT_SHORT_OF_LIST",
        "PARTNER_NET_NEGATIVE"};
};

struct Warning {
    WarningCode code;
    std::string detail;
};

/// What a person reads: the text in assets/warnings.txt with the detail filled in.
std::string sentence(const Warning& warning);

}  // namespace cppo
