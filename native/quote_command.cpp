// cppo quote: prices one deal without storing anything.
#include "codec/quote_document.hpp"
#include "files.hpp"
#include "nouns.hpp"
#include "quote_text.hpp"

namespace cppo {

static Outcome run_quote(const Call& call) {
    const std::string document = TRY(read_input(call.arguments.value("FILE"), call.in, "FILE"));
    const QuoteRequest request = TRY(decode_quote_request(document));
    const Quote answer = TRY(quote(request));
    return Answer{quote_text(answer, *request.fees, request.settings), encode_quote(answer)};
}

std::vector<Verb> quote_verbs() {
    return {{"quote", "", "Prices one deal without storing anything.",
             {{"FILE", "", "A quote document; - reads standard input."}},
             {"quote quote.json", "quote quote.json --json"},
             run_quote}};
}

}  // namespace cppo
