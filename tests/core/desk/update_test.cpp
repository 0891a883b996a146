#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "desk/workspace_edit.hpp"
#include "fixtures.hpp"
#include "sample_desk.hpp"
#include "screens/deal_screen.hpp"

namespace cppo::test {
namespace {

struct RefusedRow {
    std::string_view id;
    Command command;
    std::string_view refusal;
};

}  // namespace

TEST_CASE("a refused command changes nothing and names its field", "[desk]") {
    const AuthorizationId nimbus{"nimbus-2026"};
    const DealId granite{"granite-3y"};
    const auto row = GENERATE_REF(from_range(std::vector<RefusedRow>{
        {"13 digits", command::EditWorkspace{"partner_account", "1234567890123"},
         "MALFORMED partner_account"},
        {"unknown fact", command::EditWorkspace{"color", "red"}, "NOT_FOUND color"},
        {"mail address", command::EditWorkspace{"channel_manager", "nobody"},
         "MALFORMED channel_manager"},
        {"second salt", command::EditWorkspace{"salt", "00000000000000000000000000000000"},
         "ALREADY_EXISTS salt"},
        {"id taken", command::CreateAuthorization{FormKind::reseller_authorization, "nimbus-2026"},
         "ALREADY_EXISTS id"},
        {"id with a slash", command::CreateDeal{nimbus, "../x"}, "MALFORMED id"},
        {"a request is no authorization",
         command::CreateAuthorization{FormKind::custom_transaction_request, ""}, "MALFORMED form"},
        {"unknown authorization", command::CreateDeal{AuthorizationId{"none"}, ""},
         "NOT_FOUND authorization"},
        {"unknown deal", command::ChangeDeal{DealId{"none"}, event::Expire{}}, "NOT_FOUND deal"},
        {"price in words", command::ChangeDeal{loom, event::Edit{"price", "a lot"}},
         "MALFORMED ctr.price"},
        {"half a yen", command::ChangeDeal{loom, event::Edit{"price", "1.50"}},
         "MALFORMED ctr.price"},
        {"unknown field", command::ChangeDeal{loom, event::Edit{"color", "red"}},
         "NOT_FOUND ctr.color"},
        {"accepted deal edited", command::ChangeDeal{granite, event::Edit{"price", "1.00"}},
         "TRANSITION_REFUSED event"},
        {"unsigned", command::ChangeDeal{loom, event::Submit{std::string(customer_desk)}},
         "MISSING_SIGNATURE ctr.signatures"},
        {"no payment at all", command::SpreadPayments{loom, 0, day("2027-01-01"), 12},
         "OUT_OF_RANGE count"},
        {"61 payments", command::SpreadPayments{loom, 61, day("2027-01-01"), 1},
         "OUT_OF_RANGE count"},
        {"payments of one day", command::SpreadPayments{loom, 2, day("2027-01-01"), 0},
         "OUT_OF_RANGE months"},
        {"payments 13 months apart", command::SpreadPayments{loom, 2, day("2027-01-01"), 13},
         "OUT_OF_RANGE months"},
        {"payments of no deal", command::SpreadPayments{DealId{"none"}, 2, day("2027-01-01"), 1},
         "NOT_FOUND deal"},
        {"payments of an accepted deal", command::SpreadPayments{granite, 2, day("2027-01-01"), 1},
         "TRANSITION_REFUSED event"},
        {"no choice", command::EditWorkspace{"rounding", " "}, "MALFORMED rounding"},
        {"unknown choice", command::EditWorkspace{"processing_base", "list"},
         "MALFORMED processing_base"},
        {"authorization of no name",
         command::ChangeAuthorization{AuthorizationId{"none"}, event::Receive{}},
         "NOT_FOUND authorization"},
        {"event id", command::ChangeDeal{loom, event::Edit{"price", "1"}, "no spaces"},
         "MALFORMED event_id"}}));
    INFO(row.id);
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    const std::string before = everything(desk.model());
    CHECK(outcome(desk.attempt(row.command)) == row.refusal);
    CHECK(everything(desk.model()) == before);
}

TEST_CASE("an e-mail address has a name, an @ and a domain", "[desk]") {
    DeskDriver desk;
    for (std::string_view address : {"nobody", "@aws.example", "a@", "a@b@aws.example",
                                     "a b@aws.example", "a@aws", "a.b@aws", "<a@aws.example>"}) {
        INFO(address);
        CHECK(outcome(desk.attempt(command::EditWorkspace{
                  "channel_manager", std::string(address)})) == "MALFORMED channel_manager");
    }
    desk.workspace("channel_manager", " a.b@aws.example ");
    CHECK(desk.model().workspace().channel_manager == "a.b@aws.example");
    desk.workspace("channel_manager", "");
    CHECK(desk.model().workspace().channel_manager.empty());
}

TEST_CASE("every fact of the workspace is written and read back", "[desk]") {
    DeskDriver desk;
    const std::string their_salt(32, 'a');
    for (const auto& [path, value] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"partner_name", "Birch Resale"},
             {"partner_account", "444455556666"},
             {"contact", "deals@birch.example"},
             {"registered_seller", "yes"},
             {"registered_seller", "no"},
             {"channel_manager", "manager@aws.example"},
             {"rounding", "half_even"},
             {"processing_base", "customer_price"},
             {"customer_signature", "any_schedule"},
             {"salt", their_salt}}) {
        INFO(path);
        desk.workspace(path, value);
        CHECK(workspace_value(desk.model().workspace(), path) == value);
    }
    for (const std::string& no_salt : {std::string(31, 'a'), std::string(32, 'g')})
        CHECK(outcome(DeskDriver{}.attempt(command::EditWorkspace{"salt", no_salt})) ==
              "MALFORMED salt");
}

