// JSON that can be read is printed as JSON that reads as the same.
#include "codec/json.hpp"
#include "fuzz.hpp"

using namespace cppo;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = parse_json(fuzz::text_of(data, size));
    if (!json) return 0;
    const std::string printed = print_json(*json);
    const auto again = parse_json(printed);
    fuzz::require(again.has_value(), "what was printed can be read");
    fuzz::require(print_json(*again) == printed, "it reads as what was printed");
    return 0;
}
