#include <catch2/catch_test_macros.hpp>

#include "codec/form_json.hpp"
#include "codec/form_schema.hpp"
#include "fixtures.hpp"
#include "golden.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

TEST_CASE("codec: a form's content is one object, tables are lists of rows", "[codec]") {
    const Content content = filled(raf, {{"isv_name", "Älder"},
                                         {"products[0].discount", "25"},
                                         {"products[1].title", "Alder Graph"},
                                         {"contract", "none"}});
    CHECK(print_json(content_json(raf, content)) ==
          "{\n  \"isv_name\": \"Älder\",\n  \"products\": [\n    {\n"
          "      \"discount\": \"25\"\n    },\n    {\n      \"title\": \"Alder Graph\"\n    }\n"
          "  ],\n  \"contract\": \"none\"\n}\n");
    CHECK(print_json(content_json(raf, {})) == "{}\n");
}

TEST_CASE("codec: what is written of a form is read back, field by field", "[codec]") {
    const std::pair<FormKind, Content> forms[] = {{raf, raf_content()},
                                                  {crt, crt_content()},
                                                  {ctr, scheduled_content()},
                                                  {ctr, upfront_content()}};
    for (const auto& [kind, content] : forms) {
        const auto document = parse_content(print_json(content_json(kind, content)));
        REQUIRE(document);
        Texts texts;
        for (const FieldText& field : document->fields) texts.emplace_back(field.path, field.text);
        CHECK(filled(kind, texts) == content);
    }
}

TEST_CASE("codec: a document of fields tells all its problems at once", "[codec]") {
    const auto problems_of = [](std::string_view json) {
        const auto read = parse_content(json);
        return read ? Issues() : read.error();
    };
    CHECK(problems_of("{}").empty());
    CHECK(problems_of(R"({"lines": []})").empty());
    CHECK(problems_of("[") ==
          Issues{{Code::malformed, "document",
                  "the text is not JSON: it ends unexpectedly, at line 1, column 2"}});
    CHECK(problems_of("[]") == Issues{{Code::malformed, "document",
                                       "the file holds a list, not an object of fields and "
                                       "strings"}});
    CHECK(problems_of(R"({"price": 1, "term": null, "price": "1", "lines": [{"list": true}, "x"],
                          "lines[0].list": "1", "starts": {"on": "2020-01-01"}})") ==
          Issues{{Code::malformed, "price", "expected a string, found a whole number"},
                 {Code::malformed, "term", "expected a string, found null"},
                 {Code::duplicate_key, "price", "the field appears twice"},
                 {Code::malformed, "lines[0].list", "expected a string, found true or false"},
                 {Code::malformed, "lines[1]", "expected a row, found a string"},
                 {Code::duplicate_key, "lines[0].list", "the field appears twice"},
                 {Code::malformed, "starts", "expected a string, found an object"}});
}

TEST_CASE("codec: the schemas are as they were reviewed", "[codec]") {
    const auto matches = [](const std::string& name, FormKind kind) {
        const std::string schema = print_json(form_schema(kind));
        CHECK(schema == golden(name, schema));
    };
    matches("codec/raf.schema.json", raf);
    matches("codec/crt.schema.json", crt);
    matches("codec/ctr.schema.json", ctr);
}
