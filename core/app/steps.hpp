// Where a deal or an authorization stands and what comes next, in words: shared by every screen.
#pragma once

#include "app/screens.hpp"

namespace cppo {

/// The one thing to do next, with where it is done. Where nobody is waited for there is neither tag
/// nor button.
struct NextStep {
    std::string tag;              ///< "Sign", "3 days"
    std::string text;             ///< "Example Retail must sign the request"
    std::string note;             ///< a date or an amount
    std::string tab;              ///< of the deal's page
    std::string button;           ///< "Record"
    std::optional<Date> on = {};  ///< when it is due
    Urgency urgency = Urgency::idle;
};

/// What is due within as many days presses.
inline constexpr int soon_days = 7;

NextStep next_step(const Model& model, const Deal& deal, Date on);
NextStep next_step(const Authorization& authorization, Date on);

Phase phase_of(const Deal& deal);

/// Whether its offer came to nothing: expired, or withdrawn before.
bool was_not_accepted(const Deal& deal);

/// Empty where there is no date.
inline std::string date_text(const std::optional<Date>& on) { return on ? text(*on) : ""; }

/// From "Authorized" to "Disbursed": the current stage is the last one reached.
std::vector<StageRow> stage_line(const Model& model, const Deal& deal);
/// The current stage's name, or how the deal ended: "Expired", "Withdrawn", "Cancelled" or
/// "Replaced".
std::string stage_of(const Deal& deal);

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
/// "2019 edition": whose fees and filing the deal follows.
std::string rules_text(RuleSet rule_set);
/// "Recurring 20 %", "Single use 15–20 %".
std::string kind_text(const Authorization& authorization);
std::string kind_text(const Model& model, const Deal& deal);

/// The discounts a deal is priced at: those it was submitted with, else the authorization's.
std::vector<event::LineDiscount> discounts_of(const Model& model, const Deal& deal);

}  // namespace cppo
