#include <catch2/catch_test_macros.hpp>

#include <set>

#include "base/text.hpp"
#include "codec/record.hpp"
#include "codec_tree.hpp"
#include "golden.hpp"
#include "random.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

/// A deal that was edited, returned by AWS, sent again, accepted, and paid in part.
Deal deal_with_a_long_life() {
    DealSetup desk = brought_to(DealStatus::submitted);
    desk.happen(offered_on, event::Return{"Please name the payer account."});
    desk.happen(offered_on, event::Edit{"payer_account", "1212-3434 5656"});
    desk.happen(offered_on, event::Edit{"custom_terms", "License for 40 users.\nNo resale – «ß»."});
    desk.happen(offered_on, event::AddRow{"schedule"});
    desk.happen(offered_on, event::RemoveRow{"schedule", 3});
    for (Party party : {Party::partner, Party::customer})
        desk.happen(offered_on, event::Sign{signature(party, FormKind::custom_transaction_request,
                                                      desk.deal.state.request, day(offered_on))});
    desk.happen(offered_on, desk.submission());
    desk.happen(offered_on, event::SetFees{{percent("3.123456789"), percent("1"), true}});
    desk.happen(offered_on, event::CreateOffer{"offer-abcd1234"});
    desk.happen(accepted_on, event::Accept{account(customer_account), true});
    desk.happen("2020-02-01", event::Issue{1});
    desk.happen("2020-03-01", event::Collect{1, desk.amount("99999.99")});
    desk.happen("2020-03-02", event::Collect{1, desk.amount("0.01")});
    desk.happen("2020-03-10", event::Disburse{1, Party::isv});
    desk.happen("2020-03-11", event::Disburse{1, Party::partner});
    return desk.deal;
}

/// A deal that adopted other settings, was paid in part, refunded, written off and cancelled.
Deal deal_that_ended_early() {
    DealSetup desk = test::desk();
    Settings others = desk.workspace.settings;
    others.rounding = Rounding::half_even;
    others.disbursement = Disbursement::by_share;
    desk.happen(created_on, event::SetSettings{others});
    desk = brought_to(DealStatus::accepted, desk);
    desk.happen("2020-02-01", event::Issue{1});
    desk.happen("2020-03-01", event::Collect{1, desk.amount("50000")});
    desk.happen("2020-03-02", event::Refund{1, desk.amount("12345.67"), "fewer seats"});
    desk.happen("2020-03-03", event::Forgive{1});
    desk.happen("2020-03-10", event::Disburse{1, Party::isv});
    desk.happen("2020-04-01", event::Cancel{"both sides agreed to end it"});
    return desk.deal;
}

Deal deal_without_request() {
    Content request = filled(FormKind::custom_transaction_request, {}, upfront_content());
    DealSetup desk = test::desk(request, FormKind::custom_resale_transaction);
    desk.deal.settings.non_recurring_request = NonRecurringRequest::none;
    desk.happen(offered_on, event::CreateOffer{"offer-abcd1234", desk.submission().discounts});
    return desk.deal;
}

Deal deal_sold_by_usage() {
    Content request = filled(FormKind::custom_transaction_request,
                             {{"pricing", "usage"},
                              {"price", ""},
                              {"rates[0].product", product_id},
                              {"rates[0].description", "Events received"},
                              {"rates[0].list_rate", "0.00123"},
                              {"rates[0].partner_rate", "0.00111"}},
                             upfront_content());
    request = sure(without_row(FormKind::custom_transaction_request, request, "lines", 0));
    DealSetup desk = brought_to(DealStatus::accepted, test::desk(request));
    desk.happen("2020-03-01", event::Meter{day("2020-02-01"), {quantity(123456)}});
    desk.happen("2020-03-02", event::Issue{1});
    return desk.deal;
}

/// A deal under modern-2024 whose offer fixed the published fees.
Deal deal_by_published_fees() {
    DealSetup desk = modern_desk();
    desk.happen(created_on, event::SetFees{{percent("2.5"), Percent(), true}});
    desk.happen("2024-02-01",
                event::Submit{std::string(seller_portal), desk.submission().discounts});
    desk.happen("2024-02-02",
                event::CreateOffer{"offer-abcd1234", {}, FeeTerms{percent("3"), Percent(), true}});
    return desk.deal;
}

Deal replacing_deal() {
    Deal deal = brought_to(DealStatus::draft).deal;
    deal.replaces = DealId{"deal-1"};
    return deal;
}

Authorization returned_authorization() {
    Authorization record =
        authorization(FormKind::custom_resale_transaction, AuthorizationStatus::submitted);
    sure(attempt(record, offered_on, event::Return{"The end date is missing."}, workspace()));
    sure(attempt(record, offered_on, event::AddRow{"products"}, workspace()));
    sure(attempt(record, offered_on, event::RemoveRow{"products", 1}, workspace()));
    return record;
}

Authorization product_revoked() {
    Authorization record = authorization();
    sure(attempt(record, offered_on, event::RevokeProduct{std::string(product_id), Party::isv},
                 workspace()));
    return record;
}

