// Status: stages, checks, progress, notices, figures and to-do lists.

#include <algorithm>
#include <cmath>

#include "ui/parts.hpp"

namespace cppo::ui {

namespace {

std::string_view words(Progress progress) {
    switch (progress) {
        case Progress::done: return "done";
        case Progress::current: return "current";
        case Progress::todo: break;
    }
    return "to do";
}

void draw_stage_mark(ImVec2 middle, Progress progress) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Theme& t = theme();
    switch (progress) {
        case Progress::done:
            list->AddCircleFilled(middle, px(7), ink(t.good));
            draw_icon(Icon::check, middle, px(9), t.surface);
            break;
        case Progress::current: list->AddCircle(middle, px(5), ink(t.accent), 0, px(4)); break;
        case Progress::todo: list->AddCircle(middle, px(6), ink(faint()), 0, px(2)); break;
    }
}

float stage_width(const Stage& stage) {
    const float name =
        measure(stage.progress == Progress::current ? body_strong() : body(), stage.name).x;
    return px(20) + std::max(name, stage.note.empty() ? 0 : measure(label(), stage.note).x);
}

void record_stage(const Stage& stage, const ImRect& rect) {
    Node& node = record_text(Role::listitem, stage.name, rect);
    node.value = words(stage.progress);
    node.description = stage.note;
    node.selected = stage.progress == Progress::current;
}

void draw_stage(const Stage& stage, ImVec2 at, float width, float height) {
    const Theme& t = theme();
    draw_stage_mark({at.x + px(7), at.y + px(10)}, stage.progress);
    const bool current = stage.progress == Progress::current;
    const Color color = current ? t.accent : stage.progress == Progress::done ? t.text : t.muted;
    draw(current ? body_strong() : body(), {at.x + px(20), at.y}, color, stage.name);
    draw(label(), {at.x + px(20), at.y + px(20)}, t.muted, stage.note);
    record_stage(stage, {at, at + ImVec2(width, height)});
}

void draw_connector(float x0, float x1, float y, Progress progress) {
    ImGui::GetWindowDrawList()->AddRectFilled(
        {x0, y - px(1)}, {x1, y + px(1)}, ink(progress == Progress::done ? theme().good : faint()));
}

// For when the names do not fit: marks on a line, and the current stage in words below them.
void stage_marks(std::span<const Stage> stages) {
    const ImRect rect = take(0, px(42));
    const float step = (rect.GetWidth() - px(14)) / static_cast<float>(stages.size() - 1);
    std::size_t current = 0;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const float x = rect.Min.x + px(7) + step * static_cast<float>(i);
        draw_stage_mark({x, rect.Min.y + px(9)}, stages[i].progress);
        if (i + 1 < stages.size())
            draw_connector(x + px(11), x + step - px(11), rect.Min.y + px(9), stages[i].progress);
        if (stages[i].progress != Progress::todo) current = i;
        record_stage(stages[i], {x - px(9), rect.Min.y, x + px(9), rect.Min.y + px(18)});
    }
    const std::string where = stages[current].name + " · step " + std::to_string(current + 1) +
                              " of " + std::to_string(stages.size());
    draw_cut(body(), {rect.Min.x, rect.Min.y + px(22)}, theme().text, where, rect.GetWidth());
}

}  // namespace

void stage_line(std::string_view key, std::string_view name, const std::vector<Stage>& stages) {
    if (stages.size() < 2) return;
    const Scope scope(key);
    float names = 0;
    bool noted = false;
    for (const Stage& stage : stages) {
        names += stage_width(stage);
        noted = noted || !stage.note.empty();
    }
    const float free = (flow().width() - names) / static_cast<float>(stages.size() - 1);
    const float top = flow().y;
    open_node(Role::list, static_id("stages"), name, {flow().x0, top, flow().x1, top}).key =
        key_path({});
    if (free < px(26)) {
        stage_marks(stages);
    } else {
        const ImRect rect = take(0, px(noted ? 38 : 20));
        float x = rect.Min.x;
        for (const Stage& stage : stages) {
            const float width = stage_width(stage);
            draw_stage(stage, {x, rect.Min.y}, width, rect.GetHeight());
            x += width + free;
            if (&stage != &stages.back())
                draw_connector(x - free + px(9), x - px(9), rect.Min.y + px(10), stage.progress);
        }
    }
    close_node({flow().x0, top, flow().x1, flow().y});
}

