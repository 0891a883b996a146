// What the reading commands print for the sample workspace, kept as one golden session.
#include <catch2/catch_test_macros.hpp>

#include <sstream>

#include "base/text.hpp"
#include "cli.hpp"
#include "cli/run.hpp"
#include "codec/json.hpp"
#include "golden.hpp"

namespace cppo::test {
namespace {

const std::vector<std::string> session = {
    "workspace show",
    "authorization list",
    "authorization show --id sentinel-meridian",
    "authorization check --id fjord-2027",
    "authorization history --id fjord-2027",
    "deal list",
    "deal show --id granite-3y",
    "deal show --id granite-3y --as-of 2026-01-19",
    "deal show --id loom-backup",
    "deal quote --id granite-3y",
    "deal quote --id kaede-backup",
    "deal history --id meridian-mesh",
    "deal ledger --id kaede-backup",
    "deal customer-copy --id granite-3y",
    "customer list",
    "product list --as-of 2026-11-24",
    "isv list --as-of 2026-11-24",
    "forecast --as-of 2026-11-24",
    "report --as partner --as-of 2026-12-31",
    "report --as isv --account 111122223333 --as-of 2026-12-31",
    "report --as isv --account 222233334444 --as-of 2026-12-31",
    "report --as customer --account 000123456789 --as-of 2026-12-31",
    "report --as customer --deal orchard-support --as-of 2026-12-31",
    "data check",
};

constexpr std::string_view quote_with_warnings = R"({
  "schema": 1,
  "currency": "EUR",
  "lines": [
    {"description": "Seats", "list": "333.33", "quantity": 3, "discount": "0"},
    {"description": "Support", "list": "120000.00", "quantity": 1, "discount": "20"}
  ],
  "schedule": [
    {"on": "2027-02-01", "amount": "60500.00"},
    {"on": "2026-02-01", "amount": "60500.00"}
  ],
  "fees": {"marketplace": "3", "processing": "1", "assumed": true},
  "settings": {"rounding": "half_even", "processing_base": "customer_price"}
})";

/// The noun and the verb a command line begins with, as the name of a file.
std::string verb_of(const std::string& line) {
    return replaced(line.substr(0, line.find(" -")), " ", "-");
}

}  // namespace

TEST_CASE("what the reading commands print is as it was reviewed", "[native]") {
    const Folder folder;
    folder.done("data sample");
    const auto before = folder.files();
    GoldenTexts all;
    const auto add = [&](const std::string& line, std::string_view kind, const std::string& input) {
        const std::string answer = folder.done(line, input);
        std::string& file = all[verb_of(line) + std::string(kind)];
        file += (file.empty() ? "$ cppo " : "\n$ cppo ") + line + '\n' + answer;
        return answer;
    };
    for (const std::string& line : session) {
        INFO(line);
        add(line, ".txt", "");
        CHECK(parse_json(add(line + " --json", ".json.txt", "")));
        if (line.substr(0, 6) == "report") add(line + " --csv", ".csv.txt", "");
    }
    add("quote -", ".txt", std::string(quote_with_warnings));
    add("quote - --json", ".json.txt", std::string(quote_with_warnings));
    check_golden_folder("cli/views", all);
    CHECK(folder.files() == before);
}

TEST_CASE("a deal as of a day shows what was so that evening", "[native]") {
    const Folder folder;
    folder.done("data sample");
    const auto status = [&](const std::string& as_of) {
        const std::string json = folder.done("deal show --id granite-3y --json --as-of " + as_of);
        const auto at = json.find("\"status\": \"") + 11;
        return json.substr(at, json.find('"', at) - at);
    };
    CHECK(status("2026-01-18") == "draft");
    CHECK(status("2026-01-25") == "submitted");
    CHECK(status("2026-01-26") == "offered");
    CHECK(status("2026-01-29") == "accepted");
    const std::string early = folder.done("deal ledger --id granite-3y --json");
    CHECK(early.find("\"isv\": \"0.00\"") != early.npos);
    const std::string before_payout =
        folder.done("deal show --id granite-3y --json --as-of 2026-03-09");
    CHECK(before_payout.find("\"isv\": \"-80833.33\"") != before_payout.npos);
}

TEST_CASE("documents go to standard output or to a file", "[native]") {
    const Folder folder;
    folder.done("data sample");
    const std::string mail = folder.done("deal mail --id granite-3y");
    CHECK(folder.done("deal mail --id granite-3y --out a.eml") == "Written to a.eml\n");
    CHECK(folder.read("a.eml") == mail);
    CHECK(folder.done("deal mail --id granite-3y --to channel.manager@amazon.com") != mail);
    const std::string copy = folder.done("deal customer-copy --id granite-3y");
    folder.done("deal customer-copy --id granite-3y --out copy.txt");
    CHECK(folder.read("copy.txt") == copy);
    folder.done("data export all.json");
    CHECK(folder.read("all.json") == folder.done("data export -"));
}

TEST_CASE("an answer that cannot be printed is no success", "[native]") {
    const Folder folder;
    folder.done("data sample");
    struct Full : std::streambuf {
    } full;
    std::istringstream in;
    std::ostream out(&full);
    std::ostringstream err;
    const std::vector<std::string> words = {"--data", "data", "deal", "list"};
    CHECK(run(words, in, out, err) == 1);
    CHECK(err.str().find("STORAGE_FAILED output: ") == 0);
}

TEST_CASE("an event given twice under one name changes nothing the second time", "[native]") {
    const Folder folder;
    folder.done("data sample");
    const std::string line =
        "deal collect --id kaede-backup --number 1 --amount 600001 --on 2026-12-10 --event bank-1";
    CHECK(folder.done(line) == "deal kaede-backup: accepted\n");
    const auto after = folder.files();
    CHECK(folder.done(line) == "Nothing changed: this event is already recorded.\n");
    CHECK(folder.done(line + " --json") == "{\n  \"changed\": []\n}\n");
    CHECK(folder.files() == after);
}

TEST_CASE("creating an offer records the use of its authorization with it", "[native]") {
    const Folder folder;
    folder.done("data sample");
    folder.done("deal fees --id loom-backup --marketplace 3 --processing 1 --on 2026-11-18");
    folder.done(
        "deal sign --id loom-backup --party partner --name \"Authorized signatory\" "
        "--title Contracts --on 2026-11-18");
    folder.done("deal submit --id loom-backup --to mpcustdesk@amazon.com --on 2026-11-18");
    CHECK(folder.done("deal create-offer --id loom-backup --offer offer-1 --on 2026-11-19") ==
          "deal loom-backup: offered\nauthorization tidal-2026: authorized\n");
    CHECK(folder.done("authorization show --id tidal-2026").find("Used for deal loom-backup\n") !=
          std::string::npos);
}

}  // namespace cppo::test
