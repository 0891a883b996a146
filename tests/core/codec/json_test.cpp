#include <catch2/catch_test_macros.hpp>

#include "codec_tree.hpp"

using namespace cppo;
using test::tree_of;

static Error json_refusal(std::string_view text) {
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
    CHECK(json_refusal("{}\xef\xbb\xbf").code == Code::malformed);
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
             Row{"", "the text is not JSON: it ends unexpectedly, at line 1, column 1"},
             {"{\n  \"a\": 1", "the text is not JSON: it ends unexpectedly, at line 2, column 9"},
             {"{\n  \"é\": x", "the text is not JSON: the error is at line 2, column 8"},
             {"{} {}", "the text is not JSON: the error is at line 1, column 4"},
             {"[1,]", "the text is not JSON: the error is at line 1, column 4"},
             {"{'a': 1}", "the text is not JSON: the error is at line 1, column 2"},
             {"// note\n1", "the text is not JSON: the error is at line 1, column 1"},
             {"\"\xff\"", "the text is not JSON: it holds bytes that are not UTF-8"},
             {"\"\xed\xa0\x80\"", "the text is not JSON: it holds bytes that are not UTF-8"},
             {"\"\\ud800\"", "the text is not JSON: the error is at line 1, column 8"},
             {std::string_view("1\0 2", 4),
              "the text is not JSON: the error is at line 1, column 2"},
             {"1e999", "the text is not JSON: the error is at line 1, column 5"},
             {"NaN", "the text is not JSON: the error is at line 1, column 1"},
         }) {
        INFO(row.text);
        CHECK(json_refusal(row.text) ==
              Error{Code::malformed, "document", std::string(row.detail)});
    }
}

TEST_CASE("codec: nesting and size have limits", "[codec]") {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    CHECK(parse_json(nested(64)));
    CHECK(json_refusal(nested(65)).code == Code::out_of_range);
    CHECK(json_refusal(std::string(1'000'000, '[')).code == Code::out_of_range);
    CHECK(json_refusal(std::string((std::size_t{64} << 20) + 1, ' ')).code == Code::out_of_range);
}

TEST_CASE("codec: JSON of very many values is refused before it fills the memory",
          "[codec][slow]") {
    std::string zeros = "[0";
    for (int i = 0; i < 4'000'000; ++i) zeros += ",0";
    CHECK(json_refusal(zeros + ']') ==
          Error{Code::out_of_range, "document", "the text holds more than 4000000 values"});
}

namespace {

struct Taken {
    std::string texts;
    std::string around;
};

/// The texts of the items of `list`, and what is around them.
Result<Taken> take_list(std::string_view text) {
    Taken taken;
    const auto take = [&](const Json& item, std::string_view read) {
        const bool container = !read.empty() && (read[0] == '[' || read[0] == '{');
        taken.texts += '<' + (container ? std::string(read) : print_json(item)) + '>';
    };
    const Json around = TRY(parse_json_list(text, "list", take));
    taken.around = print_json(around, JsonLayout::one_line);
    return taken;
}

}  // namespace

TEST_CASE("codec: the items of a long list are handed over one by one", "[codec]") {
    const auto taken = take_list("{\"a\": 1, \"list\": [ {\"x\":[1]} ,\n [2 , 3],[]\t], \"b\": 2}");
    REQUIRE(taken);
    CHECK(taken->texts == "<{\"x\":[1]}><[2 , 3]><[]>");
    CHECK(taken->around == "{\"a\":1,\"list\":[],\"b\":2}\n");
    CHECK(test::sure(take_list("{\"list\": [1, \"a\" , null,-2.5 ]}")).texts ==
          "<1\n><\"a\"\n><null\n><-2.5\n>");
}

TEST_CASE("codec: no list but the one named of the document is handed over", "[codec]") {
    for (const char* text : {"[{\"list\":[1]}]", "{\"a\":{\"list\":[1]}}", "{\"lists\":[1]}",
                             "{\"list\":{\"list\":[1]}}", "[[1]]", "1"}) {
        INFO(text);
        CHECK(test::sure(take_list(text)).texts.empty());
        CHECK(test::sure(take_list(text)).around == text + std::string("\n"));
    }
    // A second one of the name is kept, for who reads the object to refuse.
    CHECK(test::sure(take_list("{\"list\":[1],\"list\":[2]}")).around ==
          "{\"list\":[],\"list\":[2]}\n");
}

TEST_CASE("codec: every item of a long list has the limits for itself", "[codec]") {
    const auto of = [](const std::string& item) {
        return "{\"list\": [" + item + ", " + item + "]}";
    };
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    constexpr std::size_t most = std::size_t{64} << 20;
    CHECK(take_list(of(nested(64))));
    CHECK(take_list(of(nested(65))).error() ==
          Error{Code::out_of_range, "list[0]", "the text nests deeper than 64 levels"});
    CHECK(take_list("{\"list\": [1," + std::string(most, ' ') + "2]}").error() ==
          Error{Code::out_of_range, "list[1]", "the text has more than 67108864 bytes"});
}

TEST_CASE("codec: a long list has an end", "[codec]") {
    std::string text = "{\"list\": [0";
    for (int i = 0; i < 1'000'000; ++i) text += ",0";
    std::size_t taken = 0;
    const auto read =
        parse_json_list(text + "]}", "list", [&](const Json&, std::string_view) { ++taken; });
    CHECK(taken == 1'000'000);
    CHECK(read.error() == Error{Code::out_of_range, "list[1000000]",
                                "the text has more than 1000000 items in this list"});
}

TEST_CASE("codec: a long list that goes wrong says where", "[codec]") {
    const auto wrong = [](std::string_view text) { return take_list(text).error().detail; };
    CHECK(wrong("{\"list\": [1,\n 2,, 3]}") ==
          "the text is not JSON: the error is at line 2, column 4");
    CHECK(wrong("{\"list\": [1") ==
          "the text is not JSON: it ends unexpectedly, at line 1, column 12");
}
