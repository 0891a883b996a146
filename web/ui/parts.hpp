// What the components of ui:: are built from: type, drawing, layout and semantics. Only
// web/ui/*.cpp includes this; views include ui.hpp.
#pragma once

#include <string_view>

#define IMGUI_DEFINE_MATH_OPERATORS
#include "imgui.h"
#include "imgui_internal.h"

#include "ui/semantics.hpp"
#include "ui/theme.hpp"
#include "ui/ui.hpp"

namespace cppo::ui {

// ---- Type: a font and its line height -----------------------------------------------------

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

// wrap = 0 means one line.
ImVec2 measure(Type type, std::string_view text, float wrap = 0);
void draw(Type type, ImVec2 at, Color color, std::string_view text, float wrap = 0);
// One line, with an ellipsis if it is wider than `width`.
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

// The line under the selected one of several items.
void draw_chosen(const ImRect& rect, float radius);
void draw_box(const ImRect& rect, Color fill, Color border, float radius);
void draw_focus(const ImRect& rect, float radius);
void draw_hairline(ImVec2 from, float width);

// ---- Layout: a stack of flows; every rectangle is known before it is drawn --------------------

// Items stack downward between x0 and x1, or go side by side if `row_height` is set.
struct Flow {
    float x0, x1, y;
    float gap;
    float row_height = 0;
    float row_gap = 0;  // between wrapped lines of a row
    float x = 0;
    bool empty = true;
    float next_gap = -1;  // used once instead of `gap`

    float width() const { return x1 - x0; }
};

Flow& flow();
void push_flow(Flow flow);
float pop_flow();  // returns the bottom of its content
bool has_flow();

// The next free rectangle of this size; width 0 takes all available width. Wraps in a row.
ImRect take(float width, float height);
float room();                // the width that `take` has available
void gap_before(float gap);  // before the next item only, instead of the flow's gap

float control_height();  // buttons and fields: 32, or 44 on touch
float row_height();      // table and list rows: 36, or 44 on touch

// ---- Semantics -----------------------------------------------------------------------------

void push_key(std::string_view key);
void pop_key();
std::string key_path(std::string_view key);
unsigned static_id(std::string_view seed);

// Records a node whose parent is the innermost open one. The reference is valid until the next
// call.
Node& record(Role role, unsigned id, std::string_view name, const ImRect& rect);
Node& record_text(Role role, std::string_view name, const ImRect& rect);
// The same; following nodes are its children until close_node(), which sets its rectangle.
Node& open_node(Role role, unsigned id, std::string_view name, const ImRect& rect);
void close_node(const ImRect& rect);
void close_node();  // keeps the rectangle from open_node()

// What the audit and the tests need of a node that the mirror does not.
struct Extent {
    ImRect rect;    // unclipped
    ImRect window;  // of its window
    unsigned window_id, focus_scope;
};
std::span<const Extent> extents();  // parallel to nodes()
const Extent* find_extent(unsigned id);

// The text that the mirror set for this field, if any. Can be taken only once.
const std::string* take_text(unsigned id);

// Seconds until something such as the toast changes without input.
void wake_within(float seconds);

// ---- Pressing --------------------------------------------------------------------------------

struct Press {
    ImGuiID id;
    ImRect rect;
    bool visible, hovered, held, pressed, focused;
};
Press press(std::string_view key, const ImRect& rect, bool disabled = false, bool overlap = false);

void remember_clicked(unsigned id);  // so that Space and Enter press it again

void tooltip(std::string_view text);

// ---- Defined terms -----------------------------------------------------------------------------

std::string_view meaning_of(std::string_view words);  // "" if the words are not a defined term
// One line of a label, cut at `width`; its meaning is shown on hover.
void draw_term(Type type, ImVec2 at, Color color, std::string_view words, float width);
void explain(Node& node, std::string_view words);  // adds the meaning for screen readers

// ---- Blocks drawn at a place measured by the caller --------------------------------------------

ImVec2 button_size(const Button& button, bool compact);
bool draw_button(const Button& button, const ImRect& rect);
float buttons_width(std::span<const Button> buttons, bool compact, float gap);
// Laid out from `right` to the left. Sets `pressed` to the key of the pressed button.
void draw_buttons(std::span<const Button> buttons, float right, float middle, bool compact,
                  float gap, std::string& pressed);
// A part of the page or of a dialog. Scrolls what does not fit, if `scrolls` is true.
void begin_part(const char* name, const ImRect& rect, Color fill, bool scrolls);
void end_part();

bool icon_button(std::string_view key, std::string_view name, Icon icon, const ImRect& rect,
                 bool quiet = false);

ImVec2 chip_size(const Chip& chip);
void draw_chip(const Chip& chip, ImVec2 at);
void draw_mark(ImVec2 middle, Tone tone);  // the square before a party's name

void draw_label(std::string_view words, bool required);  // above a field
// The help or error under a field.
void draw_note(const FieldSpec& spec, float indent = 0);
bool is_half_typed();  // whether a field has the keyboard
void draw_active_ring(const ImRect& box);
// Records the node of a control that a FieldSpec describes.
Node& record_field(Role role, ImGuiID id, const FieldSpec& spec, const ImRect& rect);

// A list that opens under `anchor`; `key` must be a literal. Returns true and the index of the
// picked option.
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

// A window that blocks mouse and keyboard for the rest of the page until `open` is false. Draw in
// it and end it only if this returns true. Escape or a click outside closes it.
bool begin_modal(std::string_view key, std::string_view name, bool& open, const ImRect& place,
                 bool at_left);
void end_modal();

}  // namespace cppo::ui
