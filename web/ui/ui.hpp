// The page's building blocks. Views call only these, never Dear ImGui. Every block draws itself,
// handles mouse, touch and keyboard, and records its role, name, value and state for screen readers
// and tests, so that no view can forget to.
//
//  key     identifies an item among its siblings and is never shown: "price" or a record's id, but
//          never a row number. Tests find items by the path of keys: "deal-17/price".
//  layout  items stack downward and fill the width of the Page, Card, Column or Dialog they are in.
//          Heights are known before drawing. Row puts items side by side and wraps.
//  nouns   Page, Card, Columns, … open something that their destructor closes.
//  values  an editing block takes the value by reference and returns whether it changed.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/semantics.hpp"
#include "ui/theme.hpp"

namespace cppo::ui {

// ---- Context -----------------------------------------------------------------------------------

bool narrow();  // under 900 px: one column, navigation in a drawer, main action at the bottom
bool touch();   // rows and controls 44 px high
void set_touch(bool on);

// Opens a key level for the record that the following items belong to.
class Scope {
  public:
    explicit Scope(std::string_view key);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
};

// ---- Words -------------------------------------------------------------------------------------

void heading(int level, std::string_view words);  // 1 for the page, 2 for a card, 3 for a section
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
void chips(const std::vector<Chip>& chips);    // in a row
void pill(std::string_view state, Tone tone);  // a state: a colored dot and words

struct Fact {
    std::string name = {}, value = {};
    bool number = false;  // right-aligned, as in a column of figures
    bool strong = false;
};
void facts(std::string_view key, std::string_view name, const std::vector<Fact>& facts);

// Returns the meaning of a label, or "" if it is not a defined term. Called for every label;
// defined terms are underlined and show their meaning.
using Meaning = std::string_view (*)(std::string_view label);
void explain_with(Meaning meaning);

// A horizontal line, and empty space (logical pixels) instead of the usual gap.
void hairline();
void space(float pixels);

// ---- Buttons -----------------------------------------------------------------------------------

enum class ButtonKind : std::uint8_t { secondary, primary, danger, quiet };

struct Button {
    std::string key = {}, label = {};
    ButtonKind kind = ButtonKind::secondary;
    std::string disabled_because = {};  // a sentence; if not empty, the button is disabled
    std::string description = {};       // adds to the label, for screen readers and on hover
    std::string shortcut = {};          // as in aria-keyshortcuts: "Control+S"
};
bool button(const Button& button);
// A row of buttons, right-aligned if `at_end`. Returns the key of the pressed one, or "".
std::string buttons(const std::vector<Button>& buttons, bool at_end = false);

// ---- Fields ------------------------------------------------------------------------------------

struct FieldSpec {
    std::string key = {}, label = {};
    std::string help = {};         // shown under the field
    std::string error = {};        // replaces the help: what is wrong, and what is allowed
    std::string suffix = {};       // the unit, shown inside the field
    std::string placeholder = {};  // shown while the field is empty
    bool required = false, readonly = false, multiline = false;
    bool unlabelled = false;      // the label is only for screen readers, as under a column header
    bool takes_rows = false;      // accepts pasted spreadsheet rows and returns them in FieldEvents
    std::string input_mode = {};  // "", "decimal", "numeric", "email"
};
struct FieldResult {
    bool changed = false;    // in this frame, by typing
    bool committed = false;  // editing ended with a different text: time to send a command
    std::string rows = {};   // pasted rows; the field keeps its text
};
// `typed` is the text being typed; it does not change until the view replaces it.
FieldResult field(const FieldSpec& spec, std::string& typed);
FieldResult money_field(FieldSpec spec, std::string_view currency, std::string& typed);
FieldResult percent_field(FieldSpec spec, std::string& typed);
FieldResult date_field(FieldSpec spec, std::string& typed);
// An account number, shown in groups of four. Accepts and copies it with or without spaces; `typed`
// never has spaces.
FieldResult account_field(FieldSpec spec, std::string& typed);

// ---- Choices -----------------------------------------------------------------------------------

struct Option {
    std::string key = {}, label = {};
    std::string note = {};  // muted, beside or under the label
};
// `chosen` is an option's key. Returns true if it changed.
bool combo(const FieldSpec& spec, const std::vector<Option>& options, std::string& chosen);
bool radios(const FieldSpec& spec, const std::vector<Option>& options, std::string& chosen);
bool segments(std::string_view key, std::string_view name, const std::vector<Option>& options,
              std::string& chosen);
bool checkbox(const FieldSpec& spec, bool& on);
// Tabs that do not fit go into a list under "More".
bool tabs(std::string_view key, std::string_view name, const std::vector<Option>& options,
          std::string& chosen);

// ---- Containers --------------------------------------------------------------------------------

// Items side by side, centered on the row's height (0: a control's height), wrapping at the edge.
class Row {
  public:
    explicit Row(float height = 0, float gap = 8);
    ~Row();
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;
};

struct CardSpec {
    std::string key = {}, title = {};
    std::string note = {};         // muted, to the right of the title
    std::vector<Chip> chips = {};  // beside the title, or right-aligned if chips_at_end
    bool chips_at_end = false;
    std::vector<Button> actions = {};  // to the right of the title
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

// A part of a card with its own small heading. Labels may repeat those in other parts.
class Section {
  public:
    Section(std::string_view key, std::string_view title);
    ~Section();
    Section(const Section&) = delete;
    Section& operator=(const Section&) = delete;

