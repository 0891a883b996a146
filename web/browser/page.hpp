// Shared by the files of this folder: the page's state and the steps of a frame. The application
// includes platform.hpp instead.
#pragma once

#include "browser/platform.hpp"

#include <string>

namespace cppo::web {

struct Page {
    Hooks hooks;
    Preferences preferences;
    float scale = 1;
    bool fonts_stale = true;
    bool drawable = false;  // there is a WebGL context that is not lost
};

Page& page();

// --- loop.cpp ------------------------------------------------------------------------------------

// Call before an input event enters Dear ImGui's queue. After a pause, lets the time pass in a
// separate frame; otherwise, two clicks seconds apart would count as a double click.
void note_input();

// Draws immediately, inside the browser's event, until Dear ImGui's queue is empty.
void draw_at_once();

// --- display.cpp ---------------------------------------------------------------------------------

bool open_display();  // false without WebGL 2
void prepare_fonts();
void render_draw_data();

// --- input.cpp, text.cpp, clipboard.cpp, mirror.cpp ----------------------------------------------

void update_cursor();
void open_text_input();
void draw_composition();  // the text an input method is composing, at the caret
void open_clipboard();
void synchronize_mirror();

}  // namespace cppo::web
