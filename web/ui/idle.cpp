#include "ui/idle.hpp"

#include "imgui_internal.h"

#include <algorithm>
#include <iterator>

namespace cppo::web {
namespace {

// Dear ImGui lays out a new window over hidden frames and executes a scroll request in the next
// frame. A child scrolled out of sight is also hidden, but needs no further frames.
bool settling(const ImGuiWindow& window) {
    const bool child = (window.Flags & ImGuiWindowFlags_ChildWindow) != 0;
    return window.Active && ((window.HiddenFramesCanSkipItems > 0 && !child) ||
                             window.HiddenFramesCannotSkipItems > 0 || window.AutoFitFramesX > 0 ||
                             window.AutoFitFramesY > 0 || window.ScrollTarget.x < FLT_MAX ||
                             window.ScrollTarget.y < FLT_MAX);
}

bool moving(const ImGuiContext& g) {
    // The event queue spreads presses in quick succession over several frames.
    if (g.InputEventsQueue.Size > 0 || g.NavMoveSubmitted || g.NavInitRequest ||
        g.NavNextActivateId != 0) {
        return true;
    }
    // Dear ImGui reports the edited field to the system's input method one frame later.
    if (g.ActiveId != g.ActiveIdPreviousFrame) return true;
    if (std::any_of(std::begin(g.IO.MouseDown), std::end(g.IO.MouseDown), [](bool d) { return d; }))
        return true;
    if (g.DimBgRatio > 0.0f && g.DimBgRatio < 1.0f) return true;
    return std::any_of(g.Windows.begin(), g.Windows.end(),
                       [](const ImGuiWindow* window) { return settling(*window); });
}

double sooner(double a, double b) { return a < 0 ? b : b < 0 ? a : std::min(a, b); }

}  // namespace

double seconds_to_next_frame(const ImGuiContext& g) {
    if (moving(g)) return 0;
    double wait = -1;
    if (g.HoverItemDelayId != 0 && g.HoverItemDelayTimer < g.Style.HoverDelayNormal)
        wait = g.Style.HoverDelayNormal - g.HoverItemDelayTimer;
    if (g.IO.ConfigInputTextCursorBlink && g.IO.WantTextInput) wait = sooner(wait, 0.4);
    return wait;
}

}  // namespace cppo::web
