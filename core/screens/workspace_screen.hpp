// The facts of the workspace as fields.
#pragma once

#include "screens/form_screen.hpp"

namespace cppo {

/// The workspace's facts as fields that EditWorkspace takes.
std::vector<FieldRow> workspace_fields(const Model& model);

}  // namespace cppo
