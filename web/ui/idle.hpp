// When Dear ImGui has more to show without further input: the rule that lets the page stand still.
#pragma once

#include "imgui.h"

namespace cppo::web {

// Seconds until the next frame is due: 0 at once, negative never. Asked right after a frame.
double seconds_to_next_frame(const ImGuiContext& context);

}  // namespace cppo::web
