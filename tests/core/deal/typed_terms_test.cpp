// The typed terms of a form: read once, when the form is signed or sent, and dropped by an edit.
#include <catch2/catch_test_macros.hpp>

#include "fixtures.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

bool is_typed(const DealSetup& desk) { return desk.deal.state.terms.has_value(); }

}  // namespace

TEST_CASE("a request has typed terms from its first signature until it is edited", "[deal]") {
    DealSetup desk = test::desk();
    CHECK_FALSE(is_typed(desk));
    desk.sign(Party::partner);
    REQUIRE(is_typed(desk));
    CHECK(text(terms_of(desk.deal).price) == "270000.00");
    desk.happen(signed_on, event::Edit{"price", "260000.00"});
    CHECK_FALSE(is_typed(desk));
    CHECK(text(sure(request_of(desk.deal)).price) == "260000.00");
    desk.happen(signed_on, event::Edit{"price", ""});
    CHECK(refusal(request_of(desk.deal))->field == "price");
}

TEST_CASE("a returned request is a draft that is read again", "[deal]") {
    DealSetup desk = brought_to(DealStatus::submitted);
    REQUIRE(is_typed(desk));
    desk.happen(submitted_on, event::Return{"the dates do not fit"});
    CHECK_FALSE(is_typed(desk));
    CHECK(missing_signatures(desk.deal).size() == 2);
    desk.happen(submitted_on, event::Edit{"accept_by", "2020-01-25"});
    CHECK(text(sure(request_of(desk.deal)).accept_by) == "2020-01-25");
}

TEST_CASE("a form that nobody signs has typed terms once it is sent or offered", "[deal]") {
    DealSetup portal = modern_desk();
    CHECK(terms_of(portal.authorization).net_days == 60);
    portal.happen(created_on, event::SetFees{fees("2.5", "0")});
    CHECK_FALSE(is_typed(portal));
    portal.happen("2024-02-01",
                  event::Submit{std::string(seller_portal), portal.submission().discounts});
    CHECK(terms_of(portal.deal).net_days == 45);

    DealSetup without_request = desk(scheduled_content(), FormKind::custom_resale_transaction);
    without_request.deal.settings.non_recurring_request = NonRecurringRequest::none;
    without_request.happen(
        offered_on, event::CreateOffer{"offer-abcd1234", without_request.submission().discounts});
    CHECK(terms_of(without_request.deal).scheduled());
}

TEST_CASE("the past of a deal has the terms it had then", "[deal]") {
    const Deal offered = brought_to(DealStatus::offered).deal;
    CHECK_FALSE(sure(as_of(offered, day(created_on))).state.terms);
    CHECK(sure(as_of(offered, day(signed_on))).state.terms);
    const Deal cheaper = at_price(offered, money("260000"));
    CHECK(cheaper.state.status == DealStatus::draft);
    CHECK_FALSE(cheaper.state.terms);
    CHECK(cheaper.state.signatures.empty());
}

TEST_CASE("an authorization has typed terms while its form cannot change", "[deal]") {
    Authorization form = authorization(raf, AuthorizationStatus::draft);
    CHECK_FALSE(form.state.terms);
    form = authorization(raf, AuthorizationStatus::signing);
    CHECK(terms_of(form).products.size() == 1);
    const Date last = day("2020-06-30");
    sure(attempt(form, signed_on, event::Edit{"ends", text(last)}, workspace()));
    CHECK_FALSE(form.state.terms);
    CHECK(sure(grant_of(form)).ends == last);
    CHECK(is_expired(form, plus_days(last, 1)));

    Authorization sent = authorization(raf, AuthorizationStatus::submitted);
    REQUIRE(sent.state.terms);
    sure(attempt(sent, signed_on, event::Return{"a product is missing"}, workspace()));
    CHECK_FALSE(sent.state.terms);
    CHECK(missing_signatures(sent).size() == 2);
}
