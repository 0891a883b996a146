#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/parts.hpp"
#include "ui/state.hpp"
#include "ui/writing.hpp"

namespace cppo::ui {

namespace {

// The field being edited (there is at most one) and its text before editing.
struct Editing {
    ImGuiID id = 0;
    std::string before;
    bool changed = false;
};
Editing editing;
// A field that lost the keyboard to one drawn above it, until it is drawn again itself.
Editing just_left;

int grow(ImGuiInputTextCallbackData* data) {
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        auto* text = static_cast<std::string*>(data->UserData);
        text->resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = text->data();
    }
    return 0;
}

Color box_border(const FieldSpec& spec, bool hovered) {
    const Theme& t = theme();
    if (!spec.error.empty()) return t.bad;
    return hovered && !spec.readonly ? mix(t.hairline, t.muted, 0.5f) : t.hairline;
}

// Dear ImGui's text input inside our own box. Returns true while it has the keyboard.
bool input(const FieldSpec& spec, std::string& text, const ImRect& box, float width) {
    const float pad = px(10);
    const float type = body().font->FontSize;
    const float above = spec.multiline ? px(6) : std::floor((box.GetHeight() - type) / 2);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(pad, above));
    ImGui::PushFont(body().font);
    ImGui::SetCursorScreenPos(box.Min);
    ImGuiInputTextFlags flags = ImGuiInputTextFlags_CallbackResize;
    if (spec.readonly) flags |= ImGuiInputTextFlags_ReadOnly;
    const std::string name = "##" + spec.key;
    if (spec.multiline)
        ImGui::InputTextMultiline(name.c_str(), text.data(), text.capacity() + 1,
                                  {width, box.GetHeight()}, flags, grow, &text);
    else {
        ImGui::SetNextItemWidth(width);
        ImGui::InputTextWithHint(name.c_str(), spec.placeholder.c_str(), text.data(),
                                 text.capacity() + 1, flags, grow, &text);
    }
    ImGui::PopFont();
    ImGui::PopStyleVar();
    return ImGui::GetActiveID() == ImGui::GetID(name.c_str());
}

// Detects when editing starts and ends. A command is due if it ended with a different text.
FieldResult follow_editing(ImGuiID id, bool active, const std::string& before,
                           const std::string& typed) {
    FieldResult result{.changed = typed != before, .committed = false};
    if (active && editing.id != id) {
        just_left = std::exchange(editing, {id, before, false});
    } else if (!active && (editing.id == id || just_left.id == id)) {
        Editing& ended = editing.id == id ? editing : just_left;
        result.committed = typed != ended.before;
        ended = {};
    }
    if (active && editing.id == id) editing.changed = typed != editing.before;
    return result;
}

// The clipboard's rows, if they are being pasted into the field.
std::string pasted_rows() {
    const bool paste = ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeySuper;
    if (!paste || !ImGui::IsKeyPressed(ImGuiKey_V, false)) return {};
    const char* clipboard = ImGui::GetClipboardText();
    const std::string rows = clipboard ? clipboard : "";
    const auto line = rows.find('\n');
    const bool several =
        rows.find('\t') != rows.npos || (line != rows.npos && line + 1 < rows.size());
    return several ? rows : std::string();
}

std::string in_fours(const std::string& digits) {
    std::string spaced;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % 4 == 0) spaced += ' ';
        spaced += digits[i];
    }
    return spaced;
}

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

