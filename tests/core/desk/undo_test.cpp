// What can be undone and redone, by name, and what has happened for good.
#include <catch2/catch_test_macros.hpp>

#include "desk/desk.hpp"
#include "fixtures.hpp"
#include "sample_desk.hpp"
#include "show.hpp"

namespace cppo::test {
namespace {

/// The sample's desk, with a store beside it.
struct StoredDesk {
    Desk desk = {sample_desk().model(), ""};
    std::map<std::string, std::string> store = {};  ///< texts of undo steps

    const Model& model() const { return desk.model(); }
    void happen(const Command& command) {
        sure(desk.carry_out(command, day("2026-11-23")));
        save();
    }
    void edit(std::string path, std::string text) {
        happen(command::ChangeDeal{loom, event::Edit{std::move(path), std::move(text)}});
    }
    bool take(bool again) {
        const bool taken = (again ? desk.redo() : desk.undo()).has_value();
        save();
        return taken;
    }
    void save() {
        for (const UndoLog::Stored& stored : desk.take_unsaved().beside)
            if (stored.text.empty()) store.erase(stored.key);
            else store[stored.key] = stored.text;
    }
    void reload() {
        desk = Desk(desk.model(), "");
        for (const auto& [key, text] : store) desk.load(key, text);
    }
    std::string customer() const {
        return std::string(model().find(loom)->state.request.value("customer_name"));
    }
    std::string next(bool again) const {
        const UndoStep* step = desk.undo_log().next(again);
        return step ? step->name : "none";
    }
};

}  // namespace

TEST_CASE("steps are undone and redone in their order", "[desk]") {
    StoredDesk desk;
    const std::string before = encode(*record_at(desk.model(), "deal/loom-backup"));
    desk.edit("customer_name", "Zephyr");
    desk.edit("customer_name", "Boreas");
    CHECK(desk.next(true) == "none");
    CHECK(desk.take(false));
    CHECK(desk.customer() == "Zephyr");
    CHECK(desk.take(false));
    CHECK(encode(*record_at(desk.model(), "deal/loom-backup")) == before);
    CHECK_FALSE(desk.take(false));
    CHECK(desk.take(true));
    CHECK(desk.customer() == "Zephyr");
    CHECK(desk.take(true));
    CHECK(desk.customer() == "Boreas");
    CHECK_FALSE(desk.take(true));
}

TEST_CASE("a new step ends what could be redone", "[desk]") {
    StoredDesk desk;
    desk.edit("customer_name", "Zephyr");
    desk.take(false);
    desk.edit("customer_name", "Boreas");
    CHECK(desk.next(true) == "none");
    CHECK_FALSE(desk.take(true));
    CHECK(desk.customer() == "Boreas");
}

TEST_CASE("the log survives a reload", "[desk]") {
    StoredDesk desk;
    desk.edit("customer_name", "Zephyr");
    desk.edit("customer_name", "Boreas");
    desk.take(false);
    desk.reload();
    CHECK(desk.next(false) != "none");
    CHECK(desk.take(true));
    CHECK(desk.customer() == "Boreas");
    CHECK(desk.take(false));
    CHECK(desk.take(false));
    CHECK(desk.customer() == "Loom & Thread");
    desk.desk.load("undo/1", "no JSON");
    desk.desk.load("undo/x", desk.store.begin()->second);
    CHECK(UndoLog::owns("undo/12"));
    CHECK_FALSE(UndoLog::owns("deal/undo"));
}

TEST_CASE("a record made is taken away again, the workspace gets its value back", "[desk]") {
    StoredDesk desk;
    desk.happen(command::CreateDeal{AuthorizationId{"tidal-2026"}, "fresh"});
    REQUIRE(desk.model().find(DealId{"fresh"}));
    CHECK(desk.next(false) == "New deal");
    CHECK(desk.take(false));
    CHECK_FALSE(desk.model().find(DealId{"fresh"}));
    CHECK(desk.take(true));
    CHECK(desk.model().find(DealId{"fresh"}));
    desk.happen(command::EditWorkspace{"contact", "desk@example.com"});
    CHECK(desk.next(false) == "Contact");
    CHECK(desk.take(false));
    CHECK(desk.model().workspace().contact != "desk@example.com");
}

TEST_CASE("what has left the desk is not undone, nor what came before it", "[desk]") {
    StoredDesk desk;
    desk.happen(command::EditWorkspace{"contact", "desk@example.com"});
    const DealId orchard{"orchard-support"};
    const auto buyer = desk.model().find(orchard)->state.request.value("customer_account");
    desk.happen(command::ChangeDeal{orchard, event::Accept{account(buyer), true}});
    CHECK(desk.next(false) == "Contact");
    desk.edit("customer_name", "Zephyr");
    desk.happen(
        command::ChangeAuthorization{AuthorizationId{"tidal-2026"}, event::Revoke{Party::isv}});
    CHECK(desk.take(false));
    CHECK(desk.customer() == "Loom & Thread");
}

TEST_CASE("a record that changed elsewhere in the meantime is left alone", "[desk]") {
    StoredDesk desk;
    desk.edit("customer_name", "Zephyr");
    Deal other = sample_desk().deal("loom-backup");
    other.events.clear();
    desk.desk.load("deal/loom-backup", encode(other));
    CHECK_FALSE(desk.take(false));
    CHECK(desk.next(false) == "none");
}

TEST_CASE("an import is undone as one step, if it is not too large", "[desk]") {
    StoredDesk desk;
    Deal other = *desk.model().find(loom);
    other.id = DealId{"loom-2"};
    desk.happen(command::Import{{other, desk.model().workspace()}});
    CHECK(desk.next(false) == "Import of 2 records");
    CHECK(desk.take(false));
    CHECK_FALSE(desk.model().find(other.id));
    std::vector<Record> many;
    for (std::size_t i = 0; i <= UndoLog::records_most; ++i) {
        other.id = DealId{"d" + std::to_string(i)};
        many.push_back(other);
    }
    desk.happen(command::Import{many});
    CHECK(desk.next(false) == "none");
}

TEST_CASE("only so many steps are kept, in the store too", "[desk]") {
    StoredDesk desk;
    for (std::size_t i = 0; i < UndoLog::most + 5; ++i)
        desk.edit("customer_name", "Name " + std::to_string(i));
    CHECK(desk.store.size() == UndoLog::most);
    std::size_t taken = 0;
    while (desk.take(false)) ++taken;
    CHECK(taken == UndoLog::most);
    CHECK(desk.customer() == "Name 4");
}

TEST_CASE("a step that cannot be read is refused with its place", "[desk]") {
    const UndoStep step{"Name", true, {{"deal/x", std::nullopt}}};
    const std::string json = encode_undo(step);
    const UndoStep back = sure(decode_undo(json));
    CHECK(encode_undo(back) == json);
    for (std::size_t length = 0; length < json.size() - 1; ++length)
        CHECK_FALSE(decode_undo(json.substr(0, length)));
    CHECK(refusal(decode_undo("{\"schema\":2,\"kind\":\"undo\",\"name\":\"\",\"taken_back\":true,"
                              "\"kept\":[]}"))
              ->code == Code::schema_unsupported);
}

}  // namespace cppo::test