TEST_CASE("payments cannot be spread over no price", "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    desk.deal("loom-backup", event::Edit{"price", ""});
    CHECK(outcome(desk.attempt(command::SpreadPayments{DealId{"loom-backup"}, 2, day("2027-01-01"),
                                                       1})) == "REQUIRED ctr.price");
}

TEST_CASE("a deal whose authorization is missing cannot go on", "[desk]") {
    Model without = sample_desk().model();
    without.all<Authorization>().clear();
    const DeskDriver desk = {Desk(std::move(without), ""), day("2026-11-23")};
    CHECK(outcome(desk.attempt(command::ChangeDeal{loom, event::Edit{"price", "1"}})) ==
          "NOT_FOUND authorization");
    CHECK(outcome(desk.attempt(command::SpreadPayments{loom, 2, day("2027-01-01"), 1})) ==
          "NOT_FOUND authorization");
}

TEST_CASE("a new request takes over what its authorization says", "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    const Step step = sure(desk.attempt(command::CreateDeal{AuthorizationId{"tidal-2026"}, ""}));
    REQUIRE(step.changed.size() == 1);
    const Deal& deal = std::get<Deal>(step.changed[0]);
    CHECK(deal.id.value == "deal-1");
    CHECK(deal.kind == DealKind::recurring);
    const Content& request = deal.state.request;
    CHECK(request.value("currency") == "JPY");
    CHECK(value_in(request.rows("lines").at(0), "product") == "prod-6yd1m4hs9gk3p");
    CHECK(value_in(request.rows("lines").at(0), "description") == "Tidal Backup");
    CHECK(request.value("customer_name").empty());
}

TEST_CASE("a non-recurring authorization gives the request its customer", "[desk]") {
    DeskDriver desk;
    desk.today("2026-01-05");
    desk.run(command::CreateAuthorization{FormKind::custom_resale_transaction, "crt"});
    desk.fill_authorization(
        "crt", {{"customer_name", "Cedar Works"}, {"customer_account", "777788889999"}});
    desk.run(command::CreateDeal{AuthorizationId{"crt"}, "one"});
    CHECK(desk.deal("one").kind == DealKind::non_recurring);
    CHECK(desk.deal("one").state.request.value("customer_account") == "777788889999");
}

TEST_CASE("creating the offer saves the deal and the use of its authorization together", "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    desk.fees("loom-backup", "3.5", "1");
    desk.sign_deal("loom-backup", Party::partner);
    desk.deal("loom-backup", event::Submit{std::string(customer_desk)});
    const Step step = sure(
        desk.attempt(command::ChangeDeal{DealId{"loom-backup"}, event::CreateOffer{"offer-3kk"}}));
    REQUIRE(step.changed.size() == 2);
    CHECK(key_of(step.changed[0]) == "deal/loom-backup");
    CHECK(key_of(step.changed[1]) == "authorization/tidal-2026");
    CHECK(std::get<Authorization>(step.changed[1]).state.uses.back().value == "loom-backup");
}

