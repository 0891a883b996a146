// What every view is given and what it may answer. Views read one const model and draw; what the
// person asks for is noted and carried out after the frame, so that no frame shows two states.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <type_traits>

#include "desk/undo.hpp"
#include "keeper/storage.hpp"
#include "screens/deal_screen.hpp"
#include "screens/event_form.hpp"
#include "ui/ui.hpp"
#include "views/intents.hpp"
#include "views/route.hpp"

namespace cppo {
class Overview;
}

namespace cppo::views {

// Half-typed texts of one form or dialog by field path, and what was refused of them. They are not
// part of the record, and wait beside it until they are stored or changed back.
struct Draft {
    std::map<std::string, std::string> texts;
    std::map<std::string, std::string> labels;  // of their fields
    std::string typing;                         // the field that was typed in last, till it is left
    std::map<std::string, std::string> errors;  // sentences, by field path
    std::string rows;  // of a spreadsheet, pasted into a field that takes them

    std::string error(const std::string& field) const;
    void refuse(const Error& error, const std::string& field = {});
    // What was typed at `field` and below it ("lines" holds "lines[0].list") has been stored.
    void done(const std::string& field);
};

// A record that has a form: both kinds are edited, signed and sent in the same way.
using Owner = std::variant<AuthorizationId, DealId>;
std::string key_of(const Owner& owner);  // "deal/deal-1": its record, its draft and its route

// A command and the day it is of.
struct Dated {
    Command command;
    Date on;
};

// A dialog: what it asks for, and the command that the answers make.
struct Action {
    std::string title, words, confirm;  // no title: no dialog is open
    std::function<Result<Dated>(const Answers&, Date today)> command;
    bool danger = false;
    bool creates = false;                            // a new record, to be gone to
    std::optional<Owner> mail_of = {};               // whose form can be mailed from here
    std::vector<FieldRow> fields = {};               // their values are the initial ones
    std::map<std::string, std::string> labels = {};  // of choices that are ids
};

// How far the records are loaded and saved, and what protects them.
struct SaveStatus {
    web::SaveState state = web::SaveState::loading;
    std::string words = "Loading…";
    std::string problem = {};
    std::size_t read = 0, to_read = 0;  // records; both 0 once all are read
    web::Fate fate = web::Fate::kept;
    web::Safekeeping safekeeping = {};
    std::optional<Date> alone;  // since when there are changes that no export holds
    bool newer = false;         // a newer version of the page waits
};

// A screen computed once for all frames that show the same records on the same day. `key` is the
// record's, where there is one of each. `Site` keeps the memos of two places apart.
template <typename Screen, typename Site = void>
class Memo {
  public:
    template <typename Make>
    const Screen& of(std::uint64_t revision, const std::string& key, Make make) {
        if (!screen_ || revision_ != revision || key_ != key) {
            screen_ = make();
            revision_ = revision;
            key_ = key;
        }
        return *screen_;
    }

  private:
    std::uint64_t revision_ = 0;
    std::string key_;
    std::optional<Screen> screen_;
};

// A field whose text is not what is stored: it was refused, or its editing has not ended.
struct Unsaved {
    std::string path, label, text;
    std::string why = {};  // the refusal, or empty

    std::string words() const;  // "Price: '¥500,000' is not saved"
};

// Everything on the page that is not in the model: what all views share, and each view's own state.
struct UiState {
    std::map<std::string, Draft> drafts;
    Action action;
    std::optional<Date> as_of;  // the evening on which a deal is looked back at
    std::string title;          // of the page drawn last

    // One object of each type, made the first time it is asked for. A view declares the type of its
    // state where it uses it.
    template <typename State>
    State& of() {
        std::shared_ptr<void>& own = own_[&type_key<State>];
        if (!own) own = std::make_shared<State>();
        return *static_cast<State*>(own.get());
    }

  private:
    template <typename State>
    static inline char type_key = 0;  // its address stands for the type
    std::map<const void*, std::shared_ptr<void>> own_;
};

// What is typed on this record, or anywhere, and not stored. A field that is no longer asked for
// does not count.
std::vector<Unsaved> unsaved(const Model& model, const UiState& ui, const Owner& owner);
std::vector<Unsaved> unsaved(const Model& model, const UiState& ui);

// What is typed and not stored as a text to be kept beside the records, and back, in place of what
// the drafts of records hold. Each text is tried again, so that what was refused of it is known.
std::string typed_text(const Model& model, const UiState& ui);
void restore_typed(const Model& model, Date today, UiState& ui, std::string_view stored);

// One thing the person asked for in this frame.
struct Ask {
    Command command;
    Date on;
    std::string draft = {};  // whose texts it is made of; refusals are shown there
    std::string field = {};  // the one field it is made of; empty: the whole draft
    std::string said = {};   // what to tell when it is done
    bool opens = false;      // go to the record it makes
};

// Shows why an ask was refused: in its draft, or as a toast where it has none.
void show_refusal(UiState& ui, const Ask& ask, const Error& error);

struct Context {
    const Model& model;
    Overview& overview;  // of the model
    const UndoLog& undo;
    Date today;
    Route route;
    const SaveStatus& save_status;
    UiState& ui;
    std::vector<Ask>& asks;
    Intents& out;
    std::uint64_t revision = 0;      // another one after every change of the model and the day
    int scale = 100;                 // percent: how large everything is drawn
    std::optional<bool> again = {};  // true: redo the last step; false: undo it

    void go(const Route& to) { out.set(intent::Go{text(to)}); }
    void redraw() { out.set(intent::Redraw{}); }
    // Not while another tab writes the records.
    bool may_edit() const { return save_status.state != web::SaveState::read_only; }
    Draft& draft(const std::string& name) { return ui.drafts[name]; }

    // What `make` returns, computed again when the records, the day or `key` are others.
    template <typename Make>
    const auto& memo(const std::string& key, Make make) {
        using Screen = std::invoke_result_t<Make>;
        return ui.of<Memo<Screen, Make>>().of(revision, key, make);
    }
};

// A dash where nothing is known.
inline std::string or_dash(const std::string& text) { return text.empty() ? "–" : text; }

// A party has the same color wherever it is drawn.
ui::Tone tone_of(Party party);
ui::Tone tone_of(Urgency urgency);

// The first item for which `holds`, or null.
template <typename Items, typename Holds>
auto* first_of(Items& items, Holds holds) {
    const auto found = std::find_if(std::begin(items), std::end(items), holds);
    return found == std::end(items) ? nullptr : &*found;
}

// The deal as the page shows it: its current state, or its state on the selected past day.
std::optional<Deal> shown_deal(const Context& context, const DealId& id);
inline Date shown_day(const Context& context) { return context.ui.as_of.value_or(context.today); }

// Today, or the day of the record's last event where that is later: nothing is dated before it.
Date day_for(const Model& model, Date today, const Owner& owner);
inline Date day_for(const Context& context, const Owner& owner) {
    return day_for(context.model, context.today, owner);
}

}  // namespace cppo::views
