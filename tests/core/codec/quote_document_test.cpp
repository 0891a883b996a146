#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "base/text.hpp"
#include "codec/quote_document.hpp"
#include "codec_tree.hpp"
#include "golden.hpp"
#include "quote_requests.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

Error document_refusal(std::string_view document) {
    const auto answered = answer(document);
    REQUIRE_FALSE(answered);
    return answered.error();
}

/// A quote document with one line; `rest` fixes its price and may replace the usual fees.
std::string document(std::string_view currency, std::string_view line, std::string_view rest) {
    std::string text = R"({"schema": 1, "currency": ")" + std::string(currency) +
                       R"(", "lines": [{)" + std::string(line) + "}], " + std::string(rest);
    if (rest.find("fees") == rest.npos)
        text += R"(, "fees": {"marketplace": "3", "processing": "1"})";
    return text + '}';
}

const std::string line_120000 = R"("list": "120000", "quantity": 1, "discount": "20")";

struct Example {
    std::string id, document;
    std::vector<std::pair<std::string, std::string>> values;
};

Example priced(std::string id, std::string_view currency, std::string_view list,
               std::string_view discount, std::string_view price,
               std::vector<std::pair<std::string, std::string>> values) {
    return {std::move(id),
            document(currency,
                     R"("list": ")" + std::string(list) + R"(", "quantity": 1, "discount": ")" +
                         std::string(discount) + '"',
                     R"("price": ")" + std::string(price) + '"'),
            std::move(values)};
}

Example usage(std::string id, std::string_view units,
              std::vector<std::pair<std::string, std::string>> values) {
    const std::string line = R"("units": )" + std::string(units) +
                             R"(, "list_rate": "0.00123", "partner_rate": "0.00111",)"
                             R"( "discount": "30")";
    return {std::move(id), document("USD", line, R"("kind": "recurring")"), std::move(values)};
}

std::string even_schedule_of_36() {
    std::string payments;
    for (int month = 0; month < 36; ++month)
        payments += (month == 0 ? "" : ", ") + std::string(R"({"on": ")") +
                    text(plus_months(day("2020-02-01"), month)) + R"(", "amount": "7500"})";
    return R"("schedule": [)" + payments + "]";
}

// The worked examples of the domain reference, section 5.6, that need no refund.

