// Formats a form's values for people: grouped digits, and labels instead of choice values.
#pragma once

#include "forms/form.hpp"

namespace cppo {

/// The label of a choice on a form or in the settings: "multi_year_schedule" → "A schedule over
/// more than a year".
std::string choice_label(std::string_view choice);

/// Whether columns of this type are right-aligned.
bool is_number(FieldType type);

/// The unit shown after a value if there is room: the currency, "%" or nothing.
std::string_view unit_of(const Field& field, Currency currency);

/// A stored value with grouped digits and durations in words; choices stay as stored.
std::string reading(const Field& field, std::string_view value, Currency currency);

/// The same, but with the labels of choices.
std::string in_words(const Field& field, std::string_view value, Currency currency);

}  // namespace cppo
