// What is written on a form as JSON, in one shape wherever it is read or written: fields by their
// keys, tables as lists of rows, every value a text. form_schema() describes exactly this.
#pragma once

#include <tl/expected.hpp>

#include "codec/json.hpp"
#include "forms/form.hpp"

namespace cppo {

/// The fields that are filled in, in the form's order; tables without rows are left out.
Json content_json(FormKind kind, const Content& content);

struct FieldText {
    std::string path, text;
};

/// The fields of such a document, in its own order; which of them the form has is not asked here.
/// A member may also be named by its whole path, "lines[0].list". Refuses MALFORMED and
/// DUPLICATE_KEY, every problem at once.
tl::expected<std::vector<FieldText>, Issues> parse_content(std::string_view json);

}  // namespace cppo
