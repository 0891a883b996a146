#include "assets.hpp"
#include "base/text.hpp"
#include "views/action.hpp"
#include "views/files.hpp"
#include "views/frame.hpp"
#include "views/help.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

constexpr std::size_t todo_shown = 6;

struct HomeState {
    bool all_todo = false;  // the whole list is shown
};

void open_sample(Context& context) {
    auto sample = decode_export(assets::sample);
    INVARIANT(sample.has_value() && sample->damaged.empty());
    context.asks.push_back(
        {.command = command::Import{std::move(sample->records), "the sample workspace"},
         .on = context.today,
         .said = "The sample workspace is open."});
    context.ui.of<TourState>().offered = true;
}

void draw_welcome(Context& context) {
    ui::Columns columns({{560, 1}, {200, 1}});
    columns.next();
    ui::Card card("welcome", "");
    ui::heading(1, "Resell on AWS Marketplace, from the first form to the last payout");
    ui::text(
        "CPPO Desk fills in the program's three forms, prices a customer's private offer to the "
        "cent, follows it from signature to disbursement, and shows what each party's report "
        "will say. Everything stays in this browser.");
    ui::space(16);
    using enum ui::Progress;
    const std::vector<ui::Check> steps = {
        {"Set up your company: the name and the AWS account you registered as a seller"},
        {"Agree on a discount with an ISV, sign the form and mail it to AWS"},
        {"Start a deal under it: price, fees, request, offer, invoices, payouts"}};
    ui::checklist("steps", "How it works", steps);
    ui::space(16);
    const std::string pressed =
        ui::buttons({{"setup", "Set up your company", ui::ButtonKind::primary},
                     {"sample", "Open the sample workspace"}});
    if (pressed == "setup") context.go({"workspace"});
    if (pressed == "sample") open_sample(context);
}

void draw_figures(Context& context, const HomeScreen& home) {
    std::vector<ui::Metric> metrics;
    for (const StageCount& stage : home.stages)
        metrics.push_back({stage.phase ? std::string(text(*stage.phase)) : "", stage.name,
                           stage.figure, join(stage.totals, "\n")});
    const std::string pressed = ui::metrics("figures", "Deals by stage", metrics);
    if (!pressed.empty()) context.go({"deals", pressed});
}

void draw_todo(Context& context, const HomeScreen& home) {
    ui::CardSpec spec{.key = "next", .title = "Next"};
    const bool all = context.ui.of<HomeState>().all_todo || home.todo.size() <= todo_shown;
    if (!all) spec.actions = {{"all", "Show all " + std::to_string(home.todo.size())}};
    if (home.todo_count > home.todo.size())
        spec.note = "the first " + std::to_string(home.todo.size()) + " of " +
                    std::to_string(home.todo_count);
    ui::Card card(spec);
    if (card.action() == "all") context.ui.of<HomeState>().all_todo = true;
    if (home.todo.empty()) return ui::muted("Nothing needs your attention today.");
    std::vector<ui::ListRow> rows;
    for (const TodoRow& todo : home.todo) {
        if (!all && rows.size() == todo_shown) break;
        const std::string key = todo.route + " " + std::to_string(rows.size());
        rows.push_back(
            {key, {todo.tag, tone_of(todo.urgency)}, todo.text, todo.note, {"open", todo.button}});
    }
    const std::string pressed = ui::list("todo", "What to do next", rows);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].key == pressed) context.go(parse_route(home.todo[i].route));
}

void draw_deals_card(Context& context) {
    ui::CardSpec spec{.key = "deals", .title = "Deals"};
    spec.actions = {{"new", "New deal", ui::ButtonKind::primary}};
    ui::Card card(spec);
    if (context.model.deals().empty())
        ui::muted("No deal yet. A deal is one offer to one customer under an authorization.");
    else draw_deal_list(context);
    if (card.action() == "new") start_deal(context);
}

}  // namespace

void draw_loading(Context& context) {
    draw_frame(context, {.place = "home", .title = "Home"}, [&] {
        if (!context.save_status.problem.empty())
            ui::banner("problem", ui::Tone::caution, context.save_status.problem);
        const auto [read, all] = std::pair(context.save_status.read, context.save_status.to_read);
        if (all == 0) return;
        ui::Card card("reading", "Reading the records");
        ui::progress("progress", "Reading the records", static_cast<int>(read * 1000 / all),
                     std::to_string(read) + " of " + std::to_string(all));
    });
}

constexpr int days_alone = 7;

// Clearing the browser's data, or losing the computer, loses every change that was not exported.
void draw_alone(Context& context) {
    const SaveStatus& status = context.save_status;
    const bool elsewhere = status.safekeeping.file_state == web::FileState::kept;
    if (!status.alone || elsewhere || status.safekeeping.promised ||
        days_between(*status.alone, context.today) < days_alone)
        return;
    if (ui::banner("alone", ui::Tone::caution,
                   "Changes since " + text(*status.alone) +
                       " exist only in this browser, "
                       "which may remove them when space is short. Save a copy, or use auto-save "
                       "in Data.",
                   {"export", "Save a copy"}))
        context.out.set(export_file(context.model, context.today));
}

void draw_home(Context& context) {
    const HomeScreen& home = context.overview.home(context.model);
    draw_frame(context, {}, [&] {
        if (home.empty) return draw_welcome(context);
        draw_alone(context);
        if (context.ui.of<TourState>().offered &&
            ui::banner("tour", ui::Tone::accent,
                       "This is the sample workspace. A seven-stop tour shows you around.",
                       {"tour", "Take the tour"}))
            start_tour(context);
        draw_figures(context, home);
        draw_todo(context, home);
        draw_deals_card(context);
    });
}

}  // namespace cppo::views
