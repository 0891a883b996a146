// A record that can be read is written in a form that reads back as the same record, and every text
// in it is preserved.
#include "codec/record.hpp"
#include "base/text.hpp"
#include "codec/json.hpp"
#include "fuzz.hpp"

#include <algorithm>
#include <set>

namespace cppo::fuzz {
namespace {

/// A tree's texts, without numbers and dates, which may be written in a different form.
void add_words(const Json& json, std::multiset<std::string>& words) {
    if (const auto* text = std::get_if<std::string>(&json.value))
        if (std::none_of(text->begin(), text->end(), is_digit)) words.insert(*text);
    if (const auto* items = std::get_if<JsonArray>(&json.value))
        for (const Json& item : *items) add_words(item, words);
    if (const auto* members = std::get_if<JsonObject>(&json.value))
        for (const JsonMember& member : *members) add_words(member.value, words);
}

std::multiset<std::string> words_of(std::string_view text) {
    std::multiset<std::string> words;
    add_words(*parse_json(text), words);
    return words;
}

}  // namespace

void record(std::string_view bytes) {
    const auto record = decode(bytes);
    if (!record) return;
    const std::string written = encode(*record);
    comes_back(written, decode, encode);
    const auto read = words_of(bytes), kept = words_of(written);
    require(std::includes(kept.begin(), kept.end(), read.begin(), read.end()),
            "every word that was read is written");
}

}  // namespace cppo::fuzz
