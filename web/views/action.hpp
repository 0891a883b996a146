// The dialogs that record what happened: one dialog, filled from the event's name.
#pragma once

#include "screens/authorization_screen.hpp"
#include "screens/deal_screen.hpp"
#include "views/view.hpp"

namespace cppo::views {

// The choice that revokes an authorization with everything on it.
inline constexpr std::string_view all_products = "all_products";

// The counts of a month's usage are "units.0", "units.1", …, one for each rate.
inline constexpr std::string_view units_path = "units.";

// What `verb` asks for: the day, prefilled with today, and what belongs to that event.
Action action_of(const Context& context, const Owner& owner, const std::string& verb);

// The same, started from a place that knows more.
Action signing(const Context& context, const Owner& owner, const SignatureRow& signer);
Action issuing(const Context& context, const DealId& deal, const InvoiceRow& invoice);
Action collecting(const Context& context, const DealScreen& deal, const InvoiceRow& invoice);
Action paying_out(const Context& context, const DealId& deal, const InvoiceRow& invoice);
Action refunding(const Context& context, const DealScreen& deal);
Action forgiving(const Context& context, const DealScreen& deal);
Action spreading(const Context& context, const DealId& deal);
// `pasted` stands in the dialog, or the payments there are.
Action pasting_payments(const Context& context, const DealId& deal, std::string pasted = {});
Action new_authorization();
// Under one of these; `rows` must not be empty.
Action new_deal(const std::vector<AuthorizationRow>& rows, const std::string& chosen = {});

void open(Context& context, Action action);

// The open dialog, if any.
void draw_action(Context& context);

// The command the dialog's texts make; refuses what the fields' types refuse.
struct Dated {
    Command command;
    Date on;
};
Result<Dated> command_of(const Action& action, const Draft& draft, Date today);

}  // namespace cppo::views
