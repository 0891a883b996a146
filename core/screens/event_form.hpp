// An event as the fields of a dialog, and what was typed into them as an event: both walk what the
// event says of itself.
#pragma once

#include <map>

#include "screens/form_screen.hpp"

namespace cppo {

/// The fields an event asks for, with known values filled in; zero and an empty date count as not
/// known.
std::vector<FieldRow> event_fields(const AuthorizationPayload& known);
std::vector<FieldRow> event_fields(const DealPayload& known);

/// What was typed, by the path of its field.
using Answers = std::map<std::string, std::string, std::less<>>;

/// `known` with the answers in it; what is not answered stays. Refuses what the types refuse, at
/// the field's path.
Result<AuthorizationPayload> answered(AuthorizationPayload known, const Answers& answers);
Result<DealPayload> answered(DealPayload known, const Answers& answers);

/// A whole number as people type it. Refuses MALFORMED.
Result<int> typed_number(std::string_view typed, std::string_view path);

}  // namespace cppo