namespace {

Color check_color(const Check& check) {
    const Theme& t = theme();
    if (check.state == CheckState::bad) return t.bad;
    if (check.state == CheckState::done) return t.text;
    return check.leads_to.empty() ? t.muted : t.accent;
}

void draw_check_mark(CheckState state, ImVec2 middle) {
    const Theme& t = theme();
    if (state == CheckState::done) return draw_icon(Icon::check, middle, px(14), t.good);
    if (state == CheckState::bad) return draw_icon(Icon::alert, middle, px(14), t.bad);
    draw_icon(Icon::circle, middle, px(14), t.muted);
}

// Draws the line's words. Returns true if they were pressed.
bool draw_check(const Check& check, const ImRect& rect, ImVec2 text, float wrap) {
    const Color color = check_color(check);
    if (check.leads_to.empty()) {
        draw(body(), text, color, check.text, wrap);
        return false;
    }
    const Press p = press(check.leads_to, rect);
    record(Role::link, p.id, check.text, rect).key = key_path(check.leads_to);
    draw(body(), text, p.hovered || p.held ? mix(color, theme().text, 0.4f) : color, check.text,
         wrap);
    if (p.focused) draw_focus(rect, px(4));
    return p.pressed;
}

void draw_wrong(const std::string& words) {
    gap_before(px(2));
    const float wrap = flow().width() - px(22);
    const ImRect rect = take(0, measure(label(), words, wrap).y);
    draw(label(), {rect.Min.x + px(22), rect.Min.y}, theme().text, words, wrap);
    record_text(Role::text, words, {{rect.Min.x + px(22), rect.Min.y}, rect.Max});
}

}  // namespace

std::string checklist(std::string_view key, std::string_view name,
                      const std::vector<Check>& checks) {
    const Scope scope(key);
    std::string pressed;
    const float top = flow().y;
    open_node(Role::list, static_id("checks"), name, {flow().x0, top, flow().x1, top}).key =
        key_path({});
    for (const Check& check : checks) {
        const float wrap = flow().width() - px(22), line = measure(body(), check.text, wrap).y;
        const bool tall = touch() && !check.leads_to.empty();
        const ImRect rect = take(0, tall ? std::max(line, row_height()) : line);
        const float y = std::floor(rect.GetCenter().y - line / 2);
        draw_check_mark(check.state, {rect.Min.x + px(7), y + px(10)});
        Node& node = open_node(Role::listitem, static_id(check.text), check.text, rect);
        node.key = key_path({});
        node.value = check.state == CheckState::done  ? "done"
                     : check.state == CheckState::bad ? "problem"
                                                      : "open";
        if (draw_check(check, rect, {rect.Min.x + px(22), y}, wrap)) pressed = check.leads_to;
        for (const std::string& words : check.wrong) draw_wrong(words);
        close_node({rect.Min, {rect.Max.x, flow().y}});
        gap_before(tall ? 0 : px(8));
    }
    flow().next_gap = -1;
    close_node({flow().x0, top, flow().x1, flow().y});
    return pressed;
}

