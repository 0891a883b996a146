// Plain text helpers for ASCII and UTF-8; no locale is ever asked.
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

bool all_digits(std::string_view text);  ///< true for at least one digit and nothing else
std::string_view trimmed(std::string_view text);
std::string lower(std::string_view text);
std::string upper(std::string_view text);
std::string capitalized(std::string_view text);
std::vector<std::string_view> split_text(std::string_view text, char separator);
std::vector<std::string_view> lines_of(std::string_view text);  ///< without line ends, none empty
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replaced(std::string_view text, std::string_view from, std::string_view to);

/// The number of Unicode characters, or -1 when the bytes are not valid UTF-8.
int utf8_length(std::string_view text);

/// The text with U+FFFD for every byte that is not UTF-8: what may be told of a file of any bytes.
std::string as_utf8(std::string_view text);

/// True for text a person can write in one field: valid UTF-8 without control characters
/// (`newlines` allows line ends) and without the marks that turn the writing direction, which
/// can make a document read differently from its bytes.
bool is_plain_text(std::string_view text, bool newlines);

/// The text on one line, for a terminal: what is_plain_text() does not allow is spelled out, as
/// \u{1b} or \u{202e}, and bytes that are not UTF-8 become U+FFFD.
std::string as_plain_text(std::string_view text);

/// `value` in single quotes, cut after 60 bytes and spelled out as by as_plain_text(): how an error
/// shows what was typed.
std::string in_quotes(std::string_view value);

/// Whether a spreadsheet might run the cell: it begins with a sign of a formula, also a wide one of
/// an East Asian keyboard, or with a tab or a line end. A negative number is none.
bool is_formula(std::string_view cell);

std::string padded(std::uint64_t value, int width);  ///< decimal with leading zeros

/// The candidate with the fewest edits from `word`, or empty when none is close.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace cppo
