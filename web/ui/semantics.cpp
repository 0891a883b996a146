#include "ui/semantics.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ui/parts.hpp"
#include "ui/state.hpp"

namespace cppo::ui {

namespace {

constexpr std::array role_names{
    "",         "heading",     "text",     "button",       "link",   "textbox", "checkbox",
    "radio",    "radiogroup",  "combobox", "listbox",      "option", "tablist", "tab",
    "tabpanel", "grid",        "row",      "columnheader", "cell",   "dialog",  "alert",
    "status",   "navigation",  "main",     "banner",       "group",  "list",    "listitem",
    "image",    "progressbar", "menu",     "menuitem"};
static_assert(role_names.size() == static_cast<std::size_t>(Role::menuitem) + 1);

struct Recording {
    std::vector<Node> nodes;
    std::vector<Extent> extents;

    void clear() {
        nodes.clear();
        extents.clear();
    }
};

struct State {
    Recording drawing, finished;
    std::vector<std::size_t> open;  // indices into drawing.nodes
    std::vector<std::string> keys;
    std::unordered_map<unsigned, int> used;  // how often each static seed occurred this frame
    std::vector<Action> posted;
    std::unordered_map<unsigned, std::string> texts;  // set by the mirror, for this frame
    double wake = -1;
    unsigned clicked = 0;
};

State& state() {
    static State the;
    return the;
}

ImRect clipped(const ImRect& rect) {
    ImRect seen = rect;
    seen.ClipWithFull(ImGui::GetCurrentWindow()->ClipRect);
    return seen;
}

void set_rect(std::size_t index, const ImRect& rect) {
    Node& node = state().drawing.nodes[index];
    const ImRect seen = clipped(rect);
    node.x0 = seen.Min.x;
    node.y0 = seen.Min.y;
    node.x1 = std::max(seen.Min.x, seen.Max.x);
    node.y1 = std::max(seen.Min.y, seen.Max.y);
    state().drawing.extents[index].rect = rect;
}

// A modal dialog blocks the mirror from what it covers, just as it blocks the mouse.
bool reachable(const Extent& extent) {
    ImGuiWindow* window = ImGui::FindWindowByID(extent.window_id);
    ImGuiWindow* modal = ImGui::GetTopMostPopupModal();
    return window && (!modal || ImGui::IsWindowWithinBeginStackOf(window, modal));
}

void focus(const Extent& extent, unsigned id) {
    ImGuiWindow* window = ImGui::FindWindowByID(extent.window_id);
    const ImRect relative = ImGui::WindowRectAbsToRel(window, extent.rect);
    ImGui::FocusWindow(window);
    ImGui::SetNavID(id, ImGuiNavLayer_Main, extent.focus_scope, relative);
    ImGui::ScrollToRect(window, extent.rect, ImGuiScrollFlags_KeepVisibleEdgeY);
    GImGui->NavDisableHighlight = false;
    GImGui->NavMousePosDirty = false;
}

void activate(const Extent& extent, unsigned id) {
    ImGuiContext& g = *GImGui;
    focus(extent, id);
    // Does in this frame what ActivateItemByID() would do in the next one.
    g.NavActivateId = g.NavActivateDownId = g.NavActivatePressedId = id;
    g.NavActivateFlags = ImGuiActivateFlags_PreferInput;
    g.NavInputSource = ImGuiInputSource_Keyboard;
}

void carry_out(Action& action) {
    const Extent* extent = find_extent(action.id);
    if (!extent || !reachable(*extent)) return;
    switch (action.kind) {
        case Action::Kind::activate: activate(*extent, action.id); break;
        case Action::Kind::focus: focus(*extent, action.id); break;
        case Action::Kind::scroll_into_view:
            ImGui::ScrollToRect(ImGui::FindWindowByID(extent->window_id), extent->rect,
                                ImGuiScrollFlags_KeepVisibleCenterY);
            break;
        case Action::Kind::set_text:
            if (GImGui->ActiveId == action.id) ImGui::ClearActiveID();
            // The whole text arrives when typing would have started.
            if (GImGui->NavActivateId == action.id)
                GImGui->NavActivateId = GImGui->NavActivateDownId = GImGui->NavActivatePressedId =
                    0;
            state().texts[action.id] = std::move(action.text);
            break;
    }
}

// After a click, Dear ImGui ignores Space and Enter until an arrow key has made the focus visible,
// but people press them right away.
void press_clicked() {
    const ImGuiContext& g = *GImGui;
    const unsigned id = state().clicked;
    if (id == 0 || id != g.NavId || g.ActiveId != 0 || !g.NavDisableHighlight || g.IO.KeyMods)
        return;
    const bool asked =
        ImGui::IsKeyPressed(ImGuiKey_Space, false) || ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    if (const Extent* extent = asked ? find_extent(id) : nullptr; extent && reachable(*extent))
        activate(*extent, id);
}

const Node* first_in_content() {
    const std::vector<Node>& all = state().finished.nodes;
    const auto main = std::find_if(all.begin(), all.end(),
                                   [](const Node& node) { return node.role == Role::main; });
    const auto found = std::find_if(
        main, all.end(), [](const Node& node) { return node.pressable && !node.disabled; });
    return found == all.end() ? nullptr : &*found;
}

// On Tab, Dear ImGui only shows a hidden focus, and gets stuck if the focused item is gone. This
// moves on from what was clicked or, after the screen has changed, into the content.
void steer_tab() {
    ImGuiContext& g = *GImGui;
    const bool tabbing = (g.NavMoveFlags & ImGuiNavMoveFlags_IsTabbing) &&
                         !(g.NavMoveFlags & ImGuiNavMoveFlags_FocusApi);
    if (!g.NavMoveScoringItems || !tabbing || g.NavTabbingDir < 0) return;
    if (find_extent(g.NavId)) {
        if (g.NavId == state().clicked) g.NavTabbingDir = 1;
        return;
    }
    g.NavTabbingDir = 0;
    const Node* first = ImGui::GetTopMostPopupModal() ? nullptr : first_in_content();
    if (!first) return;
    g.NavId = first->id;
    // Dear ImGui ends the move at an item outside the focused window; wait for this one instead.
    g.NavWindow = ImGui::FindWindowByID(find_extent(first->id)->window_id);
}

}  // namespace

const char* text(Role role) { return role_names[static_cast<std::size_t>(role)]; }

std::span<const Node> nodes() { return state().finished.nodes; }

std::span<const Extent> extents() { return state().finished.extents; }

const Extent* find_extent(unsigned id) {
    const Recording& last = state().finished;
    const auto found = std::find_if(last.nodes.begin(), last.nodes.end(),
                                    [id](const Node& node) { return node.id == id; });
    if (found == last.nodes.end()) return nullptr;
    return &last.extents[static_cast<std::size_t>(found - last.nodes.begin())];
}

void post(Action action) { state().posted.push_back(std::move(action)); }

void lead_to(std::string_view key) {
    const std::string end = '/' + std::string(key);
    for (const Node& node : nodes()) {
        if (node.role == Role::text || !node.key.ends_with(end)) continue;
        // A text field is ready for typing at once; anything else waits to be pressed.
        post({node.role == Role::textbox ? Action::Kind::activate : Action::Kind::focus,
              node.id,
              {}});
        return post({Action::Kind::scroll_into_view, node.id, {}});
    }
}

unsigned focused_id() {
    const ImGuiContext* g = GImGui;
    if (!g) return 0;
    if (g->ActiveId && find_extent(g->ActiveId)) return g->ActiveId;
    // The place where Tab would start is not a focus yet.
    return g->NavDisableHighlight && g->NavId != state().clicked ? 0 : g->NavId;
}

void frame_begin() {
    State& s = state();
    GImGui->TestEngineHookItems = true;
    s.drawing.clear();
    s.used.clear();
    s.texts.clear();
    s.wake = -1;
    audit_begin();
    std::vector<Action> posted;
    posted.swap(s.posted);
    for (Action& action : posted) carry_out(action);
    press_clicked();
    steer_tab();
}

void frame_end() {
    State& s = state();
    overlays_end();
    IM_ASSERT(s.open.empty() && s.keys.empty() && !has_flow());
    std::swap(s.drawing, s.finished);
    const unsigned focused = focused_id();
    for (Node& node : s.finished.nodes) node.focused = focused != 0 && node.id == focused;
}

double seconds_to_change() { return state().wake; }

void remember_clicked(unsigned id) { state().clicked = id; }

void wake_within(float seconds) {
    double& wake = state().wake;
    wake = wake < 0 ? seconds : std::min<double>(wake, seconds);
}

void reset() {
    state() = State{};
    reset_overlays();
    reset_fields();
    reset_page();
}

const std::string* take_text(unsigned id) {
    const auto found = state().texts.find(id);
    return found == state().texts.end() ? nullptr : &found->second;
}

void push_key(std::string_view key) { state().keys.emplace_back(key_path(key)); }

void pop_key() { state().keys.pop_back(); }

std::string key_path(std::string_view key) {
    const std::vector<std::string>& keys = state().keys;
    if (keys.empty() || keys.back().empty()) return std::string(key);
    return key.empty() ? keys.back() : keys.back() + "/" + std::string(key);
}

unsigned static_id(std::string_view seed) {
    State& s = state();
    const std::string path = key_path(seed);
    const unsigned hash = ImHashData(path.data(), path.size(),
                                     s.open.empty() ? 0 : s.drawing.nodes[s.open.back()].id);
    const int again = s.used[hash]++;
    return again == 0 ? hash : ImHashData(&again, sizeof again, hash);
}

Node& record(Role role, unsigned id, std::string_view name, const ImRect& rect) {
    State& s = state();
    const ImGuiWindow* window = ImGui::GetCurrentWindow();
    Node node;
    node.id = id;
    node.parent = s.open.empty() ? 0 : s.drawing.nodes[s.open.back()].id;
    node.role = role;
    node.name = name;
    node.pressable = id == GImGui->LastItemData.ID;
    s.drawing.nodes.push_back(std::move(node));
    s.drawing.extents.push_back({rect, window->Rect(), window->ID, GImGui->CurrentFocusScopeId});
    set_rect(s.drawing.nodes.size() - 1, rect);
    return s.drawing.nodes.back();
}

Node& record_text(Role role, std::string_view name, const ImRect& rect) {
    Node& node = record(role, static_id(name), name, rect);
    node.key = key_path({});
    return node;
}

Node& open_node(Role role, unsigned id, std::string_view name, const ImRect& rect) {
    Node& node = record(role, id, name, rect);
    state().open.push_back(state().drawing.nodes.size() - 1);
    return node;
}

void close_node(const ImRect& rect) {
    set_rect(state().open.back(), rect);
    state().open.pop_back();
}

void close_node() { state().open.pop_back(); }

}  // namespace cppo::ui
