// JSON that can be read is printed as JSON that reads as the same.
#include "codec/json.hpp"
#include "fuzz.hpp"

using namespace cppo;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto json = parse_json(fuzz::text_of(data, size));
    if (!json) return 0;
    const auto print = [](const Json& value) { return print_json(value); };
    fuzz::comes_back(print(*json), parse_json, print);
    return 0;
}
