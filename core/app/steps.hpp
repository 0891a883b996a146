// Where a deal or an authorization stands and what comes next, in words: shared by every screen.
#pragma once

#include "app/screens.hpp"

namespace cppo {

/// The one thing to do next, with where it is done. An empty tag means nobody is waited for.
struct NextStep {
    std::string tag;   ///< "Sign", "3 days", "Pay"
    std::string text;  ///< "Example Retail must sign the request"
    std::string note;  ///< a date or an amount
    std::string tab;   ///< of the deal's page
    std::optional<Date> on = {};  ///< when it is due
};

NextStep next_step(const Model& model, const Deal& deal, Date on);
NextStep next_step(const Authorization& authorization, Date on);

Phase phase_of(const Deal& deal);

/// "Draft", "Request", "Offer", "Accepted", "Invoiced", "Paid", "Disbursed", "Expired" or
/// "Withdrawn".
std::string stage_of(const Deal& deal);
std::vector<StageRow> stage_line(const Model& model, const Deal& deal);

std::string status_text(const Authorization& authorization, Date on);
std::string status_text(const Deal& deal);

/// What the tables allow now, without the edits, which are fields and not buttons.
std::vector<ActionRow> actions_of(const Authorization& authorization);
std::vector<ActionRow> actions_of(const Model& model, const Deal& deal, Date on);

std::vector<HistoryRow> history_of(const Authorization& authorization);
std::vector<HistoryRow> history_of(const Deal& deal);

/// The customer's name, or a placeholder while it is not written.
std::string customer_of(const Deal& deal);
std::string products_of(const Authorization& authorization);
/// The titles of the products this deal sells; all of the authorization's while none is chosen.
std::string products_of(const Model& model, const Deal& deal);
/// "Recurring 20 %", "Single use 15–20 %".
std::string kind_text(const Authorization& authorization);
std::string kind_text(const Model& model, const Deal& deal);

/// The discounts a deal is priced at: those it was submitted with, else the authorization's.
std::vector<event::LineDiscount> discounts_of(const Model& model, const Deal& deal);

}  // namespace cppo
