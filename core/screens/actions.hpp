// What can be done with a record now: the buttons of the page.
#pragma once

#include "desk/model.hpp"

namespace cppo {

/// One thing the transition tables allow now: a button of the page, a verb of the command line.
struct ActionRow {
    std::string verb;   ///< "sign", "create_offer", …: the event's name
    std::string label;  ///< "Record the offer"
    bool enabled = true;
    std::string reason;       ///< why it is not enabled, or empty
    bool leads_back = false;  ///< not the way to the next stage
    std::string tab = {};     ///< of the deal's page where its button is
};

/// Whether the button is the event E's.
template <typename E>
bool records(const ActionRow& row) {
    return row.verb == E::about.name;
}

/// The button of an event that has one; `refusal` is what check() says of it now.
ActionRow action_row(const EventText& about, const Result<void>& refusal = {});

/// The IDs of the products on the form that have not been revoked.
std::vector<std::string> standing_products(const Authorization& authorization);

/// What the tables allow now. Edits are fields and not buttons; what happens to one invoice is in
/// its row.
std::vector<ActionRow> actions_of(const Authorization& authorization);
std::vector<ActionRow> actions_of(const Model& model, const Deal& deal, Date on);

}  // namespace cppo
