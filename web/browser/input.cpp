// Passes pointer, wheel and keys to Dear ImGui's event queue, and decides which keys to keep from
// the browser.
#include "browser/bridge.hpp"
#include "browser/keys.hpp"
#include "browser/page.hpp"

#include "imgui.h"
#include "imgui_internal.h"

#include <algorithm>
#include <cfloat>
#include <vector>

// clang-format off
EM_JS(void, js_set_cursor, (const char* name), {
    Module["shell"].setCursor(UTF8ToString(name));
});
// clang-format on

namespace cppo::web {
namespace {

struct Keyboard {
    std::vector<int> claimed;
    int cursor = ImGuiMouseCursor_Arrow;
    // After an Escape that closed nothing, Tab leaves the canvas, so that the keyboard is not
    // trapped.
    bool tab_leaves = false;
};

Keyboard keyboard;

// The modifier bits used by the scripts.
enum Modifier { ctrl = 1, shift = 2, alt = 4, super = 8 };

const char* css_cursor(ImGuiMouseCursor cursor) {
    switch (cursor) {
        case ImGuiMouseCursor_TextInput: return "text";
        case ImGuiMouseCursor_ResizeAll: return "move";
        case ImGuiMouseCursor_ResizeNS: return "ns-resize";
        case ImGuiMouseCursor_ResizeEW: return "ew-resize";
        case ImGuiMouseCursor_ResizeNESW: return "nesw-resize";
        case ImGuiMouseCursor_ResizeNWSE: return "nwse-resize";
        case ImGuiMouseCursor_Hand: return "pointer";
        case ImGuiMouseCursor_NotAllowed: return "not-allowed";
        default: return "default";
    }
}

void add_modifiers(int modifiers) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, (modifiers & ctrl) != 0);
    io.AddKeyEvent(ImGuiMod_Shift, (modifiers & shift) != 0);
    io.AddKeyEvent(ImGuiMod_Alt, (modifiers & alt) != 0);
    io.AddKeyEvent(ImGuiMod_Super, (modifiers & super) != 0);
}

int chord_of(ImGuiKey key, int modifiers) {
    return key | ((modifiers & ctrl) ? ImGuiMod_Ctrl : 0) |
           ((modifiers & shift) ? ImGuiMod_Shift : 0) | ((modifiers & alt) ? ImGuiMod_Alt : 0) |
           ((modifiers & super) ? ImGuiMod_Super : 0);
}

int without_shortcut_alias(int chord) {
    if ((chord & ImGuiMod_Shortcut) == 0) return chord;
    return (chord & ~ImGuiMod_Shortcut) | (page().preferences.mac ? ImGuiMod_Super : ImGuiMod_Ctrl);
}

bool is_claimed(int chord) {
    return std::any_of(keyboard.claimed.begin(), keyboard.claimed.end(),
                       [chord](int claim) { return without_shortcut_alias(claim) == chord; });
}

// Keys that make a browser scroll, search, go back or edit its own copy of the text.
bool is_ours(ImGuiKey key, int modifiers, bool editing) {
    const int command = page().preferences.mac ? super : ctrl;
    const int by_word = page().preferences.mac ? alt : ctrl;
    const bool edits_words = (modifiers & ~(shift | command | by_word)) == 0;
    switch (key) {
        case ImGuiKey_Tab: return (modifiers & ~shift) == 0 && !keyboard.tab_leaves;
        case ImGuiKey_UpArrow:
        case ImGuiKey_DownArrow:
        case ImGuiKey_LeftArrow:
        case ImGuiKey_RightArrow:
        case ImGuiKey_Home:
        case ImGuiKey_End:
        case ImGuiKey_Backspace:
        case ImGuiKey_Delete: return editing ? edits_words : (modifiers & ~shift) == 0;
        case ImGuiKey_PageUp:
        case ImGuiKey_PageDown:
        case ImGuiKey_Enter:
        case ImGuiKey_KeypadEnter:
        case ImGuiKey_Escape: return (modifiers & ~shift) == 0;
        case ImGuiKey_Space:
        case ImGuiKey_Slash:
        case ImGuiKey_Apostrophe: return !editing && (modifiers & ~shift) == 0;
        case ImGuiKey_A:
        case ImGuiKey_Z:
        case ImGuiKey_Y: return editing && (modifiers & command) != 0 && (modifiers & alt) == 0;
        default: return false;
    }
}

// Keys that press something do so once, however long they are held.
bool repeats(ImGuiKey key, int modifiers) {
    return key != ImGuiKey_Enter && key != ImGuiKey_KeypadEnter && key != ImGuiKey_Space &&
           key != ImGuiKey_Escape && !is_claimed(chord_of(key, modifiers));
}

