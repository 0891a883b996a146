// The palette, which searches everything, and the keyboard shortcuts that work everywhere.

#include <algorithm>
#include <cmath>

#include "ui/parts.hpp"

namespace cppo::ui {

namespace {

bool draw_found(const Option& option, bool first, const ImRect& rect) {
    const Theme& t = theme();
    const Press p = press(option.key, rect);
    if (first) draw_chosen(rect, px(4));
    else if (p.hovered || p.focused) draw_box(rect, t.raised, t.raised, px(4));
    if (p.focused) {
        ImRect inner = rect;
        inner.Expand(-px(2));
        draw_focus(inner, px(2));
    }
    const float top = std::floor(rect.GetCenter().y - body().line / 2);
    const float note = measure(label(), option.note).x;
    draw_cut(body(), {rect.Min.x + px(10), top}, t.text, option.label,
             rect.GetWidth() - px(36) - note);
    draw(label(), {rect.Max.x - px(10) - note, top + px(1)}, t.muted, option.note);
    Node& node = record(Role::option, p.id, option.label, rect);
    node.key = key_path(option.key);
    node.description = option.note;
    node.selected = first;
    return p.pressed;
}

// The results, which scroll under the fixed field.
std::string draw_all_found(const std::vector<Option>& found, bool typing, const ImRect& rect) {
    begin_part("found", rect, theme().surface, true);
    std::string picked;
    const float top = rect.Min.y - ImGui::GetScrollY();
    const float right = ImGui::GetCurrentWindow()->InnerRect.Max.x;  // without the scroll bar
    push_flow({.x0 = rect.Min.x, .x1 = right, .y = top, .gap = 0});
    open_node(Role::listbox, static_id("found"), "Found", rect).key = key_path("found");
    for (const Option& option : found)
        if (draw_found(option, &option == &found.front() && typing, take(0, row_height())))
            picked = option.key;
    close_node();
    if (found.empty()) {
        const ImRect words = take(0, row_height());
        draw(body(), words.Min + ImVec2(px(10), px(8)), theme().muted, "Nothing matches.");
        record_text(Role::status, "Nothing matches.", words);
    }
    pop_flow();
    end_part();
    return picked;
}

bool refocus = false;  // Enter took the keyboard from the field, but there was no result

ImRect palette_place(std::size_t found) {
    const ImVec2 page = ImGui::GetIO().DisplaySize;
    const float width = std::min(px(560), page.x - px(28));
    const float x = std::floor((page.x - width) / 2);
    const float y = px(narrow() ? 14 : 64);
    const float rows = std::clamp(static_cast<float>(found), 1.0f, 10.5f) * row_height();
    const float height = control_height() + rows + px(24);
    return {x, y, x + width, std::min(y + height, page.y - px(14))};
}

}  // namespace

std::string palette(std::string_view key, std::string_view name, bool& open, std::string& typed,
                    const std::vector<Option>& found) {
    const ImRect place = palette_place(found.size());
    if (!begin_modal(key, name, open, place, true)) return {};
    std::string picked;
    const float edge = px(8);
    push_flow(
        {.x0 = place.Min.x + edge, .x1 = place.Max.x - edge, .y = place.Min.y + edge, .gap = 0});
    if (refocus || pressed(Shortcut::palette)) ImGui::SetKeyboardFocusHere();
    const bool typing = GImGui->ActiveId != 0;
    const bool enter = typing && (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
                                  ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
    field({.key = "search",
           .label = std::string(name),
           .placeholder = std::string(name),
           .unlabelled = true},
          typed);
    if (enter && !found.empty()) picked = found.front().key;
    refocus = enter && found.empty();
    gap_before(px(8));
    const float top = take(0, 0).Min.y;
    pop_flow();
    const ImRect rest(place.Min.x + edge, top, place.Max.x - edge, place.Max.y - edge);
    const std::string pressed_key = draw_all_found(found, typing, rest);
    if (!pressed_key.empty()) picked = pressed_key;
    end_modal();
    if (!picked.empty()) open = false;
    return picked;
}

// ---- Shortcuts ---------------------------------------------------------------------------------

namespace {

struct Keys {
    Shortcut shortcut;
    int chord;
    std::string_view text;
};

constexpr Keys all_keys[] = {
    {Shortcut::palette, ImGuiMod_Shortcut | ImGuiKey_K, "Ctrl K"},
    {Shortcut::take_back, ImGuiMod_Shortcut | ImGuiKey_Z, "Ctrl Z"},
    {Shortcut::do_again, ImGuiMod_Shortcut | ImGuiMod_Shift | ImGuiKey_Z, "Ctrl Shift Z"},
    {Shortcut::do_again, ImGuiMod_Shortcut | ImGuiKey_Y, "Ctrl Y"},
};

}  // namespace

bool pressed(Shortcut shortcut) {
    bool asked = false;
    for (const Keys& each : all_keys)
        asked = asked || (each.shortcut == shortcut && ImGui::IsKeyChordPressed(each.chord));
    if (!asked || shortcut == Shortcut::palette) return asked;
    // A field undoes its own typing; if nothing was typed in it, the page handles the shortcut.
    if (is_half_typed()) return false;
    ImGui::ClearActiveID();
    return true;
}

std::string_view text(Shortcut shortcut) {
    for (const Keys& each : all_keys)
        if (each.shortcut == shortcut) return each.text;
    return {};
}

std::vector<int> shortcuts() {
    std::vector<int> chords;
    for (const Keys& each : all_keys) chords.push_back(each.chord);
    return chords;
}

}  // namespace cppo::ui
