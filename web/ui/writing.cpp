#include "ui/writing.hpp"

#include "ui/fonts.hpp"

#include "imgui.h"
#include "imgui_internal.h"

#include <map>
#include <tuple>
#include <unordered_map>

namespace cppo::web {
namespace {

constexpr unsigned first_foreign = 0x0250;  // every face has all characters before this one
constexpr unsigned private_use = 0xe000;
constexpr std::size_t most_written = 3000;  // more would not fit one texture
constexpr int longest_run = 60;             // characters in one picture

struct Writing {
    Stamper stamper = nullptr;
    std::vector<Written> written;
    std::unordered_map<std::string, std::uint16_t> signs;
    std::map<std::tuple<std::string, int, float>, Stamp> stamps;
    unsigned next_private = private_use;
    bool stale = false;
};

Writing writing;

struct Range {
    unsigned first, last;
};

// Scripts whose letters join, stack or run from right to left: Hebrew to Tibetan and Myanmar,
// Khmer, Mongolian, and the compatibility forms. [Unicode 15, chapters 9, 12, 13 and 16]
constexpr Range joined[] = {{0x0590, 0x109f}, {0x1100, 0x11ff}, {0x1780, 0x18af}, {0x1900, 0x1cff},
                            {0xa840, 0xabff}, {0xfb1d, 0xfdff}, {0xfe70, 0xfeff}};

bool is_joined(unsigned c) {
    for (const Range& range : joined)
        if (c >= range.first && c <= range.last) return true;
    return false;
}

bool is_lacking(unsigned c) {
    if (c < first_foreign) return false;
    if (c > 0xffff) return true;
    const ImFont* face = fonts().body;
    return face && !face->FindGlyphNoFallback(static_cast<ImWchar>(c));
}

// Private-use characters in outside text would otherwise show the picture of some other text.
bool is_private(unsigned c) { return c >= private_use && c <= 0xf8ff; }

// A single character is its own placeholder if possible.
std::uint16_t sign_of(std::string text, unsigned single) {
    const auto known = writing.signs.find(text);
    if (known != writing.signs.end()) return known->second;
    if (writing.written.size() >= most_written) return '?';
    const bool own = single != 0 && single <= 0xffff && !is_private(single);
    const auto sign = static_cast<std::uint16_t>(own ? single : writing.next_private++);
    writing.signs.emplace(text, sign);
    writing.written.push_back({std::move(text), sign});
    writing.stale = true;
    return sign;
}

void append(std::string& out, unsigned character) {
    char bytes[5];
    out += ImTextCharToUtf8(bytes, character);
}

unsigned read(const char* at, const char* end, int& size) {
    unsigned character = 0;
    size = ImTextCharFromUtf8(&character, at, end);
    return character;
}

// The end of the picture that starts at `at`: after one character, or after joined letters and the
// spaces between them.
const char* end_of_run(const char* at, const char* end) {
    int size = 0;
    const bool joins = is_joined(read(at, end, size));
    const char* stop = at + size;
    int count = 1;
    for (const char* next = stop; joins && next < end && count < longest_run; ++count) {
        const unsigned character = read(next, end, size);
        if (character != ' ' && !is_joined(character)) break;
        next += size;
        if (character != ' ') stop = next;
    }
    return stop;
}

}  // namespace

void set_stamper(Stamper stamper) {
    writing = {};
    writing.stamper = stamper;
}

std::string_view settable(std::string_view text, std::string& buffer) {
    if (!writing.stamper) return text;
    const char* const end = text.data() + text.size();
    const char* copied = text.data();
    for (const char* at = text.data(); at < end;) {
        if (static_cast<unsigned char>(*at) < 0xc9) {  // ends before U+0240
            ++at;
            continue;
        }
        int size = 0;
        const unsigned character = read(at, end, size);
        if (!is_lacking(character) && !is_joined(character) && !is_private(character)) {
            at += size;
            continue;
        }
        const char* const stop = end_of_run(at, end);
        buffer.append(copied, at);
        append(buffer, sign_of(std::string(at, stop), stop == at + size ? character : 0));
        copied = at = stop;
    }
    if (copied == text.data()) return text;
    buffer.append(copied, end);
    return buffer;
}

void ask_for_letters(std::string_view text) {
    if (!writing.stamper) return;
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at < end;) {
        int size = 0;
        const unsigned character = read(at, end, size);
        if (is_lacking(character) && character <= 0xffff && !is_private(character))
            sign_of(std::string(at, at + size), character);
        at += size;
    }
}

bool writing_is_stale() { return writing.stale; }

const std::vector<Written>& take_written() {
    writing.stale = false;
    return writing.written;
}

const Stamp& stamp_of(const Written& written, int weight, float pixels) {
    const auto key = std::tuple(written.text, weight, pixels);
    const auto known = writing.stamps.find(key);
    if (known != writing.stamps.end()) return known->second;
    return writing.stamps.emplace(key, writing.stamper(written.text, weight, pixels)).first->second;
}

}  // namespace cppo::web