// clang-format off
std::vector<Example> examples_in_dollars() {
    const std::string line_300000 = R"("list": "300000", "quantity": 1, "discount": "25")";
    return {
        priced("1 basic", "USD", "120000", "20", "110000",
               {{"list", "120000.00"}, {"price", "110000.00"}, {"wholesale", "96000.00"},
                {"markup", "14000.00"}, {"markup_percent", "14.583333333"},
                {"marketplace_fee", "2880.00"}, {"processing_fee", "140.00"},
                {"isv_net", "93120.00"}, {"partner_net", "13860.00"}, {"aws_total", "3020.00"}}),
        {"2 three years",
         document("USD", line_300000,
                  R"("schedule": [{"on": "2021-02-01", "amount": "90000"},
                                  {"on": "2020-02-01", "amount": "100000"},
                                  {"on": "2022-02-01", "amount": "80000.00"}])"),
         {{"wholesale", "225000.00"}, {"price", "270000.00"}, {"markup", "45000.00"},
          {"marketplace_fee", "6750.00"}, {"processing_fee", "450.00"}, {"isv_net", "218250.00"},
          {"partner_net", "44550.00"}, {"aws_total", "7200.00"},
          {"invoices[0].on", "2020-02-01"}, {"invoices[0].price", "100000.00"},
          {"invoices[0].wholesale", "83333.33"}, {"invoices[0].markup", "16666.67"},
          {"invoices[0].marketplace_fee", "2500.00"}, {"invoices[0].processing_fee", "166.67"},
          {"invoices[0].isv_net", "80833.33"}, {"invoices[0].partner_net", "16500.00"},
          {"invoices[0].aws_total", "2666.67"},
          {"invoices[1].on", "2021-02-01"}, {"invoices[1].wholesale", "75000.00"},
          {"invoices[1].isv_net", "72750.00"}, {"invoices[1].partner_net", "14850.00"},
          {"invoices[2].on", "2022-02-01"}, {"invoices[2].wholesale", "66666.67"},
          {"invoices[2].processing_fee", "133.33"}, {"invoices[2].isv_net", "64666.67"},
          {"invoices[2].partner_net", "13200.00"}, {"invoices[2].aws_total", "2133.33"}}},
        {"2 in 36 months", document("USD", line_300000, even_schedule_of_36()),
         {{"isv_net", "218250.00"}, {"partner_net", "44550.00"}, {"aws_total", "7200.00"},
          {"invoices[35].on", "2023-01-01"}, {"invoices[35].wholesale", "6250.00"},
          {"invoices[35].markup", "1250.00"}, {"invoices[35].marketplace_fee", "187.50"},
          {"invoices[35].processing_fee", "12.50"}, {"invoices[35].isv_net", "6062.50"},
          {"invoices[35].partner_net", "1237.50"}}},
        {"3 awkward schedule",
         document("USD", R"("list": "99999.99", "quantity": 1, "discount": "33.3")",
                  R"("schedule": [{"on": "2020-02-01", "amount": "29166.66"},
                                  {"on": "2021-02-01", "amount": "29166.66"},
                                  {"on": "2022-02-01", "amount": "29166.67"}])"),
         {{"wholesale", "66699.99"}, {"price", "87499.99"},
          {"invoices[0].wholesale", "22233.33"}, {"invoices[1].wholesale", "22233.32"},
          {"invoices[2].wholesale", "22233.34"}, {"invoices[1].marketplace_fee", "667.00"},
          {"invoices[1].processing_fee", "69.33"}, {"processing_fee", "207.99"},
          {"isv_net", "64698.99"}, {"partner_net", "20592.01"}, {"aws_total", "2208.99"}}},
        priced("3 in one payment", "USD", "99999.99", "33.3", "87499.99",
               {{"processing_fee", "208.00"}}),
        priced("6 no discount", "USD", "250000", "0", "250000",
               {{"wholesale", "250000.00"}, {"markup", "0.00"}, {"marketplace_fee", "7500.00"},
                {"processing_fee", "0.00"}, {"isv_net", "242500.00"}, {"partner_net", "0.00"},
                {"warnings[0].code", "NO_DISCOUNT"}}),
    };
}
// clang-format on

// clang-format off
std::vector<Example> examples_of_rounding() {
    return {
        usage("5 usage", "123456",
              {{"price", "137.04"}, {"wholesale", "106.30"}, {"markup", "30.74"},
               {"marketplace_fee", "3.19"}, {"processing_fee", "0.31"}, {"isv_net", "103.11"},
               {"partner_net", "30.43"}}),
        usage("5 no usage", "0",
              {{"price", "0.00"}, {"wholesale", "0.00"}, {"isv_net", "0.00"},
               {"partner_net", "0.00"}, {"aws_total", "0.00"}}),
        usage("5 little usage", R"("7")",
              {{"price", "0.01"}, {"wholesale", "0.01"}, {"markup", "0.00"}, {"isv_net", "0.01"},
               {"partner_net", "0.00"}}),
        {"7 ties",
         document("USD", R"("list": "2.01", "quantity": 1, "discount": "50")",
                  R"("price": "2.01", "fees": {"marketplace": "2.5", "processing": "0.5"})"),
         {{"wholesale", "1.01"}, {"markup", "1.00"}, {"marketplace_fee", "0.03"},
          {"processing_fee", "0.01"}, {"isv_net", "0.98"}, {"partner_net", "0.99"},
          {"aws_total", "0.04"}}},
        {"7 tiny",
         document("USD", R"("list": "0.02", "quantity": 1, "discount": "0")",
                  R"("price": "0.03", "fees": {"marketplace": "2.5", "processing": "0.5"})"),
         {{"marketplace_fee", "0.00"}, {"processing_fee", "0.00"}}},
        {"8 yen",
         document("JPY", R"("list": "1234567", "quantity": 1, "discount": "12.5")",
                  R"("price": "1200001", "fees": {"marketplace": "3.5", "processing": "1"})"),
         {{"currency", "JPY"}, {"price", "1200001"}, {"wholesale", "1080246"},
          {"markup", "119755"}, {"marketplace_fee", "37809"}, {"processing_fee", "1198"},
          {"isv_net", "1042437"}, {"partner_net", "118557"}}},
        priced("9 dollars", "USD", "1500", "30", "1200",
               {{"isv_net", "1018.50"}, {"partner_net", "148.50"}}),
        priced("9 euros", "EUR", "1000", "30", "900",
               {{"isv_net", "679.00"}, {"partner_net", "198.00"}}),
        priced("9 yen", "JPY", "180000", "30", "150000",
               {{"isv_net", "122220"}, {"partner_net", "23760"}}),
    };
}
// clang-format on

}  // namespace

