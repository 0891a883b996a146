// Decides when Dear ImGui still has something to show without further input. Otherwise the page
// draws no frames.
#pragma once

#include "imgui.h"

namespace cppo::web {

// Seconds until the next frame is due: 0 for now, negative for never. Call it right after a frame.
double seconds_to_next_frame(const ImGuiContext& context);

}  // namespace cppo::web
