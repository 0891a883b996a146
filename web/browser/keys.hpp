// From a browser's key event to Dear ImGui's key: by position for most keys, by letter for letters,
// so that shortcuts follow the person's keyboard layout.
#pragma once

#include "imgui.h"

#include <string_view>

namespace cppo::web {

// `code` and `key` as in KeyboardEvent. ImGuiKey_None for keys nobody asks for.
ImGuiKey key_of(std::string_view code, std::string_view key);

}  // namespace cppo::web