void progress(std::string_view key, std::string_view name, int permille, std::string_view words) {
    const Scope scope(key);
    const Theme& t = theme();
    const ImRect head = take(0, label().line);
    const float right = measure(label(), words).x;
    draw_cut(label_strong(), head.Min, t.muted, name, head.GetWidth() - right - px(8));
    draw(label(), {head.Max.x - right, head.Min.y}, t.text, words);
    gap_before(px(4));
    const ImRect bar = take(0, px(6));
    draw_box(bar, t.raised, t.raised, px(3));
    const float share = static_cast<float>(std::clamp(permille, 0, 1000)) / 1000.0f;
    if (share > 0) {
        const ImVec2 end{bar.Min.x + std::max(px(6), bar.GetWidth() * share), bar.Max.y};
        draw_box({bar.Min, end}, t.accent, t.accent, px(3));
    }
    Node& node = record(Role::progressbar, static_id("progress"), name, {head.Min, bar.Max});
    node.key = key_path({});
    node.value = words;
}

bool banner(std::string_view key, Tone tone, std::string_view words, const Button& action) {
    const Scope scope(key);
    const ImVec2 size = action.label.empty() ? ImVec2(0, 0) : button_size(action, true);
    const bool beside = size.x > 0 && size.x < flow().width() * 0.4f;
    const float wrap = flow().width() - px(16 + 26 + 16) - (beside ? size.x + px(16) : 0);
    const float text = measure(body(), words, wrap).y;
    const float height = std::max(text, beside ? size.y : 0) +
                         (beside ? 0 : size.y + px(8)) * (size.x > 0 ? 1.0f : 0.0f);
    const ImRect box = take(0, height + px(20));
    draw_box(box, tint(tone), theme().outlined ? edge(tone) : mix(tint(tone), mark(tone), 0.35f),
             px(8));
    const float top = beside ? std::floor(box.GetCenter().y - text / 2) : box.Min.y + px(10);
    draw_icon(tone == Tone::caution || tone == Tone::bad ? Icon::alert : Icon::info,
              {box.Min.x + px(24), top + px(10)}, px(16), mark(tone));
    const ImVec2 at{box.Min.x + px(42), top};
    draw(body(), at, theme().text, words, wrap);
    record_text(tone == Tone::bad ? Role::alert : Role::text, words, {at, at + ImVec2(wrap, text)});
    if (size.x <= 0) return false;
    const ImVec2 corner =
        beside ? ImVec2(box.Max.x - px(16) - size.x, std::floor(box.GetCenter().y - size.y / 2))
               : ImVec2(at.x, top + text + px(8));
    return draw_button(action, {corner, corner + size});
}

bool empty_state(std::string_view key, std::string_view title, std::string_view words,
                 const Button& action) {
    const Scope scope(key);
    const float wrap = std::min(flow().width(), px(420));
    take(0, px(16));
    const auto centred = [&](Type type, Color color, std::string_view line, Role role) {
        const ImVec2 size = measure(type, line, wrap);
        const ImRect rect = take(0, size.y);
        const ImVec2 at{std::floor(rect.GetCenter().x - size.x / 2), rect.Min.y};
        draw(type, at, color, line, wrap);
        Node& node = record_text(role, line, {at, at + size});
        node.level = role == Role::heading ? 3 : 0;
    };
    centred(body_strong(), theme().text, title, Role::heading);
    gap_before(px(4));
    centred(body(), theme().muted, words, Role::text);
    bool pressed = false;
    if (!action.label.empty()) {
        const ImVec2 size = button_size(action, false);
        const ImRect rect = take(0, size.y);
        const float x = std::floor(rect.GetCenter().x - size.x / 2);
        pressed = draw_button(action, {x, rect.Min.y, x + size.x, rect.Max.y});
    }
    take(0, px(16));
    return pressed;
}

namespace {

// The layout of a row: everything on one line or, if that is too narrow, the text first, then the
// note, with the button beside the note if it fits.
struct ListLine {
    float chip = 0, note = 0, action = 0;  // widths, including gaps
    float text_wrap = 0, note_wrap = 0;
    float text = 0, notes = 0, button = 0;  // heights
    bool one_line = false, beside = false;

