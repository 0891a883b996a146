#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "base/text.hpp"
#include "fixtures.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

constexpr FormKind raf = FormKind::reseller_authorization;
constexpr FormKind crt = FormKind::custom_resale_transaction;
constexpr FormKind ctr = FormKind::custom_transaction_request;

/// The fields of all problems with their codes, in order: "REQUIRED price, …".
static std::string told(const Issues& issues) {
    std::vector<std::string> parts;
    for (const Error& issue : issues)
        parts.push_back(std::string(text(issue.code)) + ' ' + issue.field);
    return join(parts, ", ");
}

TEST_CASE("the fixtures are complete forms") {
    CHECK(told(problems(raf, raf_content())) == "");
    CHECK(told(problems(crt, crt_content())) == "");
    CHECK(told(problems(ctr, scheduled_content())) == "");
    CHECK(told(problems(ctr, upfront_content())) == "");
}

TEST_CASE("an empty form misses every required field and table") {
    CHECK(told(problems(raf, {})) ==
          "REQUIRED isv_name, REQUIRED isv_account, REQUIRED partner_name, "
          "REQUIRED partner_account, REQUIRED products, REQUIRED currency, REQUIRED starts");
    CHECK(told(problems(crt, {})) ==
          "REQUIRED isv_name, REQUIRED isv_account, REQUIRED partner_name, "
          "REQUIRED partner_account, REQUIRED customer_name, REQUIRED customer_account, "
          "REQUIRED products, REQUIRED currency, REQUIRED starts");
    CHECK(told(problems(ctr, {})) ==
          "REQUIRED customer_name, REQUIRED customer_account, REQUIRED lines, REQUIRED currency, "
          "REQUIRED price, REQUIRED pricing, REQUIRED starts, REQUIRED term, REQUIRED accept_by");
    CHECK(problems(raf, {})[4].detail == "the form names no product");
}

TEST_CASE("each required field is missed alone, each other field is not") {
    for (FormKind kind : {raf, crt, ctr})
        for (const Section& section : form(kind).sections)
            for (const Field& field : section.fields) {
                const Content full = kind == raf   ? raf_content()
                                     : kind == crt ? crt_content()
                                                   : scheduled_content();
                const std::string path = field_path(section.group, 0, field.key);
                INFO(text(kind) << '.' << path);
                const Content without = sure(with_value(kind, full, path, ""));
                const Issues expected =
                    field.required
                        ? Issues{{Code::required, path, std::string(field.label) + " is empty"}}
                        : Issues{};
                CHECK(problems(kind, without) == expected);
            }
}

