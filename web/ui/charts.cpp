#include "ui/charts.hpp"

#include <algorithm>
#include <cmath>

#include "ui/parts.hpp"

namespace cppo::ui {

namespace {

constexpr float chart_height = 168;
constexpr float thinnest = 3;  // so that a small share stays visible

struct Plot {
    ImRect rect;  // the area of the bars; the words are above and below it
    float slot;   // the width of one bar with its spacing
    float bar;

    float x(std::size_t i) const {
        return std::floor(rect.Min.x + slot * (static_cast<float>(i) + 0.5f) - bar / 2);
    }
    float y(int permille) const {
        return std::floor(rect.Max.y - rect.GetHeight() * static_cast<float>(permille) / 1000.0f);
    }
};

void dashed_line(ImVec2 from, ImVec2 to, ImU32 color) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 way = to - from;
    const float length = std::sqrt(way.x * way.x + way.y * way.y);
    const ImVec2 step = length > 0 ? way * (1.0f / length) : ImVec2();
    for (float at = 0; at < length; at += px(5))
        list->AddLine(from + step * at, from + step * std::min(at + px(3), length), color, px(1));
}

void dashed_box(const ImRect& rect, Color color) {
    const ImU32 line = ink(color);
    dashed_line(rect.GetTL(), rect.GetTR(), line);
    dashed_line(rect.GetTR(), rect.GetBR(), line);
    dashed_line(rect.GetBR(), rect.GetBL(), line);
    dashed_line(rect.GetBL(), rect.GetTL(), line);
}

ImRect part_rect(const Plot& plot, std::size_t i, const BarPart& part) {
    const float top = plot.y(part.to), bottom = std::max(plot.y(part.from), top + px(thinnest));
    return {plot.x(i), top, plot.x(i) + plot.bar, bottom};
}

void draw_bar(const Plot& plot, std::size_t i, const Bar& bar) {
    const Theme& t = theme();
    for (const BarPart& part : bar.parts) {
        const ImRect rect = part_rect(plot, i, part);
        const bool plain = part.tone == Tone::neutral;
        if (bar.dashed) {
            dashed_box(rect, t.muted);
            continue;
        }
        // Only the top of a bar or stack is rounded.
        const bool top = &part == &bar.parts.back();
        const ImDrawFlags corners =
            top ? ImDrawFlags_RoundCornersTop : ImDrawFlags_RoundCornersNone;
        ImDrawList* list = ImGui::GetWindowDrawList();
        list->AddRectFilled(rect.Min, rect.Max, ink(plain ? t.raised : mark(part.tone)), px(3),
                            corners);
        if (plain) list->AddRect(rect.Min, rect.Max, ink(faint()), px(3), corners, px(1));
    }
}

int top_of(const Bar& bar) {
    int top = 0;
    for (const BarPart& part : bar.parts) top = std::max(top, part.to);
    return top;
}

void draw_words(const Plot& plot, std::size_t i, const Bar& bar, bool amounts) {
    const float middle = plot.x(i) + plot.bar / 2;
    const auto centred = [&](Type type, Color color, std::string_view words, float y) {
        const float width = std::min(measure(type, words).x, plot.slot - px(2));
        draw_cut(type, {std::floor(middle - width / 2), y}, color, words, width);
    };
    if (amounts) centred(label_strong(), theme().text, bar.amount, plot.y(top_of(bar)) - px(20));
    centred(label(), theme().muted, bar.name, plot.rect.Max.y + px(4));
}

}  // namespace

void waterfall(std::string_view key, std::string_view sentence, const std::vector<Bar>& bars) {
    const Scope scope(key);
    if (bars.empty()) return;
    const ImRect rect = take(0, px(20 + chart_height + 24));
    record(Role::image, static_id("picture"), sentence, rect).key = key_path({});
    Plot plot{rect, rect.GetWidth() / static_cast<float>(bars.size()), 0};
    plot.rect.Min.y += px(20);
    plot.rect.Max.y -= px(24);
    plot.bar = std::floor(std::min(px(56), plot.slot * 0.7f));

    // A thin line connects each level to the next bar.
    const Color line = mix(theme().hairline, theme().surface, 0.2f);
    for (std::size_t i = 0; i + 1 < bars.size(); ++i) {
        if (bars[i].parts.empty() || bars[i + 1].parts.empty()) continue;
        const bool falls = bars[i].dashed || top_of(bars[i + 1]) < top_of(bars[i]);
        const float y =
            plot.y(falls && bars[i].dashed ? bars[i].parts.front().from : top_of(bars[i]));
        ImGui::GetWindowDrawList()->AddRectFilled({plot.x(i) + plot.bar, y},
                                                  {plot.x(i + 1), y + px(1)}, ink(line));
    }
    // If the amounts would overlap, only the table below the chart shows them.
    bool amounts = true;
    for (const Bar& bar : bars)
        amounts = amounts && measure(label_strong(), bar.amount).x <= plot.slot - px(2);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        draw_bar(plot, i, bars[i]);
        draw_words(plot, i, bars[i], amounts);
    }
    draw_hairline({rect.Min.x, plot.rect.Max.y}, rect.GetWidth());
}

