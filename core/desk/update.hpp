// How a command changes the records. update() answers with the records that change, or refuses and
// changes nothing; Desk puts them in place.
#pragma once

#include "desk/command.hpp"
#include "desk/model.hpp"

namespace cppo {

/// The new versions of the records that change, to be put into the model and saved together. The
/// first is the one the command named or created. Empty when the event had happened already.
struct Step {
    std::vector<Record> changed;
};

/// Refuses whatever check() of the record refuses, NOT_FOUND, ALREADY_EXISTS (of an import: see
/// import_conflicts()), and RECORD_DAMAGED for everything but an import while the workspace's
/// record is damaged.
Result<Step> update(const Model& model, const Command& command, const Env& env);

}  // namespace cppo
