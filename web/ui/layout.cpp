#include <algorithm>
#include <cmath>

#include "ui/parts.hpp"

namespace cppo::ui {

Scope::Scope(std::string_view key) {
    ImGui::PushID(key.data(), key.data() + key.size());
    push_key(key);
}

Scope::~Scope() {
    pop_key();
    ImGui::PopID();
}

Row::Row(float height, float gap) {
    const Flow around = flow();
    const ImRect start = take(0, 0);
    Flow row{.x0 = around.x0, .x1 = around.x1, .y = start.Min.y, .gap = px(gap)};
    row.row_height = height > 0 ? px(height) : control_height();
    row.row_gap = px(8);
    push_flow(row);
}

Row::~Row() {
    const float bottom = pop_flow();
    flow().y = bottom;
}

// ---- Card: its box is drawn first and stretched once its content is known ----------------------

Card::Card(const CardSpec& spec) { open(spec); }

Card::Card(std::string_view key, std::string_view title) {
    open({.key = std::string(key), .title = std::string(title)});
}

namespace {

constexpr float card_padding = 16;
constexpr float card_gap = 12;
int titled_cards = 0;  // around the current item; without a gap between their headings
constexpr float card_start_height = 20;  // at least twice the radius, so that corners are whole

struct CardHead {
    float title, chips, right;  // widths
    float width;
    float height;

