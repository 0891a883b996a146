// What stands on a form as people read it: amounts in groups, choices by what they are called.
#pragma once

#include "forms/form.hpp"

namespace cppo {

/// "multi_year_schedule" → "A schedule over more than a year": a choice of a form or a setting.
std::string choice_label(std::string_view choice);

/// Whether values of the type stand at the right of a column.
bool is_number(FieldType type);

/// "USD" or "%", what a value is followed by where there is room for it; or empty.
std::string_view unit_of(const Field& field, Currency currency);

/// A stored value with its digits grouped and its months spoken; choices stay as they are typed.
std::string reading(const Field& field, std::string_view value, Currency currency);

/// The same with choices by their labels.
std::string in_words(const Field& field, std::string_view value, Currency currency);

}  // namespace cppo
