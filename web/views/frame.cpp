#include "views/frame.hpp"

#include "views/files.hpp"
#include "views/help.hpp"
#include "views/palette.hpp"
#include "views/places.hpp"

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

// The light is green only if everything that is seen in a field is stored.
ui::Chip saved_light(const Context& context) {
    const SaveStatus& status = context.save_status;
    const std::vector<Unsaved> typed = unsaved(context.model, context.ui);
    if (status.state != web::SaveState::saved || typed.empty())
        return {status.words, tone_of_state(status.state)};
    const std::string others =
        typed.size() == 1 ? "" : " and " + std::to_string(typed.size() - 1) + " more";
    return {"Not saved: " + typed.front().label + others, ui::Tone::caution};
}

void draw_not_saved(Context& context) {
    if (ui::banner("not-saved", ui::Tone::bad, "Not saved. " + context.save_status.problem,
                   {"retry", "Try again"}))
        context.out.set(intent::RetrySave{});
}

void draw_memory_only(Context& context) {
    if (ui::banner("memory-only", ui::Tone::caution,
                   "This browser cannot store records: closing the page loses everything. "
                   "Save a copy of the records to a file.",
                   {"export", "Save a copy"}))
        context.out.set(export_file(context.model, context.today));
}

void draw_read_only(Context& context) {
    if (ui::banner("read-only", ui::Tone::caution, "Read-only: editing is active in another tab.",
                   {"take-over", "Edit here"}))
        context.out.set(intent::TakeOver{});
}

void draw_fate(web::Fate fate) {
    if (fate == web::Fate::lost)
        ui::banner("lost", ui::Tone::bad,
                   "This browser has lost some or all of its stored records. Import "
                   "your last export under Data, or open a backup there.");
    if (fate == web::Fate::restored)
        ui::banner("restored", ui::Tone::caution,
                   "The browser had lost or damaged stored records. They were restored from "
                   "the second copy: check that your last change is "
                   "here.");
}

void draw_notices(Context& context) {
    const SaveStatus& status = context.save_status;
    if (status.state == web::SaveState::not_saved) draw_not_saved(context);
    if (status.state == web::SaveState::memory_only) draw_memory_only(context);
    if (status.state == web::SaveState::read_only) draw_read_only(context);
    if (status.newer && ui::banner("newer", ui::Tone::accent,
                                   "A newer version of CPPO Desk is ready.", {"load", "Reload"}))
        context.out.set(intent::ApplyUpdate{});
    draw_fate(status.fate);
    if (status.safekeeping.low)
        ui::banner("low", ui::Tone::caution,
                   "The browser's storage is almost full. Free some space so that the page can "
                   "keep saving.");
    const std::size_t damaged = context.model.damaged.size();
    if (damaged > 0 && context.route.place != "data" &&
        ui::banner("damaged", ui::Tone::caution,
                   std::to_string(damaged) + (damaged == 1 ? " record is" : " records are") +
                       " damaged and set aside; the others are not affected.",
                   {"data", "Show"}))
        context.go({"data"});
}

// A page's frame with what the table of places says about it.
Frame completed(Frame frame, const Route& route) {
    const Place& place = place_named(route.place);
    const Place& listed = place.parent.empty() ? place : place_named(place.parent);
    if (frame.title.empty()) frame.title = place.title;
    if (frame.place.empty()) {
        frame.place = listed.name;
        if (!place.parent.empty())
            frame.trail = {{std::string(listed.name), std::string(listed.title)}};
    }
    return frame;
}

}  // namespace

std::string draw_frame(Context& context, Frame own, const std::function<void()>& content) {
    const Frame frame = completed(std::move(own), context.route);
    ui::PageSpec spec;
    spec.product = "CPPO Desk";
    spec.address = text(context.route);
    spec.places = entries(context.model, Rail::top);
    spec.below = entries(context.model, Rail::bottom);
    spec.current = frame.place;
    spec.trail = frame.trail;
    spec.title = frame.title;
    spec.titled = frame.titled;
    spec.chips = frame.chips;
    spec.actions = frame.actions;
    spec.saved = saved_light(context);
    spec.search = "Search or do anything";
    spec.search_keys = ui::text(ui::Shortcut::palette);
    const bool looking_back = context.ui.as_of.has_value();
    const UndoStep* last = looking_back ? nullptr : context.undo.next(false);
    const UndoStep* next = looking_back ? nullptr : context.undo.next(true);
    if (last) spec.take_back = last->name;
    if (next) spec.do_again = next->name;
    context.ui.title = frame.window.value_or(frame.title);
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
