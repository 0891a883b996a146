// Finds what custom terms say about when the customer pays. The reader knows the usual turns of
// phrase, not the language: a miss is caught by AWS, a false alarm by choosing other words.
#include <algorithm>

#include "base/text.hpp"
#include "forms/terms.hpp"

namespace cppo {
namespace {

/// One word as it is compared, and the part of the terms it stands for.
struct Word {
    std::string_view compared;
    std::size_t begin, end;
};

constexpr std::string_view number = "#";
constexpr std::string_view stop = ".";  ///< between sentences; no phrase goes across

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words that differ only in form become one; words that change nothing become empty.
std::string_view compared(std::string_view word) {
    constexpr std::string_view fillers[] = {
        "the", "a",    "an",  "is",   "are",  "be",   "must",     "shall",    "will", "all",
        "any", "each", "its", "our",  "your", "that", "calendar", "business", "made", "required",
        "undisputed",  "outstanding"};
    constexpr std::string_view numbers[] = {"seven",  "ten",    "fourteen", "fifteen", "twenty",
                                            "thirty", "forty",  "five",     "sixty",   "seventy",
                                            "eighty", "ninety", "hundred"};
    constexpr std::pair<std::string_view, std::string_view> same[] = {
        {"day", "days"},         {"week", "days"},       {"weeks", "days"},
        {"month", "days"},       {"months", "days"},     {"payments", "payment"},
        {"invoices", "invoice"}, {"terms", "term"},      {"upon", "on"},
        {"after", "of"},         {"from", "of"},         {"following", "of"},
        {"pays", "pay"},         {"paid", "pay"},        {"payable", "pay"},
        {"remit", "pay"},        {"remitted", "pay"},    {"settle", "pay"},
        {"settled", "pay"},      {"in", "within"}};
    if (is_digit(word.front()) || is_one_of(word, numbers)) return number;
    if (is_one_of(word, fillers)) return {};
    for (const auto& [form, base] : same)
        if (form == word) return base;
    return word;
}

/// The words of `text`, in lower case already. Digits and letters are parted, so that "net30" reads
/// like "net 30"; "thirty (30)" is one number.
std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (!is_alnum(text[at++])) {
            const bool ends_here = at == text.size() || is_space(text[at]);
            if (text[begin] == ';' || (text[begin] == '.' && ends_here))
                words.push_back({stop, begin, at});
            continue;
        }
        while (at < text.size() && is_alnum(text[at]) &&
               is_digit(text[at]) == is_digit(text[begin]))
            ++at;
        const bool in_a_name = begin > 0 && text[begin - 1] == '.';  // ".NET 8"
        const std::string_view word = in_a_name ? stop : compared(text.substr(begin, at - begin));
        if (word == number && !words.empty() && words.back().compared == number)
            words.back().end = at;
        else if (!word.empty())
            words.push_back({word, begin, at});
    }
    return words;
}

}  // namespace

Result<void> check_custom_terms(std::string_view terms, std::string_view field) {
    constexpr std::string_view phrases[] = {
        "net #",
        "# days net",
        "net days",
        "net payment",
        "net term",
        "payment term",
        "payment due",
        "invoice due",
        "due within # days",
        "due # days",
        "due on receipt",
        "due net",
        "pay within # days",
        "pay # days",
        "pay on receipt",
        "pay net",
        "pay invoice within # days",
        "pay invoice # days",
        "pay invoice on receipt",
        "payment within # days",
        "payment # days",
        "payment on receipt",
        "payment of invoice within # days",
        "# days of invoice",
        "# days of date of invoice",
        "# days of receipt of invoice",
        "# days end of days",  // "end of month"
        "# days eom"};
    const std::string text = lower(terms);
    const std::vector<Word> words = words_of(text);
    for (std::size_t first = 0; first < words.size(); ++first)
        for (std::string_view phrase : phrases) {
            const auto wanted = split_text(phrase, ' ');
            if (first + wanted.size() > words.size()) continue;
            const bool said = std::equal(
                wanted.begin(), wanted.end(), words.begin() + static_cast<std::ptrdiff_t>(first),
                [](std::string_view word, const Word& w) { return word == w.compared; });
            if (!said) continue;
            const std::size_t begin = words[first].begin;
            const std::size_t end = words[first + wanted.size() - 1].end;
            return refuse(Code::net_terms_not_customizable, std::string(field),
                          "the custom terms say " + quoted(terms.substr(begin, end - begin)));
        }
    return {};
}

}  // namespace cppo
