// Deals under modern-2024: fees AWS publishes, fixed by the offer, and payment terms.
#include <catch2/catch_test_macros.hpp>

#include "billing/forecast.hpp"
#include "fixtures.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

/// Services for 110,000.00 at a base rate of 2.5 %, with the half point that makes 3 %.
DealSetup services_deal() {
    DealSetup desk = modern_desk();
    desk.happen(created_on, event::SetFees{fees("2.5", "0")});
    desk.happen("2024-02-01",
                event::Submit{std::string(seller_portal), desk.submission().discounts});
    return desk;
}

event::CreateOffer offer(std::optional<FeeTerms> terms) { return {"offer-abcd1234", {}, terms}; }

}  // namespace

TEST_CASE("an offer fixes the fees that are published on its day, and no others", "[deal]") {
    const DealSetup desk = services_deal();
    const auto told = [&](std::optional<FeeTerms> terms, std::string_view on = "2024-02-02") {
        const auto error = refusal(desk.check(on, offer(terms)));
        return error ? text(*error).substr(0, 60) : "accepted";
    };
    const std::string wrong = "MALFORMED fees: The fees differ from the published tables. C";
    CHECK(told(std::nullopt) == wrong);
    CHECK(told(fees("2.5", "0")) == wrong);
    CHECK(told(fees("3", "1")) == wrong);
    CHECK(told(fees("3", "0")) == "accepted");

    const DealSetup seed = brought_to(DealStatus::submitted);
    CHECK(refusal(seed.check(offered_on, offer(fees("3", "0"))))->detail ==
          "fees are entered manually under this program year");
}

TEST_CASE("a stored offer keeps its fees whatever the tables say by now", "[deal]") {
    const DealSetup desk = services_deal();
    const auto replayed = [&](std::optional<FeeTerms> terms) {
        return check(desk.deal, {"e99", day("2024-02-02"), offer(terms)}, nullptr);
    };
    CHECK(refusal(replayed(std::nullopt))->detail == "the offer names no fees");
    CHECK(refusal(replayed(fees("100.1", "0")))->code == Code::out_of_range);
    REQUIRE(replayed(fees("1.25", "0")));
    Deal kept = desk.deal;
    apply_event(kept, {"e99", day("2024-02-02"), offer(fees("1.25", "0"))});
    const Quote quote = sure(quote_of(kept, kept.state.discounts));
    CHECK(quote.fees.terms == fees("1.25", "0"));
    CHECK(text(quote.total.marketplace_fee) == "1125.00");
    CHECK(quote.fees.parts.empty());
}

TEST_CASE("an offer's own fees are still shown part by part", "[deal]") {
    DealSetup desk = services_deal();
    desk.happen("2024-02-02", offer(fees("3", "0")));
    const Quote quote = sure(quote_of(desk.deal, desk.deal.state.discounts));
    REQUIRE(quote.fees.parts.size() == 2);
    CHECK(text(quote.fees.parts[0].percent) == "2.5");
    CHECK(text(quote.fees.parts[1].percent) == "0.5");
    CHECK(text(quote.total.marketplace_fee) == "2700.00");
    CHECK(text(quote.total.processing_fee) == "0.00");
}

TEST_CASE("an offer's payment terms say when its invoices are expected to be paid", "[deal]") {
    DealSetup desk = services_deal();
    desk.happen("2024-02-02", offer(fees("3", "0")));
    const event::Accept by_card{account(customer_account), false};
    CHECK(refusal(desk.check("2024-02-10", by_card))->code == Code::buyer_not_on_invoicing);
    desk.happen("2024-02-10", event::Accept{account(customer_account)});
    const auto expected = expected_of(desk.deal, day("2024-02-10"), Timing{});
    REQUIRE(expected.size() == 4);
    CHECK(text(expected[0].on) == "2024-03-26");  // 45 days, not the usual 30
    CHECK(text(expected[2].on) == "2024-04-10");
}

TEST_CASE(
    "no signatures are collected under modern-2024, and the form has only that edition's fields",
    "[deal]") {
    DealSetup desk = modern_desk();
    CHECK(signers_of(desk.authorization).empty());
    CHECK(missing_signatures(desk.authorization).empty());
    CHECK(signers_of(desk.deal).empty());
    const auto told = [&](DealPayload payload) {
        const auto error = refusal(desk.check(created_on, std::move(payload)));
        return error ? std::string(text(error->code)) + ' ' + error->field : "accepted";
    };
    CHECK(told(event::Sign{signature(Party::partner, FormKind::custom_transaction_request,
                                     desk.deal.state.request, day(created_on))}) ==
          "WRONG_SIGNER party");
    CHECK(told(event::Edit{"customer_signs", "yes"}) == "NOT_FOUND ctr.customer_signs");
    CHECK(told(event::Edit{"net_terms", "31"}) == "MALFORMED ctr.net_terms");
    CHECK(told(event::Edit{"net_terms", "30"}) == "accepted");
    CHECK(refusal(brought_to(DealStatus::draft).check(created_on, event::Edit{"net_terms", "30"}))
              ->field == "ctr.net_terms");
}

TEST_CASE("a markup or a margin finds the price under either rule set without fees", "[deal]") {
    const DealSetup told = desk(upfront_content());
    const DealSetup by_tables = modern_desk();
    for (const DealSetup* desk : {&told, &by_tables}) {
        INFO(text(desk->deal.rule_set));
        const auto discounts = discounts_for(desk->deal, desk->authorization, {});
        CHECK(refusal(quote_of(desk->deal, discounts))->code == Code::fee_unknown);
        const auto price = [&](PriceBy by, std::string_view typed) {
            return text(sure(price_by(desk->deal, discounts, by, typed)));
        };
        CHECK(price(PriceBy::markup, "10") == "99000.00");
        CHECK(price(PriceBy::margin, "10") == "100000.00");
        CHECK(refusal(price_by(desk->deal, discounts, PriceBy::partner_net, "100"))->code ==
              Code::fee_unknown);
        const PriceBeforeFees before = sure(before_fees(desk->deal, discounts));
        CHECK(text(before.price) == "110000.00");
        CHECK(text(before.wholesale) == "90000.00");
    }
}
