// A quote request: one that can be read is either refused or split, and the split adds up.
#include "codec/quote_document.hpp"
#include "fuzz.hpp"

void cppo::fuzz::quote(std::string_view bytes) {
    const auto request = decode_quote_request(bytes);
    if (!request) return;
    const auto made = cppo::quote(*request);
    if (!made) return;
    require(conserves(made->total), "every cent has its party");
    require(parse_json(encode_quote(*made)).has_value(), "the answer is JSON");
}
