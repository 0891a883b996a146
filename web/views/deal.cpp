#include <algorithm>

#include "views/action.hpp"
#include "views/files.hpp"
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
    // Actions that lead back are shown with the offer, and unavailable ones in the checklist.
    std::erase_if(actions, [](const ui::Button& button) {
        return button.kind == ui::ButtonKind::quiet || !button.disabled_because.empty();
    });
    // The next step is to fill in the quote's own fields, so no button is the main action.
    if (next_tab == "quote")
        for (ui::Button& button : actions) button.kind = ui::ButtonKind::secondary;
    const bool elsewhere = !deal.past && !next_tab.empty() && next_tab != tab;
    if (elsewhere && (actions.empty() || next_tab == "quote")) actions.push_back(way_to(next_tab));
    return actions;
}

void draw_stages(const DealScreen& deal) {
    static constexpr ui::Progress progress[] = {ui::Progress::done, ui::Progress::current,
                                                ui::Progress::todo};
    std::vector<ui::Stage> stages;
    for (const StageRow& row : deal.stages)
        stages.push_back({row.name, progress[static_cast<std::size_t>(row.state)], row.note});
    ui::stage_line("stages", "Stages", stages);
}

void look_back(Context& context, std::optional<Date> to) {
    context.ui.as_of = to;
    context.redraw();
}

// A past state can be shown for a day before today, but not before the deal was created.
Result<Date> past_day(const Context& context, const DealId& id, std::string_view typed) {
    const Date on = TRY(parse_date(typed, "as-of"));
    if (on >= context.today)
        return refuse(Code::out_of_range, "as-of",
                      text(on) + " is not before today, " + text(context.today));
    CHECK_OK(as_of(*context.model.find(id), on));
    return on;
}

void draw_as_of(Context& context, const DealId& id) {
    const std::string name = key_of(id) + "/as-of";
    Draft& draft = context.draft(name);
    const auto& as_of = context.ui.as_of;
    const auto half_typed = draft.texts.find("as-of");
    std::string typed = half_typed != draft.texts.end() ? half_typed->second
                        : as_of                         ? text(*as_of)
                                                        : "";
    ui::Columns columns(3, 220);
    columns.next();
    const auto result = ui::date_field({.key = "as-of",
                                        .label = "As of",
                                        .help = "Shows the deal as of the end of that day.",
                                        .error = draft.error("as-of"),
                                        .placeholder = "YYYY-MM-DD"},
                                       typed);
    if (result.changed) draft.texts["as-of"] = typed;
    if (!result.committed) return;
    if (typed.empty()) {
        context.ui.drafts.erase(name);
        return look_back(context, std::nullopt);
    }
    const auto day = past_day(context, id, typed);
    if (!day) return draft.refuse(day.error());
    context.ui.drafts.erase(name);
    look_back(context, *day);
}

void draw_tab(Context& context, const DealScreen& deal, const std::string& tab) {
    if (tab == "quote") draw_quote(context, deal);
    if (tab == "forms") draw_form(context, deal.form, deal.id);
    if (tab == "offer") draw_offer(context, deal);
    if (tab == "money") draw_money(context, deal);
    if (tab == "reports") draw_reports(context, deal);
    if (tab != "history") return;
    ui::Card card("history", "History");
    draw_as_of(context, deal.id);
    draw_history(deal.history);
}

Result<DealScreen> screen_of(const Context& context, const DealId& id) {
    if (const auto& as_of = context.ui.as_of) return past_deal_screen(context.model, id, *as_of);
    return deal_screen(context.model, id, context.today);
}

void draw_past(Context& context) {
    if (!context.ui.as_of) return;
    if (ui::banner("past", ui::Tone::caution,
                   "As of " + text(*context.ui.as_of) + ". This view is read-only.",
                   {"today", "Back to today"}))
        look_back(context, std::nullopt);
}

std::vector<ui::Chip> chips_of(const DealScreen& deal) {
    return {{deal.kind, ui::Tone::accent},
            {deal.rule_set},
            {deal.currency},
            {deal.next, tone_of(deal.urgency)}};
}

}  // namespace

void draw_deal(Context& context) {
    const DealId id{context.route.id};
    auto deal = screen_of(context, id);
    if (!deal) return context.go({"deals"});
    if (!deal->past) hold_back(context, id, deal->form, deal->actions);
    std::string tab = tab_of(context.route);
    Frame frame{.title = deal->title, .titled = true};
    frame.window = context.model.find(id)->state.request.value("customer_name");
    frame.chips = chips_of(*deal);
    frame.actions = actions_of(*deal, deal->next_tab, tab);
    if (tab == "forms") frame.actions.insert(frame.actions.begin(), print_button(context, id));
    const ui::Scope scope(id.value);
    const std::string pressed = draw_frame(context, frame, [&] {
        draw_past(context);
        draw_stages(*deal);
        if (ui::tabs("tabs", "Parts of the deal", tabs, tab)) context.go({"deal", id.value, tab});
        draw_tab(context, *deal, tab_of(context.route));
    });
    if (pressed.starts_with("tab:")) return context.go({"deal", id.value, pressed.substr(4)});
    if (pressed == "print") context.out.set(form_print(context.model, *shown_deal(context, id)));
    else if (!pressed.empty()) press(context, id, pressed);
}

// On a phone the words wrap, with their dates below.
static void draw_tall_history(const std::vector<HistoryRow>& history) {
    if (history.empty()) return ui::muted("Nothing has happened yet.");
    std::vector<ui::ListRow> rows;
    for (const HistoryRow& row : history)
        rows.push_back({.key = row.id, .text = row.what, .note = row.on});
    std::reverse(rows.begin(), rows.end());
    ui::list("history", "History", rows);
}

void draw_history(const std::vector<HistoryRow>& history) {
    if (ui::narrow()) return draw_tall_history(history);
    ui::TableSpec spec{.key = "table", .name = "History", .empty = "Nothing has happened yet."};
    spec.columns = {{.key = "on", .label = "Date"}, {.key = "what", .label = "What happened"}};
    std::vector<ui::TableRow> rows;
    for (const HistoryRow& row : history) rows.push_back({row.id, {{row.on}, {row.what}}});
    std::reverse(rows.begin(), rows.end());
    ui::table(spec, rows);
}

}  // namespace cppo::views