TEST_CASE("codec: the worked examples, from document to answer", "[codec][quote]") {
    const Example example =
        GENERATE(from_range(examples_in_dollars()), from_range(examples_of_rounding()));
    INFO(example.id << ": " << example.document);
    const auto answered = answer(example.document);
    REQUIRE(answered);
    const Json read = tree_of(*answered);
    for (const auto& [path, value] : example.values) {
        INFO(path);
        CHECK(text_at(read, path) == value);
    }
}

TEST_CASE("codec: the text of an answer is fixed", "[codec][quote]") {
    const std::string basic = sure(answer(R"({
  "schema": 1,
  "kind": "recurring",
  "rule_set": "seed-2019",
  "currency": "USD",
  "lines": [
    {"description": "Seats", "list": "333.33", "quantity": 3, "discount": "15"},
    {"description": "Support", "list": "120000.00", "quantity": 1, "discount": "20"}
  ],
  "price": "110000.00",
  "fees": {"marketplace": "3", "processing": "1"},
  "settings": {"rounding": "half_up", "processing_base": "markup"}
})"));
    CHECK(golden("codec/quote.json", basic) == basic);
    const std::string free =
        sure(answer(document("USD", R"("description": "Gratis «é»", "list": "0", "quantity": 1,
                           "discount": "100")",
                             R"("schedule": [{"on": "2020-02-01", "amount": "0"}],
                    "fees": {"marketplace": "3", "processing": "1", "assumed": true})")));
    CHECK(golden("codec/quote_free.json", free) == free);
}

TEST_CASE("codec: the price can be fixed in four ways", "[codec][quote]") {
    const auto price = [](std::string_view way) {
        return text_at(tree_of(sure(answer(document("USD", line_120000, way)))), "price");
    };
    CHECK(price(R"("price": "110000")") == "110000.00");
    CHECK(price(R"("target_partner_net": "13860.00")") == "110000.00");
    CHECK(price(R"("markup": "25")") == "120000.00");
    CHECK(price(R"("schedule": [{"on": "2020-02-01", "amount": "110000"}])") == "110000.00");
}

TEST_CASE("codec: what may be left out has its default", "[codec][quote]") {
    const QuoteRequest plain =
        sure(decode_quote_request(document("USD", line_120000, R"("price": "110000")")));
    CHECK(plain.kind == DealKind::recurring);
    CHECK(plain.rule_set == RuleSet::seed_2019);
    CHECK(plain.settings == Settings{});
    CHECK_FALSE(plain.fees->assumed);
    for (const char* spelling : {"non-recurring", "non_recurring"}) {
        const QuoteRequest single = sure(decode_quote_request(document(
            "USD", line_120000,
            R"("price": "110000", "kind": ")" + std::string(spelling) +
                R"(", "settings": {"rounding": "half_even", "processing_base": "customer_price",
                                   "customer_signature": "any_schedule",
                                   "tier_band": "buyer"})")));
        CHECK(single.kind == DealKind::non_recurring);
        CHECK(single.settings.rounding == Rounding::half_even);
        CHECK(single.settings.processing_base == ProcessingBase::customer_price);
        CHECK(single.settings.customer_signature == CustomerSignature::any_schedule);
        CHECK(single.settings.tier_band == TierBand::buyer);
    }
}

namespace {

struct BadDocument {
    std::string from, to;
    Code code;
    std::string field;
};

/// Replaces `from` by `to` in a document that is right, and looks at the refusal.
void check_refused(const std::vector<BadDocument>& rows) {
    const std::string good = document(
        "USD", R"("description": "Seats", "list": "120000", "quantity": 1, "discount": "20")",
        R"("price": "110000", "kind": "recurring", "rule_set": "seed-2019")");
    REQUIRE(answer(good));
    for (const BadDocument& row : rows) {
        const std::string bad = replaced(good, row.from, row.to);
        INFO(bad);
        REQUIRE(bad != good);
        const Error error = document_refusal(bad);
        CHECK(error.code == row.code);
        CHECK(error.field == row.field);
    }
}

}  // namespace

TEST_CASE("codec: problems of a quote document's lines are named at their place",
          "[codec][quote]") {
    check_refused({
        {"\"schema\": 1", "\"schema\": 2", Code::schema_unsupported, "schema"},
        {"\"schema\": 1, ", "", Code::required, "schema"},
        {"\"schema\": 1", "\"schema\": \"1\"", Code::malformed, "schema"},
        {"recurring", "weekly", Code::malformed, "kind"},
        {"\"recurring\"", "1", Code::malformed, "kind"},
        {"seed-2019", "modern", Code::malformed, "rule_set"},
        {"\"price\"", "\"deal\": {}, \"price\"", Code::unknown_key, "deal"},
        {"\"marketplace\"", "\"professional_services\"", Code::unknown_key,
         "fees.professional_services"},
        {"\"USD\"", "\"JPN\"", Code::malformed, "currency"},
        {"\"currency\": \"USD\", ", "", Code::required, "currency"},
        {"\"USD\"", "\"JPY\", \"note\": 1", Code::unknown_key, "note"},
        {"\"lines\"", "\"line\"", Code::unknown_key, "line"},
        {"\"discount\"", "\"discont\"", Code::unknown_key, "lines[0].discont"},
        {"\"120000\"", "120000", Code::malformed, "lines[0].list"},
        {"\"120000\"", "120000.5", Code::malformed, "lines[0].list"},
        {"\"120000\"", "\"120,000\"", Code::malformed, "lines[0].list"},
        {"\"120000\"", "\"120000.001\"", Code::malformed, "lines[0].list"},
        {"\"120000\"", "\"100000000.01\"", Code::out_of_range, "lines[0].list"},
        {"\"120000\"", "\"-1\"", Code::malformed, "lines[0].list"},
        {"\"quantity\": 1", "\"quantity\": \"1\"", Code::malformed, "lines[0].quantity"},
        {"\"quantity\": 1", "\"quantity\": 1.0", Code::malformed, "lines[0].quantity"},
        {"\"quantity\": 1", "\"quantity\": -1", Code::out_of_range, "lines[0].quantity"},
        {"\"quantity\": 1", "\"quantity\": 99999999999999999999", Code::malformed,
         "lines[0].quantity"},
        {"\"quantity\": 1", "\"quantity\": 1000000000001", Code::out_of_range, "lines[0].quantity"},
        {"\"quantity\": 1, ", "", Code::required, "lines[0].quantity"},
        {"\"quantity\": 1", "\"quantity\": 1, \"quantity\": 2", Code::duplicate_key,
         "lines[0].quantity"},
        {"\"20\"", "\"100.000000001\"", Code::out_of_range, "lines[0].discount"},
        {"Seats", "Sea\\nts", Code::malformed, "lines[0].description"},
        {"Seats", "\\u202eSeats", Code::malformed, "lines[0].description"},
    });
}

TEST_CASE("codec: problems of a quote document's price and fees are named at their place",
          "[codec][quote]") {
    check_refused({
        {"\"price\": \"110000\"", "\"price\": null", Code::malformed, "price"},
        {"\"price\": \"110000\", ", "", Code::required, "price"},
        {"\"price\"", "\"markup\": \"1\", \"price\"", Code::malformed, "markup"},
        {"\"price\": \"110000\"", "\"markup\": \"x\"", Code::malformed, "markup"},
        {"\"price\": \"110000\"", "\"schedule\": []", Code::required, "schedule"},
        {"\"price\": \"110000\"", "\"schedule\": [{\"on\": \"2020-02-30\", \"amount\": \"1\"}]",
         Code::malformed, "schedule[0].on"},
        {"\"price\": \"110000\"", "\"schedule\": [1]", Code::malformed, "schedule[0]"},
        {"\"110000\"", "\"95999.99\"", Code::negative_markup, "price"},
        {"\"fees\": {", "\"fees\": [], \"f\": {", Code::malformed, "fees"},
        {"\"marketplace\": \"3\", ", "", Code::fee_unknown, "fees"},
        {", \"processing\": \"1\"", "", Code::fee_unknown, "fees"},
        {"\"marketplace\": \"3\"", "\"marketplace\": \"101\"", Code::out_of_range,
         "fees.marketplace"},
        {"\"marketplace\"", "\"market\"", Code::unknown_key, "fees.market"},
        {"\"marketplace\"", '"' + std::string(65, 'm') + '"', Code::unknown_key, "fees.?"},
    });
}

TEST_CASE("codec: a line sold by usage needs its units and both rates", "[codec][quote]") {
    const auto without = [](std::string_view member) {
        return document_refusal(
            R"({"schema": 1, "currency": "USD", "lines": [{)" +
            replaced(R"("units": 7, "list_rate": "1", "partner_rate": "1",)", member, "") +
            R"("discount": "5"}], "fees": {"marketplace": "3", "processing": "1"}})");
    };
    const auto required = [](std::string_view field) {
        return [=](const Error& error) {
            return error.code == Code::required && error.field == field;
        };
    };
    CHECK(required("lines[0].units")(without("\"units\": 7,")));
    CHECK(required("lines[0].list_rate")(without("\"list_rate\": \"1\",")));
    CHECK(required("lines[0].partner_rate")(without("\"partner_rate\": \"1\",")));
    CHECK(required("lines[0].units")(without("\"units\": 7, \"list_rate\": \"1\",")));
}

TEST_CASE("codec: two ways to fix the price are both named", "[codec][quote]") {
    const Error error = document_refusal(
        document("USD", line_120000, R"("price": "1", "target_partner_net": "1")"));
    CHECK(error.detail.find("'price'") != error.detail.npos);
    CHECK(error.detail.find("'target_partner_net'") != error.detail.npos);
}

TEST_CASE("codec: without fees nothing is computed", "[codec][quote]") {
    const Error error = document_refusal(R"({"schema": 1, "currency": "USD", "lines": [{)" +
                                         line_120000 + R"(}], "price": "110000"})");
    CHECK(error == fee_unknown("fees"));
}

TEST_CASE("codec: a quote has at most 1,000 lines", "[codec][quote]") {
    const auto with_lines = [](int count) {
        std::string lines = R"("list": "1", "quantity": 1, "discount": "20")";
        for (int i = 1; i < count; ++i)
            lines += R"(}, {"list": "1", "quantity": 1, "discount": "20")";
        return document("USD", lines, R"("price": "1000")");
    };
    CHECK(text_at(tree_of(sure(answer(with_lines(1000)))), "wholesale") == "800.00");
    const Error error = document_refusal(with_lines(1001));
    CHECK(error.code == Code::out_of_range);
    CHECK(error.field == "lines");
}

TEST_CASE("codec: the largest figures are computed or refused", "[codec][quote]") {
    const std::string most = R"("list": "100000000", "quantity": 1, "discount": "0")";
    CHECK(answer(document("USD", most, R"("price": "100000000")")));
    CHECK(document_refusal(document("USD", most, R"("markup": "1000000")")).field == "markup");
    CHECK(document_refusal(document("USD", most, R"("target_partner_net": "0.01")")).field ==
          "target_partner_net");
    CHECK(document_refusal(document("USD", most + "}, {" + most, R"("price": "100000000")")).code ==
          Code::out_of_range);
    CHECK(document_refusal(
              document("USD", R"("list": "100000000", "quantity": 1000000000000, "discount": "0")",
                       R"("price": "1")"))
              .field == "lines[0].list");
}

TEST_CASE("codec: refusals as JSON", "[codec][quote]") {
    const Error one = {Code::negative_markup, "price", "the price is too low"};
    const Json single = tree_of(encode_errors({one}));
    CHECK(text_at(single, "error.code") == "NEGATIVE_MARKUP");
    CHECK(text_at(single, "error.field") == "price");
    CHECK(text_at(single, "error.detail") == "the price is too low");
    CHECK(text_at(single, "error.sentence") == sentence(one));
    const std::string several = encode_errors({one, fee_unknown("fees")});
    CHECK(golden("codec/errors.json", several) == several);
}
