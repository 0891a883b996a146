// cppo test: runs cases and stories, whether this project's or a user's.
#include <algorithm>

#include "base/text.hpp"
#include "cli/files.hpp"
#include "commands/nouns.hpp"
#include "stories/test_result.hpp"

namespace cppo {

enum class TestFormat { text, junit };

template <>
struct Names<TestFormat> {
    static constexpr std::string_view list[] = {"text", "junit"};
};

namespace {

namespace fs = std::filesystem;

bool ends_in(const std::string& name, std::string_view suffix) {
    return name.size() > suffix.size() &&
           std::string_view(name).substr(name.size() - suffix.size()) == suffix;
}

/// Cases and stories at or below `path`, sorted by name. Does not follow links to folders below it,
/// which could be circular.
Result<std::vector<std::string>> tests_at(const fs::path& path) {
    std::error_code none;
    std::vector<std::string> found;
    if (fs::is_directory(path, none)) {
        for (const fs::path& entry : TRY(entries_of(path, "PATH"))) {
            if (fs::is_symlink(entry, none) && fs::is_directory(entry, none)) continue;
            for (std::string& file : TRY(tests_at(entry))) found.push_back(std::move(file));
        }
    } else if (fs::exists(path, none) &&
               (ends_in(path.string(), ".case.json") || ends_in(path.string(), ".deal"))) {
        found.push_back(path.string());
    }
    return found;
}

TestResult run_file(const std::string& file, const Call& call) {
    const auto text = read_input(file, call.in, "PATH");
    Desk desk;
    TestResult result = !text                    ? TestResult{file, file, {sentence(text.error())}}
                        : ends_in(file, ".deal") ? run_story(file, *text, desk)
                                                 : run_case(file, *text);
    // A file's name and content can be any bytes, but messages about them must be text.
    for (std::string* told : {&result.file, &result.name}) *told = as_plain_text(*told);
    for (std::string& difference : result.differences) difference = as_plain_text(difference);
    return result;
}

using Results = std::vector<TestResult>;

std::size_t failures_in(const Results& results) {
    return static_cast<std::size_t>(std::count_if(
        results.begin(), results.end(), [](const auto& r) { return !r.differences.empty(); }));
}

std::string as_text(const Results& results) {
    std::string page;
    for (const TestResult& result : results) {
        if (result.differences.empty()) continue;
        page += "FAILED " + result.file + ": " + result.name + '\n';
        for (const std::string& difference : result.differences) page += "  " + difference + '\n';
    }
    const std::size_t failed = failures_in(results);
    return page + std::to_string(results.size() - failed) + " passed, " + std::to_string(failed) +
           " failed\n";
}

/// XML allows no control characters except tabs and line ends, which attributes preserve only as
/// numeric references, and neither U+FFFE nor U+FFFF.
std::string xml_escaped(std::string_view text) {
    std::string escaped;
    for (char c : text) {
        if (c == '&') escaped += "&amp;";
        else if (c == '<') escaped += "&lt;";
        else if (c == '>') escaped += "&gt;";
        else if (c == '"') escaped += "&quot;";
        else if (c == '\t' || c == '\n' || c == '\r') escaped += "&#" + std::to_string(c) + ';';
        else escaped += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
    }
    return replaced(replaced(escaped, "\xef\xbf\xbe", "?"), "\xef\xbf\xbf", "?");
}

std::string as_junit(const Results& results) {
    const std::string counts = " tests=\"" + std::to_string(results.size()) + "\" failures=\"" +
                               std::to_string(failures_in(results)) + '"';
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + counts +
                      ">\n<testsuite name=\"cppo\"" + counts + ">\n";
    for (const TestResult& result : results) {
        const fs::path file(result.file);
        xml += "<testcase classname=\"" + xml_escaped(file.parent_path().string()) + "\" name=\"" +
               xml_escaped(file.filename().string() + ": " + result.name) + '"';
        if (result.differences.empty()) {
            xml += "/>\n";
            continue;
        }
        xml += ">\n<failure message=\"" + xml_escaped(result.differences.front()) + "\">" +
               xml_escaped(join(result.differences, "\n")) + "</failure>\n</testcase>\n";
    }
    return xml + "</testsuite>\n</testsuites>\n";
}

std::string as_json(const Results& results) {
    JsonArray tests;
    for (const TestResult& result : results) {
        JsonArray differences(result.differences.begin(), result.differences.end());
        tests.push_back(JsonObject{
            {"file", result.file}, {"name", result.name}, {"differences", std::move(differences)}});
    }
    const auto failed = static_cast<std::int64_t>(failures_in(results));
    return print_json(JsonObject{{"passed", static_cast<std::int64_t>(results.size()) - failed},
                                 {"failed", failed},
                                 {"tests", std::move(tests)}});
}

Outcome run_test(const Call& call) {
    TestFormat format = TestFormat::text;
    if (call.arguments.has("format")) format = TRY(call.arguments.choice<TestFormat>("format"));
    Results results;
    for (const std::string& path : call.arguments.values("PATH")) {
        const auto files = TRY(tests_at(path));
        if (files.empty())
            return Refusal::usage(in_quotes(path) + " contains no *.case.json and no *.deal files");
        for (const std::string& file : files) results.push_back(run_file(file, call));
    }
    Answer answer{format == TestFormat::junit ? as_junit(results) : as_text(results),
                  as_json(results)};
    answer.failed = failures_in(results) > 0;
    return answer;
}

}  // namespace

std::vector<Verb> test_verbs() {
    return {{"test",
             "",
             "Runs cases (*.case.json) and stories (*.deal) and shows the differences.",
             {{"PATH", "", "Files, or folders to search for them.", Need::repeated},
              {"format", "FORMAT", "text (default) or junit.", Need::optional}},
             {"test tests/cases", "test tests/stories --format junit"},
             run_test}};
}

}  // namespace cppo
