// Text helpers for ASCII and UTF-8 that do not depend on a locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cppo {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
constexpr bool is_alnum(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool all_digits(std::string_view text);  ///< false for an empty text
std::string_view trimmed(std::string_view text);
std::string lower(std::string_view text);
std::string upper(std::string_view text);
std::string capitalized(std::string_view text);
std::vector<std::string_view> split_text(std::string_view text, char separator);
std::vector<std::string_view> lines_of(std::string_view text);  ///< skips empty lines
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replaced(std::string_view text, std::string_view from, std::string_view to);

/// The number of Unicode characters, or -1 when the bytes are not valid UTF-8.
int utf8_length(std::string_view text);

/// The text with U+FFFD for every byte that is not UTF-8, so that any file can be quoted.
std::string as_utf8(std::string_view text);

/// True for text that a field accepts: valid UTF-8 without control characters (`newlines` allows
/// line ends) and without marks that change the writing direction, because with those a document
/// can read differently from its bytes.
bool is_plain_text(std::string_view text, bool newlines);

/// The text on one line, safe for a terminal: characters that is_plain_text() rejects become
/// escapes such as \u{1b} or \u{202e}, and bytes that are not UTF-8 become U+FFFD.
std::string as_plain_text(std::string_view text);

/// `value` as a refusal quotes it: in single quotes, cut after 60 bytes, escaped by
/// as_plain_text().
std::string in_quotes(std::string_view value);

/// Whether a spreadsheet might run the cell as a formula: it starts with =, +, - or @, with the
/// full-width form of one of these, with a tab or with a line end. A negative number is not a
/// formula.
bool is_formula(std::string_view cell);

std::string padded(std::uint64_t value, int width);  ///< decimal with leading zeros

/// The candidate with the fewest edits from `word`, or empty when none is close.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace cppo
