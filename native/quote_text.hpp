// A quote as a person reads it on a terminal: lines, invoices, who receives what, and under which
// settings. For our own eyes only: it holds every party's figures.
#pragma once

#include "settle/quote.hpp"

namespace cppo {

std::string quote_text(const Quote& quote, const FeeTerms& fees, const Settings& settings);

/// "rounding half_up, processing fee on markup": the decisions that change a figure.
std::string settings_text(const Settings& settings);

}  // namespace cppo
