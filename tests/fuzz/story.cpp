// A case or a story for `cppo test`: it either passes or reports differences, and every value of a
// case's JSON has a line in the text.
#include <algorithm>

#include "cli/json_lines.hpp"
#include "codec/json.hpp"
#include "fuzz.hpp"
#include "stories/test_result.hpp"

namespace cppo::fuzz {
namespace {

/// Compares the tree with the lines, skipping keys that are written with escapes.
class Lines {
  public:
    explicit Lines(std::string_view text)
        : text_(text),
          lines_(json_lines(text)),
          last_(static_cast<int>(1 + std::count(text.begin(), text.end(), '\n'))) {}

    void hold(const Json& json, const std::string& path) const {
        const auto found = lines_.find(path);
        require(found != lines_.end(), "every value has a line");
        require(found->second >= 1 && found->second <= last_, "it is a line of the text");
        if (const auto* items = std::get_if<JsonArray>(&json.value))
            for (std::size_t i = 0; i < items->size(); ++i)
                hold((*items)[i], path + '[' + std::to_string(i) + ']');
        if (const auto* members = std::get_if<JsonObject>(&json.value))
            for (const JsonMember& member : *members)
                if (text_.find('"' + member.key + '"') != text_.npos)
                    hold(member.value, path.empty() ? member.key : path + '.' + member.key);
    }

  private:
    std::string_view text_;
    std::map<std::string, int> lines_;
    int last_;
};

}  // namespace

void story(std::string_view bytes) {
    (void)run_case("x.case.json", bytes);
    const auto json = parse_json(bytes);
    const bool spelled_out = bytes.find("\\u") != bytes.npos || bytes.find("\\/") != bytes.npos;
    if (json && !spelled_out) Lines(bytes).hold(*json, "");
    // Such a line would read a file with an arbitrary name.
    if (bytes.find("attach") != bytes.npos || bytes.find("schedule") != bytes.npos) return;
    Desk desk;
    (void)run_story("x.deal", bytes, desk);
    for (const Record& record : records_of(desk.model()))
        comes_back(encode(record), decode, encode);
}

}  // namespace cppo::fuzz
