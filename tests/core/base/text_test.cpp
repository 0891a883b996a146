#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "base/id.hpp"
#include "base/text.hpp"
#include "show.hpp"

using namespace cppo;

TEST_CASE("characters are counted, and invalid UTF-8 is detected", "[base]") {
    struct Row {
        std::string id;
        std::string bytes;
        int characters;
    };
    const std::vector<Row> rows = {
        {"empty", "", 0},
        {"ASCII", "abc", 3},
        {"two bytes", "\xc3\xa9", 1},
        {"three bytes", "\xe2\x82\xac", 1},
        {"four bytes", "a\xf0\x9f\x99\x82z", 3},
        {"highest character", "\xf4\x8f\xbf\xbf", 1},
        {"above the highest", "\xf4\x90\x80\x80", -1},
        {"lone continuation", "\x80", -1},
        {"cut short", "\xe2\x82", -1},
        {"continuation missing", "\xc3(", -1},
        {"two bytes for ASCII", "\xc0\xaf", -1},
        {"three bytes for two", "\xe0\x80\xaf", -1},
        {"four bytes for three", "\xf0\x80\x80\xaf", -1},
        {"surrogate", "\xed\xa0\x80", -1},
        {"five bytes", "\xf8\x88\x80\x80\x80", -1},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    CHECK(utf8_length(row.bytes) == row.characters);
    CHECK((as_utf8(row.bytes) == row.bytes) == (row.characters >= 0));
}

TEST_CASE("any bytes can be shown as UTF-8", "[base]") {
    CHECK(as_utf8("a\xff\xc3(\xc3\xa9\xe2\x82") == "a\ufffd\ufffd(\u00e9\ufffd\ufffd");
    CHECK(as_utf8("\xc3") == "\ufffd");
}

TEST_CASE("terminal control characters are escaped", "[base]") {
    CHECK(as_plain_text("\x1b[2J Söhne") == "\\u{1b}[2J Söhne");
    CHECK(as_plain_text(std::string_view("a\0b\n", 4)) == "a\\u{0}b\\u{a}");
    CHECK(as_plain_text("\u009b1m\u061c\u202e\u2028\ufeff") ==
          "\\u{9b}1m\\u{61c}\\u{202e}\\u{2028}\\u{feff}");
    CHECK(as_plain_text("a\xff") == "a\ufffd");
}

TEST_CASE("plain text has no invisible characters or direction marks", "[base]") {
    struct Row {
        std::string id;
        std::string text;
        bool one_line;
        bool paragraph;
    };
    const std::vector<Row> rows = {
        {"empty", "", true, true},
        {"letters", "Cedar & Söhne, 株式会社", true, true},
        {"line end", "a\nb", false, true},
        {"carriage return", "a\r\nb", false, false},
        {"tab", "a\tb", false, false},
        {"NUL", std::string("a\0b", 3), false, false},
        {"escape", "\x1b[31mred", false, false},
        {"delete", "a\x7f", false, false},
        {"C1 control", "a\xc2\x85z", false, false},
        {"not UTF-8", "\xff", false, false},
        {"Arabic letter mark", "a\xd8\x9cz", false, false},
        {"left-to-right mark", "a\xe2\x80\x8ez", false, false},
        {"right-to-left mark", "a\xe2\x80\x8fz", false, false},
        {"left-to-right embedding", "a\xe2\x80\xaaz", false, false},
        {"right-to-left override", "a\xe2\x80\xaez", false, false},
        {"left-to-right isolate", "a\xe2\x81\xa6z", false, false},
        {"pop isolate", "a\xe2\x81\xa9z", false, false},
        {"line separator", "a\xe2\x80\xa8z", false, false},
        {"paragraph separator", "a\xe2\x80\xa9z", false, false},
        {"byte order mark",
         "\xef\xbb\xbf"
         "a",
         false, false},
        {"Arabic letters are no marks", "\xd8\xa7\xd9\x84", true, true},
        {"narrow no-break space",
         "1\xe2\x80\xaf"
         "000",
         true, true},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    CHECK(is_plain_text(row.text, false) == row.one_line);
    CHECK(is_plain_text(row.text, true) == row.paragraph);
    CHECK((as_plain_text(row.text) == row.text) == row.one_line);
    CHECK(is_plain_text(as_plain_text(row.text), false));
}

TEST_CASE("quoting shows what was typed and keeps it on one line", "[base]") {
    CHECK(in_quotes("abc") == "'abc'");
    CHECK(in_quotes("") == "''");
    CHECK(in_quotes("a\nb\x7f") == "'a\\u{a}b\\u{7f}'");
    CHECK(in_quotes("a\u202eb") == "'a\\u{202e}b'");
    CHECK(in_quotes("\xff\xfe") == "'bytes that are not UTF-8'");
    CHECK(in_quotes(std::string(60, 'x')) == "'" + std::string(60, 'x') + "'");
    CHECK(in_quotes(std::string(61, 'x')) == "'" + std::string(60, 'x') + "…'");
    // The cut falls inside the two bytes of é, so all of é is removed.
    CHECK(in_quotes(std::string(59, 'x') + "é tail") == "'" + std::string(59, 'x') + "…'");
    CHECK(in_quotes(std::string(61, '\xff')) == "'…'");
}

TEST_CASE("the nearest word is a plausible one or none", "[base]") {
    const std::vector<std::string_view> keys = {"price", "pricing", "schedule", "discount", "on"};
    struct Row {
        std::string word;
        std::string nearest;
    };
    const std::vector<Row> rows = {
        {"price", "price"},
        {"prise", "price"},
        {"discuont", "discount"},
        {"shedule", "schedule"},
        {"Pricing", "pricing"},
        {"xy", ""},
        {"", ""},
        {"wholesale_cost", ""},
        {std::string(41, 'p'), ""},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.word);
    CHECK(nearest(row.word, keys) == row.nearest);
}

TEST_CASE("only ASCII letters count as letters", "[base]") {
    for (char c : {'a', 'z', 'A', 'Z', '0', '9'}) CHECK(is_alnum(c));
    for (char c : {'`', '{', '@', '[', '/', ':', '\xe9'}) CHECK_FALSE(is_alnum(c));
    CHECK(lower("AZ@[`{É") == "az@[`{É");
    CHECK(capitalized("az") == "Az");
    for (std::string_view same : {"", "Az", "`a", "{a", "é"}) CHECK(capitalized(same) == same);
}

TEST_CASE("texts are split, joined and replaced completely", "[base]") {
    using Parts = std::vector<std::string_view>;
    CHECK(split_text("a,,b", ',') == Parts{"a", "", "b"});
    CHECK(split_text("", ',') == Parts{""});
    CHECK(lines_of("a\r\n\n b\n") == Parts{"a", " b"});
    CHECK(join({"a", "b", "c"}, ", ") == "a, b, c");
    CHECK(join({"", "b", ""}, ",") == ",b,");
    CHECK(join({}, ",") == "");
    CHECK(replaced("1,234,567", ",", "") == "1234567");
    CHECK(replaced("aaa", "a", "aa") == "aaaaaa");
    CHECK(trimmed(" \t a b \r\n") == "a b");
    CHECK(trimmed(" \n") == "");
    CHECK(lower("ÄBC") == "Äbc");
    CHECK(upper("a1-Äz") == "A1-ÄZ");
    CHECK(capitalized("the price") == "The price");
    CHECK(capitalized("").empty());
    CHECK(capitalized("'x' is") == "'x' is");
    CHECK(padded(7, 3) == "007");
    CHECK(padded(1234, 3) == "1234");
    CHECK(all_digits("0123456789"));
    CHECK_FALSE(all_digits(""));
    CHECK_FALSE(all_digits("1 2"));
}

TEST_CASE("a list of names is joined with commas and \"or\"", "[base]") {
    const std::vector<std::string_view> names = {"a", "b", "c"};
    CHECK(one_of(std::span(names).first(0)) == "");
    CHECK(one_of(std::span(names).first(1)) == "a");
    CHECK(one_of(std::span(names).first(2)) == "a or b");
    CHECK(one_of(names) == "a, b or c");
}

TEST_CASE("a record's name is safe as a file name", "[base]") {
    struct Row {
        std::string text;
        bool accepted;
    };
    const std::vector<Row> rows = {
        {"auth-1", true}, {"A_b-9", true}, {"7", true},       {std::string(64, 'a'), true},
        {"", false},      {"-a", false},   {"_a", false},     {std::string(65, 'a'), false},
        {"a b", false},   {"../a", false}, {"a.json", false}, {"ä", false},
        {"a/b", false},   {"a\n", false},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.text);
    const auto read = parse_id<DealTag>(row.text, "id");
    REQUIRE(read.has_value() == row.accepted);
    if (read) CHECK(read->value == row.text);
    else
        CHECK(read.error() ==
              Error{Code::malformed, "id",
                    in_quotes(row.text) + " is not a name of 1 to 64 letters, "
                                          "digits, '-' or '_' that starts with a letter or digit"});
}
