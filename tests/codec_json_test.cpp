#include <catch2/catch_test_macros.hpp>

#include "codec_tree.hpp"

using namespace cppo;
using test::tree_of;

static Error refusal(std::string_view text) {
    const auto read = parse_json(text);
    REQUIRE_FALSE(read);
    return read.error();
}

TEST_CASE("codec: JSON is printed as it was read, in the order of the file", "[codec]") {
    const std::string text =
        "{\n  \"z\": 1,\n  \"a\": [\n    true,\n    null,\n    -7,\n"
        "    \"é \\\"\\\\\\n\\t\\r\\u001f\"\n  ],\n  \"empty\": [],\n  \"none\": {}\n}\n";
    CHECK(print_json(tree_of(text)) == text);
}

TEST_CASE("codec: the mark some editors put before JSON is passed over", "[codec]") {
    CHECK(print_json(tree_of("\xef\xbb\xbf{}")) == "{}\n");
    CHECK(refusal("{}\xef\xbb\xbf").code == Code::malformed);
}

TEST_CASE("codec: numbers that are no 64-bit integers are kept apart", "[codec]") {
    for (const char* number :
         {"1.0", "1e2", "9223372036854775808", "-9223372036854775809", "0.1"}) {
        INFO(number);
        CHECK(std::holds_alternative<JsonFraction>(tree_of(number).value));
    }
    for (const char* number : {"0", "-0", "9223372036854775807", "-9223372036854775808"}) {
        INFO(number);
        CHECK(std::holds_alternative<std::int64_t>(tree_of(number).value));
    }
}

TEST_CASE("codec: a syntax error says where it is", "[codec]") {
    struct Row {
        std::string_view text, detail;
    };
    for (const Row& row : {
             Row{"", "the text is not JSON: it ends too early, at line 1, column 1"},
             {"{\n  \"a\": 1", "the text is not JSON: it ends too early, at line 2, column 9"},
             {"{\n  \"é\": x", "the text is not JSON: it goes wrong at line 2, column 8"},
             {"{} {}", "the text is not JSON: it goes wrong at line 1, column 4"},
             {"[1,]", "the text is not JSON: it goes wrong at line 1, column 4"},
             {"{'a': 1}", "the text is not JSON: it goes wrong at line 1, column 2"},
             {"// note\n1", "the text is not JSON: it goes wrong at line 1, column 1"},
             {"\"\xff\"", "the text is not JSON: it holds bytes that are not UTF-8"},
             {"\"\xed\xa0\x80\"", "the text is not JSON: it holds bytes that are not UTF-8"},
             {"\"\\ud800\"", "the text is not JSON: it goes wrong at line 1, column 8"},
             {std::string_view("1\0 2", 4),
              "the text is not JSON: it goes wrong at line 1, column 2"},
             {"1e999", "the text is not JSON: it goes wrong at line 1, column 5"},
             {"NaN", "the text is not JSON: it goes wrong at line 1, column 1"},
         }) {
        INFO(row.text);
        CHECK(refusal(row.text) == Error{Code::malformed, "document", std::string(row.detail)});
    }
}

TEST_CASE("codec: nesting and size have limits", "[codec]") {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    CHECK(parse_json(nested(64)));
    CHECK(refusal(nested(65)).code == Code::out_of_range);
    CHECK(refusal(std::string(1'000'000, '[')).code == Code::out_of_range);
    CHECK(refusal(std::string((std::size_t{64} << 20) + 1, ' ')).code == Code::out_of_range);
}
