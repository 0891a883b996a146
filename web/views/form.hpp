// Any of the three forms: what is written on it, what is missing, who has signed.
#pragma once

#include "views/view.hpp"

namespace cppo::views {

// The whole form with its checklist and signatures beside it.
void draw_form(Context& context, const FormScreen& form, const Owner& owner);

// The rows of one repeated section, to be edited where the form can be.
void draw_group(Context& context, const FormScreen& form, const Owner& owner,
                std::string_view group);

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
