#include "ui/audit.hpp"

#include <map>
#include <tuple>
#include <unordered_map>

#include "ui/parts.hpp"
#include "ui/state.hpp"

namespace cppo::ui {

namespace {

struct Items {
    std::vector<ImGuiID> visible;  // in the current frame, or in the last one between frames
    std::unordered_map<ImGuiID, std::string> labels;
};

Items& items() {
    static Items the;
    return the;
}

bool interactive(Role role) {
    switch (role) {
        case Role::button:
        case Role::link:
        case Role::textbox:
        case Role::checkbox:
        case Role::radio:
        case Role::combobox:
        case Role::option:
        case Role::tab:
        case Role::menuitem: return true;
        default: return false;
    }
}

bool needs_name(Role role) {
    switch (role) {
        case Role::none:
        case Role::row:
        case Role::cell:
        case Role::list:
        case Role::listitem:
        case Role::main:
        case Role::banner: return false;
        default: return true;
    }
}

std::string describe(const Node& node) {
    return std::string(text(node.role)) + " \"" + node.name + "\" (" + node.key + ")";
}

void check_names(std::vector<AuditProblem>& problems) {
    std::map<std::tuple<unsigned, Role, std::string>, const Node*> siblings;
    std::unordered_map<unsigned, const Node*> ids;
    for (const Node& node : nodes()) {
        if (node.name.empty() && needs_name(node.role))
            problems.push_back({node.id, describe(node) + " has no name."});
        if (!ids.try_emplace(node.id, &node).second)
            problems.push_back(
                {node.id, describe(node) + " shares its id with " + describe(*ids[node.id]) + "."});
        if (interactive(node.role) &&
            !siblings.try_emplace({node.parent, node.role, node.name}, &node).second)
            problems.push_back({node.id, describe(node) + " has a sibling with the same name."});
    }
}

}  // namespace

void audit_begin() {
    items().visible.clear();
    items().labels.clear();
}

std::vector<AuditProblem> audit() {
    std::vector<AuditProblem> problems;
    for (const ImGuiID id : items().visible)
        if (!find_extent(id)) {
            const auto label = items().labels.find(id);
            problems.push_back({id, "An item was drawn without a node: " +
                                        (label == items().labels.end() ? std::string("no label")
                                                                       : label->second)});
        }
    check_names(problems);
    return problems;
}

}  // namespace cppo::ui

// Dear ImGui looks for these in the global namespace when IMGUI_ENABLE_TEST_ENGINE is defined.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& rect,
                                 const ImGuiLastItemData* item) {
    ImGuiWindow* window = context->CurrentWindow;
    // Dear ImGui reports whole windows with an empty id stack and scroll bars without item data.
    // Neither needs a name.
    if (!item || window->IDStack.Size == 0 || (item->InFlags & ImGuiItemFlags_NoNav)) return;
    ImRect seen = rect;
    seen.ClipWithFull(window->ClipRect);
    if (seen.GetWidth() > 0 && seen.GetHeight() > 0) cppo::ui::items().visible.push_back(id);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID id, const char* label,
                                  ImGuiItemStatusFlags) {
    cppo::ui::items().labels.emplace(id, label);
}

// NOLINTNEXTLINE(cert-dcl50-cpp): as Dear ImGui declares it
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID id) {
    const auto found = cppo::ui::items().labels.find(id);
    return found == cppo::ui::items().labels.end() ? nullptr : found->second.c_str();
}
