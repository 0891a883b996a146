// What is written on a form as JSON, in one shape wherever it is read or written: fields by their
// keys, tables as lists of rows, every value a text. form_schema() describes exactly this.
#pragma once

#include <map>

#include <tl/expected.hpp>

#include "codec/json.hpp"
#include "forms/form.hpp"

namespace cppo {

/// The fields that are filled in, in the form's order; tables without rows are left out.
Json content_json(FormKind kind, const Content& content);

struct FieldText {
    std::string path, text;
};

/// What a document writes on a form. A table in it is the whole table; a single field of a row is
/// named by its path, "lines[0].list".
struct FormDocument {
    std::vector<FieldText> fields;      ///< in the document's order
    std::map<std::string, int> tables;  ///< how many rows each table has
    bool whole = false;                 ///< what it leaves out is empty
};

/// Reads such a document. In what `show --json` prints, the member `fields` is one, and a whole
/// one. Which fields and tables the form has is not asked here. Refuses MALFORMED and
/// DUPLICATE_KEY, every problem at once.
tl::expected<FormDocument, Issues> parse_content(std::string_view json);

}  // namespace cppo
