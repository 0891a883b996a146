// A document written on a form: what the form says then, and the events that lead there.
#pragma once

#include <variant>

#include "codec/form_json.hpp"
#include "deal/form_events.hpp"
#include "rules/rules.hpp"

namespace cppo {

/// The form with the document written on it. A table in the document replaces the form's, and a
/// whole document replaces everything. What a choice in the document leaves without use, such as
/// the lines of a fixed price when the customer pays by usage, is emptied unless the document
/// writes it. Refuses what the form refuses of each field, every problem at once, under the form's
/// name.
tl::expected<Content, Issues> written_on(FormKind kind, RuleSet rule_set, const Content& content,
                                         const FormDocument& document);

using FormChange = std::variant<event::Edit, event::AddRow, event::RemoveRow>;

/// The events that turn one content of a form into the other, each possible after those before it.
std::vector<FormChange> changes_between(FormKind kind, const Content& from, const Content& to);

/// Eight hexadecimal digits that tell documents apart.
std::string digest_of(const FormDocument& document);

}  // namespace cppo
