#include <algorithm>
#include <cmath>

#include "ui/parts.hpp"

namespace cppo::ui {

namespace {

struct Paint {
    Color fill, border, text;
};

Paint paint_of(const Button& button, const Press& p) {
    const Theme& t = theme();
    if (!button.disabled_because.empty()) return {t.raised, t.hairline, t.muted};
    const float pressed = p.held ? 0.16f : p.hovered ? 0.08f : 0.0f;
    switch (button.kind) {
        case ButtonKind::primary: {
            const Color fill = mix(t.accent, t.text, pressed);
            return {fill, fill, t.on_accent};
        }
        case ButtonKind::danger: {
            const Color fill = mix(t.surface, t.bad, pressed);
            return {fill, mix(t.hairline, t.bad, 0.6f), t.bad};
        }
        case ButtonKind::quiet: {
            const Color fill = mix(t.surface, t.text, pressed);
            return {fill, fill, t.accent};
        }
        case ButtonKind::secondary: break;
    }
    return {mix(t.surface, t.text, pressed), t.hairline, t.text};
}

bool wants_tooltip() {
    return ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip | ImGuiHoveredFlags_AllowWhenDisabled);
}

}  // namespace

ImVec2 button_size(const Button& button, bool compact) {
    const float padding = px(compact ? 10 : 12);
    const float height = compact && !touch() ? px(26) : control_height();
    return {measure(body_strong(), button.label).x + 2 * padding, height};
}

bool draw_button(const Button& button, const ImRect& rect) {
    const bool disabled = !button.disabled_because.empty();
    const Press p = press(button.key, rect, disabled);
    const std::string& more = disabled ? button.disabled_because : button.description;
    Node& node = record(Role::button, p.id, button.label, rect);
    node.key = key_path(button.key);
    node.disabled = disabled;
    node.description = more;
    node.shortcut = button.shortcut;
    if (!more.empty() && wants_tooltip()) tooltip(more);

    const Paint paint = paint_of(button, p);
    if (button.kind != ButtonKind::quiet || p.hovered || p.held)
        draw_box(rect, paint.fill, paint.border, px(6));
    const float width = std::min(measure(body_strong(), button.label).x, rect.GetWidth() - px(8));
    const ImVec2 at{std::floor(rect.GetCenter().x - width / 2),
                    std::floor(rect.GetCenter().y - body_strong().line / 2)};
    draw_cut(body_strong(), at, paint.text, button.label, width);
    if (p.focused) draw_focus(rect, px(6));
    return p.pressed;
}

bool button(const Button& button) {
    const ImVec2 size = button_size(button, false);
    return draw_button(button, take(size.x, size.y));
}

float buttons_width(std::span<const Button> buttons, bool compact, float gap) {
    float width = 0;
    for (const Button& one : buttons) width += button_size(one, compact).x + (width > 0 ? gap : 0);
    return width;
}

void draw_buttons(std::span<const Button> buttons, float right, float middle, bool compact,
                  float gap, std::string& pressed) {
    // Placed from the right, but recorded and tabbed through from the left.
    float x = right - buttons_width(buttons, compact, gap);
    for (const Button& one : buttons) {
        const ImVec2 size = button_size(one, compact);
        const float y = std::floor(middle - size.y / 2);
        if (draw_button(one, {x, y, x + size.x, y + size.y})) pressed = one.key;
        x += size.x + gap;
    }
}

std::string buttons(const std::vector<Button>& buttons, bool at_end) {
    std::string pressed;
    const float width = buttons_width(buttons, false, px(8));
    if (at_end && width <= flow().width()) {
        gap_before(px(20));
        const ImRect rect = take(0, control_height());
        draw_buttons(buttons, rect.Max.x, rect.GetCenter().y, false, px(8), pressed);
        return pressed;
    }
    Row row;
    for (const Button& one : buttons)
        if (button(one)) pressed = one.key;
    return pressed;
}

bool icon_button(std::string_view key, std::string_view name, Icon icon, const ImRect& rect,
                 bool quiet) {
    const Press p = press(key, rect);
    record(Role::button, p.id, name, rect).key = key_path(key);
    if (p.hovered || p.held) draw_box(rect, theme().raised, theme().raised, px(6));
    draw_icon(icon, rect.GetCenter(), px(16), quiet ? theme().muted : theme().text);
    if (wants_tooltip()) tooltip(name);
    if (p.focused) draw_focus(rect, px(6));
    return p.pressed;
}

}  // namespace cppo::ui
