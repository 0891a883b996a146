// Where a deal or an authorization stands and what comes next, in words: shared by every screen.
#pragma once

#include "desk/words.hpp"
#include "screens/screens.hpp"

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

/// The button of an event that has one; `refusal` is what check() says of it now.
ActionRow action_row(const EventText& about, const Result<void>& refusal = {});

/// The IDs of the products on the form that have not been revoked.
std::vector<std::string> standing_products(const Authorization& authorization);

/// What the tables allow now. Edits are fields and not buttons; what happens to one invoice is in
/// its row.
std::vector<ActionRow> actions_of(const Authorization& authorization);
std::vector<ActionRow> actions_of(const Model& model, const Deal& deal, Date on);

}  // namespace cppo
