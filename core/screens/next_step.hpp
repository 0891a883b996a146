// What has to be done next about a record, by whom, and how much it presses.
#pragma once

#include "desk/model.hpp"

namespace cppo {

/// What somebody has to do next, and how much it presses: nothing; another's turn; ours; money that
/// came; something that should have happened before.
enum class Urgency { idle, theirs, ours, arrived, late };

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

}  // namespace cppo
