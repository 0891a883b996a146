// Which of a document's problems is reported: the one whose code comes first in the list of codes.
#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"
#include "codec/record.hpp"
#include "fixtures.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

/// A change to a deal's record that breaks one rule. Those that take precedence stand late in the
/// document, so that the order of reading does not pass for that of the codes.
struct Row {
    Code code;
    std::string_view from, to;
};

constexpr Row breaches[] = {
    {Code::malformed, "\"event\": \"accept\"", "\"event\": \"accepted\""},
    {Code::unknown_key, "\"created_on\"", "\"color\": \"blue\",\n  \"created_on\""},
    {Code::duplicate_key, "\"authorization\"", "\"id\": \"deal-1\",\n  \"authorization\""},
    {Code::required, "\"deal_kind\": \"recurring\",", ""},
    {Code::out_of_range, "\"number\": 1", "\"number\": -1"},
    {Code::record_damaged, "\"Cedar Works\"", "\"Cedar Work\""},
};

/// The deal's record with the breach `row` and all later ones.
std::string broken_from(std::size_t row) {
    DealSetup desk = brought_to(DealStatus::accepted);
    desk.happen("2020-02-01", event::Issue{1});
    std::string text = encode(desk.deal);
    for (std::size_t i = row; i < std::size(breaches); ++i) {
        const std::string next = replaced(text, breaches[i].from, breaches[i].to);
        REQUIRE(next != text);
        text = next;
    }
    return text;
}

}  // namespace

TEST_CASE("The problem of a document that is listed first among the codes is reported", "[codec]") {
    for (std::size_t i = 0; i < std::size(breaches); ++i) {
        const auto read = decode(broken_from(i));
        INFO(text(breaches[i].code));
        REQUIRE_FALSE(read);
        CHECK(text(read.error().code) == text(breaches[i].code));
        if (i > 0) CHECK(breaches[i - 1].code < breaches[i].code);
    }
    CHECK(decode(broken_from(std::size(breaches))));
}

TEST_CASE("A document of another schema is not looked at further", "[codec]") {
    const auto read = decode(replaced(broken_from(0), "\"schema\": 1", "\"schema\": 2"));
    REQUIRE_FALSE(read);
    CHECK(read.error().code == Code::schema_unsupported);
}
