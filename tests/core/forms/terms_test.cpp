#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "base/text.hpp"
#include "fixtures.hpp"
#include "forms/signature.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

/// The fields of all problems with their codes, in order: "REQUIRED price, …".
static std::string told(const Issues& issues) {
    std::vector<std::string> parts;
    for (const Error& issue : issues)
        parts.push_back(std::string(text(issue.code)) + ' ' + issue.field);
    return join(parts, ", ");
}

/// A request by usage with every field that applies filled in.
static Content usage_content() {
    Content content = filled(ctr,
                             {{"pricing", "usage"},
                              {"price", ""},
                              {"rates[0].product", product_id},
                              {"rates[0].description", "API calls"},
                              {"rates[0].list_rate", "0.00123"},
                              {"rates[0].partner_rate", "0.00111"},
                              {"payer_account", payer_account},
                              {"buyer_country", "KR"},
                              {"term", ""},
                              {"ends", "2022-01-31"},
                              {"product_type", "saas"},
                              {"renewal", "yes"},
                              {"custom_terms", "For 40 users."},
                              {"customer_signs", "no"},
                              {"attachments[0].name", "license.pdf"},
                              {"attachments[0].sha256", std::string(64, 'a')},
                              {"attachments[0].about", "License terms"}},
                             upfront_content());
    return sure(without_row(ctr, content, "lines", 0));
}

/// A complete form with a row in every table that applies.
static Content with_tables(FormKind kind, Content content) {
    for (const Section& section : form(kind).sections)
        if (section.group == "attachments")
            content = filled(kind,
                             {{"attachments[0].name", "terms.pdf"},
                              {"attachments[0].sha256", std::string(64, '0')}},
                             content);
    return content;
}

TEST_CASE("the fixtures are complete forms", "[forms]") {
    CHECK(told(problems(ctr, usage_content())) == "");
    CHECK(told(problems(raf, raf_content())) == "");
    CHECK(told(problems(crt, crt_content())) == "");
    CHECK(told(problems(ctr, scheduled_content())) == "");
    CHECK(told(problems(ctr, upfront_content())) == "");
}

TEST_CASE("an empty form reports every required field and table", "[forms]") {
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
    CHECK(problems(raf, {})[4].detail == "the form has no product");
}

TEST_CASE("each missing required field is reported, and no optional one", "[forms]") {
    const std::pair<FormKind, Content> forms[] = {{raf, raf_content()},
                                                  {crt, crt_content()},
                                                  {ctr, upfront_content()},
                                                  {ctr, scheduled_content()},
                                                  {ctr, usage_content()}};
    for (const auto& [kind, start] : forms) {
        const Content full = with_tables(kind, start);
        REQUIRE(problems(kind, full).empty());
        for (const CopyLine& line : copy_for(Party::aws, kind, full)) {
            if (line.path == "pricing" || line.path == "ends") continue;
            const FieldPath place = sure(parse_field_path(line.path));
            const Field& field = *form(kind).field(place.group, place.key);
            INFO(text(kind) << '.' << line.path);
            const Content without = sure(with_value(kind, full, line.path, ""));
            const Issues expected =
                field.required
                    ? Issues{{Code::required, line.path, std::string(field.label) + " is empty"}}
                    : Issues{};
            CHECK(problems(kind, without) == expected);
        }
    }
}

TEST_CASE("the kind of payment decides which other fields apply", "[forms]") {
    const std::string only_sold = "applies only when 'Payment' is upfront or scheduled";
    struct Row {
        std::string id;
        Content content;
        std::vector<Error> issues;
    };
    const Content usage = usage_content();
    const std::vector<Row> rows = {
        {"nothing chosen: as if upfront",
         filled(ctr, {{"pricing", ""}}, scheduled_content()),
         {{Code::required, "pricing", "Payment is empty"}}},
        {"nothing chosen, with rates",
         filled(ctr, {{"pricing", ""}}, usage),
         {{Code::required, "lines", "the form has no line"},
          {Code::required, "price", "Price to the customer is empty"},
          {Code::required, "pricing", "Payment is empty"}}},
        {"upfront with payments",
         filled(ctr, {{"pricing", "upfront"}}, scheduled_content()),
         {{Code::malformed, "schedule", "'Payments' applies only when 'Payment' is scheduled"}}},
        {"scheduled without payments",
         filled(ctr, {{"pricing", "scheduled"}}, upfront_content()),
         {{Code::required, "schedule", "the form has no payment"}}},
        {"upfront with rates",
         filled(ctr, {{"rates[0].product", product_id}}, upfront_content()),
         {{Code::malformed, "rates",
           "'What the customer pays by usage' applies only when 'Payment' is usage"}}},
        {"usage without rates",
         sure(without_row(ctr, usage, "rates", 0)),
         {{Code::required, "rates", "the form has no rate"}}},
        {"usage with lines, a price and payments",
         filled(ctr, {{"pricing", "usage"}}, scheduled_content()),
         {{Code::malformed, "lines", "'What the customer buys' " + only_sold},
          {Code::required, "rates", "the form has no rate"},
          {Code::malformed, "price", "'Price to the customer' " + only_sold},
          {Code::malformed, "schedule", "'Payments' applies only when 'Payment' is scheduled"}}},
        {"a row of rates left empty",
         sure(with_row(ctr, usage, "rates")),
         {{Code::required, "rates[1].product", "Product ID is empty"},
          {Code::required, "rates[1].description", "Unit is empty"},
          {Code::required, "rates[1].list_rate", "List rate is empty"},
          {Code::required, "rates[1].partner_rate", "Rate is empty"}}},
    };
    for (const Row& row : rows) {
        INFO(row.id);
        CHECK(problems(ctr, row.content) == row.issues);
    }
}