    float height() const {
        if (one_line) return std::max(px(43), button + px(16));
        const float under = beside ? std::max(notes, button)
                                   : notes + button + (notes > 0 && button > 0 ? px(4) : 0);
        return px(20) + text + (under > 0 ? px(4) + under : 0);
    }
};

// All texts start at the same x, after the widest chip of the list.
float chips_width(const std::vector<ListRow>& rows) {
    float widest = 0;
    for (const ListRow& row : rows)
        if (!row.chip.text.empty()) widest = std::max(widest, chip_size(row.chip).x + px(16));
    return widest;
}

ListLine measure_line(const ListRow& row, float chips, float width) {
    ListLine line;
    line.chip = chips;
    if (!row.note.empty()) line.note = measure(body(), row.note).x + px(16);
    if (!row.action.label.empty()) {
        line.action = button_size(row.action, true).x + px(16);
        line.button = button_size(row.action, true).y;
    }
    const float rest = width - line.chip - line.note - line.action;
    line.one_line = measure(body(), row.text).x <= rest;
    line.text_wrap = line.one_line ? rest : width - line.chip;
    line.beside = line.chip + line.note + line.action <= width;
    line.note_wrap = line.one_line || line.beside ? line.note - px(16) : width - line.chip;
    line.text = measure(body(), row.text, line.text_wrap).y;
    if (!row.note.empty()) line.notes = measure(body(), row.note, line.note_wrap).y;
    return line;
}

// Returns true if the row's action was pressed.
bool draw_list_row(const ListRow& row, const ListLine& line, const ImRect& rect) {
    const float middle = rect.GetCenter().y;
    const float first = line.one_line ? std::floor(middle - px(10)) : rect.Min.y + px(10);
    if (!row.chip.text.empty()) draw_chip(row.chip, {rect.Min.x, first});
    const ImVec2 at{rect.Min.x + line.chip, first};
    draw(body(), at, theme().text, row.text, line.text_wrap);
    record_text(Role::text, row.text, {at, at + ImVec2(line.text_wrap, line.text)});
    const float second = first + line.text + px(4);
    const float button_y = line.one_line ? middle : rect.Max.y - px(10) - line.button / 2;
    if (!row.note.empty()) {
        const float beside = std::floor(button_y - line.notes / 2);
        const ImVec2 note = line.one_line
                                ? ImVec2(rect.Max.x - line.action - line.note_wrap, first)
                                : ImVec2(at.x, line.beside && line.button > 0 ? beside : second);
        draw(body(), note, theme().muted, row.note, line.note_wrap);
        record_text(Role::text, row.note, {note, note + ImVec2(line.note_wrap, line.notes)});
    }
    if (row.action.label.empty()) return false;
    std::string pressed;
    draw_buttons({&row.action, 1}, rect.Max.x, button_y, true, 0, pressed);
    return !pressed.empty();
}

}  // namespace

std::string list(std::string_view key, std::string_view name, const std::vector<ListRow>& rows) {
    const Scope scope(key);
    std::string pressed;
    if (!flow().empty && flow().next_gap < 0)
        gap_before(px(4));  // Rows already have padding, also at the end.
    const float top = flow().y;
    const ImRect start(flow().x0, top, flow().x1, top);
    open_node(Role::list, static_id("list"), name, start).key = key_path({});
    const float chips = chips_width(rows);
    for (const ListRow& row : rows) {
        const Scope level(row.key);
        const ListLine line = measure_line(row, chips, flow().width());
        const bool first = &row == &rows.front();
        if (!first) gap_before(0);
        const ImRect rect = take(0, line.height());
        if (!first) draw_hairline(rect.Min, rect.GetWidth());
        open_node(Role::listitem, static_id("row"), row.text, rect).key = key_path({});
        if (draw_list_row(row, line, rect)) pressed = row.key;
        close_node();
    }
    close_node({start.Min.x, top, start.Max.x, flow().y});
    if (!rows.empty()) flow().y -= px(8);
    return pressed;
}

}  // namespace cppo::ui
