// Finds net payment terms in custom terms. It matches the usual phrases and does not understand
// English: AWS will catch what it misses, and rewording the terms avoids a false alarm.
#include <algorithm>

#include "base/text.hpp"
#include "forms/terms.hpp"

namespace cppo {
namespace {

/// One word in the form that is compared, and where it is in the terms.
struct Word {
    std::string_view compared;
    std::size_t begin, end;
    bool closes = false;  ///< a line, sentence or clause ends after this word
};

constexpr std::string_view number = "#";
constexpr std::string_view amount = "amount";
constexpr std::string_view stop = ".";  ///< separates sentences; no phrase spans two of them

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Maps synonyms and inflected forms to one word, and words that do not matter to an empty one.
std::string_view compared(std::string_view word) {
    constexpr std::string_view fillers[] = {
        "the",      "a",          "an",          "is",       "are",     "be",   "being", "must",
        "shall",    "will",       "may",         "all",      "any",     "each", "its",   "our",
        "your",     "that",       "aws",         "us",       "no",      "not",  "than",  "made",
        "required", "undisputed", "outstanding", "calendar", "business"};
    constexpr std::string_view numbers[] = {
        "zero",  "one",   "two",   "three",   "four",     "five",    "six",    "seven",
        "eight", "nine",  "ten",   "twelve",  "fourteen", "fifteen", "twenty", "thirty",
        "forty", "fifty", "sixty", "seventy", "eighty",   "ninety",  "hundred"};
    constexpr std::pair<std::string_view, std::string_view> same[] = {
        {"day", "days"},           {"week", "days"},          {"weeks", "days"},
        {"month", "days"},         {"months", "days"},        {"payments", "payment"},
        {"settlement", "payment"}, {"remittance", "payment"}, {"invoices", "invoice"},
        {"invoiced", "invoice"},   {"bill", "invoice"},       {"bills", "invoice"},
        {"billed", "invoice"},     {"amounts", amount},       {"fee", amount},
        {"fees", amount},          {"charge", amount},        {"charges", amount},
        {"balance", amount},       {"terms", "term"},         {"upon", "on"},
        {"from", "after"},         {"following", "after"},    {"receiving", "receipt"},
        {"pays", "pay"},           {"paid", "pay"},           {"payable", "pay"},
        {"remit", "pay"},          {"remitted", "pay"},       {"settle", "pay"},
        {"settled", "pay"},        {"in", "within"},          {"later", "within"}};
    if (is_digit(word.front()) || is_one_of(word, numbers)) return number;
    if (is_one_of(word, fillers)) return {};
    for (const auto& [form, base] : same)
        if (form == word) return base;
    return word;
}

/// A number with a currency or a unit is not a number of days: "net $500", "net 30 seats".
bool is_measure(std::string_view word) {
    constexpr std::string_view measures[] = {
        "usd",     "eur",     "gbp",      "aud",     "jpy",     "inr",   "cad",   "dollars",
        "euros",   "gb",      "tb",       "mb",      "user",    "users", "seat",  "seats",
        "node",    "nodes",   "unit",     "units",   "host",    "hosts", "point", "points",
        "percent", "licence", "licences", "license", "licenses"};
    return is_one_of(word, measures);
}

/// The words of `text`, which must be lowercase. Splits digits from letters, so that "net30" reads
/// like "net 30". "thirty (30)" counts as one number.
std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (!is_alnum(text[at++])) {
            const bool ends_here = at == text.size() || is_space(text[at]);
            const bool sentence = text[begin] == ';' || (text[begin] == '.' && ends_here);
            if (!words.empty() && (sentence || text[begin] == ',' || text[begin] == '\n'))
                words.back().closes = true;
            if (sentence) words.push_back({stop, begin, at});
            continue;
        }
        while (at < text.size() && is_alnum(text[at]) &&
               is_digit(text[at]) == is_digit(text[begin]))
            ++at;
        const std::string_view written = text.substr(begin, at - begin);
        const std::string_view before = text.substr(0, begin);
        const bool in_a_name = before.ends_with('.') && !is_digit(text[begin]);  // ".NET 8"
        std::string_view word = in_a_name ? stop : compared(written);
        const bool follows_number = !words.empty() && words.back().compared == number;
        if (follows_number && is_measure(written)) words.back().compared = amount;
        for (std::string_view sign : {"$", "€", "£", "¥"})
            if (word == number && before.ends_with(sign)) word = amount;
        if (word == number && text.substr(at).starts_with('%')) word = amount;
        if (word == number && follows_number) words.back().end = at;
        else if (!word.empty()) words.push_back({word, begin, at});
    }
    return words;
}

/// The end of `phrase` if it starts at word `at`. In a phrase, "?word" is optional, "?thing" is an
/// optional word for what is paid, and "$" means that the clause ends there.
std::optional<std::size_t> end_of_phrase(std::string_view phrase, const std::vector<Word>& words,
                                         std::size_t at) {
    if (!phrase.starts_with(words[at].compared)) return std::nullopt;
    for (std::string_view wanted : split_text(phrase, ' ')) {
        const std::string_view word = at < words.size() ? words[at].compared : stop;
        if (wanted == "$") {
            if (word != stop && !words[at - 1].closes) return std::nullopt;
        } else if (wanted == "?thing") {
            if (word == "invoice" || word == amount) ++at;
        } else if (wanted.front() == '?') {
            if (word == wanted.substr(1)) ++at;
        } else if (word == wanted) {
            ++at;
        } else {
            return std::nullopt;
        }
    }
    return at;
}

}  // namespace

Result<void> check_custom_terms(std::string_view terms, std::string_view field) {
    constexpr std::string_view phrases[] = {"net #",
                                            "net days",
                                            "net eom",
                                            "net payment",
                                            "net term",
                                            "# days net",
                                            "payment term",
                                            "payment due",
                                            "payment period",
                                            "payment window",
                                            "payment deadline",
                                            "payment deferred",
                                            "deferred payment",
                                            "defer payment",
                                            "term of payment",
                                            "invoice due",
                                            "due within # days",
                                            "due # days after",
                                            "due # days $",
                                            "due on receipt",
                                            "due on invoice",
                                            "due net",
                                            "pay ?thing within # days",
                                            "pay ?thing # days after",
                                            "pay ?thing # days $",
                                            "pay ?thing on receipt",
                                            "pay ?thing on invoice",
                                            "pay ?thing net",
                                            "payment ?of ?thing within # days",
                                            "payment ?of ?thing # days after",
                                            "payment ?of ?thing # days $",
                                            "payment ?of ?thing on receipt",
                                            "invoice # days $",
                                            "# days to pay",
                                            "# days payment",
                                            "# days for payment",
                                            "# days after ?receipt ?date ?of invoice",
                                            "within # days of ?receipt ?date ?of invoice",
                                            "# days end of days",
                                            "# days eom"};
    const std::string text = lower(terms);
    const std::vector<Word> words = words_of(text);
    for (std::size_t first = 0; first < words.size(); ++first)
        for (std::string_view phrase : phrases) {
            const auto end = end_of_phrase(phrase, words, first);
            if (!end) continue;
            const std::size_t begin = words[first].begin;
            return refuse(Code::net_terms_not_customizable, std::string(field),
                          "the custom terms say " +
                              in_quotes(terms.substr(begin, words[*end - 1].end - begin)));
        }
    return {};
}

}  // namespace cppo
