#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "fixtures.hpp"
#include "forms/form.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

constexpr FormKind raf = FormKind::reseller_authorization;
constexpr FormKind crt = FormKind::custom_resale_transaction;
constexpr FormKind ctr = FormKind::custom_transaction_request;

TEST_CASE("a field takes what a person types and keeps one text of it") {
    struct Row {
        FormKind form;
        std::string path, typed, kept;
    };
    const std::vector<Row> rows = {
        {raf, "isv_name", "  Alder  Software ", "Alder  Software"},
        {raf, "isv_account", " 0011-2222 3333 ", "001122223333"},
        {raf, "products[0].discount", "25 %", "25"},
        {raf, "products[0].discount", "33.330%", "33.33"},
        {raf, "currency", "eur", "EUR"},
        {raf, "contract", "custom", "custom"},
        {crt, "resale_terms", "one\ntwo", "one\ntwo"},
        {ctr, "price", "1,234,567.5", "1234567.50"},
        {ctr, "price", "0.5", "0.50"},
        {ctr, "price", "0", "0.00"},
        {ctr, "lines[0].quantity", "1,000", "1000"},
        {ctr, "starts", " 2020-02-01", "2020-02-01"},
        {ctr, "term", "P1Y6M", "P18M"},
        {ctr, "customer_signs", "yes", "yes"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.path << " = " << row.typed);
    const Content content = filled(row.form, {{row.path, row.typed}});
    const FieldPath place = sure(parse_field_path(row.path));
    const std::string_view kept = place.group.empty()
                                      ? content.value(place.key)
                                      : value_in(content.rows(place.group)[0], place.key);
    CHECK(kept == row.kept);
}

TEST_CASE("what a field's type refuses is refused at its path") {
    struct Row {
        FormKind form;
        std::string path, typed;
        Code code;
        std::string detail;
    };
    const std::string number = " is not a number like 1234.5";
    const std::vector<Row> rows = {
        {raf, "isv_name", "a\nb", Code::malformed,
         "Legal name holds a character that cannot be written here"},
        {raf, "isv_name", "a\u202eb", Code::malformed,
         "Legal name holds a character that cannot be written here"},
        {raf, "isv_name", std::string(256, 'x'), Code::out_of_range,
         "Legal name has 256 characters; at most 255 fit"},
        {raf, "isv_account", "1234", Code::malformed,
         "an AWS account number has 12 digits; '1234' has 4"},
        {raf, "products[0].discount", "100.1", Code::out_of_range, "'100.1' is more than 100"},
        {raf, "products[0].discount", "%", Code::malformed, "''" + number},
        {raf, "products[0].discount", "33,3", Code::malformed, "'33,3'" + number},
        {raf, "currency", "JPN", Code::malformed, "'JPN' is not a currency; the yen is JPY"},
        {raf, "contract", "Standard", Code::malformed,
         "'Standard' is not one of standard, custom or none"},
        {raf, "ends", "2020-02-30", Code::malformed, "'2020-02-30' is not a day of the calendar"},
        {crt, "resale_terms", std::string(4001, 'x'), Code::out_of_range,
         "Other agreed terms has 4001 characters; at most 4000 fit"},
        {ctr, "price", "-1", Code::malformed, "'-1'" + number},
        {ctr, "price", "1,00", Code::malformed, "'1,00'" + number},
        {ctr, "price", "1,000,00", Code::malformed, "'1,000,00'" + number},
        {ctr, "price", "1,000.5,0", Code::malformed, "'1,000.5,0'" + number},
        {ctr, "price", "0,500", Code::malformed, "'0,500'" + number},
        {ctr, "price", ",500", Code::malformed, "',500'" + number},
        {ctr, "price", "100 000", Code::malformed, "'100 000'" + number},
        {ctr, "price", "100,000,001", Code::out_of_range, "'100000001' is more than 100000000"},
        {ctr, "lines[0].quantity", "1.5", Code::malformed,
         "'1.5' has 1 decimal; none is allowed here"},
        {ctr, "term", "3 years", Code::malformed,
         "'3 years' is not a duration like P12M, P3Y or P45D"},
        {ctr, "customer_signs", "true", Code::malformed, "'true' is not one of yes or no"},
        {ctr, "schedule[0].on", "soon", Code::malformed, "'soon' is not a date like 2026-08-22"},
        {ctr, "schedule[2].on", "2020-02-01", Code::not_found,
         "the form has no field 'schedule[2].on'"},
        {ctr, "products[0].discount", "25", Code::not_found,
         "the form has no field 'products[0].discount'"},
        {ctr, "discount", "25", Code::not_found, "the form has no field 'discount'"},
        {ctr, "amount", "25", Code::not_found, "the form has no field 'amount'"},
        {ctr, "", "25", Code::not_found, "the form has no field ''"},
        {ctr, "[0].price", "25", Code::not_found, "'[0].price' is not a field path"},
        {ctr, "lines[-1].list", "25", Code::not_found, "'lines[-1].list' is not a field path"},
        {ctr, "lines[0]", "25", Code::not_found, "'lines[0]' is not a field path"},
        {ctr, "lines[99999].list", "25", Code::not_found,
         "'lines[99999].list' is not a field path"},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.path << " = " << row.typed);
    Content content;
    for (const Section& section : form(row.form).sections)
        if (!section.group.empty()) content = sure(with_row(row.form, content, section.group));
    CHECK(refusal(with_value(row.form, content, row.path, row.typed)) ==
          Error{row.code, row.path, row.detail});
}

TEST_CASE("every field of every form clears with an empty text") {
    for (FormKind kind : {raf, crt, ctr})
        for (const Section& section : form(kind).sections)
            for (const Field& field : section.fields) {
                const Content start = kind == raf   ? raf_content()
                                      : kind == crt ? crt_content()
                                                    : scheduled_content();
                const std::string path = field_path(section.group, 0, field.key);
                INFO(text(kind) << '.' << path);
                const Content cleared = sure(with_value(kind, start, path, "  "));
                const auto& row =
                    section.group.empty() ? cleared.values : cleared.rows(section.group)[0];
                CHECK(row.count(std::string(field.key)) == 0);
            }
}

TEST_CASE("amounts follow the form's currency") {
    const Content yen = filled(
        ctr, {{"currency", "JPY"}, {"lines[0].list", "300,000"}, {"price", "270000"}});
    CHECK(yen.value("price") == "270000");

    const Content dollars = sure(with_value(ctr, yen, "currency", "USD"));
    CHECK(dollars.value("price") == "270000.00");
    CHECK(value_in(dollars.rows("lines")[0], "list") == "300000.00");
    CHECK(sure(with_value(ctr, yen, "currency", "")).value("price") == "270000.00");

    // Cents cannot become yen: the first amount that does not fit is named.
    CHECK(refusal(with_value(ctr, dollars, "currency", "JPY")) ==
          Error{Code::malformed, "lines[0].list",
                "'300000.00' has 2 decimals; none is allowed here"});
    CHECK(sure(with_value(ctr, dollars, "currency", "EUR")).value("price") == "270000.00");
    const Content cents = filled(ctr, {{"price", "0.50"}});
    CHECK(refusal(with_value(ctr, cents, "currency", "JPY")) ==
          Error{Code::malformed, "price", "'0.50' has 2 decimals; none is allowed here"});
    CHECK(refusal(with_value(ctr, cents, "currency", "us{"))->code == Code::malformed);
}

TEST_CASE("rows are added up to a limit and removed by number") {
    struct Row {
        FormKind form;
        std::string group;
        int most;
    };
    const std::vector<Row> rows = {
        {raf, "products", 50}, {crt, "products", 50}, {ctr, "lines", 50}, {ctr, "schedule", 60}};
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.group);
    Content content;
    for (int i = 0; i < row.most; ++i) content = sure(with_row(row.form, content, row.group));
    CHECK(refusal(with_row(row.form, content, row.group)) ==
          Error{Code::out_of_range, row.group,
                "the form has room for " + std::to_string(row.most) + " rows"});
    CHECK(refusal(without_row(row.form, content, row.group, row.most)) ==
          Error{Code::not_found, row.group + '[' + std::to_string(row.most) + ']',
                "the form has no such row"});
    CHECK(refusal(without_row(row.form, content, row.group, -1))->code == Code::not_found);
    for (int i = 0; i < row.most; ++i) content = sure(without_row(row.form, content, row.group, 0));
    CHECK(content == Content{});
    CHECK(refusal(without_row(row.form, content, row.group, 0))->code == Code::not_found);
}

