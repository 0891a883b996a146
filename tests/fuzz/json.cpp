// JSON that can be read is printed as JSON that reads back the same.
#include "codec/json.hpp"
#include "fuzz.hpp"

void cppo::fuzz::json(std::string_view bytes) {
    const auto json = parse_json(bytes);
    if (!json) return;
    for (const JsonLayout layout : {JsonLayout::indented, JsonLayout::one_line}) {
        const auto print = [layout](const Json& value) { return print_json(value, layout); };
        comes_back(print(*json), parse_json, print);
    }
}
