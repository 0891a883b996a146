// What is made of the table of kinds: keys, the text of a record, exports, and the model.
#include <catch2/catch_test_macros.hpp>

#include <set>

#include "base/text.hpp"
#include "desk/import_preview.hpp"
#include "fixtures.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

/// A record of each kind, in the order of the rows.
std::vector<Record> one_of_each() {
    const DealSetup desk = brought_to(DealStatus::accepted);
    return {desk.workspace, desk.authorization, desk.deal};
}

}  // namespace

TEST_CASE("Every kind of record has a row with a name and a title of its own", "[codec]") {
    const std::vector<Record> records = one_of_each();
    REQUIRE(records.size() == std::size(record_kinds));
    std::set<std::string_view> names, titles;
    for (std::size_t i = 0; i < records.size(); ++i) {
        CHECK(&kind_of(records[i]) == &record_kinds[i]);
        CHECK(find_kind(record_kinds[i].name) == &record_kinds[i]);
        names.insert(record_kinds[i].name);
        titles.insert(record_kinds[i].title);
    }
    CHECK(names.size() == records.size());
    CHECK(titles.size() == records.size());
    CHECK_FALSE(find_kind("offer-set"));
}

TEST_CASE("The key of a record names its kind and its id, and nothing else is a key", "[codec]") {
    for (const Record& record : one_of_each()) {
        const std::string whole = key_of(record);
        const auto key = parse_key(whole);
        REQUIRE(key);
        CHECK(key->kind == &kind_of(record));
        CHECK(text(*key) == whole);
    }
    CHECK(key_of<Deal>(DealId{"deal-7"}) == "deal/deal-7");
    CHECK(key_of<Authorization>(AuthorizationId{"auth-7"}) == "authorization/auth-7");
    for (const std::string_view key :
         {"", "/", "deal", "authorization", "workspace/", "workspace/1", "deals/1", "undo/1",
          "display", "alone", "Deal/1"}) {
        INFO(key);
        CHECK_FALSE(parse_key(key));
    }
}

TEST_CASE("Every kind of record is written, exported, imported, found and removed", "[codec]") {
    const std::vector<Record> records = one_of_each();
    const auto imported = decode_export(encode_export(records));
    REQUIRE(imported);
    REQUIRE(imported->records.size() == records.size());
    const Model model = model_of(imported->records, {});
    CHECK(records_of(model).size() == records.size());
    const auto rows = import_rows(model, records);
    for (std::size_t i = 0; i < records.size(); ++i) {
        const std::string key = key_of(records[i]), title(record_kinds[i].title);
        INFO(key);
        CHECK(encode(sure(decode(encode(records[i])))) == encode(records[i]));
        CHECK(encode(imported->records[i]) == encode(records[i]));
        CHECK(rows[i].key == key);
        CHECK(rows[i].kind == title);
        CHECK(rows[i].lineage == Lineage::same);
        const auto found = record_at(model, key);
        REQUIRE(found);
        CHECK(encode(*found) == encode(records[i]));
        Model without = model;
        remove_record(without, key);
        CHECK(record_at(without, key).has_value() == record_kinds[i].single);
        CHECK_FALSE(record_at(model, key + "-2"));
    }
}

TEST_CASE("A record of every kind that cannot be read is set aside under its key", "[codec]") {
    for (const Record& record : one_of_each()) {
        const std::string whole = encode_export({record});
        const std::string kind = "\"kind\": \"" + std::string(kind_of(record).name) + "\"";
        const auto read = decode_export(replaced(whole, kind, kind + ", \"odd\": 1"));
        REQUIRE(read);
        REQUIRE(read->damaged.size() == 1);
        CHECK(read->damaged.front().key == key_of(record));
    }
}

TEST_CASE("A record without events starts on the day it was created", "[codec]") {
    const DealSetup desk = brought_to(DealStatus::accepted);
    const Record authorization = as_created(desk.authorization), deal = as_created(desk.deal);
    const auto read = [](const Record& record) { return sure(decode(encode(record))); };
    CHECK(std::get<Authorization>(read(authorization)).state.edited_on == day(created_on));
    CHECK(std::get<Deal>(read(deal)).state.edited_on == day(created_on));
}
