// Any of the three forms: what is written on it, what is missing, who has signed.
#pragma once

#include "views/view.hpp"

namespace cppo::views {

// The whole form with its checklist and signatures beside it.
void draw_form(Context& context, const FormScreen& form, const Owner& owner);

// The rows of one repeated section, to be edited where the form can be.
void draw_group(Context& context, const FormScreen& form, const Owner& owner,
                std::string_view group);

// Whether the event signs or sends the form, so that what is on it counts from then on.
bool closes_form(std::string_view event);

// Holds back what would sign, send or hand out the form while a field shows what is not stored: the
// checklist names it. In a read-only tab nothing can be typed.
void hold_back(const Context& context, const Owner& owner, FormScreen& form,
               std::vector<ActionRow>& actions);

// Why the form is not to be printed or handed out now, or empty.
std::string held_back(const Context& context, const Owner& owner);
ui::Button print_button(const Context& context, const Owner& owner);

// What can be done with the record now, as buttons; the next step forward is the main one.
std::vector<ui::Button> buttons_of(const FormScreen& form, const std::vector<ActionRow>& actions);
// Opens the dialog of a pressed one.
void press(Context& context, const Owner& owner, const std::string& verb);

// Writes one field of the form, dated today or with its record's last day, whichever is later.
void write(Context& context, const Owner& owner, const std::string& path, const std::string& text);

// The same event for either kind of record.
template <typename Event>
Command change(const Owner& owner, Event event) {
    if (const auto* deal = std::get_if<DealId>(&owner)) return command::ChangeDeal{*deal, event};
    return command::ChangeAuthorization{std::get<AuthorizationId>(owner), event};
}

}  // namespace cppo::views
