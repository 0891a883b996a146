// The semantics tree: every accessible element of the last frame, as plain values. Screen readers
// (through the DOM mirror), the audit and the tests all read this list. The widgets in ui:: record
// it; the host only calls frame_begin() and frame_end().
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/names.hpp"

namespace cppo::ui {

enum class Role : std::uint8_t {
    none,
    heading,
    text,
    button,
    link,
    textbox,
    checkbox,
    radio,
    radiogroup,
    combobox,
    listbox,
    option,
    tablist,
    tab,
    tabpanel,
    grid,
    row,
    columnheader,
    cell,
    dialog,
    alert,
    status,
    navigation,
    main,
    banner,
    group,
    list,
    listitem,
    image,
    progressbar,
    menu,
    menuitem
};

// The role's ARIA name, or "" if it has none.
const char* text(Role role);

struct Node {             // one accessible element of the last frame
    unsigned id = 0;      // ImGuiID, or a hash of the key path for static text
    unsigned parent = 0;  // 0 = root
    Role role = Role::none;
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;       // CSS pixels, clipped
    std::string name, value, description, key;  // key: stable path such as "deal/price", for tests
    std::int16_t level = 0;                     // heading level
    int row = -1, column = -1, rows = -1, columns = -1;
    bool disabled = false, checked = false, selected = false, expanded = false;
    bool has_expanded = false, required = false, invalid = false, readonly = false;
    bool multiline = false, modal = false, checkable = false, focused = false;
    bool pressable = false;  // a keyboard stop; pressing anything on it presses it
    std::string shortcut;    // aria-keyshortcuts
    std::string input_mode;  // "", "decimal", "numeric", "email"
    std::string placeholder;
};

struct Action {
    enum class Kind : std::uint8_t { activate, focus, set_text, scroll_into_view } kind;
    unsigned id;
    std::string text;
};

// The nodes of the last finished frame in reading order, parents before their children.
std::span<const Node> nodes();

// An action from the mirror. It takes effect at the start of the next frame.
void post(Action action);

// The item with the keyboard: the active item, else the one navigated to, else 0.
unsigned focused_id();

// The host must call these right after ImGui::NewFrame() and right before ImGui::Render().
void frame_begin();
void frame_end();

// After frame_end(): seconds until the page changes without input, such as when a message
// disappears; negative for never.
double seconds_to_change();

// Clears nodes, actions, open lists and messages, for a new Dear ImGui context.
void reset();

}  // namespace cppo::ui

namespace cppo {

template <>
struct Names<ui::Action::Kind> {
    static constexpr std::string_view list[] = {"activate", "focus", "set_text",
                                                "scroll_into_view"};
};

}  // namespace cppo
