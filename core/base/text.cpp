#include "base/text.hpp"

#include <algorithm>

namespace cppo {

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::string upper(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return result;
}

std::string capitalized(std::string_view text) {
    return text.empty() ? std::string() : upper(text.substr(0, 1)) + std::string(text.substr(1));
}

std::vector<std::string_view> split_text(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == text.npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::string_view line : split_text(text, '\n')) {
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string joined;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) joined += separator;
        joined += parts[i];
    }
    return joined;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string result;
    for (;;) {
        const auto at = text.find(from);
        result += text.substr(0, at);
        if (at == text.npos) return result;
        result += to;
        text.remove_prefix(at + from.size());
    }
}

/// Decodes one character at `at` and steps past it; -1 on bytes that are not UTF-8.
static std::int32_t next_character(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(at);
    const int extra = first < 0x80       ? 0
                      : first >> 5 == 6  ? 1
                      : first >> 4 == 14 ? 2
                      : first >> 3 == 30 ? 3
                                         : -1;
    if (extra < 0 || at + static_cast<std::size_t>(extra) >= text.size()) return -1;
    std::int32_t character = extra == 0 ? static_cast<std::int32_t>(first)
                                        : static_cast<std::int32_t>(first & (0x3fu >> extra));
    for (int i = 1; i <= extra; ++i) {
        const unsigned continuation = byte(at + static_cast<std::size_t>(i));
        if (continuation >> 6 != 2) return -1;
        character = character << 6 | static_cast<std::int32_t>(continuation & 0x3f);
    }
    constexpr std::int32_t smallest[] = {0, 0x80, 0x800, 0x10000};
    const bool surrogate = character >= 0xd800 && character <= 0xdfff;
    if (character < smallest[extra] || character > 0x10ffff || surrogate) return -1;
    at += static_cast<std::size_t>(extra) + 1;
    return character;
}

int utf8_length(std::string_view text) {
    int count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        if (next_character(text, at) < 0) return -1;
    return count;
}

std::string as_utf8(std::string_view text) {
    std::string valid;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        if (next_character(text, at) < 0) {
            valid += "\xef\xbf\xbd";
            ++at;
        } else {
            valid += text.substr(from, at - from);
        }
    }
    return valid;
}

/// False for control characters, marks that change the writing direction and invisible separators.
/// Also false for -1, which next_character() returns for bytes that are not UTF-8.
static bool is_plain(std::int32_t c) {
    const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
    const bool direction = c == 0x061c || c == 0x200e || c == 0x200f ||
                           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    const bool separator = c == 0x2028 || c == 0x2029 || c == 0xfeff;
    return !control && !direction && !separator;
}

bool is_plain_text(std::string_view text, bool newlines) {
    for (std::size_t at = 0; at < text.size();) {
        const std::int32_t c = next_character(text, at);
        if (!is_plain(c) && !(c == '\n' && newlines)) return false;
    }
    return true;
}

/// 0x202e → "\u{202e}"
static std::string spelled_out(std::int32_t character) {
    std::string digits;
    for (; character > 0 || digits.empty(); character /= 16)
        digits.insert(digits.begin(), "0123456789abcdef"[character % 16]);
    return "\\u{" + digits + '}';
}

std::string as_plain_text(std::string_view text) {
    const std::string valid = as_utf8(text);
    std::string plain;
    for (std::size_t at = 0; at < valid.size();) {
        const std::size_t from = at;
        const std::int32_t character = next_character(valid, at);
        if (is_plain(character)) plain.append(valid, from, at - from);
        else plain += spelled_out(character);
    }
    return plain;
}

std::string in_quotes(std::string_view value) {
    constexpr std::size_t shown = 60;
    std::string_view text = value.substr(0, shown);
    // Do not cut a character in half.
    while (value.size() > shown && !text.empty() && utf8_length(text) < 0) text.remove_suffix(1);
    if (utf8_length(text) < 0) text = "bytes that are not UTF-8";
    return "'" + as_plain_text(text) + (value.size() > shown ? "…'" : "'");
}

/// True for "-5.00", the only kind of cell that starts with a sign and is safe in a spreadsheet.
static bool is_negative_number(std::string_view cell) {
    const auto point = cell.find('.');
    return cell.size() > 1 && cell[0] == '-' && all_digits(cell.substr(1, point - 1)) &&
           (point == cell.npos || all_digits(cell.substr(point + 1)));
}

bool is_formula(std::string_view cell) {
    constexpr std::string_view signs[] = {"=",      "+",      "-",  "@",  "\uff1d", "\uff0b",
                                          "\uff0d", "\uff20", "\t", "\r", "\n"};
    return !is_negative_number(cell) &&
           std::any_of(std::begin(signs), std::end(signs),
                       [&](std::string_view sign) { return cell.starts_with(sign); });
}

std::string padded(std::uint64_t value, int width) {
    std::string digits = std::to_string(value);
    const auto wanted = static_cast<std::size_t>(width);
    return digits.size() < wanted ? std::string(wanted - digits.size(), '0') + digits : digits;
}

static std::size_t edits_between(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row[b.size()];
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    if (word.size() > 40) return {};
    std::string_view best;
    // Replacing every letter of a short word does not make it close.
    std::size_t fewest = std::min(word.size(), std::max<std::size_t>(3, word.size() / 2 + 1));
    for (std::string_view candidate : candidates) {
        const std::size_t edits = edits_between(word, candidate);
        if (edits < fewest) best = candidate, fewest = edits;
    }
    return best;
}

}  // namespace cppo
