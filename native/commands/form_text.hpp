// A form and what is written on it, for people and for programs; and filling one in from a file.
#pragma once

#include "codec/json.hpp"
#include "commands/changes.hpp"
#include "commands/desk_session.hpp"
#include "desk/history.hpp"
#include "screens/form_screen.hpp"

namespace cppo {

/// Every field with its value, then what is still to be done.
std::string form_text(const FormScreen& screen);

Json signatures_json(const std::vector<Signature>& signatures);

/// All these problems of a form as a refusal, or that there is none.
Outcome completeness(Issues issues);

std::string history_text(const std::vector<HistoryRow>& rows);
Json history_json(const std::vector<HistoryRow>& rows);

/// `fill`: writes every field of a form's content in JSON and replaces the tables it names, or
/// writes nothing and names every problem. Target is command::ChangeAuthorization or
/// command::ChangeDeal.
template <typename Target>
Outcome fill_form(const Call& call);
std::vector<Option> fill_options();

}  // namespace cppo
