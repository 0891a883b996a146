// How far a deal has come: its phase, and its line of stages.
#pragma once

#include "desk/model.hpp"

namespace cppo {

/// What a deal waits for, in few words: what the home page counts and lists are filtered by.
enum class Phase { quoting, signing, offered, to_be_paid, done, ended };

template <>
struct Names<Phase> {
    static constexpr std::string_view list[] = {"quoting",    "signing", "offered",
                                                "to_be_paid", "done",    "ended"};
};

/// "Awaiting signatures"
std::string_view title_of(Phase phase);

Phase phase_of(const Deal& deal);

/// Whether its offer came to nothing: expired, or withdrawn before.
bool was_not_accepted(const Deal& deal);

enum class StageState { done, current, todo };

struct StageRow {
    std::string name;
    StageState state = StageState::todo;
    std::string note;  ///< a date, or how far it is ("1 of 3"), or empty
};

/// From "Authorized" to "Disbursed": the current stage is the last one reached.
std::vector<StageRow> stage_line(const Model& model, const Deal& deal);
/// The current stage's name, or how the deal ended: "Expired", "Withdrawn", "Cancelled" or
/// "Replaced".
std::string stage_of(const Deal& deal);

}  // namespace cppo
