// The page's building blocks: views call these and no Dear ImGui. Every block draws itself, takes
// mouse, touch and keyboard, and records its role, name, value and state for screen readers and
// tests; no view can forget to.
//
//  key     names a thing among its siblings, never shown: "price", a record's id, never a row
//          number. Keys of what is around make the path tests use: "deal-17/price".
//  layout  things stack downwards and fill the width of the Page, Card, Column or Dialog they are
//          in; heights are known before drawing. Row puts things side by side and wraps.
//  nouns   Page, Card, Columns, … open something that their destructor closes.
//  values  a block that edits takes the value by reference and returns whether it changed.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/semantics.hpp"
#include "ui/theme.hpp"

namespace cppo::ui {

// ---- Surroundings ------------------------------------------------------------------------------

bool narrow();  // under 900 px: one column, places in a drawer, main action at the bottom
bool touch();   // rows and controls 44 px high
void set_touch(bool on);

// Opens a key level: the record that what follows belongs to.
class Scope {
  public:
    explicit Scope(std::string_view key);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
};

// ---- Words -------------------------------------------------------------------------------------

void heading(int level, std::string_view words);  // 1 is the page's, 2 a card's, 3 a section's
void text(std::string_view words);                // wraps
void strong(std::string_view words);
void muted(std::string_view words);
void small(std::string_view words);  // 12 px, muted
bool link(std::string_view key, std::string_view words);

struct Chip {
    std::string text = {};
    Tone tone = Tone::neutral;
};
void chip(const Chip& chip);
void chips(const std::vector<Chip>& chips);    // a row of them
void pill(std::string_view state, Tone tone);  // a state: coloured dot and words

struct Fact {
    std::string name = {}, value = {};
    bool number = false;  // stands at the right, as in a column of figures
    bool strong = false;
};
void facts(std::string_view key, std::string_view name, const std::vector<Fact>& facts);

// What a label means, "" where it needs no help. Asked of every label: it marks those that have a
// meaning, and shows it.
using Meaning = std::string_view (*)(std::string_view label);
void explain_with(Meaning meaning);

// A line across, and empty room (logical pixels) in place of the usual gap.
void hairline();
void space(float pixels);

// ---- Buttons -----------------------------------------------------------------------------------

enum class ButtonKind : std::uint8_t { secondary, primary, danger, quiet };

struct Button {
    std::string key = {}, label = {};
    ButtonKind kind = ButtonKind::secondary;
    std::string disabled_because = {};  // a sentence; not empty means it cannot be pressed now
    std::string description = {};       // more than the label says, for screen readers and on hover
    std::string shortcut = {};          // as in aria-keyshortcuts: "Control+S"
};
bool button(const Button& button);
// A row of buttons, at the right when `at_end`; the key of the pressed one, or "".
std::string buttons(const std::vector<Button>& buttons, bool at_end = false);

// ---- Fields ------------------------------------------------------------------------------------

struct FieldSpec {
    std::string key = {}, label = {};
    std::string help = {};         // under the field
    std::string error = {};        // in place of the help: what is wrong, and what would be right
    std::string suffix = {};       // unit inside the field
    std::string placeholder = {};  // shown while empty
    bool required = false, readonly = false, multiline = false;
    bool unlabelled = false;      // the label is for screen readers alone, as under a column's head
    bool takes_rows = false;      // rows of a spreadsheet may be pasted into it, and are handed on
    std::string input_mode = {};  // "", "decimal", "numeric", "email"
};
struct FieldResult {
    bool changed = false;    // in this frame, by typing
    bool committed = false;  // editing ended and the text differs: the time to send a command
    std::string rows = {};   // pasted; the field keeps what it had
};
// `typed` is the half-typed text; it stays as it is until the view replaces it.
FieldResult field(const FieldSpec& spec, std::string& typed);
FieldResult money_field(FieldSpec spec, std::string_view currency, std::string& typed);
FieldResult percent_field(FieldSpec spec, std::string& typed);
FieldResult date_field(FieldSpec spec, std::string& typed);
// Shown in groups of four, typed and copied either way; `typed` never has spaces.
FieldResult account_field(FieldSpec spec, std::string& typed);

// ---- Choices -----------------------------------------------------------------------------------

struct Option {
    std::string key = {}, label = {};
    std::string note = {};  // muted, beside or under the label
};
// `chosen` holds an option's key. True when it changed.
bool combo(const FieldSpec& spec, const std::vector<Option>& options, std::string& chosen);
bool radios(const FieldSpec& spec, const std::vector<Option>& options, std::string& chosen);
bool segments(std::string_view key, std::string_view name, const std::vector<Option>& options,
              std::string& chosen);
bool checkbox(const FieldSpec& spec, bool& on);
// Tabs that do not fit stand in a list under "More".
bool tabs(std::string_view key, std::string_view name, const std::vector<Option>& options,
          std::string& chosen);

// ---- Places to put things ----------------------------------------------------------------------

// Things side by side, each centred on the row's height (0: a control's), wrapping at the edge.
class Row {
  public:
    explicit Row(float height = 0, float gap = 8);
    ~Row();
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;
};

struct CardSpec {
    std::string key = {}, title = {};
    std::string note = {};         // muted, at the right of the title
    std::vector<Chip> chips = {};  // beside the title, or at the right with chips_at_end
    bool chips_at_end = false;
    std::vector<Button> actions = {};  // at the right of the title
};
class Card {
  public:
    explicit Card(const CardSpec& spec);
    Card(std::string_view key, std::string_view title);
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;
    const std::string& action() const { return action_; }  // key of the pressed action, or ""

