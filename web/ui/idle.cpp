#include "ui/idle.hpp"

#include "imgui_internal.h"

#include <algorithm>
#include <iterator>

namespace cppo::web {
namespace {

// A new window is laid out over hidden frames; a scroll request is carried out in the next one. A
// child that is scrolled out of sight is hidden as well, but stays so and waits for nothing.
bool settling(const ImGuiWindow& window) {
    const bool child = (window.Flags & ImGuiWindowFlags_ChildWindow) != 0;
    return window.Active && ((window.HiddenFramesCanSkipItems > 0 && !child) ||
                             window.HiddenFramesCannotSkipItems > 0 || window.AutoFitFramesX > 0 ||
                             window.AutoFitFramesY > 0 || window.ScrollTarget.x < FLT_MAX ||
                             window.ScrollTarget.y < FLT_MAX);
}

bool moving(const ImGuiContext& g) {
    // Presses that came close together are spread over frames by the event queue.
    if (g.InputEventsQueue.Size > 0 || g.NavMoveSubmitted || g.NavInitRequest ||
        g.NavNextActivateId != 0) {
        return true;
    }
    // What is edited is told to the system's keyboard in the frame after.
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