TEST_CASE("an event with an id that has happened changes nothing", "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    const Command payment = command::ChangeDeal{
        DealId{"kaede-backup"}, event::Collect{1, Money::of_minor(600'001, Currency::jpy)},
        "payment-2"};
    desk.run(payment);
    CHECK(status_of(desk.deal("kaede-backup").state.invoices[0]) == InvoiceStatus::collected);
    CHECK(sure(desk.attempt(payment)).changed.empty());

    const Command note = command::ChangeAuthorization{AuthorizationId{"tidal-2026"},
                                                      event::Revoke{Party::isv}, "end"};
    desk.run(note);
    CHECK(sure(desk.attempt(note)).changed.empty());
}

TEST_CASE("an offer whose use is already on the authorization is used no second time", "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    desk.sign_deal("loom-backup", Party::partner);
    desk.deal("loom-backup", event::Submit{std::string(customer_desk)});
    desk.authorization("tidal-2026", event::Use{{"loom-backup"}});
    const Step step = sure(
        desk.attempt(command::ChangeDeal{DealId{"loom-backup"}, event::CreateOffer{"offer-3kk"}}));
    CHECK(step.changed.size() == 1);
}

TEST_CASE("a signature given with its hash keeps it", "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    const Signature stale = {Party::partner, "A", "B", day("2026-11-23"), "0"};
    CHECK(outcome(desk.attempt(command::ChangeDeal{DealId{"loom-backup"}, event::Sign{stale}})) !=
          "ok");
}

TEST_CASE("an automatic event id is never one that was given", "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    const std::size_t count = desk.deal("loom-backup").events.size();
    const std::string next_but_one = "e" + std::to_string(count + 2);
    desk.run(command::ChangeDeal{loom, event::Edit{"price", "470000"}, next_but_one});
    desk.run(command::ChangeDeal{loom, event::Edit{"price", "471000"}});
    CHECK(desk.deal("loom-backup").events.back().id == "e" + std::to_string(count + 3));
    CHECK(decode(encode(desk.deal("loom-backup"))).has_value());
}

TEST_CASE("a single-use discount is used once, whatever its events are called", "[desk]") {
    DeskDriver desk;
    desk.today("2026-08-01");
    desk.workspace("registered_seller", "yes");
    desk.run(command::CreateAuthorization{FormKind::custom_resale_transaction, "crt"});
    desk.run(command::ChangeAuthorization{AuthorizationId{"crt"}, event::Edit{"contract", "none"},
                                          "use-first"});
    desk.fill_authorization("crt", {{"isv_name", "Alder Software"},
                                    {"isv_account", "001122223333"},
                                    {"partner_name", "Birch Resale"},
                                    {"partner_account", "444455556666"},
                                    {"customer_name", "Cedar Works"},
                                    {"customer_account", "777788889999"},
                                    {"products[0].title", "Alder Graph"},
                                    {"products[0].product", "prod-4xkq7n2mvb5ge"},
                                    {"products[0].discount", "25"}});
    desk.sign_authorization("crt", Party::isv);
    desk.sign_authorization("crt", Party::partner);
    desk.authorization("crt", event::Submit{std::string(customer_desk)});
    desk.authorization("crt", event::Receive{});
    const std::string long_id = "second" + std::string(58, 'x');
    for (const std::string& id : {std::string("first"), long_id}) {
        desk.run(command::CreateDeal{AuthorizationId{"crt"}, id});
        desk.fill_deal(id, {{"lines[0].list", "100"}, {"price", "90"}});
        desk.sign_deal(id, Party::partner);
        desk.deal(id, event::Submit{std::string(customer_desk)});
    }
    desk.deal(long_id, event::CreateOffer{"offer-2"});
    CHECK(outcome(desk.attempt(command::ChangeDeal{
              DealId{"first"}, event::CreateOffer{"offer-1"}})) == "AUTH_CONSUMED authorization");
}

TEST_CASE("nothing is written over a damaged record but an import of it", "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    const Workspace whole = desk.model().workspace();
    desk.desk.load("deal/deal-1", "{");
    const Step made = sure(desk.attempt(command::CreateDeal{AuthorizationId{"tidal-2026"}, ""}));
    CHECK(key_of(made.changed.at(0)) == "deal/deal-2");
    CHECK(outcome(desk.attempt(command::CreateDeal{AuthorizationId{"tidal-2026"}, "deal-1"})) ==
          "ALREADY_EXISTS id");
    desk.desk.load("workspace", "{");
    CHECK(outcome(desk.attempt(command::EditWorkspace{"contact", "x"})) ==
          "RECORD_DAMAGED workspace");
    desk.run(command::Import{{whole}});
    CHECK_FALSE(is_damaged(desk.model(), "workspace"));
    desk.run(command::EditWorkspace{"contact", "x"});
}

TEST_CASE("even payments replace the old ones and add up to the price", "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    for (int count : {5, 2}) {
        desk.run(command::SpreadPayments{DealId{"loom-backup"}, count, day("2027-01-15"), 3});
        const Content& request = desk.deal("loom-backup").state.request;
        REQUIRE(request.rows("schedule").size() == static_cast<std::size_t>(count));
        CHECK(request.value("pricing") == "scheduled");
        Money total = Money::zero(Currency::jpy);
        for (const auto& row : request.rows("schedule"))
            total += money(value_in(row, "amount"), Currency::jpy);
        CHECK(text(total) == "465000");
    }
    CHECK(value_in(desk.deal("loom-backup").state.request.rows("schedule")[1], "on") ==
          "2027-04-15");
}

