// What appears over the page: opened lists, dialogs, messages.

#include <algorithm>
#include <cmath>

#include "ui/parts.hpp"
#include "ui/state.hpp"

namespace cppo::ui {

namespace {

constexpr ImGuiWindowFlags plain_window =
    ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoCollapse;

struct Message {
    std::string words;
    Tone tone = Tone::neutral;
    double until = -1;
};
Message message;
int popups_before = 0;  // open at the end of the last frame

bool draw_option(const Menu& menu, const Option& option, const ImRect& rect) {
    const Theme& t = theme();
    const bool chosen = option.key == menu.chosen;
    const Press p = press(option.key, rect);
    if (chosen && ImGui::IsWindowAppearing()) ImGui::SetItemDefaultFocus();
    if (p.hovered || p.focused) draw_box(rect, t.raised, t.raised, px(4));
    if (p.focused) {
        ImRect inner = rect;
        inner.Expand(-px(2));
        draw_focus(inner, px(2));
    }
    const float top = std::floor(rect.GetCenter().y - body().line / 2);
    const float note = option.note.empty() ? 0 : measure(label(), option.note).x + px(12);
    draw_cut(chosen ? body_strong() : body(), {rect.Min.x + px(8), top}, t.text, option.label,
             rect.GetWidth() - px(36) - note);
    draw(label(), {rect.Max.x - px(28) - note + px(12), top + px(1)}, t.muted, option.note);
    if (chosen) draw_icon(Icon::check, {rect.Max.x - px(16), rect.GetCenter().y}, px(14), t.accent);
    Node& node = record(menu.item, p.id, option.label, rect);
    node.key = key_path(option.key);
    node.description = option.note;
    node.selected = chosen;
    return p.pressed;
}

ImVec2 menu_size(const Menu& menu, const ImRect& anchor) {
    float width = anchor.GetWidth();
    for (const Option& option : menu.options) {
        const float note = option.note.empty() ? 0 : measure(label(), option.note).x + px(12);
        width = std::max(width, measure(body_strong(), option.label).x + px(56) + note);
    }
    const float rows = std::min(8.5f, static_cast<float>(menu.options.size()));
    const float most = ImGui::GetIO().DisplaySize.x - px(16);
    return {std::min(width, most), rows * row_height() + px(8)};
}

// Below the anchor, or above it if there is more room; never beyond the page's edge.
ImVec2 menu_place(const ImRect& anchor, ImVec2 size) {
    const ImVec2 page = ImGui::GetIO().DisplaySize;
    const float x = std::clamp(anchor.Min.x, px(8), std::max(px(8), page.x - size.x - px(8)));
    const bool under = anchor.Max.y + px(4) + size.y <= page.y || anchor.Min.y < size.y;
    return {x, under ? anchor.Max.y + px(4) : anchor.Min.y - px(4) - size.y};
}

}  // namespace

bool menu_is_open(const char* key) { return ImGui::IsPopupOpen(key); }

void open_menu(const char* key) { ImGui::OpenPopup(key); }

bool draw_menu(const Menu& menu, const ImRect& anchor, std::size_t& picked) {
    if (!menu_is_open(menu.key)) return false;
    const ImVec2 size = menu_size(menu, anchor);
    ImGui::SetNextWindowPos(menu_place(anchor, size));
    ImGui::SetNextWindowSize(size);
    if (!ImGui::BeginPopup(menu.key, plain_window)) return false;
    const ImGuiWindow* window = ImGui::GetCurrentWindow();
    const float edge = px(4);
    const float top = window->Pos.y - window->Scroll.y + edge;
    push_flow(
        {.x0 = window->Pos.x + edge, .x1 = window->Pos.x + size.x - edge, .y = top, .gap = 0});
    open_node(menu.list, static_id(menu.key), menu.name, window->Rect()).key = key_path(menu.key);
    bool chosen = false;
    for (std::size_t i = 0; i < menu.options.size(); ++i)
        if (draw_option(menu, menu.options[i], take(0, row_height()))) {
            picked = i;
            chosen = true;
            ImGui::CloseCurrentPopup();
        }
    take(0, edge);
    close_node();
    pop_flow();
    ImGui::EndPopup();
    return chosen;
}

namespace {

bool asked_to_close(bool beside) {
    const bool menu_was_open = popups_before > GImGui->BeginPopupStack.Size;
    const bool front = ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows);
    if (menu_was_open || !front) return false;
    const bool escape = ImGui::IsKeyPressed(ImGuiKey_Escape, false) && GImGui->ActiveId == 0;
    const bool click = beside && ImGui::IsMouseClicked(0) &&
                       !ImGui::IsMouseHoveringRect(ImGui::GetCurrentWindow()->Pos,
                                                   ImGui::GetCurrentWindow()->Rect().Max, false);
    return (escape || click) && !ImGui::IsWindowAppearing();
}

}  // namespace

