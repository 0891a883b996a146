#include <algorithm>
#include <cmath>

#include "ui/charts.hpp"
#include "ui/parts.hpp"

namespace cppo::ui {

namespace {

constexpr float plot_height = 176;
constexpr float amount_line = 16;
constexpr float head_room = 3 * amount_line + 4;  // for the amounts above the highest bar
constexpr float foot_room = 36;                   // for the months and years

struct Months {
    const MonthChart& chart;
    ImRect plot;  // the area of the bars, between the lowest and the highest level
    float slot;

    Months(const MonthChart& c, const ImRect& rect) : chart(c), plot(rect) {
        float gutter = 0;
        for (const ChartLevel& level : chart.levels)
            gutter = std::max(gutter, measure(label(), level.text).x);
        plot.Min += ImVec2(std::ceil(gutter) + px(8), px(head_room));
        plot.Max.y -= px(foot_room);
        slot = plot.GetWidth() / static_cast<float>(chart.months.size());
    }
    float y(int permille) const {
        return std::floor(plot.Max.y - plot.GetHeight() * static_cast<float>(permille) / 1000.0f);
    }
    float x(std::size_t month) const {
        return std::floor(plot.Min.x + slot * static_cast<float>(month));
    }
    ImRect column(std::size_t month) const {
        return {x(month), plot.Min.y - px(head_room), x(month + 1), plot.Max.y + px(foot_room)};
    }
    ImRect part(std::size_t month, std::size_t bar, const BarPart& part) const {
        const float count = static_cast<float>(chart.months[month].bars.size());
        const float width = std::floor(std::min(px(20), slot * 0.8f / count));
        const float left =
            x(month) + std::floor((slot - width * count) / 2) + width * static_cast<float>(bar);
        const float top = y(std::max(part.from, part.to)), bottom = y(std::min(part.from, part.to));
        // Keep a small amount visible.
        return {left, std::min(top, bottom - px(2)), left + width - px(1), bottom};
    }
};

void draw_levels(const Months& months) {
    const Theme& t = theme();
    const MonthChart& chart = months.chart;
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (const ChartLevel& level : chart.levels) {
        const float y = months.y(level.permille);
        const bool axis = level.permille == chart.zero;
        const Color color = axis ? mix(t.hairline, t.muted, 0.5f) : t.hairline;
        list->AddRectFilled({months.plot.Min.x, y}, {months.plot.Max.x, y + px(1)}, ink(color));
        const float width = measure(label(), level.text).x;
        draw(label(), {months.plot.Min.x - px(8) - width, y - std::floor(label().line / 2)},
             t.muted, level.text);
    }
}

// Month names under the axis, as many as fit; those with a year below them always.
void draw_names(const Months& months) {
    float widest = 0;
    for (const MonthColumn& month : months.chart.months)
        for (const std::string& words : {month.label, month.year})
            widest = std::max(widest, measure(label(), words).x);
    const auto every = static_cast<std::size_t>(std::ceil((widest + px(4)) / months.slot));
    std::size_t next = 0;
    for (std::size_t i = 0; i < months.chart.months.size(); ++i) {
        const MonthColumn& month = months.chart.months[i];
        if (i < next && month.year.empty()) continue;
        next = i + every;
        const auto centred = [&](Color color, std::string_view words, float y) {
            const float left = months.x(i) + (months.slot - measure(label(), words).x) / 2;
            draw(label(), {std::floor(left), y}, color, words);
        };
        centred(theme().text, month.label, months.plot.Max.y + px(2));
        const bool now = i > 0 && month.key == months.chart.today && month.year.empty();
        centred(theme().muted, now ? "now" : month.year, months.plot.Max.y + px(18));
    }
}

// What is already in the plot and must stay readable.
using Taken = std::vector<ImRect>;

void draw_bars(const Months& months, Taken& taken) {
    for (std::size_t i = 0; i < months.chart.months.size(); ++i) {
        const auto& bars = months.chart.months[i].bars;
        for (std::size_t bar = 0; bar < bars.size(); ++bar)
            for (const BarPart& part : bars[bar]) {
                const ImRect rect = months.part(i, bar, part);
                ImGui::GetWindowDrawList()->AddRectFilled(rect.Min, rect.Max, ink(mark(part.tone)),
                                                          px(1));
                taken.push_back(rect);
            }
    }
}

// A line before the current month; everything to its left is in the past.
void draw_today(const Months& months) {
    for (std::size_t i = 1; i < months.chart.months.size(); ++i) {
        if (months.chart.months[i].key != months.chart.today) continue;
        const float x = months.x(i);
        ImDrawList* list = ImGui::GetWindowDrawList();
        for (float y = months.plot.Min.y; y < months.plot.Max.y; y += px(6))
            list->AddRectFilled({x, y}, {x + px(1), y + px(3)}, ink(theme().muted));
    }
}

// The amounts above a month's bars, where there is room; the table has all of them.
void draw_amounts(const Months& months, std::size_t i, Taken& taken) {
    const MonthColumn& month = months.chart.months[i];
    float width = 0, top = months.y(months.chart.zero);
    for (const Chip& amount : month.amounts)
        width = std::max(width, px(14) + measure(label_strong(), amount.text).x);
    for (std::size_t bar = 0; bar < month.bars.size(); ++bar)
        for (const BarPart& part : month.bars[bar])
            top = std::min(top, months.part(i, bar, part).Min.y);
    const float height = px(amount_line) * static_cast<float>(month.amounts.size());
    const float middle = months.x(i) + months.slot / 2 - width / 2;
    const float left = std::clamp(middle, months.plot.Min.x, months.plot.Max.x - width);
    const ImVec2 at{std::floor(left), top - px(4) - height};
    const ImRect block(at, at + ImVec2(width, height));
    if (std::any_of(taken.begin(), taken.end(),
                    [&](const ImRect& other) { return block.Overlaps(other); }))
        return;
    taken.push_back(block);
    // Do not draw a level through a figure.
    ImGui::GetWindowDrawList()->AddRectFilled(block.Min, block.Max, ink(theme().surface));
    for (std::size_t line = 0; line < month.amounts.size(); ++line) {
        const float y = at.y + px(amount_line) * static_cast<float>(line);
        draw_mark({at.x + px(5), y + label().line / 2}, month.amounts[line].tone);
        draw(label_strong(), {at.x + px(14), y}, theme().text, month.amounts[line].text);
    }
}

bool draw_column(const Months& months, std::size_t i) {
    const MonthColumn& month = months.chart.months[i];
    const ImRect rect = months.column(i);
    const Press p = press(month.key, rect);
    Node& node = record(Role::button, p.id, month.name, rect);
    node.key = key_path(month.key);
    node.description = month.words;
    if (p.hovered || p.held) draw_box(rect, theme().raised, theme().raised, px(4));
    if (p.focused) draw_focus(rect, px(4));
    if (p.hovered && !month.words.empty()) tooltip(month.name + ": " + month.words);
    return p.pressed;
}

}  // namespace

std::string month_chart(const MonthChart& chart) {
    const Scope scope(chart.key);
    const ImRect rect = take(0, px(head_room + plot_height + foot_room));
    const Months months(chart, rect);
    Node& node = open_node(Role::group, static_id("chart"), chart.name, rect);
    node.key = key_path({});
    node.description = chart.sentence;
    std::string pressed;
    for (std::size_t i = 0; i < chart.months.size(); ++i)
        if (draw_column(months, i)) pressed = chart.months[i].key;
    close_node();
    Taken taken;
    draw_levels(months);
    draw_names(months);
    draw_today(months);
    draw_bars(months, taken);
    for (std::size_t i = 0; i < chart.months.size(); ++i) draw_amounts(months, i, taken);
    return pressed;
}

}  // namespace cppo::ui