TEST_CASE("an import replaces records of the same key and keeps the others", "[desk]") {
    DeskDriver desk = sample_desk();
    Deal changed = desk.deal("loom-backup");
    apply_event(changed, {"note", day("2026-11-20"), event::Edit{"price", "470000"}});
    desk.run(command::Import{{changed}});
    CHECK(desk.deal("loom-backup").state.request.value("price") == "470000");
    CHECK(desk.model().deals().size() == 6);
}

TEST_CASE("the quote panel prices a request that is not complete, and says what it lacks",
          "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    const auto panel = [&] {
        return sure(deal_screen(desk.model(), DealId{"loom-backup"}, desk.on)).quote;
    };
    CHECK_FALSE(panel().available);
    CHECK(panel().problem ==
          "The fee percentages for this deal are not known. Ask your AWS Marketplace channel "
          "account manager or aws-mp-channel@amazon.com (forms go to mpcustdesk@amazon.com), "
          "or enter assumed fees.");
    // What no fee has a part in is shown before they are known.
    CHECK(panel().markup_percent == "10.714285714");
    CHECK(panel().margin_percent == "9.677419355");
    CHECK(panel().partner_net.empty());
    desk.deal("loom-backup", event::Edit{"customer_account", ""});
    desk.deal("loom-backup", event::SetFees{{percent("3"), percent("1"), true}});
    REQUIRE(panel().available);
    CHECK(panel().wholesale == "420,000");
    CHECK(panel().partner_net == "44,550");
    CHECK(panel().markup_percent == "10.714285714");
    REQUIRE(panel().warnings.size() == 1);
    CHECK(panel().warnings[0] ==
          "The fee percentages are assumed: AWS has not confirmed them, so fees and nets are "
          "estimates.");
    const auto& split = panel().split;
    CHECK(split.at(0).receives == "407,400");
    CHECK(split.at(0).share == "87.61 %");
    CHECK(split.at(2).receives == "13,050");
}

TEST_CASE("screens offer what the tables allow, and say why a button cannot be pressed", "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    const auto actions = [&](std::string_view id) {
        std::string texts;
        for (const ActionRow& action :
             sure(deal_screen(desk.model(), DealId{std::string(id)}, desk.on)).actions)
            texts += action.verb + (action.enabled ? " " : "- ");
        return texts;
    };
    CHECK(actions("loom-backup") == "sign submit- withdraw ");
    CHECK(actions("orchard-support") == "accept expire- withdraw ");
    CHECK(actions("granite-3y") == "cancel ");
    desk.today("2027-01-01");
    CHECK(actions("orchard-support") == "accept expire withdraw ");
}

}  // namespace cppo::test
