#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"
#include "cli.hpp"
#include "cli/json_lines.hpp"
#include "root.hpp"

namespace cppo::test {
namespace {

std::string case_with(const std::string& expect, const std::string& more = "") {
    return R"({
  "schema": 1,
  "name": "A case",
  "given": {
    "schema": 1,
    "currency": "USD",
    "lines": [{"description": "A", "list": "100.00", "quantity": 1, "discount": "20"}],
    "price": "90.00",
    "fees": {"marketplace": "3", "processing": "1"}
  },
  "when": "quote",
  "expect": )" +
           expect + more + "\n}\n";
}

constexpr auto header = "FAILED a.case.json: A case\n";
constexpr auto one_failed = "0 passed, 1 failed\n";

}  // namespace

TEST_CASE("the cases and stories of the project pass", "[native]") {
    const Folder folder;
    const std::string tests = project_root() / "tests/";
    const std::string out = folder.done("test \"" + tests + "cases\" \"" + tests + "stories\"");
    CHECK(out.find(" passed, 0 failed\n") != out.npos);
}

TEST_CASE("what differs in a case is shown value by value with its line", "[native]") {
    const Folder folder;
    folder.write("a.case.json", case_with(R"({
    "price": "91.00",
    "isv_net": "77.60",
    "nonsense": 1,
    "lines": [{"list": "100.00"}, {"list": "1"}],
    "invoices": [
      {"on": "2020-01-01"}
    ],
    "warnings": {}
  })"));
    const Ran ran = folder.cppo("test a.case.json");
    CHECK(ran.code == 1);
    CHECK(ran.err.empty());
    CHECK(ran.out ==
          header +
              std::string(
                  "  a.case.json:13: expect.price: expected \"91.00\", got \"90.00\"\n"
                  "  a.case.json:15: expect.nonsense: expected 1, got nothing\n"
                  "  a.case.json:16: expect.lines: expected 2 items, got 1\n"
                  "  a.case.json:18: expect.invoices[0].on: expected \"2020-01-01\", got null\n"
                  "  a.case.json:20: expect.warnings: expected an object, got a list\n") +
              one_failed);
}

TEST_CASE("a case that says nothing, or something else, fails", "[native]") {
    const Folder folder;
    const auto fails = [&](const std::string& text, const std::string& why) {
        folder.write("a.case.json", text);
        const Ran ran = folder.cppo("test a.case.json");
        CHECK(ran.code == 1);
        INFO(ran.out);
        CHECK(ran.out.find(why) != ran.out.npos);
        CHECK(ran.out.find(one_failed) != ran.out.npos);
    };
    fails("", "The text is not JSON");
    fails("[]", "schema: is missing");
    fails("{\"schema\": 1}", "expect: is missing");
    fails(case_with("{}"), "expect: is empty");
    fails(case_with("null"), "expect: is empty");
    const std::string good = case_with("{\"price\": \"90.00\"}");
    fails(case_with("{}", ",\n  \"than\": 1"), ":13: than: does not belong to a case");
    fails(replaced(good, "\"when\": \"quote\"", "\"when\": \"x\""),
          "when: must be \"quote\", not \"x\"");
    fails(replaced(good, "\"price\": \"90.00\",", "\"price\": \"79.00\","),
          "expect.price: expected \"90.00\", got nothing: \"NEGATIVE_MARKUP\"");
    fails(case_with("{\"error\": {\"code\": \"FEE_UNKNOWN\"}}"),
          "expect.error: expected an object, got nothing");
}

