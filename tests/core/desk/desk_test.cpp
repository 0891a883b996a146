// The one desk of page, command line and tests: what it has stored of a change, when the workspace
// gets its salt, and what it makes of the texts of a store.
#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"
#include "desk/desk.hpp"
#include "desk/import_preview.hpp"
#include "fixtures.hpp"
#include "sample_desk.hpp"

namespace cppo::test {
namespace {

const Date today = day("2026-11-23");
const std::string salt = "0123456789abcdef0123456789abcdef";

/// "authorization/auth-1 workspace | undo/1 deal/gone-": what is to be stored now, and removed.
std::string unsaved(Desk& desk) {
    const Desk::Unsaved all = desk.take_unsaved();
    std::vector<std::string> records, beside;
    for (const Record& record : all.records) records.push_back(key_of(record));
    for (const UndoLog::Stored& stored : all.beside)
        beside.push_back(stored.key + (stored.text.empty() ? "-" : ""));
    return join(records, " ") + " | " + join(beside, " ");
}

Desk sample() { return {sample_desk().model(), ""}; }

}  // namespace

TEST_CASE("the salt is stored with the first record, and an untouched desk stores nothing",
          "[desk]") {
    Desk desk(salt);
    CHECK(unsaved(desk) == " | ");
    CHECK_FALSE(desk.carry_out(command::EditWorkspace{"color", "red"}, today));
    CHECK(unsaved(desk) == " | ");
    CHECK(desk.model().workspace().salt.empty());
    sure(desk.carry_out(command::CreateAuthorization{}, today));
    CHECK(unsaved(desk) == "authorization/auth-1 workspace | undo/1");
    CHECK(desk.model().workspace().salt == salt);
    sure(desk.carry_out(command::CreateAuthorization{}, today));
    CHECK(unsaved(desk) == "authorization/auth-2 | undo/2");

    Desk given(salt);
    const std::string other(32, 'f');
    sure(given.carry_out(command::EditWorkspace{"salt", other}, today));
    CHECK(given.model().workspace().salt == other);
    Desk without;
    sure(without.carry_out(command::CreateAuthorization{}, today));
    CHECK(without.model().workspace().salt.empty());
}

TEST_CASE("a salt once written outlives undo and imports of workspaces without one", "[desk]") {
    Desk desk(salt);
    sure(desk.carry_out(command::EditWorkspace{"contact", "Partner desk"}, today));
    REQUIRE(desk.undo());
    CHECK(desk.model().workspace().contact.empty());
    CHECK(desk.model().workspace().salt == salt);

    Desk sampled = sample();
    const std::string before = sampled.model().workspace().salt;
    sure(sampled.carry_out(command::Import{{Workspace()}, "", true}, today));
    CHECK(sampled.model().workspace().partner.name.empty());
    CHECK(sampled.model().workspace().salt == before);
}

TEST_CASE("a damaged workspace gets no salt: its own may still be saved", "[desk]") {
    Desk desk(salt);
    desk.load("workspace", "{");
    sure(desk.carry_out(command::Import{{sample_desk().deal("loom-backup")}}, today));
    CHECK(desk.model().workspace().salt.empty());
    CHECK(is_damaged(desk.model(), "workspace"));
    CHECK(unsaved(desk) == "deal/loom-backup | undo/1");
}

TEST_CASE("each record changed is stored once, as it is now", "[desk]") {
    Desk desk = sample();
    const auto edit = [&](std::string name) {
        sure(desk.carry_out(
            command::ChangeDeal{loom, event::Edit{"customer_name", std::move(name)}}, today));
    };
    edit("Zephyr");
    edit("Boreas");
    const Desk::Unsaved all = desk.take_unsaved();
    REQUIRE(all.records.size() == 1);
    CHECK(encode(all.records.front()) == encode(*desk.model().find(loom)));
    CHECK(all.beside.size() == 2);
    CHECK(unsaved(desk) == " | ");
    sure(desk.carry_out(command::CreateDeal{AuthorizationId{"tidal-2026"}, "gone"}, today));
    CHECK(unsaved(desk) == "deal/gone | undo/3");
    REQUIRE(desk.undo());
    CHECK(unsaved(desk) == " | deal/gone- undo/3");
    REQUIRE(desk.redo());
    CHECK(unsaved(desk) == "deal/gone | undo/3");
}

TEST_CASE("a text is loaded under the key of its record, or set aside", "[desk]") {
    Desk desk;
    const std::string text = encode(sample_desk().deal("loom-backup"));
    desk.load("deal/loom-backup", text);
    desk.load("deal/other", text);
    desk.load("deal/torn", text.substr(1));
    CHECK(desk.model().deals().size() == 1);
    REQUIRE(desk.model().damaged.size() == 2);
    CHECK(desk.model().damaged.front().error.code == Code::record_damaged);
    CHECK(desk.model().damaged.back().text == text.substr(1));
    CHECK(unsaved(desk) == " | ");

    CHECK_FALSE(desk.restore("deal/torn", text));
    CHECK(desk.restore("deal/loom-backup", text));
    CHECK(unsaved(desk) == "deal/loom-backup | ");
    CHECK(desk.model().damaged.size() == 2);
}

TEST_CASE("an import takes what ours loses nothing to; the rest needs an explicit word", "[desk]") {
    DeskDriver ours = sample_desk(), theirs = ours;
    ours.today("2026-11-23");
    theirs.today("2026-11-23");
    theirs.deal("loom-backup", event::Edit{"customer_name", "Weave"});
    const std::vector<Record> ahead = {*theirs.model().find(loom)};
    const std::vector<Record> behind = {*ours.model().find(loom)};
    CHECK(import_conflicts(ours.model(), ahead).empty());
    ours.run(command::Import{ahead});
    CHECK(ours.deal("loom-backup").state.request.value("customer_name") == "Weave");

    const auto conflicts = import_conflicts(ours.model(), behind);
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts.front().code == Code::already_exists);
    CHECK(conflicts.front().field == "deal/loom-backup");
    CHECK(refusal(ours.attempt(command::Import{behind})) == conflicts.front());
    ours.run(command::Import{behind, "", true});
    CHECK(ours.deal("loom-backup").state.request.value("customer_name") == "Loom & Thread");
}

TEST_CASE("a salt that reference numbers may come from is something to lose", "[desk]") {
    Desk desk(salt);
    sure(desk.carry_out(command::CreateAuthorization{}, today));
    CHECK(import_conflicts(desk.model(), {sample_desk().model().workspace()}).size() == 1);
}

}  // namespace cppo::test