std::vector<Record> records() {
    using enum AuthorizationStatus;
    constexpr FormKind raf = FormKind::reseller_authorization;
    constexpr FormKind crt = FormKind::custom_resale_transaction;
    Workspace unnamed;
    return {workspace(),
            unnamed,
            authorization(raf, draft),
            authorization(raf, revoked),
            authorization(crt, consumed),
            returned_authorization(),
            brought_to(DealStatus::draft).deal,
            brought_to(DealStatus::expired).deal,
            brought_to(DealStatus::withdrawn, desk(upfront_content())).deal,
            deal_with_a_long_life(),
            deal_that_ended_early(),
            deal_without_request(),
            replacing_deal(),
            deal_sold_by_usage(),
            brought_to(DealStatus::replaced).deal,
            product_revoked(),
            deal_by_published_fees()};
}

Error refusal(std::string_view text) {
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
    for (const Record& record : records()) {
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
    for (const Record& record : records()) {
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

TEST_CASE("codec: a value of another kind is refused at its place", "[codec]") {
    // clang-format off
    const std::vector<Json> kinds = {
        nullptr, true, -1, std::int64_t{99'999'999'999}, JsonFraction{"1.5"}, JsonArray{1},
        JsonObject{{"zz", 1}}};
    // clang-format on
    for (const Record& record : {records()[0], records()[4], records()[9]}) {
        Json document = tree_of(encode(record));
        each_place(document, "", [&](Json& place, const std::string& path) {
            for (const Json& kind : kinds) {
                if (kind.value.index() == place.value.index()) continue;
                const Error error =
                    refusal(changed(document, place, [&](Json& value) { value = kind; }));
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
    for (const Record& record : {records()[0], records()[4], records()[9], records()[10]}) {
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
    for (const Record& record : {records()[0], records()[4], records()[9]}) {
        Json document = tree_of(encode(record));
        each_place(document, "", [&](Json& place, const std::string& path) {
            if (!std::holds_alternative<JsonObject>(place.value)) return;
            const std::string prefix = path.empty() ? "" : path + '.';
            const auto members = [](Json& json) -> JsonObject& {
                return std::get<JsonObject>(json.value);
            };
            const Error unknown = refusal(changed(document, place, [&](Json& json) {
                members(json).push_back({"zzzzzzzzzz", 1});
            }));
            CHECK(unknown.code == Code::unknown_key);
            CHECK(unknown.field == prefix + "zzzzzzzzzz");
            const auto count = static_cast<std::ptrdiff_t>(members(place).size());
            for (std::ptrdiff_t i = 0; i < count; ++i) {
                const JsonMember member = members(place)[static_cast<std::size_t>(i)];
                INFO(prefix + member.key);
                const Error twice = refusal(
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
                const Error missing = refusal(without);
                if (member.key == "discounts") continue;  // without them the submission is refused
                CHECK(missing.code == Code::required);
                CHECK(missing.field == prefix + member.key);
            }
        });
    }
}

TEST_CASE("codec: a misspelled key is answered with the nearest known one", "[codec]") {
    const Error error =
        refusal(replaced(encode(authorization()), "\"created_on\"", "\"createdon\""));
    CHECK(error.code == Code::unknown_key);
    CHECK(error.field == "createdon");
    CHECK(error.detail.find("'created_on'") != error.detail.npos);
}

TEST_CASE("codec: only schema 1 is read", "[codec]") {
    const std::string newer = replaced(encode(workspace()), "\"schema\": 1", "\"schema\": 2");
    CHECK(refusal(newer).code == Code::schema_unsupported);
    // What a newer version added is not held against the file before its schema is.
    CHECK(refusal(replaced(newer, "\"salt\"", "\"pepper\"")).code == Code::schema_unsupported);
    CHECK(refusal("{}").field == "schema");
    CHECK(refusal("[]").code == Code::malformed);
}

TEST_CASE("codec: an authorization is no request, an account has 12 digits", "[codec]") {
    const Error form = refusal(replaced(encode(authorization()), "\"raf\"", "\"ctr\""));
    CHECK(form.code == Code::malformed);
    CHECK(form.field == "form");
    const Error account =
        refusal(replaced(encode(workspace()), std::string(partner_account), "1234567890123"));
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
    const Error swapped = refusal(print_json(document));
    CHECK(swapped.code == Code::record_damaged);
    CHECK(swapped.field == "events[0].event");
    CHECK(swapped.detail.find("not possible while") != swapped.detail.npos);
    CHECK(sentence(swapped).find("..") == std::string::npos);

    events() = before;
    events().insert(events().begin(), events().front());
    const Error repeated = refusal(print_json(document));
    CHECK(repeated.code == Code::record_damaged);
    CHECK(repeated.field == "events[1].id");

    // An edit slipped in under the signatures makes them cover another form.
    const Error forged = refusal(replaced(encode(authorization()), "\"Alder Graph\"", "\"Alder\""));
    CHECK(forged.code == Code::record_damaged);
    CHECK(forged.field.find(".hash") != forged.field.npos);
}

TEST_CASE("codec: changed bytes are read or refused, never a crash", "[codec]") {
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
