#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "assets.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "settle/quote.hpp"
#include "show.hpp"

using namespace cppo;

TEST_CASE("an error is printed as code, field and sentence", "[base]") {
    const Error error{Code::same_account, "customer_account", "0011 is also the ISV's account"};
    CHECK(text(error) ==
          "SAME_ACCOUNT customer_account: 0011 is also the ISV's account. The ISV, you and "
          "the customer must have three different AWS accounts.");
    CHECK(sentence({Code::required, "price", "the price is empty"}) ==
          "The price is empty. Fill it in.");
    CHECK(sentence({Code::required, "price", ""}) == "Fill it in.");
}

TEST_CASE("the error of a part becomes an error of the whole", "[base]") {
    const auto field = [](std::string_view prefix, std::string inner) {
        return within(prefix, {Code::malformed, std::move(inner), ""}).field;
    };
    CHECK(field("ctr", "price") == "ctr.price");
    CHECK(field("lines", "[2].list") == "lines[2].list");
    CHECK(field("", "price") == "price");
    CHECK(field("ctr", "") == "ctr");
}

TEST_CASE("TRY and CHECK_OK return the error or continue with the value", "[base]") {
    const auto half = [](int value) -> Result<int> {
        if (value % 2 != 0) return refuse(Code::malformed, "value", "odd");
        return value / 2;
    };
    const auto quarter = [&](int value) -> Result<int> {
        CHECK_OK(half(value));
        const int once = TRY(half(value));
        return TRY(half(once));
    };
    CHECK(quarter(12) == 3);
    CHECK(quarter(7).error().detail == "odd");
    CHECK(quarter(6).error().detail == "odd");
}

TEST_CASE("every enumerator's name reads back as itself", "[base]") {
    for (std::size_t i = 0; i < name_count<Code>(); ++i) {
        const auto code = static_cast<Code>(i);
        CHECK(parse_name<Code>(text(code)) == code);
    }
    CHECK(text(Code::storage_failed) == "STORAGE_FAILED");
    CHECK_FALSE(parse_name<Code>("storage_failed").has_value());
}

/// Checks the sentences in assets/: one line per code, in the order of the codes, polite but brief.
template <typename CodeName>
static void check_sentences(std::string_view asset) {
    const auto lines = lines_of(asset);
    REQUIRE(lines.size() == name_count<CodeName>());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto space = lines[i].find(' ');
        const std::string_view code = lines[i].substr(0, space);
        const std::string_view sentence = lines[i].substr(space + 1);
        INFO(lines[i]);
        CHECK(code == Names<CodeName>::list[i]);
        CHECK(sentence.size() > 5);
        CHECK(sentence == trimmed(sentence));
        CHECK(sentence.back() == '.');
        CHECK(sentence.find('!') == sentence.npos);
        CHECK(lower(sentence).find("please") == sentence.npos);
        CHECK(is_plain_text(sentence, false));
    }
}

TEST_CASE("every refusal has one rule, in the order of the codes", "[base]") {
    check_sentences<Code>(assets::refusals);
    for (std::string_view line : lines_of(assets::refusals)) {
        const char first = line[line.find(' ') + 1];
        INFO(line);
        CHECK((first >= 'A' && first <= 'Z'));
    }
}

TEST_CASE("every warning has one sentence, in the order of the codes", "[base]") {
    check_sentences<WarningCode>(assets::warnings);
    for (std::string_view line : lines_of(assets::warnings)) {
        INFO(line);
        CHECK(line.find("{detail}") == line.find(' ') + 1);
    }
}

TEST_CASE("a refusal for unknown fees says whom to ask", "[base]") {
    const std::string whole = sentence(fee_unknown("fees"));
    CHECK(whole.find(channel_team) != whole.npos);
    CHECK(whole.find(customer_desk) != whole.npos);
}
