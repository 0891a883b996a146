// Figures on tiles, as many side by side as fit.

#include <algorithm>

#include "ui/parts.hpp"

namespace cppo::ui {

namespace {

// Keeps an amount and its currency on one line.
std::string unbroken(std::string note) {
    for (std::size_t at = note.find(' '); at != note.npos; at = note.find(' ', at + 1))
        if (at > 0 && note[at - 1] >= '0' && note[at - 1] <= '9' && at + 1 < note.size() &&
            note[at + 1] >= 'A' && note[at + 1] <= 'Z')
            note.replace(at, 1, "\u00a0");
    return note;
}

// Returns true if it is a link and was pressed.
bool draw_metric(const Metric& metric, const ImRect& box, float wrap) {
    const Theme& t = theme();
    Node& item = open_node(Role::listitem, static_id(metric.key + metric.name), metric.name, box);
    item.key = key_path(metric.key);
    item.value = metric.figure;
    item.description = metric.note;
    std::replace(item.description.begin(), item.description.end(), '\n', ' ');
    explain(item, metric.name);
    Press p{};
    if (!metric.key.empty()) {
        p = press(metric.key, box);
        Node& link = record(Role::link, p.id, metric.name, box);
        link.key = key_path(metric.key + "/open");
        link.description = metric.figure;
    }
    draw_box(box, t.surface, p.hovered ? mix(t.hairline, t.muted, 0.5f) : t.hairline, px(8));
    const ImVec2 at = box.Min + ImVec2(px(16), px(14));
    draw_term(label(), at, t.muted, metric.name, wrap);
    draw_cut(ui::metric(), at + ImVec2(0, px(19)), t.text, metric.figure, wrap);
    draw(label(), at + ImVec2(0, px(48)), t.muted, unbroken(metric.note), wrap);
    if (p.focused) draw_focus(box, px(8));
    close_node();
    return p.pressed;
}

}  // namespace

std::string metrics(std::string_view key, std::string_view name,
                    const std::vector<Metric>& metrics) {
    const Scope scope(key);
    std::string pressed;
    if (metrics.empty()) return pressed;
    const float top = flow().y;
    const ImRect start(flow().x0, top, flow().x1, top);
    open_node(Role::list, static_id("metrics"), name, start).key = key_path({});
    {
        // Balance the lines: three and two tiles rather than four and one.
        constexpr float least = 158, gap = 16;
        const int count = static_cast<int>(metrics.size());
        const int fit = static_cast<int>((flow().width() + px(gap)) / (px(least) + px(gap)));
        const int lines = (count + std::max(fit, 1) - 1) / std::max(fit, 1);
        const int beside = (count + lines - 1) / lines;
        Columns columns(beside, least, gap);
        // Every tile is as tall as the one with the longest note.
        columns.next();
        const float wrap = flow().width() - px(32);
        float note = 0;
        for (const Metric& metric : metrics)
            if (!metric.note.empty())
                note = std::max(note, measure(label(), unbroken(metric.note), wrap).y);
        for (const Metric& metric : metrics) {
            const bool alone = &metric == &metrics.back() && count % beside == 1;
            if (&metric != &metrics.front()) columns.next(alone ? beside : 1);
            const ImRect box = take(0, px(32) + label().line + px(28) + note);
            if (draw_metric(metric, box, wrap)) pressed = metric.key;
        }
    }
    close_node({start.Min.x, top, start.Max.x, flow().y});
    return pressed;
}

}  // namespace cppo::ui
