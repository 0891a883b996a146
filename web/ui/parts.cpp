#include "ui/parts.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/fonts.hpp"
#include "ui/writing.hpp"

namespace cppo::ui {

namespace {

bool touching = false;

std::vector<Flow>& flows() {
    static std::vector<Flow> the;
    return the;
}

// Where to break a line that starts at `begin`: at a space, but not inside a figure or before its
// percent sign, and inside a word only if the word fills the whole line.
const char* break_line(Type type, const char* begin, const char* end, float wrap) {
    const char* full = end;
    type.font->CalcTextSizeA(type.font->FontSize, wrap + 0.5f, 0, begin, end, &full);
    if (full >= end) return end;
    for (const char* at = full; at > begin; --at)
        if (*at == ' ' && at[1] != '%') return at;
    return full > begin ? full : begin + ImTextCountUtf8BytesFromChar(begin, end);
}

// Calls use(line_begin, line_end) for each line of the text wrapped at `wrap`.
template <typename Use>
void for_each_line(Type type, std::string_view text, float wrap, Use use) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        const char* stop = std::find(at, end, '\n');
        if (wrap > 0) stop = break_line(type, at, stop, wrap);
        use(at, stop);
        at = stop;
        while (at < end && *at == ' ') ++at;
        if (at < end && *at == '\n') ++at;
    }
}

float line_width(Type type, const char* begin, const char* end) {
    return type.font->CalcTextSizeA(type.font->FontSize, FLT_MAX, 0, begin, end).x;
}

// For text that the faces can draw, as are the two functions below.
ImVec2 measure_set(Type type, std::string_view text, float wrap = 0) {
    ImVec2 size{0, 0};
    for_each_line(type, text, wrap, [&](const char* begin, const char* end) {
        size.x = std::max(size.x, line_width(type, begin, end));
        size.y += type.line;
    });
    return {std::ceil(size.x), std::max(size.y, type.line)};
}

void draw_set(Type type, ImVec2 at, Color color, std::string_view text, float wrap = 0) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    // Centered on its line, as in a browser.
    at.y += std::round((type.line - type.font->FontSize) * 0.5f);
    for_each_line(type, text, wrap, [&](const char* begin, const char* end) {
        list->AddText(type.font, type.font->FontSize, at, ink(color), begin, end);
        at.y += type.line;
    });
}

void draw_set_cut(Type type, ImVec2 at, Color color, std::string_view text, float width) {
    // Allows for rounding: a sum of widths can differ this much from the width it came from.
    constexpr float rounding = 0.5f;
    if (measure_set(type, text).x <= width + rounding) return draw_set(type, at, color, text);
    constexpr std::string_view ellipsis = "\u2026";
    const float left = std::max(0.0f, width - measure_set(type, ellipsis).x);
    const char* stop = text.data();
    const float fits = type.font
                           ->CalcTextSizeA(type.font->FontSize, left, 0, text.data(),
                                           text.data() + text.size(), &stop)
                           .x;
    draw_set(type, at, color, text.substr(0, static_cast<std::size_t>(stop - text.data())));
    draw_set(type, {at.x + fits, at.y}, color, ellipsis);
}

void grow_content(ImVec2 to) {
    ImGuiWindowTempData& dc = ImGui::GetCurrentWindow()->DC;
    dc.CursorMaxPos = ImMax(dc.CursorMaxPos, to);
    dc.IdealMaxPos = ImMax(dc.IdealMaxPos, to);
}

}  // namespace

bool touch() { return touching; }

void set_touch(bool on) { touching = on; }

float page_width() { return ImGui::GetIO().DisplaySize.x; }

bool narrow() { return page_width() < px(900); }

Type body() { return {web::fonts().body, px(20)}; }
Type body_strong() { return {web::fonts().body_medium, px(20)}; }
Type body_bold() { return {web::fonts().body_bold, px(20)}; }
Type label() { return {web::fonts().small, px(18)}; }
Type label_strong() { return {web::fonts().small_medium, px(18)}; }
Type title() { return {web::fonts().title, px(28)}; }
Type metric() { return {web::fonts().metric, px(28)}; }

ImU32 ink(Color color, float alpha) {
    return IM_COL32(color >> 16 & 0xFF, color >> 8 & 0xFF, color & 0xFF,
                    static_cast<int>(std::lround(alpha * 255.0f)));
}

ImVec2 measure(Type type, std::string_view text, float wrap) {
    std::string buffer;
    return measure_set(type, web::settable(text, buffer), wrap);
}

void draw(Type type, ImVec2 at, Color color, std::string_view text, float wrap) {
    std::string buffer;
    draw_set(type, at, color, web::settable(text, buffer), wrap);
}

