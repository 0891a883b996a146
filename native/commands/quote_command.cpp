// cppo quote: prices one deal, or one a line, without storing anything.
#include "cli/files.hpp"
#include "codec/quote_document.hpp"
#include "commands/nouns.hpp"
#include "commands/quote_text.hpp"

namespace cppo {
namespace {

Result<Quote> quote_document(std::string_view document) {
    return quote(TRY(decode_quote_request(document)));
}

/// One answer a line, so that answer n is always that of document n: a line refused, even an empty
/// one, is answered by its refusal.
Answer answer_each(std::string_view documents, bool json) {
    Answer answer;
    std::string& lines = json ? answer.json : answer.text;
    while (!documents.empty()) {
        const auto end = documents.find('\n');
        const auto quoted = quote_document(documents.substr(0, end));
        lines += quoted ? encode_quote(*quoted, JsonLayout::one_line)
                        : encode_errors({quoted.error()}, JsonLayout::one_line);
        answer.failed = answer.failed || !quoted;
        documents.remove_prefix(end == documents.npos ? documents.size() : end + 1);
    }
    return answer;
}

Outcome run_quote(const Call& call) {
    const bool each = call.arguments.has("each");
    const std::string input = TRY(read_input(call.arguments.value("FILE"), call.in, "FILE",
                                             each ? long_input_bytes_max : input_bytes_max));
    if (each) return answer_each(input, call.arguments.has("json"));
    const Quote answer = TRY(quote_document(input));
    return Answer{quote_text(answer), encode_quote(answer)};
}

}  // namespace

std::vector<Verb> quote_verbs() {
    return {{"quote",
             "",
             "Prices one deal, or one per line, without storing anything.",
             {{"FILE", "", "A quote document; - reads standard input."},
              {"each", "", "Read one document per line and answer each with one line of JSON.",
               Need::optional}},
             {"quote quote.json", "quote quote.json --json", "quote quotes.jsonl --each"},
             run_quote}};
}

}  // namespace cppo
