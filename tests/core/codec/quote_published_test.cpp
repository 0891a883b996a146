// Quote documents by the rule set whose fees are published.
#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"
#include "codec/quote_document.hpp"
#include "codec_tree.hpp"
#include "golden.hpp"
#include "quote_requests.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

constexpr std::string_view good = R"({
  "schema": 1,
  "rule_set": "modern-2024",
  "currency": "USD",
  "lines": [{"description": "Seats", "list": "600000", "quantity": 1, "discount": "0"}],
  "price": "640000",
  "fees": {},
  "deal": {"renewal": false, "product_type": "saas", "buyer_country": "US"},
  "settings": {"tier_band": "wholesale"}
})";

}  // namespace

TEST_CASE("codec: a quote by published fees, from document to answer", "[codec][quote]") {
    const std::string answered = sure(answer(good));
    CHECK(golden("codec/quote_published.json", answered) == answered);
    CHECK(sure(answer(replaced(good, "  \"fees\": {},\n", ""))) == answered);
    CHECK(sure(answer(replaced(good, ",\n  \"settings\": {\"tier_band\": \"wholesale\"}", ""))) ==
          answered);
}

TEST_CASE("codec: the facts of a deal pick its fee", "[codec][quote]") {
    struct Row {
        std::string_view from, to, rate;
    };
    for (const Row& row : {
             Row{"\"renewal\": false", "\"renewal\": true", "2"},
             {"\"US\"", "\"KR\"", "4.5"},
             {"\"US\"", "\"KR\", \"on\": \"2025-03-31\"", "3.5"},
             {"\"US\"", "\"US\", \"tcv_usd\": \"1000000\"", "2.5"},
             {"\"640000\"", "\"1000000\"", "3.5"},
             {"\"640000\",", "\"1000000\", \"settings\": {\"tier_band\": \"buyer\"},", "2.5"},
             {"\"fees\": {},\n  \"deal\": {\"renewal\": false, \"product_type\": \"saas\"",
              "\"fees\": {\"professional_services\": \".5\"},\n"
              "  \"deal\": {\"renewal\": false, \"product_type\": \"professional_services\"",
              "1"},
         }) {
        std::string changed = replaced(good, row.from, row.to);
        if (row.to.find("settings") != row.to.npos)
            changed = replaced(changed, ",\n  \"settings\": {\"tier_band\": \"wholesale\"}", "");
        INFO(changed);
        REQUIRE(changed != good);
        CHECK(text_at(tree_of(sure(answer(changed))), "fee_rate") == row.rate);
    }
}

TEST_CASE("codec: what published fees lack or do not know is named at its place",
          "[codec][quote]") {
    struct Row {
        std::string_view from, to;
        Code code;
        std::string_view field;
    };
    for (const Row& row : {
             Row{"\"renewal\": false, ", "", Code::required, "deal.renewal"},
             {"\"product_type\": \"saas\", ", "", Code::required, "deal.product_type"},
             {", \"buyer_country\": \"US\"", "", Code::required, "deal.buyer_country"},
             {",\n  \"deal\": {\"renewal\": false, \"product_type\": \"saas\", "
              "\"buyer_country\": \"US\"}",
              "", Code::required, "deal"},
             {"\"renewal\": false", "\"renewal\": \"no\"", Code::malformed, "deal.renewal"},
             {"\"saas\"", "\"SaaS\"", Code::malformed, "deal.product_type"},
             {"\"US\"", "\"USA\"", Code::malformed, "deal.buyer_country"},
             {"\"US\"", "\"UK\"", Code::malformed, "deal.buyer_country"},
             {"\"US\"", "\"US\", \"on\": \"2025-02-29\"", Code::malformed, "deal.on"},
             {"\"US\"", "\"US\", \"on\": \"2024-01-04\"", Code::out_of_range, "deal.on"},
             {"\"US\"", "\"US\", \"tcv_usd\": 1000000", Code::malformed, "deal.tcv_usd"},
             {"\"US\"", "\"US\", \"tcv\": \"1\"", Code::unknown_key, "deal.tcv"},
             {"\"fees\": {}", "\"fees\": {\"marketplace\": \"3\"}", Code::unknown_key,
              "fees.marketplace"},
             {"\"fees\": {}", "\"fees\": {\"processing\": \"1\"}", Code::unknown_key,
              "fees.processing"},
             {"\"fees\": {}", "\"fees\": {\"assumed\": true}", Code::unknown_key, "fees.assumed"},
             {"\"fees\": {}", "\"fees\": {\"professional_services\": \"2.5\"}", Code::malformed,
              "fees.professional_services"},
             {"\"saas\"", "\"professional_services\"", Code::fee_unknown,
              "fees.professional_services"},
             {"tier_band", "tierband", Code::unknown_key, "settings.tierband"},
             {"\"wholesale\"", "\"list\"", Code::malformed, "settings.tier_band"},
             {"modern-2024", "seed-2019", Code::unknown_key, "deal"},
         }) {
        const std::string bad = replaced(good, row.from, row.to);
        INFO(bad);
        REQUIRE(bad != good);
        const auto answered = answer(bad);
        REQUIRE_FALSE(answered);
        INFO(text(answered.error()));
        CHECK(answered.error().code == row.code);
        CHECK(answered.error().field == row.field);
    }
}

TEST_CASE("codec: an answer on one line holds what the indented one holds", "[codec][quote]") {
    const Quote quoted = sure(quote(sure(decode_quote_request(good))));
    const std::string line = encode_quote(quoted, JsonLayout::one_line);
    CHECK(line.find('\n') == line.size() - 1);
    CHECK(line.substr(0, 46) == "{\"currency\":\"USD\",\"rule_set\":\"modern-2024\",\"li");
    CHECK(print_json(sure(parse_json(line))) == encode_quote(quoted));
    CHECK(encode_errors({{Code::required, "price", "x"}}, JsonLayout::one_line) ==
          "{\"error\":{\"code\":\"REQUIRED\",\"field\":\"price\",\"detail\":\"x\","
          "\"sentence\":\"X. Fill it in.\"}}\n");
    CHECK(print_json(JsonArray{JsonArray{}, JsonObject{}, 1}, JsonLayout::one_line) ==
          "[[],{},1]\n");
}
