// A deal as the command line shows it, for people and for programs.
#pragma once

#include "codec/json.hpp"
#include "screens/deal_screen.hpp"

namespace cppo {

/// The deal's status, its next step, its request, invoices and balances.
std::string deal_text(const Model& model, const Deal& deal, Date on);
Json deal_json(const Model& model, const Deal& deal);

std::string ledger_text(const Ledger& ledger);
Json ledger_json(const Ledger& ledger);

}  // namespace cppo
