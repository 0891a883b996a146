#include "views/frame.hpp"

#include "views/files.hpp"
#include "views/help.hpp"
#include "views/palette.hpp"

namespace cppo::views {

namespace {

ui::Tone tone_of_state(web::SaveState state) {
    switch (state) {
        case web::SaveState::saved: return ui::Tone::good;
        case web::SaveState::loading:
        case web::SaveState::saving: return ui::Tone::neutral;
        case web::SaveState::memory_only:
        case web::SaveState::read_only: return ui::Tone::caution;
        case web::SaveState::not_saved: return ui::Tone::bad;
    }
    return ui::Tone::neutral;
}

void draw_not_saved(Context& context) {
    if (ui::banner("not-saved", ui::Tone::bad, "Not saved. " + context.keeping.problem,
                   {"retry", "Try again"}))
        context.out.retry_save = true;
}

void draw_memory_only(Context& context) {
    if (ui::banner("memory-only", ui::Tone::caution,
                   "This browser keeps nothing: when the page is closed, everything is lost. "
                   "Save a copy of the records to a file.",
                   {"export", "Save a copy"}))
        context.out.download = export_file(context.model, context.today);
}

void draw_read_only(Context& context) {
    if (ui::banner("read-only", ui::Tone::caution,
                   "Another tab of this page writes the records. This one shows them.",
                   {"take-over", "Take over"}))
        context.out.take_over = true;
}

void draw_fate(web::Fate fate) {
    if (fate == web::Fate::lost)
        ui::banner("lost", ui::Tone::bad,
                   "This browser has lost some or all of the records that it had stored. Import "
                   "your last export under Data, or open a backup there.");
    if (fate == web::Fate::restored)
        ui::banner("restored", ui::Tone::caution,
                   "The browser had lost or damaged records that were stored. They are back, from "
                   "the second copy the page keeps: look whether the last thing you entered is "
                   "here.");
}

void draw_notices(Context& context) {
    const Keeping& keeping = context.keeping;
    if (keeping.state == web::SaveState::not_saved) draw_not_saved(context);
    if (keeping.state == web::SaveState::memory_only) draw_memory_only(context);
    if (keeping.state == web::SaveState::read_only) draw_read_only(context);
    if (keeping.newer && ui::banner("newer", ui::Tone::accent,
                                    "A newer version of CPPO Desk is ready.", {"load", "Load it"}))
        context.out.apply_update = true;
    draw_fate(keeping.fate);
    if (keeping.guards.low)
        ui::banner("low", ui::Tone::caution,
                   "The browser has little room left for this page. Free some space before it can "
                   "no longer save.");
    const std::size_t damaged = context.model.damaged.size();
    if (damaged > 0 && context.route.place != "data" &&
        ui::banner("damaged", ui::Tone::caution,
                   std::to_string(damaged) + (damaged == 1 ? " record is" : " records are") +
                       " damaged and set aside; the others are all here.",
                   {"data", "Show"}))
        context.go({"data"});
}

}  // namespace

std::vector<ui::Place> places(const Model& model) {
    return {{"home", "Home"},
            {"deals", "Deals", static_cast<int>(model.deals.size())},
            {"authorizations", "Authorizations", static_cast<int>(model.authorizations.size())},
            {"customers", "Customers"},
            {"products", "Products"},
            {"isvs", "ISVs"},
            {"money", "Money"}};
}

std::vector<ui::Place> places_below() {
    return {{"workspace", "Workspace"}, {"data", "Data"}, {"help", "Help"}};
}

std::string draw_frame(Context& context, const Frame& frame, const std::function<void()>& content) {
    ui::PageSpec spec;
    spec.product = "CPPO Desk";
    spec.address = text(context.route);
    spec.places = places(context.model);
    spec.below = places_below();
    spec.current = frame.place;
    spec.trail = frame.trail;
    spec.title = frame.title;
    spec.titled = frame.titled;
    spec.chips = frame.chips;
    spec.actions = frame.actions;
    spec.saved = {context.keeping.words, tone_of_state(context.keeping.state)};
    spec.search = "Search or do anything";
    spec.search_keys = ui::text(ui::Shortcut::palette);
    const bool looking_back = context.ui.as_of.has_value();
    const UndoStep* last = looking_back ? nullptr : context.undo.next(false);
    const UndoStep* next = looking_back ? nullptr : context.undo.next(true);
    if (last) spec.take_back = last->name;
    if (next) spec.do_again = next->name;
    context.ui.title = frame.title;
    ui::PageEvents events;
    {
        const ui::Page page(spec, events);
        draw_notices(context);
        draw_tour(context);
        content();
    }
    if (!events.go.empty()) context.go({events.go});
    if (!looking_back && (events.take_back || ui::pressed(ui::Shortcut::take_back)))
        context.again = false;
    if (!looking_back && (events.do_again || ui::pressed(ui::Shortcut::do_again)))
        context.again = true;
    if (events.search || ui::pressed(ui::Shortcut::palette)) open_palette(context);
    const std::string picked = draw_palette(context, frame);
    return picked.empty() ? events.action : picked;
}

}  // namespace cppo::views
