// What an import would do, shown before it is done.
#include <catch2/catch_test_macros.hpp>

#include "desk/import_preview.hpp"
#include "fixtures.hpp"
#include "sample_desk.hpp"

namespace cppo::test {
namespace {

event::Edit customer(std::string name) { return {"customer_name", std::move(name)}; }

ImportRow row_of(const Model& model, const Record& record) {
    const auto rows = import_rows(model, {record});
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().key == key_of(record));
    return rows.front();
}

std::vector<Record> without_loss_of(const Model& model, const std::vector<Record>& records) {
    return without_loss(import_rows(model, records), records);
}

}  // namespace

TEST_CASE("A record of a file is new, the same, newer, older or parted from ours", "[desk]") {
    const DeskDriver before = sample_desk();
    DeskDriver after = before;
    after.today("2026-11-23");
    after.deal("loom-backup", customer("Loom Ltd"));
    after.deal("loom-backup", customer("Loom Limited"));
    DeskDriver other = before;
    other.today("2026-11-23");
    other.deal("loom-backup", customer("Weave"));

    SECTION("new") {
        Model empty;
        const ImportRow row = row_of(empty, before.deal("loom-backup"));
        CHECK(row.lineage == Lineage::added);
        CHECK(row.kind == "Deal");
        CHECK(row.words == "You do not have this record yet.");
    }
    SECTION("the same") {
        for (const ImportRow& row : import_rows(before.model(), records_of(before.model())))
            CHECK(row.lineage == Lineage::same);
        CHECK(without_loss_of(before.model(), records_of(before.model())).empty());
    }
    SECTION("newer") {
        const ImportRow row = row_of(before.model(), after.deal("loom-backup"));
        CHECK(row.lineage == Lineage::ahead);
        CHECK(row.words.starts_with("2 steps more than yours; latest: "));
        CHECK(row.words.find("Loom Limited") != row.words.npos);
        CHECK(without_loss_of(before.model(), {after.deal("loom-backup")}).size() == 1);
    }
    SECTION("older") {
        const ImportRow row = row_of(after.model(), before.deal("loom-backup"));
        CHECK(row.lineage == Lineage::behind);
        CHECK(row.words.starts_with("Yours has 2 steps that the file lacks; latest: "));
        CHECK(without_loss_of(after.model(), {before.deal("loom-backup")}).empty());
    }
    SECTION("parted, though both desks gave their events the same names") {
        REQUIRE(other.deal("loom-backup").events.back().id ==
                before.model().find(loom)->events.back().id.substr(0, 1) +
                    std::to_string(before.model().find(loom)->events.size() + 1));
        const ImportRow row = row_of(after.model(), other.deal("loom-backup"));
        CHECK(row.lineage == Lineage::parted);
        CHECK(row.words.starts_with("Yours has 2 steps that the file lacks"));
        CHECK(without_loss_of(after.model(), {other.deal("loom-backup")}).empty());
    }
}

TEST_CASE("A workspace nobody has written to is nothing to lose", "[desk]") {
    const Model sample = sample_desk().model();
    Model fresh;
    fresh.workspace().salt = std::string(32, 'a');
    CHECK(row_of(fresh, sample.workspace()).lineage == Lineage::added);
    CHECK(row_of(sample, fresh.workspace()).lineage == Lineage::parted);
    CHECK(row_of(sample, sample.workspace()).lineage == Lineage::same);
}

TEST_CASE("What is imported without loss leaves every step of ours", "[desk]") {
    const DeskDriver before = sample_desk();
    DeskDriver ours = before, theirs = before;
    ours.today("2026-11-23");
    theirs.today("2026-11-23");
    ours.deal("loom-backup", customer("Loom Ltd"));
    theirs.deal("loom-backup", customer("Weave"));
    theirs.deal("orchard-support", event::Withdraw{"Changed its mind"});
    const auto taken = without_loss_of(ours.model(), records_of(theirs.model()));
    REQUIRE(taken.size() == 1);
    CHECK(key_of(taken.front()) == "deal/orchard-support");
    ours.run(command::Import{taken});
    CHECK(ours.model().find(loom)->state.request.value("customer_name") == "Loom Ltd");
}

}  // namespace cppo::test
