#include "views/palette.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "views/action.hpp"
#include "views/files.hpp"
#include "views/help.hpp"
#include "views/places.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

constexpr std::size_t deals_shown = 6;

struct PaletteState {
    bool open = false;
    std::string words = {};
};

// An entry and what picking it does. For the frame's own actions the key is enough.
struct Entry {
    ui::Option option;
    std::function<void()> run = {};
};

void add_places(Context& context, std::vector<Entry>& entries) {
    for (const Place& place : places()) {
        if (place.rail == Rail::none) continue;
        const std::string name(place.name);
        entries.push_back({{"go:" + name, std::string(place.title), "Go to"},
                           [&context, name] { context.go({name}); }});
    }
    for (std::size_t i = 0; i < name_count<Phase>(); ++i) {
        const auto phase = static_cast<Phase>(i);
        entries.push_back({{"phase:" + std::string(text(phase)),
                            "Deals: " + std::string(title_of(phase)), "Go to"},
                           [&context, phase] {
                               context.go({"deals", std::string(text(phase))});
                           }});
    }
}

void add_steps(Context& context, std::vector<Entry>& entries) {
    if (context.ui.as_of) return;  // nothing is changed while a deal is looked back at
    for (const bool again : {false, true})
        if (const UndoStep* step = context.undo.next(again))
            entries.push_back(
                {{again ? "do-again" : "take-back", (again ? "Redo: " : "Undo: ") + step->name,
                  std::string(ui::text(again ? ui::Shortcut::do_again : ui::Shortcut::take_back))},
                 [&context, again] { context.again = again; }});
}

// Actions that can be started anywhere. If the current page also offers one, it is listed once.
void add_work(Context& context, std::vector<Entry>& entries) {
    const auto here = entries.size();
    entries.push_back({{"new-deal", "New deal", "Start"}, [&context] { start_deal(context); }});
    entries.push_back({{"new-authorization", "New authorization", "Start"},
                       [&context] { open(context, new_authorization()); }});
    entries.push_back({{"export", "Export all", "Save to a file"},
                       [&context] { context.out.set(export_file(context.model, context.today)); }});
    entries.push_back({{"import", "Import", "Choose a file"},
                       [&context] { context.out.set(intent::PickImport{}); }});
    const auto begun = entries.begin() + static_cast<std::ptrdiff_t>(here);
    const auto offered = [&](const Entry& entry) {
        return std::any_of(entries.begin(), begun, [&](const Entry& other) {
            return other.option.label == entry.option.label;
        });
    };
    entries.erase(std::remove_if(begun, entries.end(), offered), entries.end());
}

// Actions of the current page, except those that are not available now.
void add_actions(const Frame& frame, std::vector<Entry>& entries) {
    for (const ui::Button& button : frame.actions)
        if (button.disabled_because.empty())
            entries.push_back({{"action:" + button.key, button.label, frame.title}});
}

// Words are looked up, not listed: there are many.
void add_words(Context& context, const std::string& words, std::vector<Entry>& entries) {
    if (trimmed(words).empty()) return;
    for (const Term& term : terms()) {
        const std::string name(term.names.front());
        entries.push_back({{"word:" + name, name, std::string(term.meaning)},
                           [&context] { context.go({"help"}); }});
    }
}

void add_records(Context& context, const std::string& words, std::vector<Entry>& entries) {
    if (trimmed(words).empty()) return;
    const auto& deals = context.overview.find({.words = words});
    for (std::size_t i = 0; i < std::min(deals.size(), deals_shown); ++i) {
        const DealRow& row = deals[i]->row;
        const std::string id = row.id.value;
        entries.push_back(
            {{"deal:" + id, row.customer + " · " + row.product, row.stage}, [&context, id] {
                 context.go({"deal", id});
             }});
    }
    for (const AuthorizationRow& row : authorization_rows(context.model, context.today)) {
        const std::string id = row.id.value;
        entries.push_back(
            {{"authorization:" + id, row.isv + " · " + row.products, row.status}, [&context, id] {
                 context.go({"authorization", id});
             }});
    }
}

bool holds(const Entry& entry, const std::vector<std::string_view>& words) {
    const std::string label = lower(entry.option.label);
    return std::all_of(words.begin(), words.end(),
                       [&](std::string_view word) { return label.find(word) != label.npos; });
}

std::vector<Entry> found_in(Context& context, const Frame& frame, const std::string& typed) {
    std::vector<Entry> entries;
    add_actions(frame, entries);
    add_steps(context, entries);
    add_work(context, entries);
    add_places(context, entries);
    add_words(context, typed, entries);
    const std::string small = lower(typed);
    const std::vector<std::string_view> words = split_text(small, ' ');
    std::erase_if(entries, [&](const Entry& entry) { return !holds(entry, words); });
    add_records(context, typed, entries);
    // Deals were found by more than their label shows; authorizations are by theirs alone.
    std::erase_if(entries, [&](const Entry& entry) {
        return entry.option.key.starts_with("authorization:") && !holds(entry, words);
    });
    return entries;
}

}  // namespace

void open_palette(Context& context) {
    context.ui.of<PaletteState>() = {.open = true};
    context.redraw();
}

std::string draw_palette(Context& context, const Frame& frame) {
    PaletteState& palette = context.ui.of<PaletteState>();
    if (!palette.open) return {};
    const std::vector<Entry> entries = found_in(context, frame, palette.words);
    std::vector<ui::Option> options;
    for (const Entry& entry : entries) options.push_back(entry.option);
    const std::string picked =
        ui::palette("palette", "Search or do anything", palette.open, palette.words, options);
    if (picked.starts_with("action:")) return picked.substr(7);
    for (const Entry& entry : entries)
        if (entry.option.key == picked && entry.run) entry.run();
    if (!picked.empty()) context.redraw();
    return {};
}

}  // namespace cppo::views
