// Maps a browser's key event to Dear ImGui's key: by letter for letters, so that shortcuts follow
// the user's keyboard layout, and by position for most other keys.
#pragma once

#include "imgui.h"

#include <string_view>

namespace cppo::web {

// `code` and `key` as in KeyboardEvent. Returns ImGuiKey_None for keys that are not used.
ImGuiKey key_of(std::string_view code, std::string_view key);

}  // namespace cppo::web
