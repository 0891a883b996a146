// The quote document of the command line: its request and its answer as JSON.
#pragma once

#include "codec/json.hpp"
#include "settle/quote.hpp"

namespace cppo {

/// Reads a quote document. Refuses MALFORMED, UNKNOWN_KEY, DUPLICATE_KEY, SCHEMA_UNSUPPORTED,
/// REQUIRED and OUT_OF_RANGE with the path of the value, such as "lines[2].discount".
Result<QuoteRequest> decode_quote_request(std::string_view json);

/// The answer as JSON, all amounts as text at the currency's exponent.
std::string encode_quote(const Quote& quote, JsonLayout layout = JsonLayout::indented);

Json json_of(const Quote& quote);

/// `{"code":…,"sentence":…}`.
Json json_of(const Warning& warning);

/// `{"error":{…}}` for one problem, `{"errors":[…]}` for several.
std::string encode_errors(const Issues& issues, JsonLayout layout = JsonLayout::indented);

}  // namespace cppo
