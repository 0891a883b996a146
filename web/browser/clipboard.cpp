// The clipboard. Dear ImGui copies and pastes inside the browser's own copy, cut and paste events,
// which need no permission. This file stores the text in between.
#include "browser/bridge.hpp"
#include "browser/page.hpp"

#include "imgui.h"

#include <string>

// clang-format off
EM_JS(void, js_copy, (const char* text), { Module["shell"].copy(UTF8ToString(text)); });
EM_JS(void, js_set_clipboard_data, (const char* text), {
    Module["shell"].setClipboardData(UTF8ToString(text));
});
// clang-format on

namespace cppo::web {
namespace {

struct Clipboard {
    std::string text;
    bool in_event = false;
};

Clipboard clipboard;

const char* get_text(void*) { return clipboard.text.c_str(); }

void set_text(void*, const char* text) {
    clipboard.text = text;
    // Outside an event, this is a click on Copy in a menu.
    if (clipboard.in_event) js_set_clipboard_data(text);
    else js_copy(text);
}

void press_shortcut(ImGuiKey key) {
    ImGuiIO& io = ImGui::GetIO();
    const ImGuiKey command = io.ConfigMacOSXBehaviors ? ImGuiMod_Super : ImGuiMod_Ctrl;
    io.AddKeyEvent(command, true);
    io.AddKeyEvent(key, true);
    io.AddKeyEvent(key, false);
    io.AddKeyEvent(command, false);
}

void run_event(ImGuiKey key) {
    note_input();
    clipboard.in_event = true;
    press_shortcut(key);
    draw_at_once();
    clipboard.in_event = false;
}

}  // namespace

void open_clipboard() {
    ImGui::GetIO().GetClipboardTextFn = get_text;
    ImGui::GetIO().SetClipboardTextFn = set_text;
}

void copy_text(std::string_view text) {
    clipboard.text = text;
    js_copy(clipboard.text.c_str());
}

}  // namespace cppo::web

CPPO_EXPORT void web_copy(int cut) { cppo::web::run_event(cut != 0 ? ImGuiKey_X : ImGuiKey_C); }

CPPO_EXPORT void web_paste(const char* text) {
    cppo::web::clipboard.text = text;
    cppo::web::run_event(ImGuiKey_V);
}