  private:
    float x0_, x1_, y0_;
};

// Columns side by side if they fit, otherwise fewer, down to one. Call next() before the content of
// each cell.
struct Track {
    float least;      // minimum width in logical pixels
    float share = 1;  // share of the remaining width; 0 keeps the column at `least`
};
class Columns {
  public:
    explicit Columns(const std::vector<Track>& tracks, float gap = 16);  // all, or a single column
    explicit Columns(int most, float least = 150, float gap = 16);  // as many as fit, up to `most`
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
// Items with a key are links. Returns the key of the pressed one, or "".
std::string metrics(std::string_view key, std::string_view name,
                    const std::vector<Metric>& metrics);

// ---- Tables and lists --------------------------------------------------------------------------

enum class Look : std::uint8_t { plain, strong, muted, chip };

struct Cell {
    std::string text = {};
    Look look = Look::plain;
    Tone tone = Tone::neutral;  // of the chip, or of the mark before the text if `marked`
    bool marked = false;
    std::string note = {};    // muted, after the text
    std::string copied = {};  // what the clipboard gets, when not the text
    std::int64_t number = 0;  // the value of a figure, by which a column of numbers is sorted
};
struct Column {
    std::string key = {}, label = {};
    bool silent = false;  // the label is only for screen readers, as above a currency
    bool number = false;  // right-aligned
    bool sortable = false;
    bool optional = false;  // moves below the row if the table does not fit, last column first
    bool bare = false;      // its values need no label there
};
struct TableRow {
    std::string key = {};
    std::vector<Cell> cells = {};  // one per column
    Button action = {};            // at the end of the row; none if the label is empty
};
struct TableSpec {
    std::string key = {}, name = {};
    std::vector<Column> columns = {};
    bool clickable = false;  // a click, Enter or Space opens a row
    std::string sorted_by = {};
    bool descending = false;
    std::string empty = {};  // the sentence shown if there are no rows
};
struct TableEvents {  // keys of a row or column; "" if nothing happened
    std::string opened = {}, acted = {}, sort = {};
};
// Rows that are created on demand, for lists of any length.
struct TableRows {
    std::size_t count = 0;
    std::function<TableRow(std::size_t)> row;
};
// Ctrl+C copies the table while one of its rows has the keyboard focus.
TableEvents table(const TableSpec& spec, const TableRows& rows);
TableEvents table(const TableSpec& spec, const std::vector<TableRow>& rows);
// The whole table for a spreadsheet: tabs between cells, one line per row, starting with the
// header.
std::string table_text(const TableSpec& spec, const std::vector<TableRow>& rows);

struct ListRow {
    std::string key = {};
    Chip chip = {};
    std::string text = {}, note = {};
    Button action = {};
};
// A list of items, one per line. Returns the key of the row whose action was pressed, or "".
std::string list(std::string_view key, std::string_view name, const std::vector<ListRow>& rows);

// ---- Status ------------------------------------------------------------------------------------

enum class Progress : std::uint8_t { done, current, todo };
struct Stage {
    std::string name = {};
    Progress progress = Progress::todo;
    std::string note = {};  // a date or the progress
};
void stage_line(std::string_view key, std::string_view name, const std::vector<Stage>& stages);

enum class CheckState : std::uint8_t { done, open, bad };
struct Check {
    std::string text = {};
    CheckState state = CheckState::open;
    std::string leads_to = {};            // a key; makes the line a link
    std::vector<std::string> wrong = {};  // sentences under the line
};
// Returns the target of the pressed line, or "".
std::string checklist(std::string_view key, std::string_view name,
                      const std::vector<Check>& checks);

// Scrolls to the control whose key path ends in `key` and gives it the keyboard.
void lead_to(std::string_view key);

void progress(std::string_view key, std::string_view name, int permille, std::string_view words);

// A notice, a warning (caution) or an error (bad), by its tone. Returns true if its button was
// pressed.
bool banner(std::string_view key, Tone tone, std::string_view words, const Button& action = {});

bool empty_state(std::string_view key, std::string_view title, std::string_view words,
                 const Button& action = {});

// A message at the bottom of the page that confirms the last action for a few seconds.
void toast(std::string_view words, Tone tone = Tone::neutral);
void dismiss_toast();

// ---- Dialog ------------------------------------------------------------------------------------

// Shown while `open`, in the Page or after it. It takes the keyboard, and Escape closes it. Draw
// its content only if it converts to true:
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

// A search field and its results over the page, until a result is picked or the palette is closed.
// Down moves from the field to the results; Enter in the field picks the first. Returns the picked
// key.
std::string palette(std::string_view key, std::string_view name, bool& open, std::string& typed,
                    const std::vector<Option>& found);

enum class Shortcut : std::uint8_t { palette, take_back, do_again };
bool pressed(Shortcut shortcut);  // false while a field has the keyboard, except for the palette
std::string_view text(Shortcut shortcut);  // "Ctrl K"
std::vector<int> shortcuts();  // as Dear ImGui key chords, to be claimed from the browser

// ---- Page --------------------------------------------------------------------------------------

struct Place {
    std::string key = {}, label = {};
    int count = -1;  // shown beside the label if 0 or more
};
struct PageSpec {
    std::string product = {};                    // above the places
    std::string address = {};                    // of the content; a new one starts at the top
    std::vector<Place> places = {}, below = {};  // below: at the bottom of the rail
    std::string current = {};                    // key of the current place
    std::vector<Place> trail = {};               // links before the title in the top bar
    std::string title = {};
    bool titled = false;  // the content also starts with the title, with chips and actions
    std::vector<Chip> chips = {};
    std::vector<Button> actions = {};  // the primary one moves to the bottom on narrow screens
    std::string search = {};           // "Search or do anything"; no search field if empty
    std::string search_keys = {};      // "Ctrl K"
    std::string take_back = {}, do_again = {};  // steps to undo and redo; empty if none
    Chip saved = {};                            // "Saved", good
};
// What was chosen; "" if nothing. Complete once the Page is closed.
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
    std::vector<Button> foot_;  // the main action, if it is at the bottom
};

}  // namespace cppo::ui
