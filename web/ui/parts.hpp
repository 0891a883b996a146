// What the components of ui:: are made of: type, ink, layout and the recording of semantics.
// Only ui/*.cpp and charts.cpp include this; views include ui.hpp.
#pragma once

#include <string_view>

#define IMGUI_DEFINE_MATH_OPERATORS
#include "imgui.h"
#include "imgui_internal.h"

#include "ui/semantics.hpp"
#include "ui/theme.hpp"
#include "ui/ui.hpp"

namespace cppo::ui {

// ---- Type: a font and the line it is set on -----------------------------------------------

struct Type {
    ImFont* font;
    float line;
};

Type body();
Type body_strong();
Type body_bold();
Type label();
Type label_strong();
Type title();
Type metric();

ImU32 ink(Color color, float alpha = 1.0f);

// wrap = 0 sets one line.
ImVec2 measure(Type type, std::string_view text, float wrap = 0);
void draw(Type type, ImVec2 at, Color color, std::string_view text, float wrap = 0);
// One line that ends in an ellipsis when it is wider than `width`.
void draw_cut(Type type, ImVec2 at, Color color, std::string_view text, float width);

enum class Icon : std::uint8_t {
    check,
    circle,
    disc,
    cross,
    menu,
    chevron_down,
    chevron_right,
    arrow_up,
    arrow_down,
    plus,
    alert,
    info,
    back,
    again,
    search
};
void draw_icon(Icon icon, ImVec2 center, float size, Color color);

// Under what is chosen of several.
void draw_chosen(const ImRect& rect, float radius);
void draw_box(const ImRect& rect, Color fill, Color border, float radius);
void draw_focus(const ImRect& rect, float radius);
void draw_hairline(ImVec2 from, float width);

// ---- Layout: a stack of flows; every rectangle is known before it is drawn --------------------

// Things stack downwards between x0 and x1, or stand side by side when `row_height` is set.
struct Flow {
    float x0, x1, y;
    float gap;
    float row_height = 0;
    float row_gap = 0;  // between wrapped lines of a row
    float x = 0;
    bool empty = true;
    float next_gap = -1;  // once, instead of gap

    float width() const { return x1 - x0; }
};

Flow& flow();
void push_flow(Flow flow);
float pop_flow();  // the bottom of what was drawn in it
bool has_flow();

// The next free rectangle of this size; width 0 is all there is. In a row it wraps.
ImRect take(float width, float height);
float room();                // the width `take` can give
void gap_before(float gap);  // before the next thing, once, instead of the flow's own

float control_height();  // buttons and fields: 32, on touch 44
float row_height();      // table and list rows: 36, on touch 44

// ---- Semantics -----------------------------------------------------------------------------

void push_key(std::string_view key);
void pop_key();
std::string key_path(std::string_view key);
unsigned static_id(std::string_view seed);

// Records a node; its parent is the innermost open one. The reference is good until the next.
Node& record(Role role, unsigned id, std::string_view name, const ImRect& rect);
Node& record_text(Role role, std::string_view name, const ImRect& rect);
// The same, and what follows is inside it until close_node, which sets its rectangle.
Node& open_node(Role role, unsigned id, std::string_view name, const ImRect& rect);
void close_node(const ImRect& rect);
void close_node();  // keeps the rectangle it was opened with

// What the audit and the tests need to know of a node beyond the contract with the mirror.
struct Extent {
    ImRect rect;    // where it would be, unclipped
    ImRect window;  // the window it stands in
    unsigned window_id, focus_scope;
};
std::span<const Extent> extents();  // one for each of nodes()
const Extent* find_extent(unsigned id);

// The text the mirror has set for this field, if any; taken once.
const std::string* take_text(unsigned id);

// Seconds until the toast and the like change by themselves.
void wake_within(float seconds);

// ---- Pressing --------------------------------------------------------------------------------

struct Press {
    ImGuiID id;
    ImRect rect;
    bool visible, hovered, held, pressed, focused;
};
Press press(std::string_view key, const ImRect& rect, bool disabled = false, bool overlap = false);

void remember_clicked(unsigned id);  // Space and Enter then press it again

void tooltip(std::string_view text);

// ---- Words of the program --------------------------------------------------------------------

std::string_view meaning_of(std::string_view words);  // "" for words that need no help
// One line of a label, cut at `width`; what it means is shown to whoever points at it.
void draw_term(Type type, ImVec2 at, Color color, std::string_view words, float width);
void explain(Node& node, std::string_view words);  // the same for screen readers

// ---- Blocks drawn at a place someone else has measured ---------------------------------------

ImVec2 button_size(const Button& button, bool compact);
bool draw_button(const Button& button, const ImRect& rect);
float buttons_width(std::span<const Button> buttons, bool compact, float gap);
// From `right` to the left; the key of the pressed one is put in `pressed`.
void draw_buttons(std::span<const Button> buttons, float right, float middle, bool compact,
                  float gap, std::string& pressed);
// A part of the page or of a dialog; what does not fit scrolls if it may.
void begin_part(const char* name, const ImRect& rect, Color fill, bool scrolls);
void end_part();

bool icon_button(std::string_view key, std::string_view name, Icon icon, const ImRect& rect,
                 bool quiet = false);

ImVec2 chip_size(const Chip& chip);
void draw_chip(const Chip& chip, ImVec2 at);
void draw_mark(ImVec2 middle, Tone tone);  // the square before a party's name

void draw_label(std::string_view words, bool required);  // over a field
// Its help or error, under it.
void draw_note(const FieldSpec& spec, float indent = 0);
bool is_half_typed();  // the field that has the keyboard, if one has
void draw_active_ring(const ImRect& box);
// The node of anything a FieldSpec describes.
Node& record_field(Role role, ImGuiID id, const FieldSpec& spec, const ImRect& rect);

// A list that opens under `anchor`; `key` is a literal. True with the picked option's index.
struct Menu {
    const char* key;
    std::string_view name;
    Role list, item;
    std::span<const Option> options;
    std::string_view chosen;
};
bool menu_is_open(const char* key);
void open_menu(const char* key);
bool draw_menu(const Menu& menu, const ImRect& anchor, std::size_t& picked);

// A window over the page that keeps the rest from mouse and keyboard until `open` is false; the
// caller draws in it and ends it only when this is true. Escape and a click beside it close it.
bool begin_modal(std::string_view key, std::string_view name, bool& open, const ImRect& place,
                 bool at_left);
void end_modal();

}  // namespace cppo::ui
