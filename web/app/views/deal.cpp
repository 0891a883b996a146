#include <algorithm>

#include "files.hpp"
#include "views/action.hpp"
#include "views/form.hpp"
#include "views/frame.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

const std::vector<ui::Option> tabs = {{"quote", "Quote"},     {"forms", "Forms"},
                                      {"offer", "Offer"},     {"money", "Money"},
                                      {"reports", "Reports"}, {"history", "History"}};

std::string tab_of(const Route& route) {
    const auto* found = first_of(tabs, [&](const ui::Option& o) { return o.key == route.tab; });
    return found ? found->key : tabs.front().key;
}

// The button that leads to where the next thing is done, when that is on another tab.
ui::Button way_to(const std::string& tab) {
    static const std::map<std::string_view, std::string_view> labels = {
        {"quote", "Set price and fees"},
        {"forms", "Complete the request"},
        {"offer", "Go to the offer"},
        {"money", "Go to the money"}};
    return {"tab:" + tab, std::string(labels.at(tab)), ui::ButtonKind::primary};
}

std::vector<ui::Button> actions_of(const DealScreen& deal, const std::string& next_tab,
                                   const std::string& tab) {
    std::vector<ui::Button> actions = buttons_of(deal.form, deal.actions);
    // What leads back stands with the offer; what cannot be done yet, in the checklist.
    std::erase_if(actions, [](const ui::Button& button) {
        return button.kind == ui::ButtonKind::quiet || !button.disabled_because.empty();
    });
    const bool elsewhere = !next_tab.empty() && next_tab != tab;
    if (!elsewhere || (!actions.empty() && next_tab != "quote")) return actions;
    for (ui::Button& button : actions) button.kind = ui::ButtonKind::secondary;
    actions.push_back(way_to(next_tab));
    return actions;
}

void draw_stages(const DealScreen& deal) {
    static constexpr ui::Progress progress[] = {ui::Progress::done, ui::Progress::current,
                                                ui::Progress::todo};
    std::vector<ui::Stage> stages;
    for (const StageRow& row : deal.stages)
        stages.push_back({row.name, progress[static_cast<std::size_t>(row.state)], row.date});
    ui::stage_line("stages", "Stages", stages);
}

void draw_tab(Context& context, const DealScreen& deal, const std::string& tab) {
    if (tab == "quote") draw_quote(context, deal);
    if (tab == "forms") draw_form(context, deal.form, deal.id);
    if (tab == "offer") draw_offer(context, deal);
    if (tab == "money") draw_money(context, deal);
    if (tab == "reports") draw_reports(context, deal);
    if (tab != "history") return;
    ui::Card card("history", "History");
    draw_history(deal.history);
}

std::vector<ui::Chip> chips_of(const DealScreen& deal) {
    return {{deal.kind, ui::Tone::accent},
            {deal.rule_set},
            {deal.currency},
            {deal.next, deal.waiting ? ui::Tone::caution : ui::Tone::neutral}};
}

}  // namespace

void draw_deal(Context& context, const DealId& id) {
    const auto deal = deal_screen(context.model, id, context.today);
    if (!deal) return context.go({"deals"});
    std::string tab = tab_of(context.route);
    Frame frame{.place = "deals", .title = deal->title, .titled = true};
    frame.trail = {{"deals", "Deals"}};
    frame.chips = chips_of(*deal);
    frame.actions = actions_of(*deal, deal->next_tab, tab);
    const ui::Scope scope(id.value);
    const std::string pressed = draw_frame(context, frame, [&] {
        draw_stages(*deal);
        if (ui::tabs("tabs", "Parts of the deal", tabs, tab)) context.go({"deal", id.value, tab});
        draw_tab(context, *deal, tab_of(context.route));
    });
    if (pressed.starts_with("tab:")) return context.go({"deal", id.value, pressed.substr(4)});
    if (!pressed.empty()) press(context, deal->form, id, pressed);
}

void draw_history(const std::vector<HistoryRow>& history) {
    ui::TableSpec spec{.key = "table", .name = "History", .empty = "Nothing has happened yet."};
    spec.columns = {{.key = "on", .label = "Date"}, {.key = "what", .label = "What happened"}};
    std::vector<ui::TableRow> rows;
    for (const HistoryRow& row : history) rows.push_back({row.id, {{row.on}, {row.what}}});
    std::reverse(rows.begin(), rows.end());
    ui::table(spec, rows);
}

}  // namespace cppo::views
