// A record's events stand in the order of their days, whatever was recorded first; those of one day
// in the order they were recorded in. So what a record says of a day depends on what had happened
// by then. check(), apply_event(), as_of() and replay() are made of single steps, which are here.
// (decision 19)
#pragma once

#include "deal/deal.hpp"

namespace cppo {

/// Whether the event can happen next, after all of the record's. Without surroundings, or without a
/// workspace, the workspace and other records are not checked.
Result<void> check_next(const Authorization& authorization, const AuthorizationEvent& event,
                        const Workspace* workspace);
Result<void> check_next(const Deal& deal, const DealEvent& event, const Surroundings* surroundings);

/// Appends the event. check_next() has accepted it.
void apply_next(Authorization& authorization, const AuthorizationEvent& event);
void apply_next(Deal& deal, const DealEvent& event);

/// The day of the deal's latest step, an event that moved it on.
Date last_step(const Deal& deal);

}  // namespace cppo
