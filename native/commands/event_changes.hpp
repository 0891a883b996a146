// The verbs that record one event of one record, made of what each event says of itself.
#pragma once

#include "commands/changes.hpp"

namespace cppo {

/// One verb for each event that has one, in the order of the payload.
std::vector<Change> authorization_event_changes();
std::vector<Change> deal_event_changes();

}  // namespace cppo
