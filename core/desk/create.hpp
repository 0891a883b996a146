// New records: with what the workspace and the authorization already say filled in, or as copies.
#pragma once

#include "desk/command.hpp"
#include "desk/model.hpp"

namespace cppo {

/// Refuses NOT_FOUND for a record to copy, ALREADY_EXISTS and MALFORMED for the new one's id.
Result<Authorization> created(const Model& model, const command::CreateAuthorization& create,
                              Date on);
/// The same, and TRANSITION_REFUSED for a deal to replace that is no running agreement.
Result<Deal> created(const Model& model, const command::CreateDeal& create, Date on);

}  // namespace cppo
