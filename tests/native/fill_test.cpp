// Filling in a form from a document: what the form says afterwards, and what is refused.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "cli.hpp"
#include "codec_tree.hpp"

namespace cppo::test {
namespace {

const std::string fill = "deal fill --id loom-backup --from - --on 2026-11-20";

Json fields_of(const Folder& folder, const std::string& deal) {
    return at(tree_of(folder.done("deal show --id " + deal + " --json")), "fields");
}

}  // namespace

TEST_CASE("filling in a form tells every problem and writes nothing, or writes it all",
          "[native]") {
    const Folder folder;
    folder.done("data sample");
    const auto before = folder.files();
    const Ran ran = folder.cppo("deal fill --id loom-backup --from - --on 2026-11-20",
                                R"({"custom_terms": "None.", "price": "-1", "term": "P1Q",
                                    "lines[9].list": "1", "prize": "1"})");
    CHECK(ran.code == 1);
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 4);
    for (const char* field :
         {" ctr.price: ", " ctr.term: ", " ctr.lines[9].list: ", " ctr.prize: "})
        CHECK(ran.err.find(field) != ran.err.npos);
    CHECK(folder.files() == before);

    const std::string good = R"({"price": "470,000", "lines[1].product": "prod-6yd1m4hs9gk3p",
        "lines[1].description": "More", "lines[1].list": "9", "lines[1].quantity": "2"})";
    CHECK(folder.done(fill + " --event more", good) == "deal loom-backup: draft\n");
    const auto after = folder.files();
    CHECK(folder.done(fill + " --event more", good) ==
          "Nothing changed: this event is already recorded.\n");
    CHECK(folder.files() == after);
    const std::string shown = folder.done("deal show --id loom-backup --json");
    const Json fields = fields_of(folder, "loom-backup");
    CHECK(text_at(fields, "price") == "470000");
    CHECK(text_at(fields, "lines[0].list") == "480000");
    CHECK(text_at(fields, "lines[1].quantity") == "2");
    // What is shown can be filled in again, and changes no text of it.
    folder.done("deal fill --id loom-backup --from - --on 2026-11-20", print_json(fields));
    CHECK(folder.done("deal show --id loom-backup --json") == shown);
}

TEST_CASE("a table in a document is the whole table", "[native]") {
    const Folder folder;
    folder.done("data sample");
    const auto lines = [&] {
        const Json fields = fields_of(folder, "loom-backup");
        const auto& members = std::get<JsonObject>(fields.value);
        const auto found = std::ranges::find(members, "lines", &JsonMember::key);
        return found == members.end() ? std::string() : print_json(found->value);
    };
    const auto row = [](std::string_view fields) {
        return R"({"product": "prod-6yd1m4hs9gk3p", )" + std::string(fields) + '}';
    };
    const std::string first = lines();
    const std::string one = "{\"lines\": " + first + '}';
    const std::string two = "{\"lines\": [" + row(R"("list": "7")") + ", " +
                            row(R"("description": "More", "list": "9", "quantity": "2")") + "]}";
    folder.done(fill, two);
    const std::string both = lines();
    CHECK(both.find("\"480000\"") == both.npos);  // of the row that was there
    CHECK(both.find("\"More\"") != both.npos);
    // All that is shown of a deal can be filled in as it is, here over more rows than it has.
    const std::string shown = folder.done("deal show --id loom-backup --json");
    folder.done(fill, R"({"lines": [{"list": "1"}, {"list": "2"}, {"list": "3"}]})");
    CHECK(lines() != both);
    CHECK(folder.done(fill + " --event back", shown) == "deal loom-backup: draft\n");
    CHECK(lines() == both);
    CHECK(folder.done(fill + " --event back", shown) ==
          "Nothing changed: this event is already recorded.\n");
    CHECK(folder.done(fill, R"({"lines": []})") == "deal loom-backup: draft\n");
    CHECK(lines().empty());
    folder.done(fill, one);
    CHECK(lines() == first);
}

TEST_CASE("what is shown of a form fills in a new one, and only that is on it", "[native]") {
    const Folder folder;
    folder.done("data sample");
    for (const auto& [deal, authorization] :
         {std::pair("harvest-usage", "harvest-2026"), std::pair("granite-3y", "nimbus-2026"),
          std::pair("kaede-backup", "tidal-2026"),
          std::pair("meridian-mesh", "sentinel-meridian")}) {
        const auto fields = [&](const std::string& id) {
            return print_json(fields_of(folder, id));
        };
        const std::string id = "new-" + std::string(deal);
        folder.done("deal new --authorization " + std::string(authorization) + " --id " + id +
                    " --on 2026-11-25");
        folder.done("deal fill --id " + id + " --from - --on 2026-11-25", fields(deal));
        CHECK(fields(id) == fields(deal));
    }
}

