// The files a command writes where a person says, and the folder it reads: nothing is lost to a
// typo.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <catch2/catch_test_macros.hpp>

#include <array>

#include "cli.hpp"
#include "fixtures.hpp"

using namespace cppo;
using namespace cppo::test;

namespace fs = std::filesystem;

namespace {

unsigned mode_of(const fs::path& path) {
    return static_cast<unsigned>(fs::status(path).permissions());
}

}  // namespace

TEST_CASE("An existing file is replaced only by force", "[native]") {
    const Folder folder;
    folder.done("data sample");
    for (const std::string line : {"data export held.txt", "schema --form ctr --out held.txt",
                                   "authorization mail --id fjord-2027 --out held.txt",
                                   "deal customer-copy --id granite-3y --out held.txt",
                                   "deal mail --id granite-3y --out held.txt"}) {
        INFO(line);
        folder.write("held.txt", "mine");
        const Ran ran = folder.cppo(line);
        CHECK(ran.code == 1);
        CHECK(ran.err.find("The file 'held.txt' already exists; add --force to replace it.") !=
              ran.err.npos);
        CHECK(folder.read("held.txt") == "mine");
        folder.done(line + " --force");
        CHECK(folder.read("held.txt") != "mine");
    }
}

TEST_CASE("A file that replaces another keeps its mode, and a new one is private", "[native]") {
    const Folder folder;
    folder.done("data sample");
    CHECK(mode_of("data") == 0700);
    CHECK(mode_of("data/deals") == 0700);
    CHECK(mode_of("data/workspace.json") == 0600);
    folder.done("data export new.json");
    CHECK(mode_of("new.json") == 0600);
    fs::permissions("new.json", fs::perms(0640));
    folder.done("data export new.json --force");
    CHECK(mode_of("new.json") == 0640);
    fs::permissions("data/workspace.json", fs::perms(0660));
    folder.done("workspace set --field contact --value \"Partner desk\"");
    CHECK(mode_of("data/workspace.json") == 0660);
}

TEST_CASE("A link is followed, and stays a link", "[native]") {
    const Folder folder;
    folder.done("data sample");
    fs::create_directory("far");
    fs::create_symlink("far/desk.json", "near.json");
    folder.done("data export near.json");
    CHECK(fs::is_symlink("near.json"));
    const std::string exported = folder.read("far/desk.json");
    CHECK(exported.find("granite-3y") != exported.npos);
    CHECK(folder.cppo("data export near.json").code == 1);
    folder.write("far/desk.json", "old");
    folder.done("data export near.json --force");
    CHECK(fs::is_symlink("near.json"));
    CHECK(folder.read("far/desk.json") == exported);
}

TEST_CASE("A pipe and a device are written into, and a folder is refused", "[native]") {
    const Folder folder;
    folder.done("data sample");
    REQUIRE(::mkfifo("pipe", 0600) == 0);
    const int reader = ::open("pipe", O_RDONLY | O_NONBLOCK);
    REQUIRE(reader >= 0);
    folder.done("schema --form raf --out pipe");
    std::array<char, 8> begun{};
    CHECK(::read(reader, begun.data(), begun.size()) == 8);
    CHECK(std::string_view(begun.data(), 1) == "{");
    ::close(reader);
    CHECK(fs::is_fifo("pipe"));
    folder.done("data export /dev/null");
    CHECK(fs::is_character_file("/dev/null"));
    const Ran ran = folder.cppo("data export data");
    CHECK(ran.code == 1);
    CHECK(ran.err.find("STORAGE_FAILED data: The file cannot be written: Is a directory.") == 0);
}

TEST_CASE("A file beside the one that is written stays as it is", "[native]") {
    const Folder folder;
    folder.done("data sample");
    folder.write("desk.json.new", "mine");
    folder.done("data export desk.json");
    CHECK(folder.read("desk.json.new") == "mine");
    CHECK(folder.files().count("desk.json.cppo-new") == 0);
}

TEST_CASE("A folder of records that is missing or unreadable is an error, not empty", "[native]") {
    const Folder folder;
    folder.done("data sample");
    const auto refused = [&](const std::string& line, const std::string& data) {
        const Ran ran = folder.cppo(line, "", data);
        CHECK(ran.code == 1);
        CHECK(ran.out.empty());
        return ran.err.substr(0, ran.err.find(';'));
    };
    for (const std::string line :
         {"deal list", "authorization list", "data check", "data export new.json",
          "report --as partner --as-of 2026-12-31", "forecast --as-of 2026-12-31"}) {
        INFO(line);
        CHECK(refused(line, "sampel") == "NOT_FOUND data: There is no folder 'sampel'");
        CHECK(refused(line, "data/workspace.json") ==
              "NOT_FOUND data: 'data/workspace.json' is not a folder. Check the name or number.\n");
    }
    CHECK(folder.files().count("new.json") == 0);
    fs::remove_all("data/deals");
    CHECK(folder.done("deal list").find("granite") == std::string::npos);
    folder.write("data/deals", "a file where a folder should be");
    CHECK(refused("deal list", "data") ==
          "STORAGE_FAILED data: The folder 'data/deals' cannot be read: Not a directory. Nothing "
          "was saved");
}

TEST_CASE("An empty --data is wrong usage", "[native]") {
    const Folder folder;
    for (const char* line : {"deal list", "data sample"}) {
        const Ran ran = folder.cppo(line, "", "");
        CHECK(ran.code == 2);
        CHECK(ran.err.find("--data is empty: name a folder, or omit the option") != ran.err.npos);
    }
    CHECK(folder.files().empty());
}

TEST_CASE("Payments are read from standard input as from a file", "[native]") {
    const Folder folder;
    folder.done("data sample");
    const std::string line = "deal schedule --id loom-backup --on 2026-11-24 --from ";
    const std::string rows = "Date,Amount\n2027-01-15,155000\n2028-01-15,310000\n";
    folder.done(line + "-", rows);
    const std::string piped = folder.read("data/deals/loom-backup.json");
    folder.done("data sample --replace");
    folder.write("rows.csv", rows);
    folder.done(line + "rows.csv");
    CHECK(folder.read("data/deals/loom-backup.json") == piped);
}