TEST_CASE("removing a row keeps the others in order") {
    const Content three = scheduled_content();
    const Content two = sure(without_row(ctr, three, "schedule", 1));
    REQUIRE(two.rows("schedule").size() == 2);
    CHECK(value_in(two.rows("schedule")[0], "amount") == "100000.00");
    CHECK(value_in(two.rows("schedule")[1], "amount") == "80000.00");
    CHECK(refusal(with_row(ctr, three, "products")) ==
          Error{Code::not_found, "products", "the form has no table 'products'"});
    CHECK(refusal(with_row(ctr, three, ""))->code == Code::not_found);
}

TEST_CASE("field paths are read back as written") {
    CHECK(field_path("", 0, "price") == "price");
    CHECK(field_path("products", 2, "discount") == "products[2].discount");
    const FieldPath path = sure(parse_field_path("products[2].discount"));
    CHECK(path.group == "products");
    CHECK(path.row == 2);
    CHECK(path.key == "discount");
}

TEST_CASE("the catalogue has no field twice, and words for every field") {
    for (FormKind kind : {raf, crt, ctr}) {
        const Form& asked = form(kind);
        CHECK(asked.kind == kind);
        std::vector<std::string> seen;
        for (const Section& section : asked.sections)
            for (const Field& field : section.fields) {
                const std::string path = std::string(section.group) + '.' + std::string(field.key);
                INFO(text(kind) << ' ' << path);
                CHECK(std::find(seen.begin(), seen.end(), path) == seen.end());
                seen.push_back(path);
                CHECK_FALSE(field.label.empty());
                CHECK(field.help.ends_with('.'));
                CHECK((field.source == "[seed]" || field.source == "[ext]" ||
                       field.source.starts_with("[aws-docs: ")));
                CHECK((field.type == FieldType::choice) == !field.choices.empty());
            }
    }
}
