// The next step for a record, who has to take it, and how urgent it is.
#pragma once

#include "desk/model.hpp"

namespace cppo {

/// What somebody has to do next, and how urgent it is: none; another's turn; yours; money that
/// arrived; something overdue.
enum class Urgency { idle, theirs, ours, arrived, late };

/// The next step, and where to take it. It has neither tag nor button if nobody has to act.
struct NextStep {
    std::string tag;              ///< "Sign", "3 days"
    std::string text;             ///< "Example Retail must sign the request"
    std::string note;             ///< a date or an amount
    std::string tab;              ///< of the deal's page
    std::string button;           ///< "Record"
    std::optional<Date> on = {};  ///< when it is due
    Urgency urgency = Urgency::idle;
};

/// A step due within this many days is urgent.
inline constexpr int soon_days = 7;

NextStep next_step(const Model& model, const Deal& deal, Date on);
NextStep next_step(const Authorization& authorization, Date on);

}  // namespace cppo
