// Each button that the transition tables offer opens a dialog, and what is typed there makes its
// event.
#include <catch2/catch_test_macros.hpp>

#include <set>

#include "desk_page.hpp"
#include "screens/actions.hpp"
#include "views/action.hpp"

namespace cppo::view {
namespace {

/// Some text that the field takes.
std::string answer_to(const FieldRow& row) {
    if (!row.value.empty()) return row.value;
    switch (row.type) {
        case FieldType::money: return "12";
        case FieldType::quantity: return "7";
        case FieldType::account: return "123456789012";
        case FieldType::date: return "2026-12-01";
        default: return "as it was entered";
    }
}

/// What a dialog makes of those answers, as the event's name.
template <typename Target>
std::string event_of(const views::Action& action) {
    Answers answers;
    for (const FieldRow& row : action.fields) {
        CHECK(answers.emplace(row.path, answer_to(row)).second);
        if (row.type != FieldType::choice) continue;
        INFO(row.path);
        CHECK(std::count(row.choices.begin(), row.choices.end(), row.value) == 1);
    }
    const auto made = action.command(answers, *parse_date("2026-11-24", "on"));
    if (!made) return sentence(made.error());
    return std::string(about(std::get<Target>(made->command).payload).name);
}

}  // namespace

TEST_CASE("Every button of the sample's records has a dialog that makes its event", "[view]") {
    DeskPage page;
    page.open_sample();
    const Model& model = page.model();
    const Date today = *parse_date("2026-11-24", "on");
    Overview overview;
    const UndoLog undo;
    const views::SaveStatus status;
    views::UiState ui;
    std::vector<views::Ask> asks;
    Intents out;
    const views::Context context{model, overview, undo, today, {}, status, ui, asks, out};
    std::set<std::string> seen;
    const auto check = [&]<typename Target>(std::type_identity<Target>, const views::Owner& owner,
                                            const ActionRow& row, views::OpenedAt at) {
        INFO(views::key_of(owner) << ": " << row.label);
        const views::Action action = views::event_action(context, owner, row.verb, at);
        CHECK_FALSE((action.title.empty() || action.words.empty() || action.confirm.empty()));
        CHECK(event_of<Target>(action) == row.verb);
        seen.insert(row.verb);
    };
    const std::type_identity<command::ChangeAuthorization> authorizations;
    for (const auto& [id, record] : model.authorizations()) {
        const AuthorizationScreen screen = *authorization_screen(model, id, today);
        for (const ActionRow& row : screen.actions) check(authorizations, id, row, {});
    }
    const std::type_identity<command::ChangeDeal> deals;
    for (const auto& [id, record] : model.deals()) {
        const DealScreen screen = *deal_screen(model, id, today);
        for (const ActionRow& row : screen.actions) check(deals, id, row, {});
        for (const InvoiceRow& invoice : screen.invoices)
            for (const ActionRow& row : invoice.actions) {
                check(deals, id, row, {.invoice = invoice.number});
                check(deals, id, row, {});
            }
    }
    CHECK(seen.size() >= 12);
}

}  // namespace cppo::view
