#include <catch2/catch_test_macros.hpp>

#include <set>

#include "base/text.hpp"
#include "codec/record.hpp"
#include "codec_tree.hpp"
#include "golden.hpp"
#include "random.hpp"
#include "sample_records.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

Error record_refusal(std::string_view text) {
    const auto read = decode(text);
    REQUIRE_FALSE(read);
    return read.error();
}

/// Whether a record may leave the member out: it was written before the setting existed.
bool has_default(const Record& record, std::string_view key) {
    if (key == "rule_set") return std::holds_alternative<Workspace>(record);
    bool found = key == "net_days" || key == "disbursement_day";
    Settings settings;
    each_setting(settings, [&](std::string_view name, auto) { found = found || name == key; });
    return found;
}

/// What the file would say after `change`, which is then undone.
template <typename Change>
std::string changed(Json& document, Json& place, Change change) {
    const Json before = place;
    change(place);
    std::string text = print_json(document);
    place = before;
    return text;
}

}  // namespace

TEST_CASE("codec: a record comes back as it was written", "[codec]") {
    for (const Record& record : sample_records()) {
        const std::string text = encode(record);
        INFO(text);
        const auto read = decode(text);
        REQUIRE(read);
        CHECK(encode(*read) == text);
        CHECK(key_of(*read) == key_of(record));
    }
}

TEST_CASE("codec: the replayed state is the state that was written", "[codec]") {
    const Deal deal = deal_with_a_long_life();
    const Record record = sure(decode(encode(deal)));
    const DealState& read = std::get<Deal>(record).state;
    CHECK(read.status == DealStatus::accepted);
    CHECK(read.request == deal.state.request);
    CHECK(read.signatures == deal.state.signatures);
    CHECK(read.fees == deal.state.fees);
    REQUIRE(read.invoices.size() == deal.state.invoices.size());
    for (std::size_t i = 0; i < read.invoices.size(); ++i) {
        CHECK(read.invoices[i].split == deal.state.invoices[i].split);
        CHECK(read.invoices[i].partner_payout.on == deal.state.invoices[i].partner_payout.on);
    }
}

TEST_CASE("codec: every kind of event is among the records tried here", "[codec]") {
    std::set<std::string_view> authorization_events, deal_events;
    for (const Record& record : sample_records()) {
        if (const auto* authorization = std::get_if<Authorization>(&record))
            for (const auto& event : authorization->events)
                authorization_events.insert(text(kind_of(event.payload)));
        if (const auto* deal = std::get_if<Deal>(&record))
            for (const auto& event : deal->events) deal_events.insert(text(kind_of(event.payload)));
    }
    CHECK(authorization_events.size() == name_count<AuthorizationEventKind>());
    CHECK(deal_events.size() == name_count<DealEventKind>());
}

TEST_CASE("codec: the text of a record is fixed", "[codec]") {
    const auto matches = [](const std::string& name, const Record& record) {
        const std::string text = encode(record);
        CHECK(golden(name, text) == text);
    };
    matches("codec/workspace.json", workspace());
    matches("codec/authorization.json", authorization());
    matches("codec/deal.json", deal_with_a_long_life());
}

TEST_CASE("codec: no part of a file passes for the whole", "[codec][slow]") {
    const std::string text = encode(deal_with_a_long_life());
    // Without its last line end a file is still complete.
    for (std::size_t size = 0; size + 1 < text.size(); ++size) {
        const auto read = decode(std::string_view(text).substr(0, size));
        if (read || read.error().code != Code::malformed) FAIL("cut after " << size);
    }
}