  private:
    void open(const CardSpec& spec);
    std::string action_;
    int first_vertex_ = 0, last_vertex_ = 0;
    float x0_ = 0, x1_ = 0, y0_ = 0;
    bool named_ = false;
};

// A part of a card with a small heading of its own; names in it may repeat those of other parts.
class Section {
  public:
    Section(std::string_view key, std::string_view title);
    ~Section();
    Section(const Section&) = delete;
    Section& operator=(const Section&) = delete;

  private:
    float x0_, x1_, y0_;
};

// Side by side when they fit, else fewer, in the end one. Call next() before each cell's content.
struct Track {
    float least;      // logical pixels below which the columns collapse
    float share = 1;  // of the width that is left; 0 keeps it at `least`
};
class Columns {
  public:
    explicit Columns(const std::vector<Track>& tracks, float gap = 16);  // all of them or one
    explicit Columns(int most, float least = 150, float gap = 16);       // as many as fit
    ~Columns();
    Columns(const Columns&) = delete;
    Columns& operator=(const Columns&) = delete;
    void next(int span = 1);

  private:
    void end_cell();
    void end_row();
    std::vector<float> widths_;
    float gap_, y_ = 0, bottom_ = 0;
    int at_ = 0;
    bool open_ = false;
};

struct Metric {
    std::string key = {}, name = {}, figure = {}, note = {};
};
// Those with a key lead somewhere; the key of the pressed one, or "".
std::string metrics(std::string_view key, std::string_view name,
                    const std::vector<Metric>& metrics);

// ---- Tables and lists --------------------------------------------------------------------------

enum class Look : std::uint8_t { plain, strong, muted, chip };

struct Cell {
    std::string text = {};
    Look look = Look::plain;
    Tone tone = Tone::neutral;  // of the chip; of the mark before the text when `marked`
    bool marked = false;
    std::string note = {};    // muted, after the text
    std::string copied = {};  // what the clipboard gets, when not the text
    std::int64_t number = 0;  // the value of a figure, by which a column of numbers is sorted
};
struct Column {
    std::string key = {}, label = {};
    bool silent = false;  // the label is for screen readers alone, as over a currency
    bool number = false;  // at the right
    bool sortable = false;
    bool optional = false;  // told under the row, the last first, when the table does not fit
    bool bare = false;      // its values speak for themselves there, without the label
};
struct TableRow {
    std::string key = {};
    std::vector<Cell> cells = {};  // one for each column
    Button action = {};            // at the end of the row; none without a label
};
struct TableSpec {
    std::string key = {}, name = {};
    std::vector<Column> columns = {};
    bool clickable = false;  // a row is opened by a click, Enter or Space
    std::string sorted_by = {};
    bool descending = false;
    std::string empty = {};  // the sentence in place of no rows
};
struct TableEvents {  // keys of a row or column, "" when nothing happened
    std::string opened = {}, acted = {}, sort = {};
};
// Rows that are made when they are needed, for lists of any length.
struct TableRows {
    std::size_t count = 0;
    std::function<TableRow(std::size_t)> row;
};
// Ctrl+C with a row under the keyboard's focus copies the table.
TableEvents table(const TableSpec& spec, const TableRows& rows);
TableEvents table(const TableSpec& spec, const std::vector<TableRow>& rows);
// The whole table for a spreadsheet: tabs between cells, a line each row, the head first.
std::string table_text(const TableSpec& spec, const std::vector<TableRow>& rows);

struct ListRow {
    std::string key = {};
    Chip chip = {};
    std::string text = {}, note = {};
    Button action = {};
};
// Things to do or read, a line each; the key of the row whose action was pressed, or "".
std::string list(std::string_view key, std::string_view name, const std::vector<ListRow>& rows);

// ---- How things stand --------------------------------------------------------------------------

enum class Progress : std::uint8_t { done, current, todo };
struct Stage {
    std::string name = {};
    Progress progress = Progress::todo;
    std::string note = {};  // a date, or how far it is
};
void stage_line(std::string_view key, std::string_view name, const std::vector<Stage>& stages);

enum class CheckState : std::uint8_t { done, open, bad };
struct Check {
    std::string text = {};
    CheckState state = CheckState::open;
    std::string leads_to = {};            // a key; with one the line can be pressed
    std::vector<std::string> wrong = {};  // sentences under the line
};
// Where the pressed line leads to, or "".
std::string checklist(std::string_view key, std::string_view name,
                      const std::vector<Check>& checks);

// Brings the control whose key ends in this one into sight and gives it the keyboard.
void lead_to(std::string_view key);

void progress(std::string_view key, std::string_view name, int permille, std::string_view words);

// accent is a notice, caution and bad say so. True when its button was pressed.
bool banner(std::string_view key, Tone tone, std::string_view words, const Button& action = {});

bool empty_state(std::string_view key, std::string_view title, std::string_view words,
                 const Button& action = {});

// Says what was just done, at the bottom of the page, for a few seconds.
void toast(std::string_view words, Tone tone = Tone::neutral);
void dismiss_toast();

// ---- Dialog ------------------------------------------------------------------------------------

// Drawn while `open`, in the Page or after it; takes the keyboard, and Escape closes it. Draw
// inside only if it is true:
//     if (ui::Dialog dialog("sign", "Sign the request", ui.signing); dialog) { … }
class Dialog {
  public:
    Dialog(std::string_view key, std::string_view title, bool& open, float width = 480);
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;
    explicit operator bool() const { return shown_; }

