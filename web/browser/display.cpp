// The drawing surface: its WebGL context, its size in both kinds of pixels, and what must be made
// again when the context or the density changes.
#include "browser/bits.hpp"
#include "browser/bridge.hpp"
#include "browser/page.hpp"
#include "ui/fonts.hpp"
#include "ui/writing.hpp"

#include "imgui.h"
#include "imgui_impl_opengl3.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

// clang-format off
EM_JS(void*, js_stamp, (const char* text, int weight, float pixels), {
    return Module["shell"].stamp(UTF8ToString(text), weight, pixels);
});
// clang-format on

namespace cppo::web {
namespace {

constexpr const char* canvas = "#canvas";

// --- whether the picture is another one
// -----------------------------------------------------------

// A number made of everything that is added, 64 bits at a time.
class Fingerprint {
  public:
    void add(const void* bytes, std::size_t size) {
        const auto* from = static_cast<const char*>(bytes);
        for (; size > 0; from += sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            const std::size_t part = std::min(size, sizeof word);
            std::memcpy(&word, from, part);
            size -= part;
            value_ = (value_ ^ word) * 0x9e3779b97f4a7c15;
            value_ ^= value_ >> 29;
        }
    }
    template <typename T>
    void add(const T& value) {
        add(&value, sizeof value);
    }
    template <typename T>
    void add(const ImVector<T>& values) {
        add(values.Data, static_cast<std::size_t>(values.size_in_bytes()));
    }
    std::uint64_t value() const { return value_; }

  private:
    std::uint64_t value_ = 0;
};

std::uint64_t fingerprint(const ImDrawData& data, ImVec4 background) {
    Fingerprint all;
    all.add(background);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        all.add(list.VtxBuffer);
        all.add(list.IdxBuffer);
        for (const ImDrawCmd& command : list.CmdBuffer) {
            all.add(command.ClipRect);
            all.add(command.TextureId);
            all.add(command.VtxOffset);
            all.add(command.IdxOffset);
            all.add(command.ElemCount);
        }
    }
    return all.value();
}

// The picture on the canvas; nothing while the canvas is empty or its textures have changed.
std::optional<std::uint64_t> on_canvas;

// --- the drawing surface
// --------------------------------------------------------------------------

EM_BOOL on_context_lost(int, const void*, void*) {
    page().drawable = false;
    return EM_TRUE;  // lets the browser restore the context later
}

EM_BOOL on_context_restored(int, const void*, void*) {
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    page().drawable = true;
    on_canvas.reset();
    page().fonts_stale = true;
    wake();
    return EM_TRUE;
}

// The system's fonts draw the scripts that ours lack; js_stamp packs five numbers and the pixels.
Stamp stamp(const std::string& text, int weight, float pixels) {
    auto* const packed = static_cast<std::uint8_t*>(js_stamp(text.c_str(), weight, pixels));
    float head[5];
    std::memcpy(head, packed, sizeof head);
    Stamp made{static_cast<int>(head[0]), static_cast<int>(head[1]), head[2], head[3], head[4]};
    const auto size = static_cast<std::size_t>(made.width) * static_cast<std::size_t>(made.height);
    made.alpha.assign(packed + sizeof head, packed + sizeof head + size);
    std::free(packed);
    return made;
}

float density() { return std::max(ImGui::GetIO().DisplayFramebufferScale.x, 0.5f); }

}  // namespace

bool open_display() {
    set_stamper(stamp);
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.alpha = attributes.depth = attributes.stencil = attributes.antialias = EM_FALSE;
    attributes.preserveDrawingBuffer = EM_FALSE;
    attributes.enableExtensionsByDefault = EM_FALSE;
    attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context =
        emscripten_webgl_create_context(canvas, &attributes);
    if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS)
        return false;
    emscripten_set_webglcontextlost_callback(canvas, nullptr, EM_FALSE, on_context_lost);
    emscripten_set_webglcontextrestored_callback(canvas, nullptr, EM_FALSE, on_context_restored);
    return ImGui_ImplOpenGL3_Init("#version 300 es");
}

void prepare_fonts() {
    if (page().fonts_stale || writing_is_stale()) {
        page().fonts_stale = false;
        build_fonts(density(), page().scale);
        if (page().drawable) ImGui_ImplOpenGL3_DestroyFontsTexture();
    }
    if (!page().drawable) {
        // Screen readers still work without a picture, but Dear ImGui requires a built atlas.
        if (!ImGui::GetIO().Fonts->IsBuilt()) ImGui::GetIO().Fonts->Build();
        return;
    }
    ImGui_ImplOpenGL3_NewFrame();
    if (ImGui::GetIO().Fonts->TexID != 0) return;
    ImGui_ImplOpenGL3_CreateFontsTexture();
    on_canvas.reset();
}

void render_draw_data() {
    if (!page().drawable) return;
    const ImGuiIO& io = ImGui::GetIO();
    const ImVec4 background = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
    // Most frames only settle what the one before has changed. The canvas keeps its picture.
    const std::uint64_t picture = fingerprint(*ImGui::GetDrawData(), background);
    if (std::exchange(on_canvas, picture) == picture) return;
    glViewport(0, 0, static_cast<int>(io.DisplaySize.x * io.DisplayFramebufferScale.x + 0.5f),
               static_cast<int>(io.DisplaySize.y * io.DisplayFramebufferScale.y + 0.5f));
    glClearColor(background.x, background.y, background.z, 1.0f);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

const Preferences& preferences() { return page().preferences; }

void set_scale(float scale) {
    const float clamped = std::clamp(scale, 0.8f, 2.0f);
    if (clamped == page().scale) return;
    page().scale = clamped;
    page().fonts_stale = true;
    wake();
}

float scale() { return page().scale; }

}  // namespace cppo::web

// Reports the canvas's size in CSS pixels (`width` × `height`) and in device pixels. Called, and
// drawn, in the task that resizes the canvas, because resizing clears it.
CPPO_EXPORT void web_resize(double width, double height, int device_width, int device_height) {
    using namespace cppo::web;
    if (width <= 0 || height <= 0) return;
    ImGuiIO& io = ImGui::GetIO();
    const ImVec2 before = io.DisplayFramebufferScale;
    io.DisplaySize = ImVec2(static_cast<float>(width), static_cast<float>(height));
    io.DisplayFramebufferScale = ImVec2(static_cast<float>(device_width / width),
                                        static_cast<float>(device_height / height));
    on_canvas.reset();
    // Rounding of the canvas's size to whole pixels is no reason to redraw every glyph.
    if (std::abs(io.DisplayFramebufferScale.x - before.x) > 0.02f) page().fonts_stale = true;
    draw_at_once();
}

// Bits in the order of preference_bits.
CPPO_EXPORT void web_preferences(int bits) {
    using namespace cppo::web;
    Preferences& preferences = page().preferences;
    for (std::size_t i = 0; i < std::size(preference_bits); ++i)
        preferences.*preference_bits[i].member = ((bits >> i) & 1) != 0;
    ImGuiIO& io = ImGui::GetIO();
    io.ConfigMacOSXBehaviors = preferences.mac;
    io.ConfigInputTextCursorBlink = !preferences.reduced_motion;
    if (page().hooks.preferences) page().hooks.preferences(preferences);
    wake();
}
