// The dialog that asks for what a command needs, and the one that is open.
#pragma once

#include "screens/authorization_screen.hpp"
#include "screens/deal_screen.hpp"
#include "views/view.hpp"

namespace cppo::views {

// Where a dialog was opened: at a party's signature, or at an invoice.
struct OpenedAt {
    std::optional<Party> signer = {};
    std::optional<int> invoice = {};
};

// The dialog of the event `verb`, which has a button: its fields as the event describes them,
// filled with what the page knows, and the day.
Action event_action(const Context& context, const Owner& owner, std::string_view verb,
                    OpenedAt at = {});

// The dialogs of the other commands.
Action copying(const Context& context, const Owner& owner);
Action replacing(const Context& context, const DealId& deal);
Action spreading(const Context& context, const DealId& deal);
// The dialog shows `pasted`, or the current payments if it is empty.
Action pasting_payments(const Context& context, const DealId& deal, std::string pasted = {});
Action new_authorization();
// Under one of these; `rows` must not be empty.
Action new_deal(const std::vector<AuthorizationRow>& rows, const std::string& chosen = {});

// A field of a dialog; a choice begins with its first.
FieldRow dialog_field(std::string path, std::string label, FieldType type, std::string value = {},
                      std::string help = {});
FieldRow dialog_choice(std::string path, std::string label, std::vector<std::string> choices);

void open(Context& context, Action action);

// The open dialog, if any.
void draw_action(Context& context);

// The command the dialog's texts make; refuses what the fields' types refuse.
Result<Dated> command_of(const Action& action, const Draft& draft, Date today);

}  // namespace cppo::views