  private:
    bool* open_;
    bool shown_ = false;
};

// ---- Palette and shortcuts ---------------------------------------------------------------------

// A field to type in and what that finds, over the page, until something is picked or it is closed.
// Down leads from the field to what was found; Enter in the field picks the first. The picked key.
std::string palette(std::string_view key, std::string_view name, bool& open, std::string& typed,
                    const std::vector<Option>& found);

enum class Shortcut : std::uint8_t { palette, take_back, do_again };
bool pressed(Shortcut shortcut);  // not while a field has the keyboard, but for the palette
std::string_view text(Shortcut shortcut);  // "Ctrl K"
std::vector<int> shortcuts();              // as Dear ImGui's chords, to be kept from the browser

// ---- Page --------------------------------------------------------------------------------------

struct Place {
    std::string key = {}, label = {};
    int count = -1;  // shown beside the label when 0 or more
};
struct PageSpec {
    std::string product = {};                    // over the places
    std::string address = {};                    // of what is shown; another is read from the top
    std::vector<Place> places = {}, below = {};  // below: at the bottom of the rail
    std::string current = {};                    // key of the place we are in
    std::vector<Place> trail = {};               // links before the title in the top bar
    std::string title = {};
    bool titled = false;  // the title also heads the content, with chips and actions
    std::vector<Chip> chips = {};
    std::vector<Button> actions = {};  // a primary one moves to the bottom on narrow screens
    std::string search = {};           // "Search or do anything"; none when empty
    std::string search_keys = {};      // "Ctrl K"
    std::string take_back = {}, do_again = {};  // names of the steps; empty when there is none
    Chip saved = {};                            // "Saved", good
};
// What was chosen, "" when nothing was; complete when the Page is closed.
struct PageEvents {
    std::string go = {};      // key of a place
    std::string action = {};  // key of one of the spec's actions
    bool search = false;
    bool take_back = false, do_again = false;
};
class Page {
  public:
    Page(const PageSpec& spec, PageEvents& events);
    ~Page();
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

  private:
    PageEvents& events_;
    std::vector<Button> foot_;  // the main action, where it stands at the bottom
};

}  // namespace cppo::ui
