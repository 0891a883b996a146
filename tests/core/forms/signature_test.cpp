#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "base/text.hpp"
#include "fixtures.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

TEST_CASE("a copy lists the filled-in fields in the form's order", "[forms]") {
    std::vector<std::string> lines;
    for (const CopyLine& line : copy_for(Party::isv, raf, raf_content()))
        lines.push_back(line.path + " = " + line.value);
    CHECK(lines == std::vector<std::string>{
                       "isv_name = Alder Software", "isv_account = 001122223333",
                       "partner_name = Birch Resale", "partner_account = 444455556666",
                       "products[0].title = Alder Graph",
                       "products[0].product = prod-4xkq7n2mvb5ge", "products[0].discount = 25",
                       "currency = USD", "starts = 2020-01-01"});
}

TEST_CASE("the customer's copy omits what is not for the customer", "[forms]") {
    const Content content = filled(ctr, {{"customer_signs", "yes"}}, scheduled_content());
    const auto has = [&](Party party, std::string_view path) {
        const auto lines = copy_for(party, ctr, content);
        return std::any_of(lines.begin(), lines.end(),
                           [&](const CopyLine& line) { return line.path == path; });
    };
    CHECK(has(Party::partner, "customer_signs"));
    CHECK_FALSE(has(Party::customer, "customer_signs"));
    CHECK(has(Party::customer, "price"));
    CHECK(content_hash(Party::partner, ctr, content) !=
          content_hash(Party::customer, ctr, content));
    // Copies that read the same have the same digest.
    CHECK(content_hash(Party::isv, raf, raf_content()) ==
          content_hash(Party::partner, raf, raf_content()));
}

TEST_CASE("the customer reads a request's files, but nothing of the ISV's forms", "[forms]") {
    const std::string digest(64, 'a');
    const Texts file = {{"attachments[0].name", "terms.pdf"}, {"attachments[0].sha256", digest}};
    const auto lines = copy_for(Party::customer, ctr, filled(ctr, file, upfront_content()));
    const auto reads = [&](std::string_view path) {
        return std::any_of(lines.begin(), lines.end(),
                           [&](const CopyLine& line) { return line.path == path; });
    };
    CHECK(reads("attachments[0].name"));
    CHECK(reads("attachments[0].sha256"));
    CHECK(copy_for(Party::customer, raf, filled(raf, file, raf_content())).empty());
    CHECK(copy_for(Party::customer, crt, filled(crt, file, crt_content())).empty());
    CHECK_FALSE(copy_for(Party::aws, crt, filled(crt, file, crt_content())).empty());
}

TEST_CASE("no request names a discount, a wholesale cost or a fee", "[forms]") {
    for (const Section& section : form(ctr).sections)
        for (const Field& field : section.fields)
            for (std::string_view word : {"discount", "wholesale", "fee", "markup"})
                CHECK(field.key.find(word) == field.key.npos);
}

TEST_CASE("the digest changes with every field", "[forms]") {
    for (FormKind kind : {raf, crt, ctr}) {
        const Content full = kind == raf   ? raf_content()
                             : kind == crt ? crt_content()
                                           : scheduled_content();
        const std::string before = content_hash(Party::partner, kind, full);
        for (const CopyLine& line : copy_for(Party::partner, kind, full)) {
            INFO(text(kind) << '.' << line.path);
            const Content changed = sure(with_value(kind, full, line.path, ""));
            CHECK(content_hash(Party::partner, kind, changed) != before);
        }
    }
}

TEST_CASE("moving text from one field to the next changes the digest", "[forms]") {
    const auto hash = [](std::string_view isv, std::string_view partner) {
        return content_hash(Party::isv, raf,
                            filled(raf, {{"isv_name", isv}, {"partner_name", partner}}));
    };
    CHECK(hash("A", "partner_name 1 B") != hash("A partner_name 1", "B"));
    CHECK(hash("AB", "C") != hash("A", "BC"));
    const auto request = [](const Texts& texts) {
        return content_hash(Party::partner, ctr, filled(ctr, texts));
    };
    CHECK(request({{"custom_terms", "A\ncustomer_signs yes"}}) !=
          request({{"custom_terms", "A"}, {"customer_signs", "yes"}}));
    CHECK(content_hash(Party::isv, raf, {}) != content_hash(Party::isv, crt, {}));
}

TEST_CASE("a signer must be a party of the form with a name and a title", "[forms]") {
    struct Row {
        std::string id;
        FormKind form;
        Party party;
        std::string name, title;
        std::optional<Error> refused;
    };
    const std::string long_name(101, 'x');
    const std::vector<Row> rows = {
        {"the ISV signs an authorization", raf, Party::isv, "N", "T", {}},
        {"the partner signs a resale", crt, Party::partner, "N", "T", {}},
        {"the customer signs a request", ctr, Party::customer, "N", "T", {}},
        {"the customer does not sign a resale", crt, Party::customer, "N", "T",
         Error{Code::wrong_signer, "party",
               "the customer does not sign a Custom Resale Transaction"}},
        {"the ISV does not sign a request", ctr, Party::isv, "N", "T",
         Error{Code::wrong_signer, "party", "the ISV does not sign a Custom Transaction Request"}},
        {"AWS signs nothing", raf, Party::aws, "N", "T",
         Error{Code::wrong_signer, "party", "AWS does not sign a Reseller Authorization"}},
        {"no name", raf, Party::isv, " ", "T",
         Error{Code::required, "name", "a signature needs the signer's name"}},
        {"no title", raf, Party::isv, "N", "",
         Error{Code::required, "title", "a signature needs the signer's title"}},
        {"a name over two lines", raf, Party::isv, "N\nM", "T",
         Error{Code::malformed, "name", "'N\\u{a}M' is not one line of at most 100 characters"}},
        {"a long name", raf, Party::isv, long_name, "T",
         Error{Code::malformed, "name",
               "'" + long_name.substr(0, 60) + "…' is not one line of at most 100 characters"}},
        {"100 characters of two bytes",
         raf,
         Party::isv,
         "N",
         replaced(std::string(100, 'x'), "x", "é"),
         {}},
    };
    const Row row = GENERATE_COPY(from_range(rows));
    INFO(row.id);
    CHECK(refusal(check_signer(row.form, row.party, row.name, row.title)) == row.refused);
}
