#include "views/help.hpp"

#include "assets.hpp"
#include "base/text.hpp"
#include "views/frame.hpp"
#include "views/screens.hpp"

namespace cppo::views {

const std::vector<Term>& terms() {
    static const std::vector<Term> all = [] {
        std::vector<Term> read;
        for (const std::string_view line : lines_of(assets::help)) {
            const auto bar = line.find('|');
            INVARIANT(bar != line.npos);
            Term term{{}, trimmed(line.substr(bar + 1))};
            for (const std::string_view name : split_text(line.substr(0, bar), ','))
                term.names.push_back(trimmed(name));
            read.push_back(std::move(term));
        }
        return read;
    }();
    return all;
}

std::string_view meaning_of(std::string_view label) {
    static const auto meanings = [] {
        std::map<std::string_view, std::string_view> by_name;
        for (const Term& term : terms())
            for (const std::string_view name : term.names)
                INVARIANT(by_name.emplace(name, term.meaning).second);
        return by_name;
    }();
    const auto found = meanings.find(label);
    return found == meanings.end() ? std::string_view() : found->second;
}

namespace {

struct Stop {
    const char *route, *title, *words;
};

constexpr Stop stops[] = {
    {"/", "Home",
     "Deals by stage, what needs attention, and the list. Type in Search to find a deal."},
    {"/deal/granite-3y/quote", "A quote",
     "Granite Bank pays over three years. The chart goes from list price to everyone's net, to the "
     "cent, before anybody signs."},
    {"/deal/loom-backup/quote", "Fees come from AWS",
     "They are not known for this deal. Enter 3.5 and 1, mark them as assumed, and the "
     "split appears. Then type a margin or your net: the price follows."},
    {"/deal/orchard-support/forms", "The request",
     "What you ask of AWS, what is still missing, and who has signed. The customer signs a copy "
     "without your costs."},
    {"/deal/granite-3y/money", "Invoices and payouts",
     "Every invoice from its charge date to both payouts, and who holds what in between."},
    {"/deal/granite-3y/reports", "Who sees what",
     "The three reports exactly as each party gets them. The ISV sees you as the buyer here."},
    {"/data", "Your data", "Everything stays in this browser. Export it to a file now and then."},
};

}  // namespace

void start_tour(Context& context) {
    context.ui.of<TourState>() = {.stop = 1};
    context.out.set(intent::Go{stops[0].route});
}

void draw_tour(Context& context) {
    std::size_t& step = context.ui.of<TourState>().stop;
    if (step == 0) return;
    const Stop& stop = stops[step - 1];
    const bool last = step == std::size(stops);
    ui::Card card({.key = "tour",
                   .title = stop.title,
                   .note = std::to_string(step) + " of " + std::to_string(std::size(stops))});
    ui::text(stop.words);
    std::vector<ui::Button> buttons = {{"end", last ? "Done" : "End the tour"}};
    if (step > 1) buttons.push_back({"back", "Back"});
    if (!last) buttons.push_back({"next", "Next", ui::ButtonKind::primary});
    const std::string pressed = ui::buttons(buttons);
    if (pressed.empty()) return;
    step = pressed == "end" ? 0 : pressed == "back" ? step - 1 : step + 1;
    if (step > 0) context.out.set(intent::Go{stops[step - 1].route});
    context.redraw();
}

void draw_help(Context& context) {
    draw_frame(context, {.titled = true}, [&] {
        {
            ui::Card card("tour", "First steps");
            ui::text("A walk through the sample workspace: seven stops, two minutes.");
            if (context.model.find(DealId{"granite-3y"})) {
                if (ui::button({.key = "tour", .label = "Take the tour"})) start_tour(context);
            } else {
                ui::muted("The tour needs the sample workspace; an empty Home offers it.");
            }
        }
        {
            ui::Card card("keys", "Keyboard shortcuts");
            std::vector<ui::Fact> keys;
            for (const auto& [shortcut, does] :
                 {std::pair{ui::Shortcut::palette, "Search or do anything"},
                  {ui::Shortcut::take_back, "Undo the last change"},
                  {ui::Shortcut::do_again, "Redo it"}})
                keys.push_back({std::string(ui::text(shortcut)), does});
            keys.push_back({"Tab", "Next field or button; Shift Tab for the previous one"});
            keys.push_back({"Arrows", "Move between buttons, rows and options"});
            keys.push_back({"Ctrl C on a row", "Copies the table for a spreadsheet"});
            keys.push_back({"Escape", "Closes a dialog or a list"});
            ui::facts("keys", "Keyboard shortcuts", keys);
        }
        ui::Card card("words", "Terms");
        std::vector<ui::Fact> words;
        for (const Term& term : terms())
            words.push_back({std::string(term.names.front()), std::string(term.meaning)});
        ui::facts("words", "Terms", words);
    });
}

}  // namespace cppo::views
