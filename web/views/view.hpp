// What every view is given and what it may answer. Views read one const model and draw; what the
// person asks for is noted and carried out after the frame, so that no frame shows two states.
#pragma once

#include <algorithm>
#include <functional>
#include <map>

#include "desk/import_preview.hpp"
#include "desk/undo.hpp"
#include "keeper/storage.hpp"
#include "screens/directory.hpp"
#include "screens/event_form.hpp"
#include "screens/money_screen.hpp"
#include "screens/overview.hpp"
#include "ui/ui.hpp"
#include "views/intents.hpp"
#include "views/route.hpp"

namespace cppo::views {

// Half-typed texts of one form or dialog by field path, and what was refused of them. Never saved.
struct Draft {
    std::map<std::string, std::string> texts;
    std::map<std::string, std::string> errors;  // sentences, by field path
    std::string rows;  // of a spreadsheet, pasted into a field that takes them

    std::string error(const std::string& field) const;
    void refuse(const Error& error, const std::string& field = {});
    // What was typed at `field` and below it ("lines" holds "lines[0].list") has been taken over.
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
    std::vector<FieldRow> fields = {};               // their values are what stands there at first
    std::map<std::string, std::string> labels = {};  // of choices that are ids
};

struct Keeping {
    web::SaveState state = web::SaveState::loading;
    std::string words = "Loading…";
    std::string problem = {};
    std::size_t read = 0, to_read = 0;  // records; none while all are read
    web::Fate fate = web::Fate::kept;
    web::Guards guards = {};
    std::optional<Date> alone;  // since when there are changes that no export holds
    bool newer = false;         // a newer version of the page waits
};

// A screen computed once for all frames that show the same records on the same day. `key` is the
// record's, where there is one of each.
template <typename Screen>
class Kept {
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

// A file chosen for import, read but not taken over yet, and what it would do to our records.
struct ImportOffer {
    std::string file, problem;
    Imported content;
    Kept<std::vector<ImportRow>> rows = {};
    std::string sealed = {};      // the file as it is while nothing has opened it
    std::string passphrase = {};  // as typed
};

// How a person has sorted a table, by the column's key.
struct Sorting {
    std::string by;
    bool descending = false;
};

// Everything on the page that is not in the model.
struct UiState {
    std::map<std::string, Draft> drafts;
    Action action;
    std::optional<ImportOffer> import;
    std::string passphrase;       // typed for the next export
    std::string file_passphrase;  // typed for the file that follows, and what is wrong with it
    std::string file_problem;
    std::map<DealId, std::vector<std::string>> variants;  // prices to compare, as typed
    bool all_todo = false;
    bool palette = false;      // open
    std::size_t tour = 0;      // the stop we are at, from 1; 0 when nobody walks
    bool offers_tour = false;  // the sample has just been opened
    std::string palette_words;
    DealQuery deals;            // what is listed of the deals, wherever they are listed
    std::optional<Date> as_of;  // the evening on which a deal is looked back at
    std::map<std::string, Sorting> sorting;  // by the table's name
    std::string title;                       // of the page drawn last
    Kept<MoneyScreen> money;
    Kept<Result<MonthScreen>> month;
    Kept<std::vector<CustomerRow>> customers;
    Kept<Result<CustomerScreen>> customer;
    Kept<std::vector<ProductRow>> products;
    Kept<Result<ProductScreen>> product;
    Kept<std::vector<IsvRow>> isvs;
    Kept<Result<IsvScreen>> isv;
};

// One thing the person asked for in this frame.
struct Ask {
    Command command;
    Date on;
    std::string draft = {};  // whose texts it is made of; refusals are shown there
    std::string field = {};  // the one field it is made of; empty: the whole draft
    std::string said = {};   // what to tell when it is done
    bool opens = false;      // go to the record it makes
};

struct Context {
    const Model& model;
    Overview& overview;  // of the model
    const UndoLog& undo;
    Date today;
    Route route;
    const Keeping& keeping;
    UiState& ui;
    std::vector<Ask>& asks;
    Intents& out;
    std::uint64_t revision = 0;      // another one after every change of the model and the day
    int scale = 100;                 // percent, of everything on the page
    std::optional<bool> again = {};  // the last step is to be done again (or taken back)

    void go(const Route& to) { out.route = text(to); }
    Draft& draft(const std::string& name) { return ui.drafts[name]; }
};

// What stands where nothing is known.
inline std::string or_dash(const std::string& text) { return text.empty() ? "–" : text; }

// A party has one colour wherever it is drawn.
ui::Tone tone_of(Party party);
ui::Tone tone_of(Urgency urgency);

// The first item for which `holds`, or null.
template <typename Items, typename Holds>
auto* first_of(Items& items, Holds holds) {
    const auto found = std::find_if(std::begin(items), std::end(items), holds);
    return found == std::end(items) ? nullptr : &*found;
}

// The deal as the page shows it: as it is, or as it stood on the day that is looked back at.
std::optional<Deal> shown_deal(const Context& context, const DealId& id);
inline Date shown_day(const Context& context) { return context.ui.as_of.value_or(context.today); }

// Today, or the day of the record's last event where that is later: nothing is dated before it.
Date day_for(const Model& model, Date today, const Owner& owner);
inline Date day_for(const Context& context, const Owner& owner) {
    return day_for(context.model, context.today, owner);
}

}  // namespace cppo::views
