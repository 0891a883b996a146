// Guards shared by authorizations and deals: both carry one form that is edited, signed and sent.
#pragma once

#include "deal/event.hpp"
#include "deal/workspace.hpp"
#include "forms/terms.hpp"

namespace cppo {

/// The form after an edit, a row added or removed. Refuses NOT_FOUND for a field that forms by
/// `rule_set` do not have.
Result<Content> edited(FormKind form, RuleSet rule_set, const Content& content,
                       const event::Edit& edit);
Result<Content> edited(FormKind form, RuleSet rule_set, const Content& content,
                       const event::AddRow& add);
Result<Content> edited(FormKind form, RuleSet rule_set, const Content& content,
                       const event::RemoveRow& remove);

/// The first problem of the form, with REQUIRED told as FORM_INCOMPLETE; nothing when complete.
Result<void> check_complete(FormKind form, const Content& content);

/// Refuses WRONG_SIGNER where forms are not signed at all.
Result<void> check_is_signed(RuleSet rule_set);

/// A signature under a complete form: the right party, not yet signed, over this content, not
/// before the last edit and on the event's own date.
Result<void> check_signature(FormKind form, const Content& content,
                             const std::vector<Signature>& signed_already, Date edited_on,
                             Date event_on, const Signature& signature);

/// The party's signature over the content as it stands, or none.
const Signature* valid_signature(FormKind form, const Content& content,
                                 const std::vector<Signature>& signatures, Party party);

/// Refuses BAD_RECIPIENT at "to" for a place where forms by `rule_set` do not go.
Result<void> check_recipient(RuleSet rule_set, std::string_view to, const Workspace& workspace);

/// Refuses OUT_OF_RANGE at "on" for an event dated before the record's latest step, `moved_on`.
Result<void> check_order(Date event_on, Date moved_on);

/// A line of text in an event, such as a reason or an address: not empty, plain, at most 255.
Result<void> check_line(std::string_view text, std::string_view field, std::string_view what);

}  // namespace cppo
