// Discount and markup are percentages of different amounts, and confusing them is the costliest
// mistake in quoting. These functions convert one into the other.
#pragma once

#include "money/percent.hpp"

namespace cppo {

/// The markup of wholesale that brings a price back to list: 100 × d ÷ (100 − d), nine decimals.
/// Refuses OUT_OF_RANGE at `field` where that is more than a markup can be, as at 100 %.
Result<Percent> markup_for_discount(Percent discount, std::string_view field);

/// The discount of list a markup makes up for, 100 × m ÷ (100 + m): also its margin of the price.
Percent discount_for_markup(Percent markup);

}  // namespace cppo
