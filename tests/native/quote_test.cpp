// Quotes and conversions at the command line: what a person reads, and streams of documents.
#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"
#include "cli.hpp"
#include "codec_tree.hpp"
#include "golden.hpp"

namespace cppo::test {
namespace {

constexpr std::string_view good_quote =
    R"({"schema":1,"currency":"USD","lines":[{"list":"1","quantity":1,"discount":"0"}],)"
    R"("price":"1","fees":{"marketplace":"3","processing":"1"}})";

constexpr std::string_view published = R"({
  "schema": 1,
  "rule_set": "modern-2024",
  "currency": "USD",
  "lines": [
    {"description": "iPaaS seats", "list": "333.33", "quantity": 3000, "discount": "0.01"},
    {"list": "20000.00", "quantity": 1, "discount": "100"}
  ],
  "schedule": [
    {"on": "2026-02-01", "amount": "500000.00"},
    {"on": "2025-06-01", "amount": "500000.01"}
  ],
  "fees": {},
  "deal": {"renewal": false, "product_type": "ami", "buyer_country": "KR"}
})";

}  // namespace

TEST_CASE("a quote and its conversions as a person reads them", "[native]") {
    const Folder folder;
    std::string all;
    const auto run = [&](const std::string& line, std::string_view input = "") {
        all += "$ cppo " + line + '\n' + folder.done(line, std::string(input)) + '\n';
    };
    run("quote -", published);
    run("quote -",
        replaced(replaced(published, "\"ami\"", "\"professional_services\""), "\"fees\": {}",
                 "\"fees\": {\"professional_services\": \"2.5\", \"assumed\": true}"));
    run("quote -", replaced(good_quote, "\"1\"", "\"0\""));
    run("convert --discount 20");
    run("convert --discount 67 --list 1.01");
    run("convert --discount 67 --list 1.01 --json");
    run("convert --discount 50 --list 2.01 --rounding half_even");
    run("convert --markup 33.333333333");
    run("convert --markup 25 --wholesale 1080246 --currency JPY --json");
    run("convert --wholesale 96000.00 --price 110000.00");
    run("convert --wholesale 0 --price 0 --json");
    CHECK(all == golden("cli/quotes.txt", all));
    CHECK(folder.files().empty());
}

TEST_CASE("of a stream of documents every line has its answer, good or bad", "[native]") {
    const Folder folder;
    const std::string one(good_quote), bad = replaced(one, "\"price\":\"1\"", "\"price\":\"0.99\"");
    const std::string answer = folder.done("quote - --each", one);
    CHECK(text_at(tree_of(answer), "isv_net") == "0.97");
    CHECK(answer.find('\n') == answer.size() - 1);
    CHECK(folder.done("quote - --each --json", one + '\n') == answer);
    CHECK(folder.done("quote - --each", one + "\r\n" + one) == answer + answer);
    CHECK(folder.done("quote - --each", "").empty());

    const Ran mixed = folder.cppo("quote - --each", bad + "\n\n" + one + "\n{\n" + one + '\n');
    CHECK(mixed.code == 1);
    CHECK(mixed.err.empty());
    const auto lines = lines_of(mixed.out);
    REQUIRE(lines.size() == 5);
    CHECK(text_at(tree_of(lines[0]), "error.code") == "NEGATIVE_MARKUP");
    CHECK(text_at(tree_of(lines[1]), "error.code") == "MALFORMED");
    CHECK(lines[2] == trimmed(answer));
    CHECK(text_at(tree_of(lines[3]), "error.code") == "MALFORMED");
    CHECK(lines[4] == trimmed(answer));
}

TEST_CASE("a stream's answers are those of its documents one by one", "[native]") {
    const Folder folder;
    const auto on_one_line = [](std::string_view json) {
        std::string line;
        for (std::string_view part : lines_of(json)) line += trimmed(part);
        return replaced(line, "\": ", "\":") + '\n';
    };
    CHECK(folder.done("quote - --each", replaced(published, "\n", " ")) ==
          on_one_line(folder.done("quote - --json", std::string(published))));
    CHECK(folder.cppo("quote - --each", "{}").out ==
          on_one_line(folder.cppo("quote - --json", "{}").out));
}

}  // namespace cppo::test