TEST_CASE("a story stops where an event comes out otherwise, and its line is named", "[native]") {
    const Folder folder;
    const auto fails = [&](const std::string& story, const std::string& why) {
        folder.write("a.deal", story);
        const Ran ran = folder.cppo("test a.deal");
        CHECK(ran.code == 1);
        INFO(ran.out);
        CHECK(ran.out.find("  a.deal:" + why) != ran.out.npos);
        CHECK(ran.out.find(one_failed) != ran.out.npos);
    };
    const std::string begin = "# A story\n2026-11-02 authorization new raf raf-1 ok\n";
    fails("", "1: the story is empty\n");
    fails("# Only a name\n\n", "3: the story is empty\n");
    fails(begin + "2026-11-02 authorization sign raf-1 isv A B ok\nstatus raf-1 draft\n",
          "3: expected ok, got FORM_INCOMPLETE raf.isv_name: ");
    fails(begin + "2026-11-02 authorization set raf-1 isv_name A FORM_INCOMPLETE\n",
          "3: expected FORM_INCOMPLETE, got ok\n");
    fails(begin + "2026-11-02 authorization set raf-1 isv_name A done\n",
          "3: the line ends in 'done', not in ok or the code of a refusal\n");
    fails(begin + "2026-11-02 authorization set raf-1 isv_name ok\n", "3: REQUIRED value: ");
    fails(begin + "2026-11-02 authorization set raf-1 isv_name A B C ok\n",
          "3: MALFORMED line: There is one word too many: C.");
    fails(begin + "2026-11-02 authorization fly raf-1 x ok\n",
          "3: there is no event 'authorization fly'\n");
    fails(begin + "2026-11-02 quote fly raf-1 x ok\n", "3: there is no event 'quote fly'\n");
    fails(begin + "2026-11-02 deal\n",
          "3: the line starts with '2026-11-02', which is neither a date");
    fails(begin + "status raf-1 \"draft\n", "3: a quote is missing its end\n");
    fails(begin + "status raf-1 signing\n", "3: status raf-1: expected signing, got draft\n");
    fails(begin + "status raf-2 draft\n", "3: status raf-2: NOT_FOUND ");
    fails(begin + "status raf-1\n", "3: the line has no value to compare\n");
    fails(begin + "offers raf-1 1 2\n", "3: offers raf-1: expected 1 2, got 0\n");
    fails(begin + "frobnicate raf-1 1\n",
          "3: the line starts with 'frobnicate', which is neither a date");
    fails(begin + "field raf-1 products[1].title \"\"\n",
          "3: field raf-1 products[1].title: NOT_FOUND ");
}

TEST_CASE("results as JUnit and as JSON", "[native]") {
    const Folder folder;
    folder.write("t/a.case.json", case_with("{\"price\": \"<90>\"}"));
    folder.write("t/b/c.deal", "# Says & does\n2026-11-02 authorization new raf a ok\n");
    folder.write("t/notes.txt", "no test");
    const std::string why =
        "t/a.case.json:12: expect.price: expected &quot;&lt;90&gt;&quot;, got "
        "&quot;90.00&quot;";
    const Ran xml = folder.cppo("test t --format junit");
    CHECK(xml.code == 1);
    CHECK(xml.out ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<testsuites tests=\"2\" failures=\"1\">\n"
          "<testsuite name=\"cppo\" tests=\"2\" failures=\"1\">\n"
          "<testcase classname=\"t\" name=\"a.case.json: A case\">\n"
          "<failure message=\"" +
              why + "\">" + why +
              "</failure>\n</testcase>\n"
              "<testcase classname=\"t/b\" name=\"c.deal: Says &amp; does\"/>\n"
              "</testsuite>\n</testsuites>\n");
    const Ran json = folder.cppo("test t --json");
    CHECK(json.code == 1);
    CHECK(json.out.find("{\n  \"passed\": 1,\n  \"failed\": 1,\n  \"tests\": [") == 0);
    CHECK(folder.done("test t/b") == "1 passed, 0 failed\n");
}

TEST_CASE("whatever bytes a test holds, its results are text that JSON and XML can hold",
          "[native]") {
    const Folder folder;
    folder.write("a.deal",
                 "# \xff\t\r\x01 \ufffe\uffff\ufffd\n"
                 "2026-11-02 authorization new raf a ok\n"
                 "status a \xff\n");
    CHECK(folder.cppo("test a.deal").out ==
          "FAILED a.deal: \ufffd\\u{9}\\u{d}\\u{1} \ufffe\uffff\ufffd\n"
          "  a.deal:3: status a: expected \ufffd, got draft\n" +
              std::string(one_failed));
    const std::string xml = folder.cppo("test a.deal --format junit").out;
    CHECK(xml.find("name=\"a.deal: \ufffd\\u{9}\\u{d}\\u{1} ??\ufffd\"") != xml.npos);
}

TEST_CASE("a value of JSON is on its line, also behind the mark some editors put first",
          "[native]") {
    for (const std::string mark : {"", "\ufeff"}) {
        const auto lines = json_lines(mark + "{\n\"a\\\"b\": 1,\n\"c\": [\n2]}");
        CHECK(lines == std::map<std::string, int>{{"", 1}, {"a\\\"b", 2}, {"c", 3}, {"c[0]", 4}});
    }
}

TEST_CASE("a path without a case is wrong usage, even beside others", "[native]") {
    const Folder folder;
    folder.write("t/c.deal", "2026-11-02 authorization new raf a ok\n");
    folder.write("empty/notes.txt", "no test");
    for (const char* paths : {"empty", "t empty", "empty/notes.txt", "nowhere"}) {
        const Ran ran = folder.cppo("test " + std::string(paths));
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
    }
}

}  // namespace cppo::test
