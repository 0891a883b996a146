// The frame around every screen: a rail or drawer with the places, the top bar, the content and, on
// narrow screens, the main action at the bottom. All are children of one window, so that Tab
// reaches everything.

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/parts.hpp"
#include "ui/state.hpp"

namespace cppo::ui {

namespace {

constexpr float rail_width = 200;
constexpr float bar_height = 48;
constexpr float widest_content = 1440;

float page_edge() { return px(narrow() ? 14 : 20); }

float foot_height() { return control_height() + px(20); }

const Button* main_action(const PageSpec& spec) {
    const auto found = std::find_if(spec.actions.begin(), spec.actions.end(),
                                    [](const Button& b) { return b.kind == ButtonKind::primary; });
    return found == spec.actions.end() ? nullptr : &*found;
}

// ---- Places ----------------------------------------------------------------------------------

bool draw_place(const Place& place, bool current, const ImRect& rect) {
    const Theme& t = theme();
    const Press p = press(place.key, rect);
    if (current) draw_chosen(rect, px(6));
    else if (p.hovered || p.held) draw_box(rect, t.raised, t.raised, px(6));
    if (p.focused) {
        ImRect inner = rect;
        inner.Expand(-px(2));
        draw_focus(inner, px(4));
    }
    const float top = std::floor(rect.GetCenter().y - body().line / 2);
    const std::string count = place.count < 0 ? "" : std::to_string(place.count);
    const float right = measure(body_strong(), count).x;
    const Color color = current ? t.accent : t.muted;
    draw_cut(current ? body_strong() : body(), {rect.Min.x + px(10), top}, color, place.label,
             rect.GetWidth() - px(28) - right);
    draw(body_strong(), {rect.Max.x - px(10) - right, top}, color, count);
    Node& node = record(Role::link, p.id, place.label, rect);
    node.key = key_path(place.key);
    node.selected = current;
    node.description = count;
    return p.pressed;
}

void draw_places(std::span<const Place> places, const std::string& current, float x, float width,
                 std::string& go) {
    const float height = touch() ? control_height() : px(32);
    for (const Place& place : places) {
        const ImRect line = take(0, height);
        if (draw_place(place, place.key == current, {x, line.Min.y, x + width, line.Max.y}))
            go = place.key;
    }
}

float places_height(std::size_t count) {
    return static_cast<float>(count) * ((touch() ? control_height() : px(32)) + px(2));
}

// The product name, the places and, at the bottom, the places used less often.
void draw_rail(const PageSpec& spec, const ImRect& rect, std::string& go) {
    const Scope scope("places");
    open_node(Role::navigation, static_id("places"), "Places", rect).key = key_path({});
    const float top = rect.Min.y - ImGui::GetScrollY();
    push_flow({.x0 = rect.Min.x, .x1 = rect.Max.x, .y = top + px(18), .gap = px(2)});
    const ImRect name = take(0, px(20));
    draw_cut(body_bold(), {name.Min.x + px(18), name.Min.y}, theme().text, spec.product,
             rect.GetWidth() - px(36));
    record_text(Role::text, spec.product, name);
    gap_before(px(16));
    const float x = rect.Min.x + px(8), width = rect.GetWidth() - px(17);
    draw_places(spec.places, spec.current, x, width, go);
    const float start = rect.Max.y - px(10) - places_height(spec.below.size());
    flow().y = std::max(flow().y + px(16), start);
    draw_places(spec.below, spec.current, x, width, go);
    take(0, px(6));
    pop_flow();
    close_node();
}

// ---- Top bar -----------------------------------------------------------------------------------

// "Ctrl K" → "Control+K", for screen readers.
std::string aria_keys(std::string keys) {
    std::replace(keys.begin(), keys.end(), ' ', '+');
    return keys.starts_with("Ctrl") ? "Control" + keys.substr(4) : keys;
}

bool draw_search(const PageSpec& spec, const ImRect& rect) {
    const Theme& t = theme();
    const Press p = press("search", rect);
    draw_box(rect, t.surface, p.hovered ? mix(t.hairline, t.muted, 0.5f) : t.hairline, px(6));
    const std::string shown_keys = touch() ? "" : spec.search_keys;
    const float keys = measure(body(), shown_keys).x;
    const float top = std::floor(rect.GetCenter().y - body().line / 2);
    draw_cut(body(), {rect.Min.x + px(10), top}, t.muted, spec.search,
             rect.GetWidth() - px(30) - keys);
    draw(body(), {rect.Max.x - px(10) - keys, top}, t.muted, shown_keys);
    if (p.focused) draw_focus(rect, px(6));
    Node& node = record(Role::button, p.id, spec.search, rect);
    node.key = key_path("search");
    node.shortcut = aria_keys(spec.search_keys);
    return p.pressed;
}

// The save state at the right. Returns its left edge.
float draw_saved(const Chip& saved, float right, float middle) {
    if (saved.text.empty()) return right;
    const float width = measure(label(), saved.text).x + px(12);
    const ImVec2 at{right - width, std::floor(middle - label().line / 2)};
    ImGui::GetWindowDrawList()->AddCircleFilled({at.x + px(3), middle}, px(3),
                                                ink(mark(saved.tone)));
    draw(label(), {at.x + px(12), at.y}, mark(saved.tone), saved.text);
    const ImRect rect(at, {right, at.y + label().line});
    Node& node = record(Role::status, static_id("saved"), saved.text, rect);
    node.key = key_path("saved");
    return at.x;
}

void draw_trail(const PageSpec& spec, float x, float right, float middle, std::string& go) {
    const float top = std::floor(middle - body().line / 2);
    if (!narrow())
        for (const Place& place : spec.trail) {
            const float width = measure(body(), place.label).x;
            const ImRect rect(x, top, x + width, top + body().line);
            const Press p = press(place.key, rect);
            draw(body(), rect.Min, p.hovered ? theme().text : theme().muted, place.label);
            if (p.focused) draw_focus(rect, px(4));
            record(Role::link, p.id, place.label, rect).key = key_path(place.key);
            if (p.pressed) go = place.key;
            draw(body(), {rect.Max.x + px(4), top}, theme().muted, "/");
            x = rect.Max.x + px(18);
        }
    const float width = std::min(measure(body_strong(), spec.title).x, right - x);
    const ImRect rect(x, top, x + width, top + body().line);
    draw_cut(body_strong(), rect.Min, theme().text, spec.title, width);
    // If the content also starts with the title, that one is the page's heading.
    const bool heading = narrow() || !spec.titled;
    record_text(heading ? Role::heading : Role::text, spec.title, rect).level = heading ? 1 : 0;
}

// Undo and Redo, each only if there is a step for it, and Search if it has no field of its own.
// Returns their left edge.
float draw_turns(const PageSpec& spec, float right, float middle, PageEvents& events) {
    const float side = px(touch() ? 44 : 32);
    const auto turn = [&](std::string_view key, std::string_view verb, const std::string& name,
                          Icon icon, bool& pressed) {
        if (name.empty()) return;
        const ImRect rect(right - side, middle - side / 2, right, middle + side / 2);
        if (icon_button(key, std::string(verb) + name, icon, rect)) pressed = true;
        right -= side;
    };
    turn("do-again", "Redo: ", spec.do_again, Icon::again, events.do_again);
    turn("take-back", "Undo: ", spec.take_back, Icon::back, events.take_back);
    if (!narrow() || spec.search.empty()) return right;
    const ImRect rect(right - side, middle - side / 2, right, middle + side / 2);
    if (icon_button("search", spec.search, Icon::search, rect)) events.search = true;
    return right - side;
}

void draw_bar(const PageSpec& spec, const ImRect& rect, PageEvents& events, bool& drawer) {
    const Scope scope("bar");
    open_node(Role::banner, static_id("bar"), "", rect).key = key_path({});
    const float middle = rect.Min.y + px(bar_height) / 2;
    float x = rect.Min.x + page_edge();
    if (narrow()) {
        const ImVec2 corner{rect.Min.x + px(2), middle - px(20)};
        if (icon_button("menu", "Menu", Icon::menu, {corner, corner + ImVec2(px(40), px(40))}))
            drawer = true;
        x = rect.Min.x + px(44);
    }
    const float saved_width =
        spec.saved.text.empty() ? 0 : measure(label(), spec.saved.text).x + px(24);
    const float right = rect.Max.x - page_edge() - saved_width;
    const bool searchable = !narrow() && !spec.search.empty();
    const float search_x = searchable ? right - px(240) : right;
    const float turns_x = draw_turns(spec, search_x - px(searchable ? 8 : 0), middle, events);
    draw_trail(spec, x, turns_x - px(16), middle, events.go);
    if (searchable && draw_search(spec, {search_x, middle - px(15), right, middle + px(15)}))
        events.search = true;
    draw_saved(spec.saved, rect.Max.x - page_edge(), middle);
    draw_hairline({rect.Min.x, rect.Max.y - px(1)}, rect.GetWidth());
    close_node();
}

void draw_drawer(const PageSpec& spec, bool& open, std::string& go, bool& search) {
    const ImVec2 page = ImGui::GetIO().DisplaySize;
    const ImRect rect(0, 0, std::min(px(280), page.x - px(56)), page.y);
    if (!begin_modal("drawer", "Menu", open, rect, true)) return;
    ImRect rail = rect;
    if (!spec.search.empty()) {
        rail.Min.y += px(56);
        if (draw_search(spec, {px(8), px(12), rect.Max.x - px(8), px(52)})) search = true;
    }
    draw_rail(spec, rail, go);
    if (!go.empty() || search) open = false;
    end_modal();
}

// ---- Content -----------------------------------------------------------------------------------

void draw_title(const PageSpec& spec, std::string& action) {
    const Button* main = main_action(spec);
    if (narrow()) {
        if (!spec.chips.empty()) chips(spec.chips);
        std::vector<Button> rest;
        for (const Button& one : spec.actions)
            if (&one != main) rest.push_back(one);
        if (!rest.empty()) action = buttons(rest);
        return;
    }
    const float actions = buttons_width(spec.actions, false, px(16));
    const float title_width = measure(title(), spec.title).x;
    float chips_width = 0;
    for (const Chip& chip : spec.chips) chips_width += chip_size(chip).x + px(12);
    const float wrap = flow().width() - actions - px(16);
    const bool beside = title_width + px(4) + chips_width <= wrap;
    const ImVec2 size = measure(title(), spec.title, wrap);
    const ImRect rect = take(0, std::max(size.y, control_height()));
    const ImVec2 at{rect.Min.x, std::floor(rect.GetCenter().y - size.y / 2)};
    draw(title(), at, theme().text, spec.title, wrap);
    record_text(Role::heading, spec.title, {at, at + size}).level = 1;
    if (beside) {
        float x = at.x + size.x + px(16);
        for (const Chip& chip : spec.chips) {
            draw_chip(chip, {x, std::floor(rect.GetCenter().y - px(10))});
            x += chip_size(chip).x + px(12);
        }
    }
    draw_buttons(spec.actions, rect.Max.x, rect.GetCenter().y, false, px(16), action);
    if (!beside && !spec.chips.empty()) chips(spec.chips);
}

void draw_foot(const Button& main, const ImRect& rect, std::string& action) {
    begin_part("foot", rect, theme().surface, false);
    draw_hairline(rect.Min, rect.GetWidth());
    push_flow({.x0 = rect.Min.x, .x1 = rect.Max.x, .y = rect.Min.y, .gap = 0});
    ImRect button = rect;
    button.Expand({-page_edge(), -px(10)});
    if (draw_button(main, button)) action = main.key;
    pop_flow();
    end_part();
}

bool drawer_open = false;
std::string address_shown;

}  // namespace

void reset_page() {
    drawer_open = false;
    address_shown.clear();
}

Page::Page(const PageSpec& spec, PageEvents& events) : events_(events) {
    const ImVec2 page = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(page);
    ImGui::Begin("##page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     ImGuiWindowFlags_NoScrollWithMouse);
    const Theme& t = theme();
    const float left = narrow() ? 0 : px(rail_width);
    const float bar = px(bar_height);
    if (narrow()) {
        draw_drawer(spec, drawer_open, events.go, events.search);
    } else {
        drawer_open = false;
        const ImRect rail(0, 0, left, page.y);
        begin_part("rail", rail, t.surface, true);
        draw_rail(spec, rail, events.go);
        ImGui::GetWindowDrawList()->AddRectFilled({left - px(1), 0}, {left, page.y},
                                                  ink(t.hairline));
        end_part();
    }
    const ImRect top(left, 0, page.x, bar);
    begin_part("bar", top, t.surface, false);
    draw_bar(spec, top, events, drawer_open);
    end_part();

    const Button* main = narrow() ? main_action(spec) : nullptr;
    const float bottom = page.y - (main ? foot_height() : 0);
    if (std::exchange(address_shown, spec.address) != spec.address)
        ImGui::SetNextWindowScroll({0, 0});  // a new place starts at its top
    begin_part("content", {left, bar, page.x, bottom}, t.background, true);
    open_node(Role::main, static_id("main"), "", {left, bar, page.x, bottom}).key = "main";
    const float edge = page_edge();
    const float start = bar - ImGui::GetScrollY() + (narrow() ? px(12) : edge);
    const float x1 = std::min(page.x - edge, left + edge + px(widest_content));
    push_flow({.x0 = left + edge, .x1 = x1, .y = start, .gap = px(narrow() ? 12 : 16)});
    if (spec.titled) draw_title(spec, events.action);
    if (main) foot_.push_back(*main);
}

Page::~Page() {
    take(0, px(4));
    pop_flow();
    close_node();
    end_part();
    if (!foot_.empty()) {
        const ImVec2 page = ImGui::GetIO().DisplaySize;
        draw_foot(foot_.front(), {0, page.y - foot_height(), page.x, page.y}, events_.action);
    }
    ImGui::End();
}

}  // namespace cppo::ui
