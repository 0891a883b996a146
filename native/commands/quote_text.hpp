// A quote as a person reads it on a terminal: lines, invoices, who receives what, and under which
// settings. For our own eyes only: it holds every party's figures.
#pragma once

#include "settle/quote.hpp"

namespace cppo {

std::string quote_text(const Quote& quote);

/// "Warning CODE: sentence" on a line of its own.
std::string warning_text(const Warning& warning);

}  // namespace cppo
