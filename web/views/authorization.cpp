#include <algorithm>

#include "views/action.hpp"
#include "views/files.hpp"
#include "views/form.hpp"
#include "views/frame.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

std::string count_text(int count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::vector<ui::Chip> chips_of(const AuthorizationScreen& screen) {
    std::vector<ui::Chip> chips = {{screen.kind, ui::Tone::accent}, {screen.status}};
    const FormScreen& form = screen.form;
    if (form.editable && form.problem_count > 0)
        chips.push_back(
            {count_text(form.problem_count, "item") + " to complete", ui::Tone::caution});
    else if (screen.urgency != Urgency::idle)
        chips.push_back({screen.next, tone_of(screen.urgency)});
    return chips;
}

std::vector<ui::Button> actions_of(const Context& context, const AuthorizationScreen& screen) {
    std::vector<ui::Button> actions = buttons_of(screen.form, screen.actions);
    if (!screen.form.editable)
        actions.insert(actions.begin(), {"copy", "Copy", ui::ButtonKind::quiet});
    actions.insert(actions.begin(), print_button(context, screen.id));
    const bool main = actions.back().kind == ui::ButtonKind::primary;
    if (!screen.form.editable && screen.usable && !main)
        actions.push_back({"new_deal", "Start a deal", ui::ButtonKind::primary});
    return actions;
}

void draw_deals_under(Context& context, const AuthorizationScreen& screen) {
    ui::Card card("deals", "Deals under this authorization");
    const DealQuery& sorted = context.ui.of<DealQuery>();
    draw_deal_table(context, "Deals under this authorization",
                    {.authorization = screen.id,
                     .sorted_by = sorted.sorted_by,
                     .descending = sorted.descending},
                    screen.usable ? "None yet." : screen.unusable_reason);
}

}  // namespace

void draw_authorization(Context& context) {
    const AuthorizationId id{context.route.id};
    auto screen = authorization_screen(context.model, id, context.today);
    if (!screen) return context.go({"authorizations"});
    hold_back(context, id, screen->form, screen->actions);
    Frame frame{.title = screen->title, .titled = true};
    frame.chips = chips_of(*screen);
    frame.actions = actions_of(context, *screen);
    const ui::Scope scope(id.value);
    const std::string pressed = draw_frame(context, frame, [&] {
        ui::muted(screen->form.title);
        draw_form(context, screen->form, id);
        if (!screen->form.editable) draw_deals_under(context, *screen);
        ui::Card card("history", "History");
        draw_history(screen->history);
    });
    if (pressed == "print") {
        context.out.set(form_print(context.model, *context.model.find(id)));
        return;
    }
    if (pressed == "new_deal") {
        const auto rows = authorization_rows(context.model, context.today);
        const auto* row = first_of(rows, [&](const AuthorizationRow& r) { return r.id == id; });
        return open(context, new_deal({*row}));
    }
    if (!pressed.empty()) press(context, id, pressed);
}

}  // namespace cppo::views
