// A form's content as JSON Schema, generated from the form's field list.
#pragma once

#include "codec/json.hpp"
#include "forms/form.hpp"

namespace cppo {

/// The JSON Schema, draft 2020-12, of a complete form as content_json() writes it. It says all that
/// the field list says: types, choices, what is required, tables and when they are filled in. What
/// sets fields against each other, such as two equal accounts, is for problems() alone.
Json form_schema(FormKind kind);

}  // namespace cppo