void draw_cut(Type type, ImVec2 at, Color color, std::string_view text, float width) {
    std::string buffer;
    draw_set_cut(type, at, color, web::settable(text, buffer), width);
}

void draw_box(const ImRect& rect, Color fill, Color border, float radius) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(rect.Min, rect.Max, ink(fill), radius);
    if (border != fill) list->AddRect(rect.Min, rect.Max, ink(border), radius, 0, px(1));
}

void draw_chosen(const ImRect& rect, float radius) {
    draw_box(rect, tint(Tone::accent), edge(Tone::accent), radius);
}

void draw_focus(const ImRect& rect, float radius) {
    const float out = px(2);
    ImRect ring = rect;
    ring.Expand(out);
    // The focus ring is outside its item and may extend into the window's padding.
    ImGui::GetWindowDrawList()->AddRect(ring.Min, ring.Max, ink(theme().accent), radius + out, 0,
                                        px(2));
}

void draw_hairline(ImVec2 from, float width) {
    ImGui::GetWindowDrawList()->AddRectFilled(from, {from.x + width, from.y + px(1)},
                                              ink(theme().hairline));
}

Flow& flow() {
    IM_ASSERT(!flows().empty());
    return flows().back();
}

bool has_flow() { return !flows().empty(); }

void push_flow(Flow flow) { flows().push_back(flow); }

float pop_flow() {
    const Flow done = flows().back();
    flows().pop_back();
    return done.row_height > 0 && !done.empty ? done.y + done.row_height : done.y;
}

ImRect take(float width, float height) {
    Flow& f = flow();
    const float gap = f.empty ? 0 : (f.next_gap >= 0 ? f.next_gap : f.gap);
    f.next_gap = -1;
    ImRect rect;
    if (f.row_height > 0) {
        float x = f.empty ? f.x0 : f.x + gap;
        if (!f.empty && x + width > f.x1 + 0.5f) {
            x = f.x0;
            f.y += f.row_height + f.row_gap;
        }
        const float w = width > 0 ? std::min(width, f.x1 - x) : f.x1 - x;
        const float y = f.y + std::floor((f.row_height - height) * 0.5f);
        rect = {x, y, x + w, y + height};
        f.x = x + w;
    } else {
        const float w = width > 0 ? std::min(width, f.width()) : f.width();
        rect = {f.x0, f.y + gap, f.x0 + w, f.y + gap + height};
        f.y = rect.Max.y;
    }
    f.empty = false;
    grow_content(rect.Max);
    return rect;
}

float room() {
    const Flow& f = flow();
    return f.row_height > 0 && !f.empty ? f.x1 - f.x - f.gap : f.width();
}

void gap_before(float gap) { flow().next_gap = gap; }

float control_height() { return px(touching ? 44 : 32); }

float row_height() { return px(touching ? 44 : 36); }

Press press(std::string_view key, const ImRect& rect, bool disabled, bool overlap) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    Press p{window->GetID(key.data(), key.data() + key.size()),
            rect,
            false,
            false,
            false,
            false,
            false};
    if (overlap) ImGui::SetNextItemAllowOverlap();
    if (disabled) ImGui::BeginDisabled();
    p.visible = ImGui::ItemAdd(rect, p.id);
    if (p.visible) p.pressed = ImGui::ButtonBehavior(rect, p.id, &p.hovered, &p.held);
    if (disabled) ImGui::EndDisabled();
    p.pressed = p.pressed && !disabled;
    if (p.pressed) remember_clicked(p.id);
    p.focused = GImGui->NavId == p.id && !GImGui->NavDisableHighlight && !disabled;
    if (p.hovered && !disabled && !GImGui->NavDisableMouseHover)
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return p;
}

void begin_part(const char* name, const ImRect& rect, Color fill, bool scrolls) {
    ImGui::SetCursorScreenPos(rect.Min);
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ink(fill));
    ImGuiWindowFlags flags = ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_NoSavedSettings;
    if (!scrolls) flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::BeginChild(name, rect.GetSize(), ImGuiChildFlags_None, flags);
    ImGui::PopStyleColor();
}

void end_part() { ImGui::EndChild(); }

void tooltip(std::string_view text) {
    const Theme& t = theme();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(px(10), px(6)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(6));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, ink(t.surface));
    if (ImGui::BeginTooltip()) {
        const float wrap = px(280);
        const ImVec2 size = measure(label(), text, wrap);
        draw(label(), ImGui::GetCursorScreenPos(), t.text, text, wrap);
        ImGui::Dummy(size);
        ImGui::EndTooltip();
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

}  // namespace cppo::ui
