#include <catch2/catch_test_macros.hpp>

#include <set>

#include "base/text.hpp"
#include "cli.hpp"
#include "cli/verb.hpp"
#include "commands/changes.hpp"
#include "golden.hpp"
#include "root.hpp"

namespace cppo::test {
namespace {

constexpr std::string_view quote_file = R"({
  "schema": 1,
  "currency": "USD",
  "lines": [{"description": "Support", "list": "120000.00", "quantity": 1, "discount": "20"}],
  "price": "110000.00",
  "fees": {"marketplace": "3", "processing": "1"}
})";

constexpr std::string_view crt_file = R"({
  "isv_name": "Fjord Data AS",
  "isv_account": "444455556666",
  "customer_name": "Orchard Health",
  "customer_account": "310042000271",
  "products": [
    {"title": "Fjord Vault", "product": "prod-8qs2n6xj4wb7r", "discount": "18"}
  ]
})";

constexpr std::string_view ctr_file = R"({
  "customer_name": "Quarry Works",
  "customer_account": "220011003300",
  "lines": [{"product": "prod-4xkq7n2mvb5ge", "description": "Nimbus Analytics",
             "list": "100000.00", "quantity": "1"},
            {"product": "prod-9h3t6wz1rc8ya", "description": "Nimbus Support",
             "list": "20000.00", "quantity": "1"}],
  "price": "110000.00"
})";

/// These lead away from the life the other examples tell; what they change is undone again.
const std::set<std::string> side_ways = {
    "authorization return", "authorization revoke", "authorization revoke-product",
    "deal return",          "deal expire",          "deal withdraw",
    "deal cancel",          "deal forgive"};

}  // namespace

TEST_CASE("help texts are as they were reviewed", "[native]") {
    const Folder folder;
    GoldenTexts all;
    const auto add = [&](const std::string& topic) {
        const std::string line = topic + (topic.empty() ? "--help" : " --help");
        const std::string file = topic.empty() ? "cppo" : replaced(topic, " ", "-");
        all[file + ".txt"] = "$ cppo " + line + '\n' + folder.done(line);
    };
    add("");
    for (const Verb& verb : verbs()) {
        add(std::string(verb.noun));
        add(verb.words());
    }
    check_golden_folder("cli/help", all);
    CHECK(folder.files().empty());
}

TEST_CASE("every example of the help runs on the sample workspace", "[native]") {
    const Folder folder;
    folder.write("quote.json", std::string(quote_file));
    folder.write("quotes.jsonl", replaced(quote_file, "\n", "") + '\n');
    folder.write("crt.json", std::string(crt_file));
    folder.write("ctr.json", std::string(ctr_file));
    folder.write("payments.tsv", "2027-01-15\t40,000.00\n2028-01-15\t60,000.00\n");
    for (const char* file : {"contract.pdf", "license.pdf"}) folder.write(file, "%PDF-1.4");
    std::filesystem::create_directory_symlink(project_root() / "tests", "tests");
    folder.done("data sample");
    for (const Verb& verb : verbs()) {
        INFO(verb.words());
        CHECK(!verb.examples.empty());
        for (std::string_view example : verb.examples) {
            CHECK(example.substr(0, verb.words().size()) == verb.words());
            if (verb.words() == "data sample") {
                Folder().done(example);
                continue;
            }
            std::filesystem::copy("data", "before", std::filesystem::copy_options::recursive);
            folder.done(example);
            if (side_ways.count(verb.words())) {
                std::filesystem::remove_all("data");
                std::filesystem::rename("before", "data");
            }
            std::filesystem::remove_all("before");
        }
    }
}

TEST_CASE("every command understands --json and --data", "[native]") {
    const Folder folder;
    folder.done("data sample");
    for (const Verb& verb : verbs()) {
        const std::string help = folder.done(verb.words() + " --help");
        INFO(verb.words());
        CHECK(help.find("--json ") != help.npos);
        CHECK(help.find("--data DIR ") != help.npos);
        CHECK(help.find("--help ") != help.npos);
    }
}

}  // namespace cppo::test