namespace {

struct RuleRow {
    std::string id;
    FormKind form;
    Texts changes;
    std::vector<Error> issues;
};

}  // namespace

TEST_CASE("rules between fields are checked as far as the fields can be read", "[forms]") {
    // clang-format off
    const Error ends_early{Code::out_of_range, "ends",
                           "2020-01-01 is not after the first day, 2020-01-01"};
    const std::vector<RuleRow> rows = {
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
           "'prod-4xkq7n2mvb5ge' appears on the form twice"}}},
        {"neither a term nor a last day", ctr, {{"term", ""}},
         {{Code::required, "term", "Term is empty"}}},
        {"a last day instead of a term", ctr, {{"term", ""}, {"ends", "2023-01-31"}}, {}},
        {"a term and a last day", ctr, {{"ends", "2023-01-31"}},
         {{Code::malformed, "ends",
           "fill in either 'Contract ends' or 'Term', not both"}}},
        {"a last day that is the first", ctr, {{"term", ""}, {"ends", "2020-02-01"}},
         {{Code::out_of_range, "ends",
           "2020-02-01 is not after the first day, 2020-02-01"}}},
        {"a resale may speak of payment", crt, {{"resale_terms", "Net 30 between us."}}, {}},
        {"one line too large", ctr, {{"lines[0].list", "100000000"}, {"lines[0].quantity", "2"}},
         {{Code::out_of_range, "lines[0].list",
           "price times quantity is more than 100,000,000.00 USD"}}},
        {"net terms", ctr, {{"custom_terms", "License as agreed. Payment: net 60."}},
         {{Code::net_terms_not_customizable, "custom_terms", "the custom terms say 'net 60'"}}},
        {"a field left empty hides no other problem", raf,
         {{"isv_name", ""}, {"partner_account", isv_account}, {"ends", "2020-01-01"}},
         {{Code::required, "isv_name", "Legal name is empty"},
          {Code::same_account, "partner_account", "0011 2222 3333 is also the ISV's account"},
          ends_early}},
        {"a rule is skipped while its fields are empty", ctr,
         {{"lines[0].list", ""}, {"starts", ""}, {"term", ""}, {"ends", "2019-01-01"},
          {"custom_terms", "net 60"}},
         {{Code::required, "lines[0].list", "List price is empty"},
          {Code::required, "starts", "Contract starts is empty"},
          {Code::net_terms_not_customizable, "custom_terms", "the custom terms say 'net 60'"}}},
    };
    // clang-format on
    const RuleRow row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    const Content start = row.form == raf   ? raf_content()
                          : row.form == crt ? crt_content()
                                            : scheduled_content();
    CHECK(problems(row.form, filled(row.form, row.changes, start)) == row.issues);
}