TEST_CASE("a document given again under its ID changes nothing, whatever happened since",
          "[native]") {
    const Folder folder;
    folder.done("data sample");
    const std::string known = "Nothing changed: this event is already recorded.\n";
    const auto twice = [&](const std::string& id, const std::string& document,
                           const std::vector<std::string>& between) {
        folder.done(fill + " --event " + id, document);
        for (const std::string& line : between) folder.done(line + " --on 2026-11-20");
        const auto before = folder.files();
        CHECK(folder.done(fill + " --event " + id, document) == known);
        CHECK(folder.files() == before);
    };
    const std::string add = "deal add-row --id loom-backup --group lines";
    const std::string drop = "deal remove-row --id loom-backup --row 0 --group lines";
    twice("s", R"({"lines": []})", {add});
    twice("r", R"({"lines": [{"list": "1"}]})", {drop});
    twice("q", R"({"lines": [{"list": "2"}]})", {add});
    twice("x", R"({"price": "465001", "term": "P24M"})",
          {"deal set --id loom-backup --field price --value 470000"});
    const auto before = folder.files();
    const Ran other = folder.cppo(fill + " --event x", R"({"price": "1"})");
    CHECK(other.code == 1);
    CHECK(other.err.find("ALREADY_EXISTS event: ") == 0);
    CHECK(folder.files() == before);
}

TEST_CASE("a document may change the currency and the amounts at once", "[native]") {
    const Folder folder;
    folder.done("data sample");
    folder.done(fill, R"({"currency": "USD", "price": "1.50", "lines": [{"list": "8.25"}]})");
    folder.done(fill, R"({"currency": "JPY", "price": "5", "lines": [{"list": "3"}]})");
    CHECK(text_at(fields_of(folder, "loom-backup"), "price") == "5");
    CHECK(text_at(fields_of(folder, "loom-backup"), "lines[0].list") == "3");
    // An amount that the document leaves as it is has to be one of the new currency too.
    folder.done(fill, R"({"currency": "USD", "price": "1.50", "lines[0].list": "8.25"})");
    CHECK(folder.cppo(fill, R"({"currency": "JPY", "price": "2"})")
              .err.find("MALFORMED ctr.lines[0].list: ") == 0);
}

TEST_CASE("what is shown of a form replaces all that is on another", "[native]") {
    const Folder folder;
    folder.done("data sample");
    folder.done("deal fill --id loom-backup --from - --on 2026-11-20",
                R"({"term": "", "ends": "2028-01-01", "custom_terms": "X"})");
    folder.done(fill, folder.done("deal show --id kaede-backup --json"));
    CHECK(print_json(fields_of(folder, "loom-backup")) ==
          print_json(fields_of(folder, "kaede-backup")));
    CHECK(folder.done(fill, folder.done("deal show --id kaede-backup --json")) ==
          "Nothing changed: the form says so already.\n");
}

TEST_CASE("a choice empties what it leaves without use, and only that", "[native]") {
    const Folder folder;
    folder.done("data sample");
    folder.done(fill, R"({"pricing": "usage", "rates": [{"list_rate": "0.5"}]})");
    const std::string usage = print_json(fields_of(folder, "loom-backup"));
    CHECK(usage.find("\"lines\"") == usage.npos);
    CHECK(usage.find("\"price\"") == usage.npos);
    CHECK(usage.find("\"rates\"") != usage.npos);
    // To clear the choice is not to choose, and what a document writes is kept for check.
    folder.done(fill, R"({"pricing": ""})");
    CHECK(print_json(fields_of(folder, "loom-backup")).find("\"rates\"") != usage.npos);
    folder.done(fill, R"({"pricing": "upfront", "rates[0].list_rate": "0.25"})");
    CHECK(text_at(fields_of(folder, "loom-backup"), "rates[0].list_rate") == "0.25");
}

TEST_CASE("a table that the form does not have is refused, empty or not, and said once",
          "[native]") {
    const Folder folder;
    folder.done("data sample");
    for (const char* document : {R"({"price": []})", R"({"prices": []})", R"({"products": []})",
                                 R"({"products": [{"title": "A", "product": "b"}, {}]})"}) {
        INFO(document);
        const Ran ran = folder.cppo(fill, document);
        CHECK(ran.code == 1);
        CHECK(ran.err.find("NOT_FOUND ctr.p") == 0);
        CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
    }
    std::string rows = "{}";
    for (int i = 1; i < 60; ++i) rows += R"(, {"list": "1"})";
    const Ran many = folder.cppo(fill, "{\"lines\": [" + rows + "]}");
    CHECK(many.err.find("OUT_OF_RANGE ctr.lines: ") == 0);
    CHECK(std::count(many.err.begin(), many.err.end(), '\n') == 1);
    CHECK(folder.cppo(fill, R"({"fields": {}, "fields": {}})").err.find("DUPLICATE_KEY") == 0);
}

}  // namespace cppo::test