bool begin_modal(std::string_view key, std::string_view name, bool& open, const ImRect& place,
                 bool at_left) {
    const std::string id = "##" + key_path(key);
    if (open && !ImGui::IsPopupOpen(id.c_str())) ImGui::OpenPopup(id.c_str());
    if (!open)  // Dear ImGui closes dialogs that are not drawn.
        return false;
    if (at_left) {
        ImGui::SetNextWindowPos(place.Min);
        ImGui::SetNextWindowSize(place.GetSize());
    } else {
        ImGui::SetNextWindowPos(place.GetCenter(), ImGuiCond_Always, {0.5f, 0.5f});
        ImGui::SetNextWindowSizeConstraints({place.GetWidth(), 0}, place.GetSize());
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, place.Min.x <= 0 ? 0 : px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, px(1));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, ink(theme().surface));
    const ImGuiWindowFlags size = at_left ? 0 : ImGuiWindowFlags_AlwaysAutoResize;
    const bool shown = ImGui::BeginPopupModal(id.c_str(), nullptr, plain_window | size);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    if (!shown) return false;
    if (ImGui::IsWindowAppearing()) {
        ImGui::SetKeyboardFocusHere();
        dismiss_toast();
    }
    if (asked_to_close(at_left)) open = false;
    push_key(key);
    Node& node =
        open_node(Role::dialog, static_id("dialog"), name, ImGui::GetCurrentWindow()->Rect());
    node.key = key_path({});
    node.modal = true;
    return true;
}

void end_modal() {
    close_node(ImGui::GetCurrentWindow()->Rect());
    pop_key();
    ImGui::EndPopup();
}

Dialog::Dialog(std::string_view key, std::string_view title, bool& open, float width)
    : open_(&open) {
    const ImVec2 page = ImGui::GetIO().DisplaySize;
    const float edge = px(14);
    const float wide = std::min(px(width), page.x - 2 * edge);
    const ImVec2 corner{(page.x - wide) / 2, edge};
    const ImRect place(corner, {corner.x + wide, page.y - edge});
    shown_ = begin_modal(key, title, open, place, false);
    if (!shown_) return;
    const ImGuiWindow* window = ImGui::GetCurrentWindow();
    const float padding = px(20);
    push_flow({.x0 = window->Pos.x + padding,
               .x1 = window->Pos.x + wide - padding,
               .y = window->Pos.y - window->Scroll.y + padding,
               .gap = px(12)});
    const ImRect head = take(0, measure(ui::title(), title, wide - 2 * padding - px(36)).y);
    draw(ui::title(), head.Min, theme().text, title, wide - 2 * padding - px(36));
    record_text(Role::heading, title, {head.Min, head.Max - ImVec2(px(36), 0)}).level = 1;
}

Dialog::~Dialog() {
    if (!shown_) return;
    const float x1 = flow().x1;
    take(0, px(8));
    pop_flow();
    const ImGuiWindow* window = ImGui::GetCurrentWindow();
    const float side = touch() ? px(44) : px(32);
    const ImVec2 corner{x1 - side + px(8), window->Pos.y - window->Scroll.y + px(34) - side / 2};
    // Drawn last, so that Tab reaches it last.
    if (icon_button("close", "Close", Icon::cross, {corner, corner + ImVec2(side, side)}))
        *open_ = false;
    end_modal();
}

void toast(std::string_view words, Tone tone) {
    message = {std::string(words), tone, ImGui::GetTime() + 5};
}

void dismiss_toast() { message = {}; }

namespace {

void draw_message() {
    const double left = message.until - ImGui::GetTime();
    if (left <= 0) return;
    wake_within(static_cast<float>(left));
    const ImVec2 page = ImGui::GetIO().DisplaySize;
    const float wrap = std::min(px(420), page.x - px(28) - px(40));
    const ImVec2 words = measure(body_strong(), message.words, wrap);
    const ImVec2 size{words.x + px(40), words.y + px(20)};
    const float above = narrow() ? px(76) : px(20);
    ImGui::SetNextWindowPos({std::floor((page.x - size.x) / 2), page.y - size.y - above});
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ink(theme().text));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(8));
    ImGui::Begin("##message", nullptr,
                 plain_window | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoFocusOnAppearing |
                     ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    const ImVec2 at = ImGui::GetWindowPos();
    ImGui::GetWindowDrawList()->AddCircleFilled(
        at + ImVec2(px(16), px(20)), px(4), ink(mix(mark(message.tone), theme().surface, 0.4f)));
    draw(body_strong(), at + ImVec2(px(28), px(10)), theme().surface, message.words, wrap);
    record_text(Role::status, message.words, {at, at + size});
    ImGui::End();
}

}  // namespace

void overlays_end() {
    draw_message();
    popups_before = GImGui->OpenPopupStack.Size;
}

void reset_overlays() {
    message = {};
    popups_before = 0;
}

}  // namespace cppo::ui
