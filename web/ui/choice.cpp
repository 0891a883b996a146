#include <algorithm>
#include <cmath>

#include "ui/parts.hpp"

namespace cppo::ui {

namespace {

const Option* option_named(std::span<const Option> options, std::string_view key) {
    const auto found = std::find_if(options.begin(), options.end(),
                                    [key](const Option& option) { return option.key == key; });
    return found == options.end() ? nullptr : &*found;
}

float line_top(const ImRect& rect, Type type) {
    return std::floor(rect.GetCenter().y - type.line / 2);
}

bool choose(const std::string& key, std::string& chosen) {
    const bool changed = chosen != key;
    chosen = key;
    return changed;
}

}  // namespace

bool combo(const FieldSpec& spec, const std::vector<Option>& options, std::string& chosen) {
    const Scope scope(spec.key);
    if (!spec.unlabelled) draw_label(spec.label, spec.required);
    if (!spec.unlabelled) gap_before(px(3));
    const ImRect box = take(0, control_height());
    const Press p = press("box", box, spec.readonly);
    const bool open = menu_is_open("options");
    const Theme& t = theme();
    const Color line = !spec.error.empty() ? t.bad
                       : p.hovered         ? mix(t.hairline, t.muted, 0.5f)
                                           : t.hairline;
    draw_box(box, spec.readonly ? t.raised : t.background, line, px(6));
    const Option* current = option_named(options, chosen);
    const std::string& shown = current ? current->label : spec.placeholder;
    draw_cut(body(), {box.Min.x + px(10), line_top(box, body())}, current ? t.text : t.muted, shown,
             box.GetWidth() - px(36));
    draw_icon(Icon::chevron_down, {box.Max.x - px(16), box.GetCenter().y}, px(12), t.muted);
    if (p.focused || open) draw_active_ring(box);

    Node& node = record_field(Role::combobox, p.id, spec, box);
    node.value = current ? current->label : "";
    node.has_expanded = true;
    node.expanded = open;
    if (p.pressed) open_menu("options");
    std::size_t picked = 0;
    const Menu menu{"options", spec.label, Role::listbox, Role::option, options, chosen};
    const bool changed = draw_menu(menu, box, picked) && choose(options[picked].key, chosen);
    draw_note(spec);
    return changed;
}

bool checkbox(const FieldSpec& spec, bool& on) {
    const Scope scope(spec.key);
    const Theme& t = theme();
    const float indent = px(26);
    const float wrap = flow().width() - indent;
    const float height = measure(body(), spec.label, wrap).y;
    const ImRect rect = take(0, std::max(height, touch() ? control_height() : px(24)));
    const Press p = press("box", rect, spec.readonly);
    if (p.pressed) on = !on;
    const float top = std::floor(rect.GetCenter().y - height / 2);
    const ImVec2 corner{rect.Min.x, top + px(1)};
    const ImRect box(corner, corner + ImVec2(px(18), px(18)));
    draw_box(box, on ? t.accent : t.background,
             on ? t.accent : mix(t.hairline, t.muted, p.hovered ? 1.0f : 0.6f), px(4));
    if (on) draw_icon(Icon::check, box.GetCenter(), px(14), t.on_accent);
    draw(body(), {rect.Min.x + indent, top}, spec.readonly ? t.muted : t.text, spec.label, wrap);
    if (p.focused) draw_focus(box, px(4));
    Node& node = record_field(Role::checkbox, p.id, spec, rect);
    node.checkable = true;
    node.checked = on;
    node.disabled = spec.readonly;
    draw_note(spec, indent);
    return p.pressed;
}

namespace {

bool radio(const Option& option, bool on) {
    const Theme& t = theme();
    const float indent = px(26);
    const float wrap = flow().width() - indent;
    const float words = measure(body(), option.label, wrap).y;
    const float note = option.note.empty() ? 0 : measure(label(), option.note, wrap).y;
    const ImRect rect = take(0, std::max(words + note, touch() ? control_height() : px(24)));
    const Press p = press(option.key, rect);
    const float top = std::floor(rect.GetCenter().y - (words + note) / 2);
    const ImVec2 middle{rect.Min.x + px(9), top + px(10)};
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (on) {
        list->AddCircleFilled(middle, px(9), ink(t.accent));
        list->AddCircleFilled(middle, px(3), ink(t.on_accent));
    } else {
        list->AddCircle(middle, px(8), ink(mix(t.hairline, t.muted, p.hovered ? 1.0f : 0.6f)), 0,
                        px(1));
    }
    draw(body(), {rect.Min.x + indent, top}, t.text, option.label, wrap);
    draw(label(), {rect.Min.x + indent, top + words}, t.muted, option.note, wrap);
    if (p.focused)
        draw_focus({middle - ImVec2(px(9), px(9)), middle + ImVec2(px(9), px(9))}, px(9));
    Node& node = record(Role::radio, p.id, option.label, rect);
    node.key = key_path(option.key);
    node.description = option.note;
    node.checkable = true;
    node.checked = on;
    return p.pressed;
}

}  // namespace

bool radios(const FieldSpec& spec, const std::vector<Option>& options, std::string& chosen) {
    const Scope scope(spec.key);
    const float top = flow().y;
    const ImRect start(flow().x0, top, flow().x1, top);
    Node& node = open_node(Role::radiogroup, static_id("radios"), spec.label, start);
    node.key = key_path({});
    node.description = spec.error.empty() ? spec.help : spec.error;
    node.required = spec.required;
    node.invalid = !spec.error.empty();
    draw_label(spec.label, spec.required);
    bool changed = false;
    for (const Option& option : options) {
        gap_before(px(4));
        if (radio(option, option.key == chosen)) changed = choose(option.key, chosen) || changed;
    }
    draw_note(spec);
    close_node({start.Min.x, top, start.Max.x, flow().y});
    return changed;
}

namespace {

bool segment(const Option& option, const ImRect& rect, bool on) {
    const Theme& t = theme();
    const Press p = press(option.key, rect);
    ImRect inner = rect;
    inner.Expand(-px(2));
    if (on) draw_box(inner, t.surface, t.hairline, px(4));
    const Color color = on || p.hovered ? t.text : t.muted;
    const float width = std::min(measure(body_strong(), option.label).x, rect.GetWidth() - px(8));
    draw_cut(on ? body_strong() : body(),
             {std::floor(rect.GetCenter().x - width / 2), line_top(rect, body())}, color,
             option.label, width);
    if (p.focused) draw_focus(inner, px(4));
    Node& node = record(Role::radio, p.id, option.label, rect);
    node.key = key_path(option.key);
    node.checkable = true;
    node.checked = on;
    return p.pressed;
}

}  // namespace

bool segments(std::string_view key, std::string_view name, const std::vector<Option>& options,
              std::string& chosen) {
    const Scope scope(key);
    float width = 0;
    for (const Option& option : options) width += measure(body_strong(), option.label).x + px(28);
    const ImRect box = take(width, control_height());
    const float squeeze = box.GetWidth() / width;
    draw_box(box, theme().raised, theme().hairline, px(6));
    open_node(Role::radiogroup, static_id("segments"), name, box).key = key_path({});
    bool changed = false;
    float x = box.Min.x;
    for (const Option& option : options) {
        const float next = x + (measure(body_strong(), option.label).x + px(28)) * squeeze;
        if (segment(option, {x, box.Min.y, next, box.Max.y}, option.key == chosen))
            changed = choose(option.key, chosen);
        x = next;
    }
    close_node();
    return changed;
}

namespace {

bool draw_tab(const Option& option, const ImRect& rect, bool on) {
    const Theme& t = theme();
    const Press p = press(option.key, rect);
    draw(on ? body_strong() : body(), {rect.Min.x, line_top(rect, body())},
         on || p.hovered ? t.text : t.muted, option.label);
    if (on)
        ImGui::GetWindowDrawList()->AddRectFilled({rect.Min.x, rect.Max.y - px(2)}, rect.Max,
                                                  ink(t.accent));
    if (p.focused)
        draw_focus({rect.Min - ImVec2(px(4), -px(4)), rect.Max + ImVec2(px(4), -px(6))}, px(4));
    Node& node = record(Role::tab, p.id, option.label, rect);
    node.key = key_path(option.key);
    node.selected = on;
    return p.pressed;
}

// How many tabs fit on the line. If not all of them fit, leaves room for "More".
std::size_t count_fitting(std::span<const Option> options, float gap, float room) {
    const float more = measure(body_strong(), "More").x + px(20);
    float x = 0;
    std::size_t fit = 0;
    for (std::size_t i = 0; i < options.size(); ++i) {
        x += measure(body_strong(), options[i].label).x;
        if (x + (i + 1 < options.size() ? gap + more : 0) <= room) fit = i + 1;
        x += gap;
    }
    return x - gap <= room ? options.size() : std::max<std::size_t>(fit, 1);
}

bool draw_more(std::span<const Option> rest, const ImRect& rect, std::string& chosen) {
    const Theme& t = theme();
    const Option* current = option_named(rest, chosen);
    const Press p = press("more", rect);
    draw(current ? body_strong() : body(), {rect.Min.x, line_top(rect, body())},
         current || p.hovered ? t.text : t.muted, "More");
    draw_icon(Icon::chevron_down, {rect.Max.x - px(6), rect.GetCenter().y}, px(10), t.muted);
    if (current)
        ImGui::GetWindowDrawList()->AddRectFilled({rect.Min.x, rect.Max.y - px(2)}, rect.Max,
                                                  ink(t.accent));
    if (p.focused)
        draw_focus({rect.Min - ImVec2(px(4), -px(4)), rect.Max + ImVec2(px(4), -px(6))}, px(4));
    Node& node = record(Role::button, p.id, "More", rect);
    node.key = key_path("more");
    node.value = current ? current->label : "";
    node.has_expanded = true;
    node.expanded = menu_is_open("rest");
    if (p.pressed) open_menu("rest");
    std::size_t picked = 0;
    const Menu menu{"rest", "More", Role::menu, Role::menuitem, rest, chosen};
    return draw_menu(menu, rect, picked) && choose(rest[picked].key, chosen);
}

}  // namespace

bool tabs(std::string_view key, std::string_view name, const std::vector<Option>& options,
          std::string& chosen) {
    const Scope scope(key);
    const ImRect line = take(0, touch() ? control_height() : px(36));
    draw_hairline({line.Min.x, line.Max.y - px(1)}, line.GetWidth());
    open_node(Role::tablist, static_id("tabs"), name, line).key = key_path({});
    const float gap = px(narrow() ? 16 : 20);
    const std::size_t fit = count_fitting(options, gap, line.GetWidth());
    bool changed = false;
    float x = line.Min.x;
    const std::span<const Option> shown(options);
    for (const Option& option : shown.first(fit)) {
        const float width = measure(body_strong(), option.label).x;
        if (draw_tab(option, {x, line.Min.y, x + width, line.Max.y}, option.key == chosen))
            changed = choose(option.key, chosen);
        x += width + gap;
    }
    if (fit < options.size()) {
        const float width = measure(body_strong(), "More").x + px(18);
        changed = draw_more(shown.subspan(fit), {x, line.Min.y, x + width, line.Max.y}, chosen) ||
                  changed;
    }
    close_node();
    return changed;
}

}  // namespace cppo::ui