TEST_CASE("rules between fields are told once every field is right") {
    struct Row {
        std::string id;
        FormKind form;
        Texts changes;
        std::vector<Error> issues;
    };
    const Error ends_early{Code::out_of_range, "ends",
                           "2020-01-01 is not after the first day, 2020-01-01"};
    const std::vector<Row> rows = {
        {"ISV and partner are one", raf, {{"partner_account", isv_account}},
         {{Code::same_account, "partner_account", "0011 2222 3333 is also the ISV's account"}}},
        {"all three are one", crt,
         {{"partner_account", isv_account}, {"customer_account", isv_account}},
         {{Code::same_account, "partner_account", "0011 2222 3333 is also the ISV's account"},
          {Code::same_account, "customer_account", "0011 2222 3333 is also the ISV's account"},
          {Code::same_account, "customer_account",
           "0011 2222 3333 is also the partner's account"}}},
        {"the payer may be the customer", ctr, {{"payer_account", customer_account}}, {}},
        {"it ends on its first day", raf, {{"ends", "2020-01-01"}}, {ends_early}},
        {"it lasts two days", raf, {{"ends", "2020-01-02"}}, {}},
        {"a product twice", raf,
         {{"products[1].title", "x"}, {"products[1].product", product_id},
          {"products[1].discount", "30"}},
         {{Code::duplicate_key, "products[1].product",
           "'prod-4xkq7n2mvb5ge' is on the form twice"}}},
        {"paid upfront with a schedule", ctr, {{"pricing", "upfront"}},
         {{Code::malformed, "schedule", "an offer paid upfront has a schedule of payments"}}},
        {"one line too large", ctr, {{"lines[0].list", "100000000"}, {"lines[0].quantity", "2"}},
         {{Code::out_of_range, "lines[0].list",
           "price times quantity is more than 100,000,000.00 USD"}}},
        {"net terms", ctr, {{"custom_terms", "Licence as agreed. Payment: net 60."}},
         {{Code::net_terms_not_customizable, "custom_terms", "the custom terms say 'net 60'"}}},
        {"a field left empty hides the rules between fields", raf,
         {{"isv_name", ""}, {"partner_account", isv_account}},
         {{Code::required, "isv_name", "Legal name is empty"}}},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    const Content start = row.form == raf ? raf_content()
                          : row.form == crt ? crt_content()
                                            : scheduled_content();
    CHECK(problems(row.form, filled(row.form, row.changes, start)) == row.issues);
}

TEST_CASE("a scheduled offer has payments, and lines add up to the ceiling at most") {
    Content none = scheduled_content();
    none.groups.erase("schedule");
    CHECK(problems(ctr, none) == Issues{{Code::required, "schedule",
                                         "an offer paid by schedule has no payment yet"}});

    const Content large = filled(ctr,
                                 {{"lines[0].list", "100000000"},
                                  {"lines[1].product", product_id},
                                  {"lines[1].description", "more"},
                                  {"lines[1].list", "0.01"},
                                  {"lines[1].quantity", "1"}},
                                 upfront_content());
    CHECK(problems(ctr, large) ==
          Issues{{Code::out_of_range, "lines",
                  "the list price of 100,000,000.01 USD is above 100,000,000.00 USD"}});
}

TEST_CASE("an imported form is read again, field by field") {
    Content content = scheduled_content();
    content.values["price"] = "abc";
    content.values["starts"] = "tomorrow";
    content.groups["lines"][0]["list"] = "1,000";
    content.values["customer_account"] = "7777 8888 9999";
    CHECK(problems(ctr, content) ==
          Issues{{Code::malformed, "customer_account",
                  "'7777 8888 9999' is to be written '777788889999'"},
                 {Code::malformed, "lines[0].list", "'1,000' is to be written '1000.00'"},
                 {Code::malformed, "price", "'abc' is not a number like 1234.5"},
                 {Code::malformed, "starts", "'tomorrow' is not a date like 2026-08-22"}});
    CHECK(refusal(request_terms(content))->field == "customer_account");
}

TEST_CASE("a complete authorization is read into its terms") {
    const auto terms = authorization_terms(crt, crt_content());
    REQUIRE(terms.has_value());
    CHECK(terms->isv == PartyRef{std::string(isv_name), account(isv_account)});
    CHECK(terms->partner == PartyRef{std::string(partner_name), account(partner_account)});
    CHECK(terms->customer == PartyRef{std::string(customer_name), account(customer_account)});
    REQUIRE(terms->product(product_id) != nullptr);
    CHECK(terms->product(product_id)->discount == percent("25"));
    CHECK(terms->product("prod-other") == nullptr);
    CHECK(terms->starts == day("2020-01-01"));
    CHECK(terms->ends == day("2020-12-31"));
    const auto standing = authorization_terms(raf, raf_content());
    REQUIRE(standing.has_value());
    CHECK(standing->customer == std::nullopt);
    CHECK(standing->ends == std::nullopt);
}

TEST_CASE("a complete request is read into its terms, payments in date order") {
    const Content shuffled = filled(ctr,
                                    {{"schedule[0].on", "2022-02-01"},
                                     {"schedule[2].on", "2020-02-01"},
                                     {"payer_account", payer_account}},
                                    scheduled_content());
    const auto terms = request_terms(shuffled);
    REQUIRE(terms.has_value());
    CHECK(terms->schedule == std::vector<Payment>{{day("2020-02-01"), money("80000")},
                                                  {day("2021-02-01"), money("90000")},
                                                  {day("2022-02-01"), money("100000")}});
    CHECK(terms->payer == account(payer_account));
    CHECK(terms->contract_end() == day("2023-02-01"));
    CHECK(terms->lines[0].extended() == money("300000"));
    CHECK(request_terms(scheduled_content())->payer == account(customer_account));
}