TEST_CASE("codec: a value of another kind is refused at its place", "[codec][slow]") {
    // clang-format off
    const std::vector<Json> kinds = {
        nullptr, true, -1, std::int64_t{99'999'999'999}, JsonFraction{"1.5"}, JsonArray{1},
        JsonObject{{"zz", 1}}};
    // clang-format on
    for (const Record& record : {sample_records()[0], sample_records()[4], sample_records()[9]}) {
        Json document = tree_of(encode(record));
        each_place(document, "", [&](Json& place, const std::string& path) {
            for (const Json& kind : kinds) {
                if (kind.value.index() == place.value.index()) continue;
                const Error error =
                    record_refusal(changed(document, place, [&](Json& value) { value = kind; }));
                INFO(path << " as " << kind.what() << ": " << text(error));
                CHECK((path.empty() ? error.field.size() > 0 : error.field == path));
                CHECK((error.code == Code::malformed || error.code == Code::required));
            }
        });
    }
}

TEST_CASE("codec: any text at any place is read or refused, never a crash", "[codec][slow]") {
    // clang-format off
    const std::vector<std::string> texts = {
        "", " ", "-1", "1e9", "99999999999999999999", "0.0000000001", "9999-99-99", "2199-12-31",
        "2000-01-01", "123456789012", "1234567890123", "../../etc", "a\nb", "\xe2\x80\xae",
        "customer", "payer", "JPY", "products[9999].title", "lines[0", std::string(5000, 'x')};
    // clang-format on
    for (const Record& record :
         {sample_records()[0], sample_records()[4], sample_records()[9], sample_records()[10]}) {
        Json document = tree_of(encode(record));
        each_place(document, "", [&](Json& place, const std::string& path) {
            if (!std::holds_alternative<std::string>(place.value)) return;
            for (const std::string& written : texts) {
                const std::string file =
                    changed(document, place, [&](Json& value) { value = written; });
                const auto read = decode(file);
                INFO(path << " = " << written);
                if (read) CHECK(sure(decode(encode(*read))).index() == record.index());
                else CHECK_FALSE(read.error().field.empty());
            }
        });
    }
}

TEST_CASE("codec: missing, unknown and repeated keys are named wherever they are", "[codec]") {
    for (const Record& record : {sample_records()[0], sample_records()[4], sample_records()[9]}) {
        Json document = tree_of(encode(record));
        each_place(document, "", [&](Json& place, const std::string& path) {
            if (!std::holds_alternative<JsonObject>(place.value)) return;
            const std::string prefix = path.empty() ? "" : path + '.';
            const auto members = [](Json& json) -> JsonObject& {
                return std::get<JsonObject>(json.value);
            };
            const Error unknown = record_refusal(changed(document, place, [&](Json& json) {
                members(json).push_back({"zzzzzzzzzz", 1});
            }));
            CHECK(unknown.code == Code::unknown_key);
            CHECK(unknown.field == prefix + "zzzzzzzzzz");
            const auto count = static_cast<std::ptrdiff_t>(members(place).size());
            for (std::ptrdiff_t i = 0; i < count; ++i) {
                const JsonMember member = members(place)[static_cast<std::size_t>(i)];
                INFO(prefix + member.key);
                const Error twice = record_refusal(
                    changed(document, place, [&](Json& json) { members(json).push_back(member); }));
                CHECK(twice.code == Code::duplicate_key);
                CHECK(twice.field == prefix + member.key);
                const std::string without = changed(document, place, [&](Json& json) {
                    members(json).erase(members(json).begin() + i);
                });
                if (has_default(record, member.key)) {
                    CHECK(decode(without).has_value());
                    continue;
                }
                const Error missing = record_refusal(without);
                if (member.key == "discounts") continue;  // without them the submission is refused
                CHECK(missing.code == Code::required);
                CHECK(missing.field == prefix + member.key);
            }
        });
    }
}

TEST_CASE("codec: a misspelled key is answered with the nearest known one", "[codec]") {
    const Error error =
        record_refusal(replaced(encode(authorization()), "\"created_on\"", "\"createdon\""));
    CHECK(error.code == Code::unknown_key);
    CHECK(error.field == "createdon");
    CHECK(error.detail.find("'created_on'") != error.detail.npos);
}

TEST_CASE("codec: only schema 1 is read", "[codec]") {
    const std::string newer = replaced(encode(workspace()), "\"schema\": 1", "\"schema\": 2");
    CHECK(record_refusal(newer).code == Code::schema_unsupported);
    // What a newer version added is not held against the file before its schema is.
    CHECK(record_refusal(replaced(newer, "\"salt\"", "\"pepper\"")).code ==
          Code::schema_unsupported);
    CHECK(record_refusal("{}").field == "schema");
    CHECK(record_refusal("[]").code == Code::malformed);
}

TEST_CASE("codec: an authorization is no request, an account has 12 digits", "[codec]") {
    const Error form = record_refusal(replaced(encode(authorization()), "\"raf\"", "\"ctr\""));
    CHECK(form.code == Code::malformed);
    CHECK(form.field == "form");
    const Error account = record_refusal(
        replaced(encode(workspace()), std::string(partner_account), "1234567890123"));
    CHECK(account.code == Code::malformed);
    CHECK(account.field == "partner_account");
    CHECK(account.detail.find("has 13") != account.detail.npos);
}

TEST_CASE("codec: events that do not follow from each other damage the record", "[codec]") {
    Json document = tree_of(encode(authorization()));
    const auto events = [&]() -> JsonArray& {
        return std::get<JsonArray>(std::get<JsonObject>(document.value).back().value.value);
    };
    const JsonArray before = events();

    std::swap(events().front(), events().back());
    const Error swapped = record_refusal(print_json(document));
    CHECK(swapped.code == Code::record_damaged);
    CHECK(swapped.field == "events[0].event");
    CHECK(swapped.detail.find("not possible while") != swapped.detail.npos);
    CHECK(sentence(swapped).find("..") == std::string::npos);

    events() = before;
    events().insert(events().begin(), events().front());
    const Error repeated = record_refusal(print_json(document));
    CHECK(repeated.code == Code::record_damaged);
    CHECK(repeated.field == "events[1].id");

    // An edit slipped in under the signatures makes them cover another form.
    const Error forged =
        record_refusal(replaced(encode(authorization()), "\"Alder Graph\"", "\"Alder\""));
    CHECK(forged.code == Code::record_damaged);
    CHECK(forged.field.find(".hash") != forged.field.npos);
}

TEST_CASE("codec: changed bytes are read or refused, never a crash", "[codec][slow]") {
    const std::string text = encode(deal_with_a_long_life());
    Random random;
    INFO("seed " << Random::seed());
    const auto place = [&] {
        return static_cast<std::size_t>(
            random.between(0, static_cast<std::int64_t>(text.size()) - 1));
    };
    for (int i = 0; i < 2000; ++i) {
        std::string broken = text;
        for (std::int64_t changes = random.between(1, 3); changes > 0; --changes) {
            if (random.one_in(2)) {
                broken[place()] = static_cast<char>(random.between(0, 255));
            } else {
                // Digits and quotes moved about make values that are shaped right and mean wrong.
                broken[place()] = text[place()];
            }
        }
        const auto read = decode(broken);
        if (read) CHECK(decode(encode(*read)));
        else CHECK_FALSE(read.error().detail.empty());
    }
}

TEST_CASE("codec: what a record does not say of its settings follows the defaults", "[codec]") {
    Workspace ours = workspace();
    ours.settings.rounding = Rounding::half_even;
    ours.settings.stacking = Stacking::additive;
    ours.timing = {45, 0};
    Json document = tree_of(encode(ours));
    auto& members = std::get<JsonObject>(document.value);
    std::erase_if(members, [](const JsonMember& member) {
        return member.key == "settings" || member.key == "net_days" ||
               member.key == "disbursement_day";
    });
    members.insert(members.begin() + 2,
                   JsonMember{"settings", JsonObject{{"stacking", "additive"}}});
    const Record read = sure(decode(print_json(document)));
    CHECK(std::get<Workspace>(read).settings.stacking == Stacking::additive);
    CHECK(std::get<Workspace>(read).settings.rounding == Rounding::half_up);
    CHECK(std::get<Workspace>(read).timing == Timing{30, 10});
}
