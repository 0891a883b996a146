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

/// Every problem of the form, under its name: "ctr.price".
Issues issues_on(FormKind form, const Content& content);

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

/// A line of text in an event, such as a reason: not empty, plain, at most 255 characters.
Result<void> check_line(std::string_view text, std::string_view field, std::string_view what);

/// Walks an event and checks the texts that are one line, by check_line().
class LineCheck {
  public:
    void ask(const EventField& field, const std::string& value) {
        if (result && !field.line.empty()) result = check_line(value, field.place(), field.line);
    }
    template <typename T>
    void ask(const EventField&, const T&) {}
    template <typename T>
    void keep(std::string_view, const T&) {}

    Result<void> result;
};

/// Refuses the first text of the event that is not the one line it has to be. check() of a record
/// asks this of every event last; a guard asks earlier where its refusals come in another order.
template <typename E>
Result<void> check_lines(const E& event) {
    LineCheck check;
    each_field(check, event);
    return check.result;
}
template <typename... E>
Result<void> check_lines(const std::variant<E...>& payload) {
    return std::visit([](const auto& event) { return check_lines(event); }, payload);
}

}  // namespace cppo
