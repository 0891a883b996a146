// Labels that are defined terms: underlined with dots; their meaning appears on hover or, on touch
// screens, until the next touch.
#include <algorithm>

#include "ui/parts.hpp"

namespace cppo::ui {

namespace {

Meaning meanings = nullptr;
unsigned touched = 0;  // the last touched term

void draw_dots(float x0, float x1, float y) {
    const float step = px(3), dot = px(1);
    for (float x = x0; x + dot <= x1; x += step)
        ImGui::GetWindowDrawList()->AddRectFilled({x, y}, {x + dot, y + dot},
                                                  ink(theme().muted, 0.7f));
}

}  // namespace

void explain_with(Meaning meaning) { meanings = meaning; }

std::string_view meaning_of(std::string_view words) {
    return meanings ? meanings(words) : std::string_view();
}

void explain(Node& node, std::string_view words) {
    const std::string_view meaning = meaning_of(words);
    if (meaning.empty()) return;
    if (!node.description.empty()) node.description += ' ';
    node.description += meaning;
}

void draw_term(Type type, ImVec2 at, Color color, std::string_view words, float width) {
    draw_cut(type, at, color, words, width);
    const std::string_view meaning = meaning_of(words);
    if (meaning.empty()) return;
    const float shown = std::min(width, measure(type, words).x);
    const ImRect rect(at, at + ImVec2(shown, type.line));
    draw_dots(rect.Min.x, rect.Max.x, rect.Max.y - px(1));
    const bool over = ImGui::IsMouseHoveringRect(rect.Min, rect.Max) &&
                      ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows |
                                             ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    const unsigned id = static_id(words);
    if (ImGui::IsMouseClicked(0)) touched = over ? id : touched == id ? 0 : touched;
    if (over || (touch() && touched == id)) tooltip(meaning);
}

}  // namespace cppo::ui
