// Sends a frame's accessible nodes, packed, to their mirror in the page's document, but only if one
// of them changed: an unchanged page costs two hashes and no script.
//
// The packing, little-endian, read by web/browser/mirror.ts: the number of nodes, then for each
//   u32 id, parent, hash of everything except the rectangle; u8 role; u8 heading level; u16 flags;
//   f32 x0 y0 x1 y1; i32 row, column, rows, columns;
//   name, value, description, key, shortcut, input mode: u32 length and UTF-8, padded to 4 bytes.
#include "browser/bridge.hpp"
#include "browser/page.hpp"
#include "ui/semantics.hpp"

#include "imgui.h"
#include "imgui_internal.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <string>

// clang-format off
EM_JS(void, js_mirror, (const void* bytes, int size), {
    Module["shell"].mirror(HEAPU8.subarray(bytes, bytes + size));
});
EM_JS(void, js_focus, (unsigned id, int text, int from, int to), {
    Module["shell"].focus(id >>> 0, text !== 0, from, to);
});
// clang-format on

namespace cppo::web {
namespace {

constexpr std::size_t nodes_max = 2000;

struct Hash {
    std::uint32_t value = 2166136261u;
    void add(const void* bytes, std::size_t size) {
        const auto* byte = static_cast<const unsigned char*>(bytes);
        for (std::size_t i = 0; i < size; ++i) value = (value ^ byte[i]) * 16777619u;
    }
};

class Packer {
  public:
    explicit Packer(std::string& out) : out_(out) {}

    template <typename T>
    void put(T value) {
        out_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void put_text(const std::string& text) {
        put(static_cast<std::uint32_t>(text.size()));
        out_ += text;
        out_.append((4 - text.size() % 4) % 4, '\0');
    }

  private:
    std::string& out_;
};

std::uint16_t flags_of(const ui::Node& node) {
    const bool flags[] = {node.disabled,     node.checked,  node.selected,  node.expanded,
                          node.has_expanded, node.required, node.invalid,   node.readonly,
                          node.multiline,    node.modal,    node.checkable, node.pressable};
    std::uint16_t bits = 0;
    for (std::size_t i = 0; i < std::size(flags); ++i)
        bits = static_cast<std::uint16_t>(bits | (flags[i] ? 1 << i : 0));
    return bits;
}

// Without the rectangle, so that a scrolled node counts as unchanged.
void pack(const ui::Node& node, std::string& out) {
    Packer packer(out);
    packer.put(node.id);
    packer.put(node.parent);
    const std::size_t hash_at = out.size();
    packer.put(std::uint32_t{0});
    const std::size_t head_at = out.size();
    packer.put(static_cast<std::uint8_t>(node.role));
    packer.put(static_cast<std::uint8_t>(std::clamp<int>(node.level, 0, 6)));
    packer.put(flags_of(node));
    const std::size_t rectangle_at = out.size();
    for (const float side : {node.x0, node.y0, node.x1, node.y1}) packer.put(side);
    const std::size_t rest_at = out.size();
    for (const int number : {node.row, node.column, node.rows, node.columns})
        packer.put(static_cast<std::int32_t>(number));
    for (const std::string* text : {&node.name, &node.value, &node.description, &node.key,
                                    &node.shortcut, &node.input_mode, &node.placeholder}) {
        packer.put_text(*text);
    }
    Hash hash;
    hash.add(out.data() + head_at, rectangle_at - head_at);
    hash.add(out.data() + rest_at, out.size() - rest_at);
    std::memcpy(out.data() + hash_at, &hash.value, sizeof hash.value);
}

struct Focus {
    unsigned id = 0;
    bool text = false;
    int from = 0;
    int to = 0;
    friend bool operator==(const Focus&, const Focus&) = default;
};

Focus current_focus() {
    Focus focus;
    focus.id = ui::focused_id();
    focus.text = ImGui::GetIO().WantTextInput;
    if (const ImGuiInputTextState* state = ImGui::GetInputTextState(focus.id)) {
        // In units of ImWchar, which equal JavaScript's UTF-16 units for all characters in our
        // fonts.
        focus.from = state->GetSelectionStart();
        focus.to = state->GetSelectionEnd();
        if (!state->HasSelection()) focus.from = focus.to = state->GetCursorPos();
    }
    return focus;
}

struct Sent {
    std::string packed;
    Focus focus;
};

Sent sent;

}  // namespace

void synchronize_mirror() {
    const std::span<const ui::Node> all = ui::nodes();
    const std::span<const ui::Node> nodes = all.first(std::min(all.size(), nodes_max));
    std::string packed;
    packed.reserve(sent.packed.size());
    Packer(packed).put(static_cast<std::uint32_t>(nodes.size()));
    for (const ui::Node& node : nodes) pack(node, packed);
    const Focus focus = current_focus();
    const bool nodes_changed = packed != sent.packed;
    if (nodes_changed) {
        js_mirror(packed.data(), static_cast<int>(packed.size()));
        sent.packed.swap(packed);
    }
    if (nodes_changed || focus != sent.focus) {
        sent.focus = focus;
        js_focus(focus.id, focus.text, focus.from, focus.to);
    }
}

}  // namespace cppo::web

// `kind` as in ui::Action::Kind.
CPPO_EXPORT void web_post(int kind, unsigned id, const char* text) {
    using namespace cppo;
    web::note_input();
    ui::post({static_cast<ui::Action::Kind>(kind), id, text});
}

// The name of each role number, in the order of ui::Role. The scripts ask for them once.
CPPO_EXPORT const char* web_role(int role) {
    return cppo::ui::text(static_cast<cppo::ui::Role>(role));
}
