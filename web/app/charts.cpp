#include "charts.hpp"

#include <algorithm>
#include <cmath>

#include "ui/parts.hpp"

namespace cppo::ui {

namespace {

constexpr float chart_height = 168;
constexpr float thinnest = 3;  // a small share is still to be seen

struct Plot {
    ImRect rect;  // the bars' room; the words stand over and under it
    float slot;   // width for one bar with its room
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
        // Only the upper end of a bar is rounded, and a stack only at its top.
        const bool top = &part == &bar.parts.back();
        const ImDrawFlags corners =
            top ? ImDrawFlags_RoundCornersTop : ImDrawFlags_RoundCornersNone;
        ImDrawList* list = ImGui::GetWindowDrawList();
        list->AddRectFilled(rect.Min, rect.Max, ink(plain ? t.raised : mark(part.tone)), px(3),
                            corners);
        if (plain)
            list->AddRect(rect.Min, rect.Max, ink(mix(t.hairline, t.muted, 0.2f)), px(3), corners,
                          px(1));
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

    // A thin line carries each level to the next bar.
    const Color line = mix(theme().hairline, theme().surface, 0.2f);
    for (std::size_t i = 0; i + 1 < bars.size(); ++i) {
        if (bars[i].parts.empty() || bars[i + 1].parts.empty()) continue;
        const bool falls = bars[i].dashed || top_of(bars[i + 1]) < top_of(bars[i]);
        const float y =
            plot.y(falls && bars[i].dashed ? bars[i].parts.front().from : top_of(bars[i]));
        ImGui::GetWindowDrawList()->AddRectFilled({plot.x(i) + plot.bar, y},
                                                  {plot.x(i + 1), y + px(1)}, ink(line));
    }
    // Amounts that would run into each other are left to the table under the picture.
    bool amounts = true;
    for (const Bar& bar : bars)
        amounts = amounts && measure(label_strong(), bar.amount).x <= plot.slot - px(2);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        draw_bar(plot, i, bars[i]);
        draw_words(plot, i, bars[i], amounts);
    }
    draw_hairline({rect.Min.x, plot.rect.Max.y}, rect.GetWidth());
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
        // A gap of the card's colour parts neighbours whose colours look alike to some.
        list->AddRectFilled({x, rect.Min.y}, {last ? end : end - px(1), rect.Max.y},
                            ink(mark(share.tone)), px(4), corners);
        x = end;
    }
}

}  // namespace cppo::ui
