// What can be done with a record now: the buttons of the page.
#pragma once

#include "desk/model.hpp"

namespace cppo {

/// One thing the transition tables allow now: a button of the page, a verb of the command line.
struct ActionRow {
    std::string verb;   ///< "sign", "create_offer", …: the event's name
    std::string label;  ///< "Record the offer"
    bool enabled = true;
    std::string reason;  ///< why it is not enabled, or empty
};

/// What the tables allow now, without the edits, which are fields and not buttons.
std::vector<ActionRow> actions_of(const Authorization& authorization);
std::vector<ActionRow> actions_of(const Model& model, const Deal& deal, Date on);

}  // namespace cppo
