// The frame loop: requests one animation frame at a time, and none while nothing changes.
#include "browser/bridge.hpp"
#include "browser/page.hpp"
#include "ui/idle.hpp"
#include "ui/semantics.hpp"

#include "imgui.h"
#include "imgui_internal.h"

#include <emscripten/html5.h>

#include <algorithm>
#include <utility>

// clang-format off
EM_JS(void, js_frame_drawn, (int count), { Module["shell"].frameDrawn(count); });
// clang-format on

namespace cppo::web {
namespace {

// After a pause this long, a frame without drawing lets the time pass before new input is read.
constexpr double pause_seconds = 0.25;
// The most frames for one event that is handled at once: press and release need separate ones.
constexpr int frames_at_once = 8;

struct Loop {
    int frames_wanted = 0;
    int frames_drawn = 0;
    double drawn_at = 0;  // seconds
    double timer_at = 0;  // 0: no timer is set
    bool scheduled = false;
    bool drawing = false;
    bool stopped = false;  // after a crash, nothing runs anymore
};

Loop loop;

double now() { return emscripten_get_now() / 1000; }

void pass_time() {
    const double time = now();
    ImGui::GetIO().DeltaTime = static_cast<float>(std::max(time - loop.drawn_at, 0.0001));
    loop.drawn_at = time;
}

void build_frame() {
    ImGui::NewFrame();
    ui::frame_begin();
    page().hooks.frame();
    draw_composition();
    ui::frame_end();
}

void draw_frame() {
    loop.drawing = true;
    prepare_fonts();
    pass_time();
    build_frame();
    ImGui::Render();
    render_draw_data();
    synchronize_mirror();
    update_cursor();
    js_frame_drawn(++loop.frames_drawn);
    loop.drawing = false;
}

void catch_up() {
    loop.drawing = true;
    prepare_fonts();
    pass_time();
    build_frame();
    ImGui::EndFrame();
    loop.drawing = false;
}

EM_BOOL on_animation_frame(double, void*);

void schedule() {
    if (loop.scheduled) return;
    loop.scheduled = true;
    emscripten_request_animation_frame(on_animation_frame, nullptr);
}

void plan_next_frame() {
    for (const double wait :
         {seconds_to_next_frame(*ImGui::GetCurrentContext()), ui::seconds_to_change()}) {
        if (loop.frames_wanted > 0 || wait == 0 || writing_is_stale()) schedule();
        else if (wait > 0) wake_in(wait);
    }
}

// Keys in quick succession take one frame each; if frames are slow, only the last one is drawn.
void work_off_input() {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    for (int i = 1; i < frames_at_once && g.InputEventsQueue.Size > 1; ++i) catch_up();
}

EM_BOOL on_animation_frame(double, void*) {
    loop.scheduled = false;
    if (loop.stopped) return EM_FALSE;
    if (loop.frames_wanted > 0) --loop.frames_wanted;
    work_off_input();
    draw_frame();
    plan_next_frame();
    return EM_TRUE;  // ignored by 3.1.6: this requests one frame, not a loop
}

void on_timer(void*) {
    // An earlier timer may have replaced this one.
    if (loop.timer_at == 0 || now() + 0.001 < loop.timer_at) return;
    loop.timer_at = 0;
    wake(1);
}

}  // namespace

Page& page() {
    static Page the_page;
    return the_page;
}

void wake(int frames) {
    loop.frames_wanted = std::max(loop.frames_wanted, frames);
    schedule();
}

void wake_in(double seconds) {
    const double at = now() + seconds;
    if (loop.timer_at != 0 && loop.timer_at <= at) return;
    loop.timer_at = at;
    emscripten_async_call(on_timer, nullptr, static_cast<int>(seconds * 1000) + 1);
}

void note_input() {
    if (!loop.drawing && loop.frames_drawn > 0 && now() - loop.drawn_at > pause_seconds) catch_up();
    wake();
}

void draw_at_once() {
    // The first frame waits until the application has fully started.
    if (loop.drawing || loop.frames_drawn == 0) {
        wake();
        return;
    }
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    for (int i = 0; i < frames_at_once && (i == 0 || g.InputEventsQueue.Size > 0); ++i)
        draw_frame();
    wake();
}

void start(Hooks hooks) {
    page().hooks = std::move(hooks);
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    // The system repeats a key that is held, as its user has set it. Measured here, a slow frame
    // between press and release would count as many presses.
    io.KeyRepeatDelay = FLT_MAX;
    // Browsers never pass on Ctrl+Tab.
    ImGui::GetCurrentContext()->ConfigNavWindowingKeyNext = 0;
    ImGui::GetCurrentContext()->ConfigNavWindowingKeyPrev = 0;
    loop.drawn_at = now();
    open_text_input();
    open_clipboard();
    page().drawable = open_display();
    // Reports sizes and preferences, which requests the first frame.
    attach_scripts();
    if (!page().drawable) {
        show_problem(
            "This browser cannot draw the page",
            "CPPO Desk needs WebGL 2, which is turned off or missing in this browser. Your "
            "records are safe. Save them below to open them in another browser.");
    }
}

}  // namespace cppo::web

CPPO_EXPORT void web_wake() { cppo::web::wake(); }

CPPO_EXPORT void web_stop() { cppo::web::loop.stopped = true; }
