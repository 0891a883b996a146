// A case or a story for `cppo test`: whatever it says, it passes or tells what differs; and the
// line of every value of its JSON is one of the text's.
#include <algorithm>

#include "codec/json.hpp"
#include "fuzz.hpp"
#include "json_lines.hpp"
#include "test_result.hpp"

void cppo::fuzz::story(std::string_view bytes) {
    (void)run_case("x.case.json", bytes);
    if (parse_json(bytes)) {
        const auto last = 1 + std::count(bytes.begin(), bytes.end(), '\n');
        for (const auto& [path, line] : json_lines(bytes))
            require(line >= 1 && line <= last, "a value stands on a line of the text");
    }
    // Such a line reads a file of that name, which may be any.
    if (bytes.find("attach") != bytes.npos || bytes.find("paste") != bytes.npos) return;
    Model model;
    (void)run_story("x.deal", bytes, model);
    for (const Record& record : records_of(model)) comes_back(encode(record), decode, encode);
}
