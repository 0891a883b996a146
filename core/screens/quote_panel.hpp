// The quote of one deal as the page and the command line show it to the partner.
#pragma once

#include "screens/screens.hpp"

namespace cppo {

QuotePanel quote_panel(const Model& model, const Deal& deal);

}  // namespace cppo