FieldResult edit(const FieldSpec& spec, std::string& typed, bool grouped) {
    const Scope scope(spec.key);
    if (!spec.unlabelled) draw_label(spec.label, spec.required);
    if (!spec.unlabelled) gap_before(px(3));
    const float lines = spec.multiline ? px(20 * 5 + 12) : control_height();
    const ImRect box = take(0, lines);
    const float suffix = spec.suffix.empty() ? 0 : measure(body(), spec.suffix).x + px(10);
    const ImGuiID id = ImGui::GetID(("##" + spec.key).c_str());
    const bool hovered = ImGui::IsMouseHoveringRect(box.Min, box.Max) &&
                         ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows);
    draw_box(box, spec.readonly ? theme().raised : theme().background, box_border(spec, hovered),
             px(6));

    const std::string before = typed;
    const std::string offered = grouped ? in_fours(typed) : typed;
    std::string shown = offered;
    web::ask_for_letters(shown);
    std::string rows;
    if (spec.takes_rows && ImGui::GetActiveID() == id) rows = pasted_rows();
    bool active = input(spec, shown, box, box.GetWidth() - suffix);
    if (!rows.empty()) {
        ImGui::ClearActiveID();
        active = false;
        shown = offered;
    }
    if (shown != offered) typed = grouped ? without_spaces(shown) : shown;
    FieldResult result = follow_editing(id, active, before, typed);
    if (const std::string* set = take_text(id); set && !spec.readonly) {
        typed = grouped ? without_spaces(*set) : *set;
        result.changed = result.committed = typed != before;
        editing = {};
    }
    result.rows = std::move(rows);
    if (active && grouped && ImGui::GetIO().KeyCtrl &&
        (ImGui::IsKeyPressed(ImGuiKey_C) || ImGui::IsKeyPressed(ImGuiKey_X)))
        ImGui::SetClipboardText(without_spaces(ImGui::GetClipboardText()).c_str());

    const bool focused = GImGui->NavId == id && !GImGui->NavDisableHighlight;
    if (active || focused) draw_active_ring(box);
    draw(body(), {box.Max.x - suffix, box.Min.y + std::floor((box.GetHeight() - body().line) / 2)},
         theme().muted, spec.suffix);

    Node& node = record_field(Role::textbox, id, spec, box);
    node.value = typed;
    node.multiline = spec.multiline;
    node.input_mode = spec.input_mode;
    node.placeholder = spec.placeholder;
    draw_note(spec);
    return result;
}

}  // namespace

void reset_fields() { editing = just_left = {}; }

void draw_note(const FieldSpec& spec, float indent) {
    const std::string& words = spec.error.empty() ? spec.help : spec.error;
    if (words.empty()) return;
    gap_before(px(2));
    const float width = flow().width() - indent;
    ImRect rect = take(0, measure(label(), words, width).y);
    rect.Min.x += indent;
    draw(label(), rect.Min, spec.error.empty() ? theme().muted : theme().bad, words, width);
    record_text(Role::text, words, rect);
}

Node& record_field(Role role, ImGuiID id, const FieldSpec& spec, const ImRect& rect) {
    Node& node = record(role, id, spec.label, rect);
    node.key = key_path({});
    node.description = spec.error.empty() ? spec.help : spec.error;
    explain(node, spec.label);
    node.required = spec.required;
    node.invalid = !spec.error.empty();
    node.readonly = spec.readonly;
    return node;
}

void draw_label(std::string_view words, bool required) {
    const float wrap = flow().width() - (required ? px(10) : 0);
    const ImVec2 size = measure(label_strong(), words, wrap);
    const ImRect rect = take(0, size.y);
    if (size.y > label_strong().line) draw(label_strong(), rect.Min, theme().muted, words, wrap);
    else draw_term(label_strong(), rect.Min, theme().muted, words, wrap);
    if (required) draw(label_strong(), {rect.Min.x + size.x + px(3), rect.Min.y}, theme().bad, "*");
}

bool is_half_typed() {
    return ImGui::GetIO().WantTextInput && editing.id == ImGui::GetActiveID() && editing.changed;
}

void draw_active_ring(const ImRect& box) {
    ImRect ring = box;
    ring.Expand(px(1) * 0.5f);
    ImGui::GetWindowDrawList()->AddRect(ring.Min, ring.Max, ink(theme().accent), px(6), 0, px(2));
}

FieldResult field(const FieldSpec& spec, std::string& typed) { return edit(spec, typed, false); }

FieldResult money_field(FieldSpec spec, std::string_view currency, std::string& typed) {
    spec.suffix = currency;
    spec.input_mode = "decimal";
    return edit(spec, typed, false);
}

FieldResult percent_field(FieldSpec spec, std::string& typed) {
    spec.suffix = "%";
    spec.input_mode = "decimal";
    return edit(spec, typed, false);
}

FieldResult date_field(FieldSpec spec, std::string& typed) {
    if (spec.placeholder.empty()) spec.placeholder = "2026-08-22";
    spec.input_mode = "numeric";
    return edit(spec, typed, false);
}

FieldResult account_field(FieldSpec spec, std::string& typed) {
    if (spec.placeholder.empty()) spec.placeholder = "1111 2222 3333";
    spec.input_mode = "numeric";
    return edit(spec, typed, true);
}

}  // namespace cppo::ui
