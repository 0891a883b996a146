#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include <cstdlib>
#include <sstream>

#include "base/text.hpp"
#include "cli.hpp"
#include "cli/run.hpp"
#include "fixtures.hpp"
#include "store/store.hpp"

namespace cppo::test {
namespace {

constexpr auto granite = "data/deals/granite-3y.json";

}  // namespace

TEST_CASE("a damaged record is set aside: reported, left as it is, and the others load",
          "[native]") {
    const Folder folder;
    folder.done("data sample");
    const std::string whole = folder.read(granite);
    struct Damage {
        std::string bytes, report;
    };
    const std::vector<Damage> damages = {
        {whole.substr(0, whole.size() / 2),
         "RECORD_DAMAGED deals/granite-3y.json: MALFORMED at document: the text is not JSON: "},
        {"", "RECORD_DAMAGED deals/granite-3y.json: MALFORMED at document: "},
        {folder.read("data/deals/loom-backup.json"),
         "RECORD_DAMAGED deals/granite-3y.json: The file contains the record 'deal/loom-backup'."},
        {replaced(whole, "\"created_on\"", "\"createdon\""),
         "RECORD_DAMAGED deals/granite-3y.json: UNKNOWN_KEY at createdon: "},
        {replaced(whole, "\"event\": \"create_offer\"", "\"event\": \"expire\""),
         "RECORD_DAMAGED deals/granite-3y.json: "},
    };
    for (const Damage& damage : damages) {
        folder.write(granite, damage.bytes);
        const auto before = folder.files();
        const Ran list = folder.cppo("deal list");
        INFO(list.err);
        CHECK(list.code == 0);
        CHECK(list.out.find("granite-3y") == list.out.npos);
        CHECK(list.out.find("orchard-support") != list.out.npos);
        CHECK(list.err.find(damage.report) == 0);
        CHECK(std::count(list.err.begin(), list.err.end(), '\n') == 1);
        CHECK(folder.cppo("data check").code == 1);
        // Its name is taken, and what is left of it stays.
        const Ran made = folder.cppo(
            "deal new --authorization nimbus-2026 --id granite-3y "
            "--on 2026-11-20");
        CHECK(made.code == 1);
        CHECK(folder.cppo("data sample").code == 1);
        CHECK(folder.files() == before);
        // The others can be worked on.
        CHECK(folder
                  .cppo("deal set --id loom-backup --field price --value 470000 "
                        "--on 2026-11-20")
                  .code == 0);
        CHECK(folder.read(granite) == damage.bytes);
    }
}

TEST_CASE("of a file that is too long for a record no more is read than tells so", "[native]") {
    const Folder folder;
    folder.done("data sample");
    const std::filesystem::path file = granite;
    std::filesystem::resize_file(file, std::uintmax_t{8} << 30);  // takes no room
    const Ran list = folder.cppo("deal list");
    CHECK(list.code == 0);
    CHECK(list.err.find("RECORD_DAMAGED deals/granite-3y.json: OUT_OF_RANGE at document: ") == 0);
    CHECK(list.out.find("orchard-support") != std::string::npos);
    CHECK(std::filesystem::file_size(file) == std::uintmax_t{8} << 30);
}

TEST_CASE("an encrypted export is refused with the way to decrypt it", "[native]") {
    const Folder folder;
    const Ran ran = folder.cppo("data import -", "age-encryption.org/v1\n-> scrypt ");
    CHECK(ran.code == 1);
    CHECK(ran.err ==
          "MALFORMED document: The file is encrypted with a passphrase: decrypt it with age, "
          "'age -d FILE > DECRYPTED', and import the result. Correct the value and try again.\n");
}

TEST_CASE("a damaged record is restored from an export, and its bytes are kept all the same",
          "[native]") {
    const Folder folder;
    folder.done("data sample");
    const std::string whole = folder.read(granite);
    for (const char* kept :
         {"data/deals/granite-3y.json.damaged", "data/deals/granite-3y.json.damaged-2"}) {
        folder.write(granite, kept);
        CHECK(folder.cppo("data sample --replace").code == 0);
        CHECK(folder.read(granite) == whole);
        CHECK(folder.read(kept) == kept);
        folder.done("data check");
    }
    folder.write("data/workspace.json", "");
    CHECK(folder.cppo("data sample --replace").code == 0);
    folder.done("report --as partner --as-of 2026-12-31");
}

TEST_CASE("without --data records are where the XDG base directories say", "[native]") {
    const Folder folder;
    const std::string home = std::filesystem::current_path().string();
    const char* home_before = std::getenv("HOME");
    const std::string kept_home = home_before ? home_before : "";
    const auto sample = [&](const std::string& xdg, const std::string& user) {
        setenv("XDG_DATA_HOME", xdg.c_str(), 1);
        setenv("HOME", user.c_str(), 1);
        std::istringstream in;
        std::ostringstream out, err;
        const std::vector<std::string> words = {"data", "sample"};
        const int code = run(words, in, out, err);
        unsetenv("XDG_DATA_HOME");
        setenv("HOME", kept_home.c_str(), 1);
        return std::pair(code, err.str());
    };
    CHECK(sample(home + "/xdg", home).first == 0);
    CHECK(folder.files().count("xdg/cppo/workspace.json") == 1);
    // A relative path there is to be ignored.
    CHECK(sample("xdg", home).first == 0);
    CHECK(folder.files().count(".local/share/cppo/workspace.json") == 1);
    const auto nowhere = sample("", home + "/nobody");
    CHECK(nowhere.first == 1);
    CHECK(nowhere.second.find("REQUIRED data: Neither XDG_DATA_HOME nor HOME is set") == 0);
}

TEST_CASE("with a damaged workspace nothing is written and no report is made", "[native]") {
    const Folder folder;
    folder.done("data sample");
    folder.write("data/workspace.json", "{");
    const auto before = folder.files();
    for (const char* line :
         {"deal set --id loom-backup --field price --value 1 --on 2026-11-20",
          "workspace set --field contact --value x", "report --as partner --as-of 2026-12-31"}) {
        const Ran ran = folder.cppo(line);
        CHECK(ran.code == 1);
        CHECK(ran.err.find("RECORD_DAMAGED workspace.json: ") == 0);
    }
    CHECK(folder.cppo("deal list").code == 0);
    CHECK(folder.files() == before);
}

TEST_CASE("one writer at a time; readers need not wait", "[native]") {
    const Folder folder;
    folder.done("data sample");
    const auto before = folder.files();
    {
        Store other("data");
        REQUIRE(other.lock());
        const Ran ran = folder.cppo("workspace set --field contact --value \"Partner desk\"");
        CHECK(ran.code == 1);
        CHECK(ran.err.find("STORAGE_FAILED data: Another command is writing to 'data'.") == 0);
        CHECK(folder.cppo("deal list").code == 0);
    }
    CHECK(folder.files() == before);
    folder.done("workspace set --field contact --value \"Partner desk\"");
}

TEST_CASE("what cannot be stored leaves everything as it was", "[native]") {
    const Folder folder;
    folder.done("workspace set --field partner_name --value \"Harbor Consulting LLC\"");
    folder.write("data/authorizations", "a file where a folder should be");
    const auto before = folder.files();
    const Ran ran = folder.cppo("authorization new --form raf --on 2026-11-20");
    CHECK(ran.code == 1);
    CHECK(ran.err.find("STORAGE_FAILED ") == 0);
    CHECK(folder.files() == before);
    CHECK(folder.cppo("--data data/authorizations/x deal new --authorization a --on 2026-11-20")
              .code != 0);
}

TEST_CASE("a refused first command leaves no directory behind", "[native]") {
    const Folder folder;
    CHECK(folder.cppo("workspace set --field nonsense --value x").code == 1);
    CHECK(folder.cppo("deal new --authorization nobody --on 2026-11-20").code == 1);
    CHECK(folder.files().empty());
    CHECK(folder.cppo("deal list").code == 1);
    CHECK(folder.files().empty());
}

TEST_CASE("a batch that was not kept is no record, and does not come along with the next one",
          "[native]") {
    const Folder folder;
    folder.done("data sample");
    const std::string before = folder.done("data export -");
    folder.write("data/batch.new/deals/granite-3y.json", "{\"schema\": 1");
    folder.write("data/batch.new/deals/loom-2.json", folder.read("data/deals/loom-backup.json"));
    CHECK(folder.done("data export -") == before);
    folder.done("deal invoice --id granite-3y --number 2 --on 2027-02-01");
    CHECK(folder.files().count("data/batch.new") == 0);
    CHECK(folder.files().count("data/deals/loom-2.json") == 0);
}

TEST_CASE("a batch that was kept is read where it is, and the next writer moves it", "[native]") {
    const Folder folder;
    folder.done("data sample");
    const auto moved = [&](const std::string& name) {
        std::filesystem::create_directories("data/batch/deals");
        std::filesystem::rename("data/" + name, "data/batch/" + name);
    };
    const std::string before = folder.done("data export -");
    const auto files = folder.files();
    moved("deals/granite-3y.json");
    moved("workspace.json");
    folder.write("data/deals/granite-3y.json", folder.read("data/deals/loom-backup.json"));
    CHECK(folder.done("data export -") == before);
    CHECK(folder.files().count("data/workspace.json") == 0);
    // Even a command that is refused has put things in order.
    CHECK(folder.cppo("workspace set --field nonsense --value x").code == 1);
    CHECK(folder.files() == files);
}

TEST_CASE("records go out and in again unchanged, and none loses a step unasked", "[native]") {
    const Folder folder;
    folder.done("data sample");
    const std::string bytes = folder.done("data export -");
    CHECK(bytes == folder.done("data export - --json"));
    CHECK(folder.done("data import -", bytes) == "12 records imported, 0 set aside\n");
    folder.done("deal set --id loom-backup --field price --value 470000 --on 2026-11-20");
    const auto before = folder.files();
    const Ran ran = folder.cppo("data import -", bytes);
    CHECK(ran.code == 1);
    CHECK(ran.err.find("ALREADY_EXISTS deal/loom-backup: ") == 0);
    CHECK(folder.files() == before);
    const std::string ahead = folder.done("data export -");
    folder.done("data import - --replace", bytes);
    CHECK(folder.done("data export -") == bytes);
    // What only goes on from ours takes nothing away.
    CHECK(folder.done("data import -", ahead) == "12 records imported, 0 set aside\n");
    CHECK(folder.done("data export -") == ahead);

    const Folder other;
    CHECK(other.done("data import -", bytes) == "12 records imported, 0 set aside\n");
    CHECK(other.done("data export -") == bytes);
}

TEST_CASE("an export with a damaged record brings the others", "[native]") {
    const Folder folder;
    folder.done("data sample");
    std::string bytes = folder.done("data export -");
    bytes = replaced(bytes, "\"deal_kind\": \"non-recurring\"", "\"deal_kind\": \"sometimes\"");
    const Folder other;
    const Ran ran = other.cppo("data import -", bytes);
    CHECK(ran.code == 1);
    CHECK(ran.out == "11 records imported, 1 set aside\n");
    CHECK(ran.err.find("RECORD_DAMAGED deal/meridian-mesh: MALFORMED at ") == 0);
    CHECK(other.done("deal list").find("granite-3y") != std::string::npos);
}

TEST_CASE("a deal whose authorization is gone is found by data check", "[native]") {
    const Folder folder;
    folder.done("data sample");
    std::filesystem::remove("data/authorizations/nimbus-2026.json");
    const Ran ran = folder.cppo("data check");
    CHECK(ran.code == 1);
    CHECK(ran.err.find("NOT_FOUND deal/granite-3y: The deal's authorization 'nimbus-2026' ") == 0);
    CHECK(folder.cppo("deal show --id granite-3y").code == 0);
}

TEST_CASE("the first command that writes gives the workspace its salt, and only the first",
          "[native]") {
    const Folder folder;
    folder.done("authorization new --form raf --on 2026-11-20");
    const std::string first = folder.read("data/workspace.json");
    const auto salt = first.find("\"salt\": \"");
    REQUIRE(salt != first.npos);
    CHECK(first.find('"', salt + 9) == salt + 9 + 32);
    folder.done("authorization new --form crt --on 2026-11-20");
    CHECK(folder.read("data/workspace.json") == first);
    const Folder other;
    other.done("authorization new --form raf --on 2026-11-20");
    CHECK(other.read("data/workspace.json") != first);
    const Folder given;
    given.done("workspace set --field salt --value 00112233445566778899aabbccddeeff");
    CHECK(given.read("data/workspace.json").find("00112233445566778899aabbccddeeff") !=
          std::string::npos);
}

TEST_CASE("every file of a directory is readable by the next command, byte for byte", "[native]") {
    for (const auto& [name, model] : told_stories()) {
        INFO(name);
        const Folder folder;
        Store store("data");
        REQUIRE(store.lock());
        REQUIRE(store.save(records_of(model), {}));
        const Model loaded = sure(store.load());
        CHECK(loaded.damaged.empty());
        CHECK(encode_export(records_of(loaded)) == encode_export(records_of(model)));
    }
}

}  // namespace cppo::test
