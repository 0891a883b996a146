// What the platform's own files share: the state of the page and the steps of a frame. Not for the
// application, which includes platform.hpp.
#pragma once

#include "browser/platform.hpp"

#include "base/names.hpp"

#include <string>

namespace cppo::web {

struct Page {
    Hooks hooks;
    Preferences preferences;
    float scale = 1;
    bool fonts_stale = true;
    bool drawable = false;  // there is a WebGL context and it is not lost
};

Page& page();

// --- loop.cpp ------------------------------------------------------------------------------------

// Before an input event enters Dear ImGui's queue. After a pause it first lets the paused time pass
// in a frame of its own; otherwise two clicks seconds apart would count as a double click.
void note_input();

// Draws now, in the browser's event, until Dear ImGui's queue is empty.
void draw_at_once();

// --- display.cpp ---------------------------------------------------------------------------------

bool open_display();  // false: no WebGL 2
void prepare_fonts();
void render_draw_data();

// What a pointer did.
enum class Pointer : std::uint8_t { moved, pressed, released, left };

// --- input.cpp, text.cpp, clipboard.cpp, mirror.cpp ----------------------------------------------

void update_cursor();
void open_text_input();
void draw_composition();  // the text an input method is still composing, at the caret
void open_clipboard();
void synchronize_mirror();

}  // namespace cppo::web

namespace cppo {

template <>
struct Names<web::Pointer> {
    static constexpr std::string_view list[] = {"moved", "pressed", "released", "left"};
};

}  // namespace cppo
