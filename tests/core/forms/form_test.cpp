#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "fixtures.hpp"
#include "forms/terms.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

TEST_CASE("a field stores one canonical form of what a person types", "[forms]") {
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
        {ctr, "buyer_country", " kr ", "KR"},
        {ctr, "rates[0].list_rate", "0.001230000", "0.00123"},
        {ctr, "rates[0].partner_rate", "1,000", "1000"},
        {ctr, "rates[0].partner_rate", "0.000000001", "0.000000001"},
        {ctr, "attachments[0].name", " Terms of use (v2).pdf ", "Terms of use (v2).pdf"},
        {ctr, "attachments[0].name", "契約.pdf", "契約.pdf"},
        {ctr, "attachments[0].sha256", std::string(32, 'A') + std::string(32, '7'),
         std::string(32, 'a') + std::string(32, '7')},
        {raf, "products[0].product_type", "saas", "saas"},
        {raf, "products[0].list", "1,200", "1200.00"},
        {raf, "products[0].url", "https://aws.amazon.com/marketplace/pp/prodview-1?a=b#c",
         "https://aws.amazon.com/marketplace/pp/prodview-1?a=b#c"},
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

namespace {

struct Refused {
    FormKind form;
    std::string path, typed;
    Code code;
    std::string detail;
};

/// Writes the text to a form that has a row in every table.
void check_refused(const std::vector<Refused>& rows) {
    for (const Refused& row : rows) {
        INFO(row.path << " = " << row.typed);
        Content content;
        for (const Section& section : form(row.form).sections)
            if (!section.group.empty()) content = sure(with_row(row.form, content, section.group));
        CHECK(refusal(with_value(row.form, content, row.path, row.typed)) ==
              Error{row.code, row.path, row.detail});
    }
}

}  // namespace

TEST_CASE("a value that does not fit a field's type is refused at its path", "[forms]") {
    const std::string number = " is not a number like 1234.5";
    check_refused({
        {raf, "isv_name", "a\nb", Code::malformed,
         "Legal name contains a character that is not allowed here"},
        {raf, "isv_name", "a\u202eb", Code::malformed,
         "Legal name contains a character that is not allowed here"},
        {raf, "isv_name", std::string(256, 'x'), Code::out_of_range,
         "Legal name has 256 characters; the limit is 255"},
        {raf, "isv_account", "1234", Code::malformed,
         "an AWS account number has 12 digits; '1234' has 4"},
        {raf, "products[0].discount", "100.1", Code::out_of_range, "'100.1' is more than 100"},
        {raf, "products[0].discount", "%", Code::malformed, "''" + number},
        {raf, "products[0].discount", "33,3", Code::malformed, "'33,3'" + number},
        {raf, "currency", "JPN", Code::malformed, "'JPN' is not a currency; the yen is JPY"},
        {raf, "contract", "Standard", Code::malformed,
         "'Standard' is not one of standard, custom or none"},
        {raf, "ends", "2020-02-30", Code::malformed, "'2020-02-30' is not a calendar date"},
        {crt, "resale_terms", std::string(4001, 'x'), Code::out_of_range,
         "Other agreed terms has 4001 characters; the limit is 4000"},
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
    });
}

TEST_CASE("invalid countries, rates, addresses and files are refused", "[forms]") {
    check_refused({
        {ctr, "buyer_country", "Korea", Code::malformed,
         "'KOREA' is not an ISO 3166 country code such as US, GB or KR"},
        {ctr, "buyer_country", "K1", Code::malformed,
         "'K1' is not an ISO 3166 country code such as US, GB or KR"},
        {ctr, "buyer_country", "uk", Code::malformed,
         "'UK' is not an ISO 3166 country code such as US, GB or KR; the code is probably GB"},
        {ctr, "product_type", "byol", Code::malformed,
         "'byol' is not one of ami, container, saas, professional_services, machine_learning or "
         "data_exchange"},
        {ctr, "rates[0].list_rate", "0.0000000001", Code::malformed,
         "'0.0000000001' has 10 decimals; at most 9 are allowed here"},
        {ctr, "rates[0].list_rate", "100000000.1", Code::out_of_range,
         "'100000000.1' is more than 100000000"},
        {ctr, "attachments[0].name", "offers/terms.pdf", Code::malformed,
         "'offers/terms.pdf' is not a plain file name such as contract.pdf"},
        {ctr, "attachments[0].name", "C:terms.pdf", Code::malformed,
         "'C:terms.pdf' is not a plain file name such as contract.pdf"},
        {ctr, "attachments[0].name", "..\\terms.pdf", Code::malformed,
         "'..\\terms.pdf' is not a plain file name such as contract.pdf"},
        {ctr, "attachments[0].name", "..", Code::malformed,
         "'..' is not a plain file name such as contract.pdf"},
        {ctr, "attachments[0].name", "a\nb.pdf", Code::malformed,
         "File contains a character that is not allowed here"},
        {ctr, "attachments[0].name", std::string(256, 'x'), Code::out_of_range,
         "File has 256 characters; the limit is 255"},
        {ctr, "attachments[0].sha256", "12", Code::malformed,
         "'12' is not a SHA-256 of 64 hexadecimal digits"},
        {ctr, "attachments[0].sha256", std::string(63, '0') + "g", Code::malformed,
         "'" + std::string(60, '0') + "…' is not a SHA-256 of 64 hexadecimal digits"},
        {raf, "products[0].product_type", "byol", Code::malformed,
         "'byol' is not one of ami, container, saas or professional_services"},
        {raf, "products[0].url", "http://aws.amazon.com", Code::malformed,
         "'http://aws.amazon.com' is not an address like https://aws.amazon.com/marketplace"},
        {raf, "products[0].url", "https://", Code::malformed,
         "'https://' is not an address like https://aws.amazon.com/marketplace"},
        {raf, "products[0].url", "https://aws.example/é", Code::malformed,
         "'https://aws.example/é' is not an address like https://aws.amazon.com/marketplace"},
        {raf, "products[0].url", "https://aws.example/{x}", Code::malformed,
         "'https://aws.example/{x}' is not an address like https://aws.amazon.com/marketplace"},
        {raf, "products[0].url", "https://-aws.example", Code::malformed,
         "'https://-aws.example' is not an address like https://aws.amazon.com/marketplace"},
        {raf, "attachments[0].name", ".", Code::malformed,
         "'.' is not a plain file name such as contract.pdf"},
        {raf, "products[0].url", "https://a b", Code::malformed,
         "'https://a b' is not an address like https://aws.amazon.com/marketplace"},
    });
}

TEST_CASE("an empty text clears every field of every form", "[forms]") {
    for (FormKind kind : {raf, crt, ctr})
        for (const Section& section : form(kind).sections)
            for (const Field& field : section.fields) {
                Content start = kind == raf   ? raf_content()
                                : kind == crt ? crt_content()
                                              : scheduled_content();
                const std::string path = field_path(section.group, 0, field.key);
                INFO(text(kind) << '.' << path);
                if (!section.group.empty() && start.rows(section.group).empty())
                    start = sure(with_row(kind, start, section.group));
                const Content cleared = sure(with_value(kind, start, path, "  "));
                const auto& row =
                    section.group.empty() ? cleared.values : cleared.rows(section.group)[0];
                CHECK(row.count(std::string(field.key)) == 0);
            }
}

TEST_CASE("amounts follow the form's currency", "[forms]") {
    const Content yen =
        filled(ctr, {{"currency", "JPY"}, {"lines[0].list", "300,000"}, {"price", "270000"}});
    CHECK(yen.value("price") == "270000");

    const Content dollars = sure(with_value(ctr, yen, "currency", "USD"));
    CHECK(dollars.value("price") == "270000.00");
    CHECK(value_in(dollars.rows("lines")[0], "list") == "300000.00");
    CHECK(sure(with_value(ctr, yen, "currency", "")).value("price") == "270000.00");

    // Yen have no cents: the refusal names the first amount that has some.
    CHECK(refusal(with_value(ctr, dollars, "currency", "JPY")) ==
          Error{Code::malformed, "lines[0].list",
                "'300000.00' has 2 decimals; none is allowed here"});
    CHECK(sure(with_value(ctr, dollars, "currency", "EUR")).value("price") == "270000.00");
    const Content cents = filled(ctr, {{"price", "0.50"}});
    CHECK(refusal(with_value(ctr, cents, "currency", "JPY")) ==
          Error{Code::malformed, "price", "'0.50' has 2 decimals; none is allowed here"});
    CHECK(refusal(with_value(ctr, cents, "currency", "us{"))->code == Code::malformed);
}

TEST_CASE("rows are added up to a limit and removed by index", "[forms]") {
    struct Row {
        FormKind form;
        std::string group;
        int most;
    };
    const std::vector<Row> rows = {{raf, "products", 50},    {crt, "products", 50},
                                   {ctr, "lines", 50},       {ctr, "rates", 50},
                                   {ctr, "schedule", 60},    {raf, "attachments", 20},
                                   {crt, "attachments", 20}, {ctr, "attachments", 20}};
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.group);
    Content content;
    for (int i = 0; i < row.most; ++i) content = sure(with_row(row.form, content, row.group));
    CHECK(refusal(with_row(row.form, content, row.group)) ==
          Error{Code::out_of_range, row.group,
                "the table already has the maximum of " + std::to_string(row.most) + " rows"});
    CHECK(refusal(without_row(row.form, content, row.group, row.most)) ==
          Error{Code::not_found, row.group + '[' + std::to_string(row.most) + ']',
                "the form has no such row"});
    CHECK(refusal(without_row(row.form, content, row.group, -1))->code == Code::not_found);
    for (int i = 0; i < row.most; ++i) content = sure(without_row(row.form, content, row.group, 0));
    CHECK(content == Content{});
    CHECK(refusal(without_row(row.form, content, row.group, 0))->code == Code::not_found);
}

