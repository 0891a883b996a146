#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"
#include "codec/record.hpp"
#include "codec_tree.hpp"
#include "golden.hpp"

using namespace cppo;
using namespace cppo::test;

static std::vector<Record> desk_records() {
    const DealSetup desk = brought_to(DealStatus::accepted);
    return {desk.workspace, desk.authorization, desk.deal};
}

TEST_CASE("codec: an export gives every record back in its order", "[codec]") {
    const auto records = desk_records();
    const std::string text = encode_export(records);
    CHECK(golden("codec/export.json", text) == text);
    const auto imported = decode_export(text);
    REQUIRE(imported);
    CHECK(imported->damaged.empty());
    REQUIRE(imported->records.size() == records.size());
    for (std::size_t i = 0; i < records.size(); ++i)
        CHECK(encode(imported->records[i]) == encode(records[i]));
    CHECK(encode_export(imported->records) == text);
}

TEST_CASE("codec: an export of nothing is an export", "[codec]") {
    const auto imported = decode_export(encode_export({}));
    REQUIRE(imported);
    CHECK(imported->records.empty());
}

TEST_CASE("codec: a single record can be imported", "[codec]") {
    const auto imported = decode_export(encode(authorization()));
    REQUIRE(imported);
    REQUIRE(imported->records.size() == 1);
    CHECK(key_of(imported->records[0]) == "authorization/auth-1");
}

TEST_CASE("codec: a damaged record is set aside and the others are read", "[codec]") {
    const auto text = [](std::string_view from, std::string_view to) {
        return replaced(encode_export(desk_records()), from, to);
    };
    struct Row {
        std::string from, to, key;
        Code code;
        std::string field;
    };
    for (const Row& row : {
             Row{"\"sign\"", "\"sing\"", "authorization/auth-1", Code::malformed, ""},
             {"\"deal_kind\"", "\"dealkind\"", "deal/deal-1", Code::unknown_key,
              "records[2].dealkind"},
             {"\"kind\": \"deal\"", "\"kind\": \"dael\"", "records[2]", Code::malformed,
              "records[2].kind"},
             {"\"id\": \"deal-1\"", "\"id\": \"../deal\"", "records[2]", Code::malformed,
              "records[2].id"},
             {"\"offer-abcd1234\"", "\"\"", "deal/deal-1", Code::record_damaged, ""},
             {"\"registered_seller\": true", "\"registered_seller\": 1", "workspace",
              Code::malformed, "records[0].registered_seller"},
         }) {
        INFO(row.from << " -> " << row.to);
        const auto imported = decode_export(text(row.from, row.to));
        REQUIRE(imported);
        REQUIRE_FALSE(imported->damaged.empty());
        CHECK(imported->records.size() + imported->damaged.size() == 3);
        const Damaged& damaged = imported->damaged.front();
        CHECK(damaged.key == row.key);
        CHECK(damaged.error.code == row.code);
        if (!row.field.empty()) CHECK(damaged.error.field == row.field);
        // As it was found, so that it can be repaired by hand and read again.
        CHECK(decode(damaged.text).error().code == row.code);
    }
}

TEST_CASE("codec: what tells no kind is damaged at its place", "[codec]") {
    const auto imported = decode_export(
        R"({"schema": 1, "kind": "export",
            "records": [1, {}, {"schema": 1, "kind": 1}, {"schema": 1, "id": "a", "kind": ""}]})");
    REQUIRE(imported);
    CHECK(imported->records.empty());
    REQUIRE(imported->damaged.size() == 4);
    for (std::size_t i = 0; i < 4; ++i)
        CHECK(imported->damaged[i].key == "records[" + std::to_string(i) + "]");
}

TEST_CASE("codec: a record that is in an export twice is set aside once", "[codec]") {
    auto records = desk_records();
    records.push_back(records.back());
    const auto imported = decode_export(encode_export(records));
    REQUIRE(imported);
    CHECK(imported->records.size() == 3);
    REQUIRE(imported->damaged.size() == 1);
    CHECK(imported->damaged[0].key == "deal/deal-1");
    CHECK(imported->damaged[0].error.code == Code::duplicate_key);
}

TEST_CASE("codec: what is no export and no record is refused whole", "[codec]") {
    const auto refusal = [](std::string_view text) {
        const auto imported = decode_export(text);
        REQUIRE_FALSE(imported);
        return imported.error();
    };
    CHECK(refusal("not JSON").code == Code::malformed);
    CHECK(refusal(R"({"schema": 2, "kind": "export", "records": []})").code ==
          Code::schema_unsupported);
    CHECK(refusal(R"({"schema": 1, "kind": "recurring"})").field == "kind");
    CHECK(refusal(R"({"schema": 1, "kind": "export"})").field == "records");
    CHECK(refusal(R"({"schema": 1, "kind": "export", "records": {}})").field == "records");
    CHECK(refusal(R"({"schema": 1, "kind": "export", "records": [], "note": ""})").code ==
          Code::unknown_key);
    const std::string text = encode_export(desk_records());
    for (std::size_t size = 0; size + 1 < text.size(); size += 7)
        CHECK(refusal(std::string_view(text).substr(0, size)).code == Code::malformed);
}

TEST_CASE("codec: a damaged record is kept in the very words of the file", "[codec]") {
    const std::string damaged = R"({"schema": 1,   "kind": "deal", "id": "a"})";
    const auto imported = decode_export(R"({"schema": 1, "kind": "export", "records": [ )" +
                                        damaged + " ,\n" + damaged + "]}");
    REQUIRE(imported);
    REQUIRE(imported->damaged.size() == 2);
    for (const Damaged& one : imported->damaged) CHECK(one.text == damaged);
}

TEST_CASE("codec: an export of any length is read, record by record", "[codec][slow]") {
    // One deal again and again under other names, a megabyte before each, and a damaged one.
    const std::string deal = encode(brought_to(DealStatus::accepted).deal);
    const std::string blanks(1'000'000, ' ');
    std::string text = R"({"schema": 1, "kind": "export", "records": [)";
    for (int i = 0; i < 70; ++i) {
        const std::string id = "\"deal-" + std::to_string(i) + '"';
        text += blanks + replaced(deal, "\"deal-1\"", id) + ',';
        if (i == 65) text += R"({"kind": "deal", "id": "lost", "schema": 1},)";
    }
    text.back() = ']';
    const auto imported = decode_export(text += "}");
    REQUIRE(imported);
    CHECK(imported->records.size() == 70);
    REQUIRE(imported->damaged.size() == 1);
    CHECK(imported->damaged[0].key == "deal/lost");
    CHECK(imported->damaged[0].error.field.starts_with("records[66]"));
    CHECK(key_of(imported->records.back()) == "deal/deal-69");
}
