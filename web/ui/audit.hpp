// Checks that everything a person can reach in the last frame is also accessible: Dear ImGui's own
// hooks report every item drawn, and each visible one must have a node with a name.
#pragma once

#include <string>
#include <vector>

namespace cppo::ui {

struct AuditProblem {
    unsigned id;
    std::string what;  // a sentence that names the item
};

std::vector<AuditProblem> audit();

}  // namespace cppo::ui