TEST_CASE("removing a row keeps the others in order", "[forms]") {
    const Content three = scheduled_content();
    const Content two = sure(without_row(ctr, three, "schedule", 1));
    REQUIRE(two.rows("schedule").size() == 2);
    CHECK(value_in(two.rows("schedule")[0], "amount") == "100000.00");
    CHECK(value_in(two.rows("schedule")[1], "amount") == "80000.00");
    CHECK(refusal(with_row(ctr, three, "products")) ==
          Error{Code::not_found, "products", "the form has no table 'products'"});
    CHECK(refusal(with_row(ctr, three, ""))->code == Code::not_found);
}

TEST_CASE("rates are not limited to the currency's decimals", "[forms]") {
    const Content yen =
        filled(ctr, {{"currency", "USD"}, {"rates[0].list_rate", "0.00123"}, {"currency", "JPY"}});
    CHECK(value_in(yen.rows("rates")[0], "list_rate") == "0.00123");
}

TEST_CASE("fields that replace or depend on others name fields of their form", "[forms]") {
    for (FormKind kind : {raf, crt, ctr})
        for (const Section& section : form(kind).sections) {
            std::vector<When> conditions = {section.when};
            for (const Field& field : section.fields) {
                conditions.push_back(field.when);
                if (field.instead_of.empty()) continue;
                const Field* other = form(kind).field(section.group, field.instead_of);
                REQUIRE(other != nullptr);
                CHECK(other->required);
                CHECK_FALSE(field.required);
            }
            for (const When& when : conditions) {
                if (when.key.empty()) continue;
                const Field* chosen = form(kind).field({}, when.key);
                REQUIRE(chosen != nullptr);
                for (std::string_view choice : when.choices)
                    CHECK(std::count(chosen->choices.begin(), chosen->choices.end(), choice) == 1);
            }
        }
    CHECK(form(ctr).field({}, "pricing")->choices.size() == name_count<Pricing>());
}

TEST_CASE("field paths are read back as written", "[forms]") {
    CHECK(field_path("", 0, "price") == "price");
    CHECK(field_path("products", 2, "discount") == "products[2].discount");
    const FieldPath path = sure(parse_field_path("products[2].discount"));
    CHECK(path.group == "products");
    CHECK(path.row == 2);
    CHECK(path.key == "discount");
}

TEST_CASE("the catalog has no field twice, and a label and help for every field", "[forms]") {
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
