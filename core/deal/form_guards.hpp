// Guards shared by authorizations and deals: each has one form that is edited, signed and sent.
#pragma once

#include "deal/event.hpp"
#include "deal/workspace.hpp"
#include "forms/terms.hpp"

namespace cppo {

/// The form after an edit, or with a row added or removed. Refuses NOT_FOUND for a field that forms
/// under `rule_set` do not have.
Result<Content> edited(FormKind form, RuleSet rule_set, const Content& content,
                       const event::Edit& edit);
Result<Content> edited(FormKind form, RuleSet rule_set, const Content& content,
                       const event::AddRow& add);
Result<Content> edited(FormKind form, RuleSet rule_set, const Content& content,
                       const event::RemoveRow& remove);

/// The first problem of the form, with FORM_INCOMPLETE for REQUIRED; nothing if it is complete.
Result<void> check_complete(FormKind form, const Content& content);

/// Refuses WRONG_SIGNER if forms under `rule_set` are not signed at all.
Result<void> check_is_signed(RuleSet rule_set);

/// A signature on a complete form: by a party that signs it and has not signed yet, over this
/// content, and dated from the last edit to the event's date. A form that somebody has signed is
/// complete.
Result<void> check_signature(FormKind form, const Content& content,
                             const std::vector<Signature>& signed_already, Date edited_on,
                             Date event_on, const Signature& signature);

/// Refuses BAD_RECIPIENT at "to" for a place where forms under `rule_set` are not sent.
Result<void> check_recipient(RuleSet rule_set, std::string_view to, const Workspace& workspace);

/// Refuses OUT_OF_RANGE at "on" for an event dated before the record's latest step, `moved_on`.
Result<void> check_order(Date event_on, Date moved_on);

/// A line of text in an event, such as a reason or an address: not empty, plain, at most 255.
Result<void> check_line(std::string_view text, std::string_view field, std::string_view what);

}  // namespace cppo
