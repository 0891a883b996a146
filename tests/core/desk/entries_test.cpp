// What a person records once: an entry under its id, an offer of one deal, an edit that changes
// something.
#include <catch2/catch_test_macros.hpp>

#include "fixtures.hpp"
#include "sample_desk.hpp"

namespace cppo::test {
namespace {}  // namespace

TEST_CASE("an event id names one entry, however often it is given", "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    const auto given = [](std::string price) {
        return command::ChangeDeal{DealId{"loom-backup"}, event::Edit{"price", price}, "bank-1"};
    };
    const auto give = [&](std::string_view on, std::string price) {
        desk.today(on);
        return outcome(desk.attempt(given(price)));
    };
    desk.run(given("470000"));
    const std::string once = everything(desk.model());
    CHECK(give("2026-11-23", "470000") == "ok");
    CHECK(give("2026-11-23", "480000") == "ALREADY_EXISTS event_id");
    CHECK(give("2026-11-24", "470000") == "ALREADY_EXISTS event_id");
    CHECK(everything(desk.model()) == once);
}

TEST_CASE("an offer belongs to one deal and is recorded while it can be accepted", "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-24");
    const std::string taken = desk.deal("granite-3y").state.offer_id;
    REQUIRE(!taken.empty());
    desk.fees("loom-backup", "3", "1");
    for (const Party party : {Party::partner, Party::customer})
        desk.sign_deal("loom-backup", party);
    desk.deal("loom-backup", event::Submit{"mpcustdesk@amazon.com"});
    const auto offer = [&](std::string_view on, std::string id) {
        desk.today(on);
        return outcome(
            desk.attempt(command::ChangeDeal{DealId{"loom-backup"}, event::CreateOffer{id}}));
    };
    const std::string before = everything(desk.model());
    CHECK(offer("2026-11-24", taken) == "ALREADY_EXISTS offer_id");
    CHECK(offer("2027-12-31", "offer-late") == "OFFER_EXPIRED on");
    CHECK(everything(desk.model()) == before);
    CHECK(offer("2026-11-24", "offer-5kq8v2tz7wn4d") == "ok");
}

TEST_CASE("an edit that changes nothing is not recorded and drops no signature", "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-24");
    desk.sign_deal("loom-backup", Party::partner);
    const std::string price(desk.deal("loom-backup").state.request.value("price"));
    const std::string before = everything(desk.model());
    desk.deal("loom-backup", event::Edit{"price", price});
    desk.deal("loom-backup", event::Edit{"price", " " + price + " "});
    CHECK(everything(desk.model()) == before);
    CHECK(desk.deal("loom-backup").state.signatures.size() == 1);
    desk.deal("loom-backup", event::Edit{"price", price + "1"});
    CHECK(desk.deal("loom-backup").state.signatures.empty());
    CHECK(outcome(desk.attempt(
              command::ChangeDeal{DealId{"granite-3y"}, event::Edit{"price", "270,000.00"}})) ==
          "TRANSITION_REFUSED event");
}

}  // namespace cppo::test
