// A case: {"schema":1, "name":…, "given": a quote document, "when":"quote", "expect": members of
// the answer, or {"error":{"code":…,"field":…}}}. Only the expected members are compared.
#include <algorithm>

#include "base/text.hpp"
#include "cli/json_lines.hpp"
#include "codec/json.hpp"
#include "codec/quote_document.hpp"
#include "stories/test_result.hpp"

namespace cppo {
namespace {

const Json* member_of(const Json& json, std::string_view key) {
    const auto* members = std::get_if<JsonObject>(&json.value);
    if (!members) return nullptr;
    const auto found = std::find_if(members->begin(), members->end(),
                                    [&](const JsonMember& member) { return member.key == key; });
    return found == members->end() ? nullptr : &found->value;
}

std::string shown(const Json& json) {
    const bool container = std::holds_alternative<JsonObject>(json.value) ||
                           std::holds_alternative<JsonArray>(json.value);
    return container ? std::string(json.what()) : std::string(trimmed(print_json(json)));
}

class CaseRun {
  public:
    CaseRun(const std::string& file, std::string_view text)
        : result_{file, file}, lines_(json_lines(text)) {}

    TestResult take(const Json& document) {
        check_members(document);
        if (result_.differences.empty()) compare_answer(document);
        return std::move(result_);
    }

  private:
    void differ(const std::string& path, const std::string& what) {
        const auto line = lines_.find(path);
        result_.differences.push_back(
            at_line(result_.file, line == lines_.end() ? 1 : line->second, path + ": " + what));
    }

    void check_members(const Json& document) {
        static const std::vector<std::string_view> known = {"schema", "name", "given", "when",
                                                            "expect"};
        for (std::string_view key : known)
            if (!member_of(document, key)) differ(std::string(key), "is missing");
        if (!result_.differences.empty()) return;
        for (const JsonMember& member : std::get<JsonObject>(document.value))
            if (std::find(known.begin(), known.end(), member.key) == known.end())
                differ(member.key, "does not belong to a case");
        if (const auto* name = std::get_if<std::string>(&member_of(document, "name")->value))
            result_.name = *name;
        expect_scalar(*member_of(document, "schema"), 1, "schema");
        expect_scalar(*member_of(document, "when"), "quote", "when");
        const auto* expected = std::get_if<JsonObject>(&member_of(document, "expect")->value);
        if (!expected || expected->empty()) differ("expect", "is empty");
    }

    void expect_scalar(const Json& actual, const Json& expected, const std::string& path) {
        if (print_json(actual) != print_json(expected))
            differ(path, "must be " + shown(expected) + ", not " + shown(actual));
    }

    void compare_answer(const Json& document) {
        const auto request = decode_quote_request(print_json(*member_of(document, "given")));
        const auto answer = request ? quote(*request) : tl::unexpected(request.error());
        compare(*member_of(document, "expect"),
                *parse_json(answer ? encode_quote(*answer) : encode_errors({answer.error()})),
                "expect");
    }

    void compare(const Json& expected, const Json& actual, const std::string& path) {
        const auto* members = std::get_if<JsonObject>(&expected.value);
        if (members && std::holds_alternative<JsonObject>(actual.value)) {
            for (const JsonMember& member : *members) {
                const std::string inner = path + '.' + member.key;
                if (const Json* found = member_of(actual, member.key))
                    compare(member.value, *found, inner);
                else
                    differ(inner, "expected " + shown(member.value) + ", got nothing" +
                                      refusal_in(actual));
            }
            return;
        }
        const auto* items = std::get_if<JsonArray>(&expected.value);
        const auto* others = std::get_if<JsonArray>(&actual.value);
        if (items && others) return compare_items(*items, *others, path);
        if (print_json(expected) != print_json(actual))
            differ(path, "expected " + shown(expected) + ", got " + shown(actual));
    }

    void compare_items(const JsonArray& expected, const JsonArray& actual,
                       const std::string& path) {
        if (expected.size() != actual.size())
            differ(path, "expected " + std::to_string(expected.size()) + " items, got " +
                             std::to_string(actual.size()));
        for (std::size_t i = 0; i < std::min(expected.size(), actual.size()); ++i)
            compare(expected[i], actual[i], path + '[' + std::to_string(i) + ']');
    }

    /// Why a figure is missing, if the whole quote was refused.
    static std::string refusal_in(const Json& answer) {
        const Json* error = member_of(answer, "error");
        return error ? ": " + shown(*member_of(*error, "code")) + ", " +
                           shown(*member_of(*error, "sentence"))
                     : "";
    }

    TestResult result_;
    std::map<std::string, int> lines_;
};

}  // namespace

TestResult run_case(const std::string& file, std::string_view text) {
    const auto document = parse_json(text);
    if (!document) return {file, file, {at_line(file, 1, sentence(document.error()))}};
    return CaseRun(file, text).take(*document);
}

}  // namespace cppo