    bool fits() const { return title + chips + right + px(16) <= width; }
};

CardHead measure_head(const CardSpec& spec, float width) {
    CardHead head{measure(body_strong(), spec.title).x, 0, 0, width, body_strong().line};
    for (const Chip& chip : spec.chips) head.chips += chip_size(chip).x + px(8);
    if (!spec.note.empty()) head.right = measure(body(), spec.note).x;
    if (!spec.actions.empty()) {
        head.right += buttons_width(spec.actions, true, px(8)) + (head.right > 0 ? px(12) : 0);
        head.height = std::max(head.height, button_size(spec.actions.front(), true).y);
    }
    return head;
}

void draw_head_chips(const CardSpec& spec, float x, float middle) {
    for (const Chip& chip : spec.chips) {
        draw_chip(chip, {x, std::floor(middle - px(10))});
        x += chip_size(chip).x + px(8);
    }
}

// Draws title, chips, note and actions on one line.
void draw_head(const CardSpec& spec, const CardHead& head, std::string& action) {
    const ImRect rect = take(0, head.height);
    const float middle = rect.GetCenter().y;
    const ImVec2 at{rect.Min.x, std::floor(middle - body_strong().line / 2)};
    draw_term(body_strong(), at, theme().text, spec.title, head.title);
    Node& node =
        record_text(Role::heading, spec.title, {at, at + ImVec2(head.title, body_strong().line)});
    node.level = 2;
    explain(node, spec.title);
    // Each chip is measured with the gap after it, which the last one at the edge does not need.
    const float edge = rect.Max.x - head.right + (head.right > 0 ? 0 : px(8));
    const float chips_x = spec.chips_at_end ? edge - head.chips : at.x + head.title + px(16);
    draw_head_chips(spec, chips_x, middle);
    if (!spec.note.empty()) {
        const ImVec2 note{rect.Max.x - head.right, at.y};
        draw(body(), note, theme().muted, spec.note);
        record_text(Role::text, spec.note, {note, note + measure(body(), spec.note)});
    }
    draw_buttons(spec.actions, rect.Max.x, middle, true, px(8), action);
}

// Draws them on several lines if one is too narrow.
void draw_head_stacked(const CardSpec& spec, std::string& action) {
    heading(2, spec.title);
    if (!spec.chips.empty()) chips(spec.chips);
    if (!spec.note.empty()) muted(spec.note);
    if (!spec.actions.empty()) action = buttons(spec.actions);
}

}  // namespace

void Card::open(const CardSpec& spec) {
    const ImRect start = take(0, px(card_start_height));
    x0_ = start.Min.x;
    x1_ = start.Max.x;
    y0_ = start.Min.y;
    const ImDrawList* list = ImGui::GetWindowDrawList();
    first_vertex_ = list->VtxBuffer.Size;
    draw_box(start, theme().surface, theme().hairline, px(8));
    last_vertex_ = list->VtxBuffer.Size;

    ImGui::PushID(spec.key.data(), spec.key.data() + spec.key.size());
    push_key(spec.key);
    named_ = !spec.title.empty();
    if (named_) open_node(Role::group, static_id("card"), spec.title, start).key = key_path({});
    const float padding = px(card_padding);
    push_flow({.x0 = x0_ + padding, .x1 = x1_ - padding, .y = y0_ + padding, .gap = px(card_gap)});
    if (!named_) return;
    ++titled_cards;
    const CardHead head = measure_head(spec, flow().width());
    if (head.fits()) draw_head(spec, head, action_);
    else draw_head_stacked(spec, action_);
}

Card::~Card() {
    const float bottom = pop_flow() + px(card_padding);
    const float start_bottom = y0_ + px(card_start_height);
    const float middle = (y0_ + start_bottom) / 2;
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (int i = first_vertex_; i < last_vertex_; ++i)
        if (list->VtxBuffer[i].pos.y > middle) list->VtxBuffer[i].pos.y += bottom - start_bottom;
    flow().y = start_bottom;
    gap_before(0);
    take(0, bottom - start_bottom);
    if (named_) {
        close_node({x0_, y0_, x1_, bottom});
        --titled_cards;
    }
    pop_key();
    ImGui::PopID();
}

Section::Section(std::string_view key, std::string_view title) : x0_(flow().x0), x1_(flow().x1) {
    ImGui::PushID(key.data(), key.data() + key.size());
    push_key(key);
    y0_ = flow().y;
    open_node(Role::group, static_id("section"), title, {x0_, y0_, x1_, y0_}).key = key_path({});
    heading(titled_cards > 0 ? 3 : 2, title);
}

Section::~Section() {
    close_node({x0_, y0_, x1_, flow().y});
    pop_key();
    ImGui::PopID();
}

// ---- Columns -----------------------------------------------------------------------------------

Columns::Columns(const std::vector<Track>& tracks, float gap) : gap_(px(gap)) {
    const float width = flow().width();
    float left = width - gap_ * static_cast<float>(tracks.size() - 1);
    float shares = 0;
    for (const Track& track : tracks) {
        left -= px(track.least);
        shares += track.share;
    }
    if (left < 0) {
        widths_ = {width};
    } else {
        for (const Track& track : tracks)
            widths_.push_back(
                std::floor(px(track.least) + (shares > 0 ? left * track.share / shares : 0)));
    }
    y_ = bottom_ = take(0, 0).Min.y;
}

Columns::Columns(int most, float least, float gap) : gap_(px(gap)) {
    const float width = flow().width();
    const int fit = static_cast<int>((width + gap_) / (px(least) + gap_));
    const int count = std::clamp(fit, 1, most);
    const float each = (width - gap_ * static_cast<float>(count - 1)) / static_cast<float>(count);
    widths_.assign(static_cast<std::size_t>(count), std::floor(each));
    y_ = bottom_ = take(0, 0).Min.y;
}

Columns::~Columns() {
    end_cell();
    flow().y = bottom_;
}

void Columns::next(int span) {
    end_cell();
    const int count = static_cast<int>(widths_.size());
    span = std::min(span, count);
    if (at_ + span > count) end_row();
    float x0 = flow().x0;
    for (int i = 0; i < at_; ++i) x0 += widths_[static_cast<std::size_t>(i)] + gap_;
    float x1 = x0 - gap_;
    for (int i = at_; i < at_ + span; ++i) x1 += widths_[static_cast<std::size_t>(i)] + gap_;
    // The last column absorbs the pixels lost to rounding.
    if (at_ + span == count) x1 = flow().x1;
    at_ += span;
    open_ = true;
    push_flow({.x0 = x0, .x1 = x1, .y = y_, .gap = flow().gap});
}

void Columns::end_cell() {
    if (open_) bottom_ = std::max(bottom_, pop_flow());
    open_ = false;
}

void Columns::end_row() {
    at_ = 0;
    y_ = bottom_ + flow().gap;
}

}  // namespace cppo::ui