namespace {

// Puts each mark's words below it, on the first line where they do not overlap other words.
struct MarkWords {
    float x0, x1;
    std::size_t line;
};

std::vector<MarkWords> place_words(const ImRect& plot, const std::vector<CurveMark>& marks) {
    std::vector<float> ends;  // the right end of the words on each line so far
    std::vector<MarkWords> places;
    for (const CurveMark& mark : marks) {
        const float width =
            std::max(measure(label_strong(), mark.name).x, measure(label(), mark.amount).x);
        const float middle = plot.Min.x + plot.GetWidth() * static_cast<float>(mark.at) / 1000.0f;
        const float x0 =
            std::clamp(middle - width / 2, plot.Min.x, std::max(plot.Min.x, plot.Max.x - width));
        std::size_t line = 0;
        while (line < ends.size() && ends[line] + px(8) > x0) ++line;
        if (line == ends.size()) ends.push_back(0);
        ends[line] = x0 + width;
        places.push_back({x0, x0 + width, line});
    }
    return places;
}

void draw_mark_line(const ImRect& plot, const CurveMark& mark, const MarkWords& words, float y) {
    const float x = std::floor(plot.Min.x + plot.GetWidth() * static_cast<float>(mark.at) / 1000);
    const Color color = mark.tone == Tone::neutral ? theme().muted : ui::mark(mark.tone);
    dashed_line({x, plot.Min.y}, {x, plot.Max.y}, ink(color));
    const float top = plot.Max.y + px(6) + static_cast<float>(words.line) * px(40);
    draw(label_strong(), {words.x0, top}, theme().text, mark.name);
    draw(label(), {words.x0, top + px(18)}, theme().muted, mark.amount);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled({x, y}, px(4), ink(color));
    list->AddCircle({x, y}, px(5), ink(theme().surface), 0, px(2));
    // Above the curve, which rises to the right, and left of the mark if there is room.
    const float width = measure(label_strong(), mark.value).x;
    const float left = x - width - px(8);
    const ImVec2 at{left >= plot.Min.x ? left : x + px(8), std::max(plot.Min.y, y - px(22))};
    draw(label_strong(), at, theme().text, mark.value);
}

}  // namespace

void curve(std::string_view key, std::string_view sentence, const std::vector<CurvePoint>& points,
           const std::vector<CurveMark>& marks, int zero) {
    const Scope scope(key);
    if (points.size() < 2) return;
    ImRect plot(flow().x0, 0, flow().x1, 0);
    const std::vector<MarkWords> words = place_words(plot, marks);
    std::size_t lines = 1;
    for (const MarkWords& place : words) lines = std::max(lines, place.line + 1);
    const ImRect rect = take(0, px(chart_height + 8) + static_cast<float>(lines) * px(40));
    record(Role::image, static_id("picture"), sentence, rect).key = key_path({});
    plot = {rect.Min.x, rect.Min.y + px(8), rect.Max.x, rect.Min.y + px(chart_height)};
    const auto place = [&](int at, int value) {
        return ImVec2(plot.Min.x + plot.GetWidth() * static_cast<float>(at) / 1000.0f,
                      plot.Max.y - plot.GetHeight() * static_cast<float>(value) / 1000.0f);
    };
    draw_hairline({plot.Min.x, place(0, zero).y}, plot.GetWidth());
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (std::size_t i = 1; i < points.size(); ++i)
        list->AddLine(place(points[i - 1].at, points[i - 1].value),
                      place(points[i].at, points[i].value), ink(mark(Tone::partner)), px(2));
    for (std::size_t i = 0; i < marks.size(); ++i) {
        // The curve's height there, interpolated between the two nearest points.
        std::size_t right = 1;
        while (right + 1 < points.size() && points[right].at < marks[i].at) ++right;
        const CurvePoint &a = points[right - 1], &b = points[right];
        const float share =
            b.at == a.at ? 0
                         : static_cast<float>(marks[i].at - a.at) / static_cast<float>(b.at - a.at);
        const float y = place(0, a.value).y + (place(0, b.value).y - place(0, a.value).y) * share;
        draw_mark_line(plot, marks[i], words[i], y);
    }
}

void split_bar(std::string_view key, std::string_view sentence, const std::vector<Share>& shares) {
    const Scope scope(key);
    const ImRect rect = take(0, px(22));
    record(Role::image, static_id("picture"), sentence, rect).key = key_path({});
    ImDrawList* list = ImGui::GetWindowDrawList();
    float x = rect.Min.x;
    for (const Share& share : shares) {
        const bool last = &share == &shares.back();
        const float part = rect.GetWidth() * static_cast<float>(share.permille) / 1000.0f;
        const float end = last ? rect.Max.x : std::floor(x + std::max(part, px(thinnest)));
        ImDrawFlags corners =
            &share == &shares.front() ? ImDrawFlags_RoundCornersLeft : ImDrawFlags_RoundCornersNone;
        if (last)
            corners =
                shares.size() == 1 ? ImDrawFlags_RoundCornersAll : ImDrawFlags_RoundCornersRight;
        // A gap separates neighboring parts whose colors look alike to some people.
        list->AddRectFilled({x, rect.Min.y}, {last ? end : end - px(1), rect.Max.y},
                            ink(mark(share.tone)), px(4), corners);
        x = end;
    }
}

}  // namespace cppo::ui
