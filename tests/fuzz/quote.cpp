// A quote's request: what can be read is refused or split, and the split adds up.
#include "codec/quote_document.hpp"
#include "fuzz.hpp"

using namespace cppo;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto request = decode_quote_request(fuzz::text_of(data, size));
    if (!request) return 0;
    const auto made = quote(*request);
    if (made) fuzz::require(conserves(made->total), "every cent has its party");
    return 0;
}
