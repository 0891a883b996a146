// The workspace's facts by name, for its form on the page and `cppo workspace set`.
#pragma once

#include <string_view>
#include <vector>

#include "deal/workspace.hpp"
#include "forms/form.hpp"

namespace cppo {

/// The facts a person writes, as fields.
const std::vector<Field>& workspace_field_list();

/// The fact's text as stored, empty when not written.
std::string workspace_value(const Workspace& workspace, std::string_view path);

/// The workspace with one fact changed; an empty text clears what may be empty. Refuses NOT_FOUND
/// for an unknown path and MALFORMED or OUT_OF_RANGE for what the field refuses.
Result<Workspace> with_workspace_value(const Workspace& workspace, std::string_view path,
                                       std::string_view typed);

}  // namespace cppo
