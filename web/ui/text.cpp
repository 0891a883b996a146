#include <algorithm>
#include <cmath>

#include "ui/parts.hpp"

namespace cppo::ui {

namespace {

// Draws words in the flow: wrapped in a stack, on one line (cut at the edge) in a row.
ImRect set(Type type, Color color, std::string_view words) {
    const bool in_row = flow().row_height > 0;
    const ImVec2 size = measure(type, words, in_row ? 0 : flow().width());
    const ImRect rect = take(in_row ? size.x : 0, size.y);
    if (in_row) draw_cut(type, rect.Min, color, words, rect.GetWidth());
    else draw(type, rect.Min, color, words, rect.GetWidth());
    return {rect.Min, {std::min(rect.Max.x, rect.Min.x + size.x), rect.Max.y}};
}

}  // namespace

void heading(int level, std::string_view words) {
    const ImRect rect = set(level == 1 ? title() : body_strong(), theme().text, words);
    record_text(Role::heading, words, rect).level = static_cast<std::int16_t>(level);
}

void text(std::string_view words) {
    record_text(Role::text, words, set(body(), theme().text, words));
}

void strong(std::string_view words) {
    record_text(Role::text, words, set(body_strong(), theme().text, words));
}

void muted(std::string_view words) {
    record_text(Role::text, words, set(body(), theme().muted, words));
}

void small(std::string_view words) {
    record_text(Role::text, words, set(label(), theme().muted, words));
}

bool link(std::string_view key, std::string_view words) {
    const float width = measure(body(), words).x;
    const ImRect rect = take(width, touch() ? control_height() : body().line);
    const Press p = press(key, rect);
    Node& node = record(Role::link, p.id, words, rect);
    node.key = key_path(key);
    const float top = rect.Min.y + std::floor((rect.GetHeight() - body().line) / 2);
    const Color color = p.held ? mix(theme().accent, theme().text, 0.4f) : theme().accent;
    draw_cut(body(), {rect.Min.x, top}, color, words, rect.GetWidth());
    if (p.hovered)
        ImGui::GetWindowDrawList()->AddLine({rect.Min.x, top + px(18)}, {rect.Max.x, top + px(18)},
                                            ink(color));
    if (p.focused) draw_focus(rect, px(4));
    return p.pressed;
}

void draw_mark(ImVec2 middle, Tone tone) {
    const ImVec2 half{px(5), px(5)};
    ImGui::GetWindowDrawList()->AddRectFilled(middle - half, middle + half, ink(mark(tone)), px(2));
}

ImVec2 chip_size(const Chip& chip) {
    const float dot = chip.tone >= Tone::isv ? px(14) : 0;
    return {measure(label(), chip.text).x + px(16) + dot, px(20)};
}

void draw_chip(const Chip& chip, ImVec2 at) {
    const ImVec2 size = chip_size(chip);
    const ImRect rect(at,
                      at + ImVec2(std::min(size.x, std::max(px(24), flow().x1 - at.x)), size.y));
    draw_box(rect, tint(chip.tone), edge(chip.tone), size.y / 2);
    float x = at.x + px(8);
    if (chip.tone >= Tone::isv) {
        ImGui::GetWindowDrawList()->AddCircleFilled({x + px(4), at.y + size.y / 2}, px(4),
                                                    ink(mark(chip.tone)));
        x += px(14);
    }
    draw_cut(label(), {x, at.y + px(1)}, chip_text(chip.tone), chip.text, rect.Max.x - px(8) - x);
    record_text(Role::text, chip.text, rect);
}

void chip(const Chip& chip) {
    const ImVec2 size = chip_size(chip);
    draw_chip(chip, take(size.x, size.y).Min);
}

void chips(const std::vector<Chip>& chips) {
    Row row(20);
    for (const Chip& one : chips) chip(one);
}

void pill(std::string_view state, Tone tone) {
    const ImRect rect = take(measure(label(), state).x + px(12), label().line);
    ImGui::GetWindowDrawList()->AddCircleFilled(
        {rect.Min.x + px(4), rect.Min.y + rect.GetHeight() / 2}, px(3), ink(mark(tone)));
    draw_cut(label(), {rect.Min.x + px(12), rect.Min.y}, chip_text(tone), state,
             rect.GetWidth() - px(12));
    record_text(Role::text, state, rect);
}

// Values take room from names, but never all of it.
static float names_width(const std::vector<Fact>& facts) {
    float names = 0, values = 0;
    for (const Fact& fact : facts) {
        names = std::max(names, measure(body(), fact.name).x);
        values = std::max(values, measure(body(), fact.value).x);
    }
    const float width = flow().width(), left = width - values - px(16);
    return std::floor(std::min({names, width * 0.45f, std::max(left, width * 0.3f)}));
}

void facts(std::string_view key, std::string_view name, const std::vector<Fact>& facts) {
    const Scope scope(key);
    const float names = names_width(facts);
    const float top = flow().y;
    open_node(Role::list, static_id("list"), name, {flow().x0, top, flow().x1, top}).key =
        key_path({});
    for (const Fact& fact : facts) {
        const Type type = fact.strong ? body_bold() : body();
        const float wrap = flow().width() - names - px(16);
        const ImVec2 left = measure(body(), fact.name, names);
        const ImVec2 size = measure(type, fact.value, wrap);
        const ImRect rect = take(0, std::max(left.y, size.y) + px(8));
        gap_before(0);
        const float y = rect.Min.y + px(4);
        if (left.y > body().line) draw(body(), {rect.Min.x, y}, theme().muted, fact.name, names);
        else draw_term(body(), {rect.Min.x, y}, theme().muted, fact.name, names);
        const float x = fact.number ? rect.Max.x - size.x : rect.Min.x + names + px(16);
        draw(type, {x, y}, theme().text, fact.value, wrap);
        Node& node = record_text(Role::listitem, fact.name, rect);
        node.value = fact.value;
        explain(node, fact.name);
    }
    close_node({flow().x0, top, flow().x1, flow().y});
    flow().next_gap = -1;
}

void hairline() {
    const ImRect rect = take(0, px(1));
    draw_hairline(rect.Min, rect.GetWidth());
}

void space(float pixels) {
    gap_before(0);
    take(0, px(pixels));
    gap_before(0);
}

}  // namespace cppo::ui