TEST_CASE("a form has each file once, and no net terms in file names", "[forms]") {
    const std::string digest(64, '1'), other_digest(64, '2');
    struct Row {
        std::string id;
        FormKind form;
        Texts changes;
        std::vector<Error> issues;
    };
    const std::vector<Row> rows = {
        {"a file twice",
         crt,
         {{"attachments[0].name", "a.pdf"},
          {"attachments[0].sha256", digest},
          {"attachments[1].name", "a.pdf"},
          {"attachments[1].sha256", other_digest}},
         {{Code::duplicate_key, "attachments[1].name", "'a.pdf' appears on the form twice"}}},
        {"a file without its digest",
         raf,
         {{"attachments[0].name", "a.pdf"}},
         {{Code::required, "attachments[0].sha256", "SHA-256 is empty"}}},
        {"net terms in a file's name and description",
         ctr,
         {{"attachments[0].name", "net-45.pdf"},
          {"attachments[0].sha256", digest},
          {"attachments[0].about", "Payment terms"}},
         {{Code::net_terms_not_customizable, "attachments[0].name",
           "the custom terms say 'net-45'"},
          {Code::net_terms_not_customizable, "attachments[0].about",
           "the custom terms say 'Payment terms'"}}},
        {"two files",
         ctr,
         {{"attachments[0].name", "a.pdf"},
          {"attachments[0].sha256", digest},
          {"attachments[1].name", "b.pdf"},
          {"attachments[1].sha256", digest}},
         {}},
    };
    for (const Row& row : rows) {
        INFO(row.id);
        const Content start = row.form == raf   ? raf_content()
                              : row.form == crt ? crt_content()
                                                : scheduled_content();
        CHECK(problems(row.form, filled(row.form, row.changes, start)) == row.issues);
    }
}

TEST_CASE("lines add up to the maximum at most", "[forms]") {
    const Content large = filled(ctr,
                                 {{"lines[0].list", "100000000"},
                                  {"lines[1].product", product_id},
                                  {"lines[1].description", "more"},
                                  {"lines[1].list", "0.01"},
                                  {"lines[1].quantity", "1"}},
                                 upfront_content());
    CHECK(problems(ctr, large) == Issues{{Code::out_of_range, "lines",
                                          "the list price of 100,000,000.01 USD is more than the "
                                          "maximum of 100,000,000.00 USD"}});
}

TEST_CASE("an imported form is checked again, field by field", "[forms]") {
    Content content = scheduled_content();
    content.values["price"] = "abc";
    content.values["starts"] = "tomorrow";
    content.groups["lines"][0]["list"] = "1,000";
    content.values["customer_account"] = "7777 8888 9999";
    CHECK(problems(ctr, content) ==
          Issues{{Code::malformed, "customer_account", "write '7777 8888 9999' as '777788889999'"},
                 {Code::malformed, "lines[0].list", "write '1,000' as '1000.00'"},
                 {Code::malformed, "price", "'abc' is not a number like 1234.5"},
                 {Code::malformed, "starts", "'tomorrow' is not a date like 2026-08-22"}});
    CHECK(refusal(request_terms(content))->field == "customer_account");
}

TEST_CASE("a complete authorization is read as terms", "[forms]") {
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

TEST_CASE("a complete request is read as terms, with payments in date order", "[forms]") {
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

TEST_CASE("a request by usage is read as rates", "[forms]") {
    const auto terms = request_terms(usage_content());
    REQUIRE(terms.has_value());
    CHECK(terms->pricing == Pricing::usage);
    CHECK_FALSE(terms->scheduled());
    CHECK(terms->price == money("0"));
    CHECK(terms->lines.empty());
    REQUIRE(terms->rates.size() == 1);
    CHECK(terms->rates[0].product == product_id);
    CHECK(terms->rates[0].description == "API calls");
    CHECK(terms->rates[0].list_rate == unit_price("0.00123"));
    CHECK(terms->rates[0].partner_rate == unit_price("0.00111"));
    CHECK(request_terms(scheduled_content())->scheduled());
    CHECK(request_terms(upfront_content())->pricing == Pricing::upfront);
}

TEST_CASE("a last day means the same as the term that ends on it", "[forms]") {
    const auto with_last_day = [](std::string_view ends) {
        return *request_terms(filled(ctr, {{"term", ""}, {"ends", ends}}, scheduled_content()));
    };
    const RequestTerms three_years = *request_terms(scheduled_content());
    CHECK(with_last_day("2023-01-31").contract_end() == three_years.contract_end());
    // Exactly one year needs no customer's signature; one day more does.
    const auto needs = [&](std::string_view ends) {
        return needs_customer_signature(with_last_day(ends),
                                        CustomerSignature::multi_year_schedule);
    };
    CHECK_FALSE(needs("2021-01-31"));
    CHECK(needs("2021-02-01"));
}

TEST_CASE("the files on a form are read even if incomplete", "[forms]") {
    const Content content = filled(crt, {{"attachments[0].name", "a.pdf"},
                                         {"attachments[0].sha256", std::string(64, 'A')},
                                         {"attachments[0].about", "Terms"},
                                         {"attachments[1].name", "b.pdf"}});
    CHECK(attachments_of(content) ==
          std::vector<Attachment>{{"a.pdf", std::string(64, 'a'), "Terms"}, {"b.pdf", "", ""}});
    CHECK(attachments_of(raf_content()).empty());
}