// The clipboard events handle these; see clipboard.cpp.
bool is_clipboard_key(ImGuiKey key, int modifiers) {
    const int command = page().preferences.mac ? super : ctrl;
    return (modifiers & ~shift) == command &&
           (key == ImGuiKey_C || key == ImGuiKey_X || key == ImGuiKey_V);
}

void note_escape() {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    keyboard.tab_leaves = g.ActiveId == 0 && g.OpenPopupStack.Size == 0;
}

}  // namespace

void update_cursor() {
    const int cursor = ImGui::GetMouseCursor();
    if (cursor == keyboard.cursor) return;
    keyboard.cursor = cursor;
    js_set_cursor(css_cursor(cursor));
}

void claim_shortcut(int chord) {
    std::vector<int>& claimed = keyboard.claimed;
    if (std::find(claimed.begin(), claimed.end(), chord) == claimed.end()) claimed.push_back(chord);
}

}  // namespace cppo::web

using namespace cppo::web;

// `what` as in Pointer; `source`: 0 mouse, 1 touch, 2 pen.
CPPO_EXPORT void web_pointer(int what, double x, double y, int button, int source) {
    note_input();
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(source == 1   ? ImGuiMouseSource_TouchScreen
                           : source == 2 ? ImGuiMouseSource_Pen
                                         : ImGuiMouseSource_Mouse);
    const auto kind = static_cast<Pointer>(what);
    if (kind == Pointer::left) {
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        return;
    }
    io.AddMousePosEvent(static_cast<float>(x), static_cast<float>(y));
    if (kind != Pointer::moved && button >= 0 && button < ImGuiMouseButton_COUNT)
        io.AddMouseButtonEvent(button, kind == Pointer::pressed);
}

// In wheel notches, positive up and left.
CPPO_EXPORT void web_wheel(double x, double y) {
    note_input();
    ImGui::GetIO().AddMouseWheelEvent(static_cast<float>(x), static_cast<float>(y));
}

// A finger moved the content under it by this many CSS pixels.
CPPO_EXPORT void web_drag(double x, double y) {
    // How far Dear ImGui scrolls per notch; see UpdateMouseWheel() in imgui.cpp.
    const double line = ImGui::GetFontSize();
    web_wheel(x / (2 * line), y / (5 * line));
}

// `how`: 0 released, 1 pressed, 2 held long enough for the system to repeat it. Returns whether to
// keep the key from the browser.
CPPO_EXPORT int web_key(int how, const char* code, const char* name, int modifiers, int editing) {
    const bool down = how != 0;
    note_input();
    add_modifiers(modifiers);
    const ImGuiKey key = key_of(code, name);
    if (key == ImGuiKey_None || is_clipboard_key(key, modifiers)) return 0;
    const bool leaves = key == ImGuiKey_Tab && keyboard.tab_leaves;
    if (down) {
        if (key == ImGuiKey_Escape) note_escape();
        else if (key != ImGuiKey_LeftShift && key != ImGuiKey_RightShift && !leaves)
            keyboard.tab_leaves = false;
    }
    if (leaves) return 0;
    if (how == 2 && repeats(key, modifiers)) ImGui::GetIO().AddKeyEvent(key, false);
    ImGui::GetIO().AddKeyEvent(key, down);
    return is_claimed(chord_of(key, modifiers)) || is_ours(key, modifiers, editing != 0);
}

CPPO_EXPORT void web_text(const char* text) {
    note_input();
    ImGui::GetIO().AddInputCharactersUTF8(text);
}

// A soft keyboard deletes without sending a key.
CPPO_EXPORT void web_delete_back(int count) {
    note_input();
    for (int i = 0; i < count; ++i) {
        ImGui::GetIO().AddKeyEvent(ImGuiKey_Backspace, true);
        ImGui::GetIO().AddKeyEvent(ImGuiKey_Backspace, false);
    }
}

// Releases every key, because browsers do not report the release of a key while Ctrl or Cmd is
// held.
CPPO_EXPORT void web_release_keys() {
    ImGuiIO& io = ImGui::GetIO();
    for (int key = ImGuiKey_Keyboard_BEGIN; key < ImGuiKey_Keyboard_END; ++key)
        io.AddKeyEvent(static_cast<ImGuiKey>(key), false);  // no effect on keys that are up
    add_modifiers(0);
    wake();
}

CPPO_EXPORT void web_focus(int focused) {
    keyboard.tab_leaves = false;
    ImGui::GetIO().AddFocusEvent(focused != 0);
    wake();
}

CPPO_EXPORT void web_draw_at_once() { draw_at_once(); }
