#include <catch2/catch_test_macros.hpp>

#include "fixtures.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

// --- offer ---------------------------------------------------------------------------------------

TEST_CASE("an acceptance is refused for the first of its faults", "[deal]") {
    const DealSetup offered = brought_to(DealStatus::offered);
    const auto told = [&](std::string_view on, std::string_view by, bool invoicing) {
        const auto error = refusal(offered.check(on, event::Accept{account(by), invoicing}));
        return error ? std::string(text(error->code)) + ' ' + error->field : "accepted";
    };
    CHECK(told("2020-02-01", payer_account, false) == "OFFER_NOT_VISIBLE account");
    CHECK(told("2020-02-01", customer_account, false) == "OFFER_EXPIRED on");
    CHECK(told("2020-01-14", customer_account, false) == "NOT_YET on");
    CHECK(told("2020-01-31", customer_account, false) == "BUYER_NOT_ON_INVOICING on_invoicing");
    CHECK(told("2020-01-31", customer_account, true) == "accepted");
    CHECK(told("2020-01-15", customer_account, true) == "accepted");
}

TEST_CASE("an account the offer is not for learns nothing of it", "[deal]") {
    const auto refused =
        refusal(brought_to(DealStatus::offered)
                    .check("2020-02-01", event::Accept{account(payer_account), false}));
    CHECK(text(*refused) ==
          "OFFER_NOT_VISIBLE account: No offer is visible to the account '121234345656'. A private "
          "offer is visible to one account only; check the account number.");
}

TEST_CASE("a single payment may be made by card", "[deal]") {
    const DealSetup offered = brought_to(DealStatus::offered, desk(upfront_content()));
    CHECK(offered.check(accepted_on, event::Accept{account(customer_account), false}).has_value());
}

TEST_CASE("an offer expires the day after the last to accept", "[deal]") {
    const DealSetup offered = brought_to(DealStatus::offered);
    CHECK(refusal(offered.check("2020-01-31", event::Expire{})) ==
          Error{Code::not_yet, "on", "2020-01-31 is before the offer expires on 2020-02-01"});
    CHECK(offered.check("2020-02-01", event::Expire{}).has_value());
}

TEST_CASE("a single-use authorization serves its first offer and no second deal", "[deal]") {
    DealSetup first = brought_to(DealStatus::submitted, desk(scheduled_content(), crt));
    CHECK(first.authorization.state.status == AuthorizationStatus::authorized);
    first.happen(offered_on, event::CreateOffer{"offer-abcd1234"});
    CHECK(first.authorization.state.status == AuthorizationStatus::consumed);
    CHECK(first.authorization.state.uses == std::vector{first.deal.id});

    DealSetup second = first;
    second.deal = desk(scheduled_content(), crt).deal;
    second.deal.id = {"deal-2"};
    second.sign(Party::partner);
    second.sign(Party::customer);
    CHECK(refusal(second.check("2020-01-16", second.submission())) ==
          Error{Code::auth_consumed, "authorization",
                "the authorization 'auth-once' was used by the deal 'deal-1'"});
}

TEST_CASE("two deals that wait for one single-use authorization: the first offer wins", "[deal]") {
    DealSetup first = brought_to(DealStatus::submitted, desk(scheduled_content(), crt));
    DealSetup second = first;
    second.deal.id = {"deal-2"};
    first.happen(offered_on, event::CreateOffer{"offer-abcd1234"});
    second.authorization = first.authorization;
    CHECK(refusal(second.attempt(offered_on, event::CreateOffer{"offer-wxyz9876"}))->code ==
          Code::auth_consumed);
    CHECK(second.deal.state.status == DealStatus::submitted);
}

TEST_CASE("a standing authorization serves many deals", "[deal]") {
    DealSetup made = brought_to(DealStatus::offered);
    made.deal = brought_to(DealStatus::submitted).deal;
    made.deal.id = {"deal-2"};
    made.happen(offered_on, event::CreateOffer{"offer-wxyz9876"});
    CHECK(made.authorization.state.uses.size() == 2);
    CHECK(made.authorization.state.status == AuthorizationStatus::authorized);
}

TEST_CASE("an authorization lost after submission stops the offer, not an existing one", "[deal]") {
    DealSetup made = brought_to(DealStatus::submitted);
    sure(attempt(made.authorization, submitted_on, event::Revoke{Party::isv}, made.workspace));
    CHECK(refusal(made.check(offered_on, event::CreateOffer{"offer-abcd1234"}))->code ==
          Code::not_authorized);

    DealSetup offered = brought_to(DealStatus::offered);
    sure(attempt(offered.authorization, offered_on, event::Revoke{Party::isv}, offered.workspace));
    CHECK(offered.check(accepted_on, event::Accept{account(customer_account)}).has_value());
}

TEST_CASE("an authorization that ends before the offer is created stops it", "[deal]") {
    Authorization ending = authorization(raf, AuthorizationStatus::authorized,
                                         filled(raf, {{"ends", "2020-01-14"}}, raf_content()));
    const DealSetup made = brought_to(DealStatus::submitted, desk(scheduled_content(), ending));
    CHECK(made.check("2020-01-14", event::CreateOffer{"offer-abcd1234"}).has_value());
    CHECK(refusal(made.check("2020-01-15", event::CreateOffer{"offer-abcd1234"}))->code ==
          Code::auth_expired);
}

TEST_CASE("a request AWS sends back is a draft again, to be signed and priced anew", "[deal]") {
    DealSetup made = brought_to(DealStatus::submitted);
    REQUIRE_FALSE(made.deal.state.discounts.empty());
    made.happen(offered_on, event::Return{"the account is unknown"});
    CHECK(made.deal.state.status == DealStatus::draft);
    CHECK(made.deal.state.return_reason == "the account is unknown");
    CHECK(made.deal.state.signatures.empty());
    CHECK(made.deal.state.discounts.empty());
    CHECK(made.deal.state.request == scheduled_content());
    // The old signatures are dated before the form came back.
    CHECK(refusal(made.check(
              offered_on,
              event::Sign{signature(Party::partner, ctr, scheduled_content(), day(signed_on))})) ==
          Error{Code::out_of_range, "on",
                "the signature is dated 2020-01-10, before the last edit on 2020-01-15"});
}

TEST_CASE("lines of text are written and plain", "[deal]") {
    const DealSetup made = brought_to(DealStatus::submitted);
    CHECK(refusal(made.check(offered_on, event::CreateOffer{""})) ==
          Error{Code::required, "offer_id", "the offer's ID is empty"});
    CHECK(refusal(made.check(offered_on, event::Return{"\t"}))->code == Code::required);
    CHECK(refusal(made.check(offered_on, event::Withdraw{std::string(256, 'x')}))->code ==
          Code::malformed);
}

// --- fees and invoices ---------------------------------------------------------------------------

TEST_CASE("fees are percentages, and fixed by the first invoice", "[deal]") {
    DealSetup made = brought_to(DealStatus::accepted);
    FeeTerms beyond = fees("3", "1");
    beyond.processing = Percent::of_nano(Percent::hundred + 1);
    CHECK(refusal(made.check(accepted_on, event::SetFees{beyond})) ==
          Error{Code::out_of_range, "fees", "100.000000001 % is not 0 to 100"});
    beyond.processing = Percent::of_nano(-1);
    CHECK(refusal(made.check(accepted_on, event::SetFees{beyond}))->code == Code::out_of_range);
    CHECK(made.check(accepted_on, event::SetFees{fees("100", "0")}).has_value());
    made.happen("2020-02-01", event::Issue{1});
    CHECK(refusal(made.check("2020-02-01", event::SetFees{fees("2", "1")})) ==
          Error{Code::fees_fixed, "fees", "invoice 1 has been issued with other fees"});
}

TEST_CASE("an invoice is refused for the first of its faults", "[deal]") {
    DealSetup made = brought_to(DealStatus::accepted);
    made.deal.state.fees.reset();
    const auto told = [&](std::string_view on, int number) {
        const auto error = refusal(made.check(on, event::Issue{number}));
        return error ? std::string(text(error->code)) + ' ' + error->field : "accepted";
    };
    CHECK(told("2020-01-31", 4) == "NOT_FOUND invoice");
    CHECK(told("2020-01-31", 0) == "NOT_FOUND invoice");
    CHECK(told("2020-01-31", 1) == "FEE_UNKNOWN fees");
    made.deal.state.fees = fees("3", "1");
    CHECK(told("2020-01-31", 1) == "NOT_YET on");
    CHECK(told("2020-02-01", 1) == "accepted");
    made.happen("2020-02-01", event::Issue{1});
    made.deal.state.fees.reset();
    CHECK(told("2020-01-31", 1) == "ALREADY_EXISTS invoice");
}

TEST_CASE("a collection is refused for the first of its faults", "[deal]") {
    DealSetup made = brought_to(DealStatus::accepted);
    const auto told = [&](std::string_view on, int number, Money amount) {
        const auto error = refusal(made.check(on, event::Collect{number, amount}));
        return error ? std::string(text(error->code)) + ' ' + error->field : "accepted";
    };
    const Money euro = money("0", Currency::eur), none = money("0"), all = money("100000");
    CHECK(told("2020-01-31", 4, euro) == "NOT_FOUND invoice");
    CHECK(told("2020-01-31", 1, euro) == "NOT_YET invoice");
    made.happen("2020-02-01", event::Issue{1});
    CHECK(told("2020-01-31", 1, euro) == "CURRENCY_MISMATCH amount");
    CHECK(told("2020-01-31", 1, none) == "OUT_OF_RANGE amount");
    CHECK(told("2020-01-31", 1, -all) == "OUT_OF_RANGE amount");
    CHECK(told("2020-01-31", 1, money("100000.01")) == "OVERPAYMENT amount");
    CHECK(told("2020-01-31", 1, all) == "NOT_YET on");
    CHECK(told("2020-02-01", 1, all) == "accepted");
    CHECK(refusal(made.check("2020-02-01", event::Collect{1, money("100000.01")}))->detail ==
          "100,000.01 USD is 0.01 USD more than the 100,000.00 USD still open");
}

TEST_CASE("a disbursement is refused for the first of its faults", "[deal]") {
    DealSetup made = brought_to(DealStatus::accepted);
    const auto told = [&](std::string_view on, int number, Party party) {
        const auto error = refusal(made.check(on, event::Disburse{number, party}));
        return error ? std::string(text(error->code)) + ' ' + error->field : "accepted";
    };
    CHECK(told("2020-02-01", 4, Party::customer) == "MALFORMED party");
    CHECK(told("2020-02-01", 4, Party::isv) == "NOT_FOUND invoice");
    CHECK(told("2020-02-01", 1, Party::isv) == "NOT_COLLECTED invoice");
    made.happen("2020-02-01", event::Issue{1});
    made.happen("2020-02-10", event::Collect{1, money("100000")});
    CHECK(told("2020-02-09", 1, Party::isv) == "NOT_YET on");
    CHECK(told("2020-02-10", 1, Party::isv) == "accepted");
    made.happen("2020-02-10", event::Disburse{1, Party::isv});
    CHECK(told("2020-02-09", 1, Party::isv) == "ALREADY_EXISTS party");
    CHECK(told("2020-02-10", 1, Party::partner) == "accepted");
}

// --- quote and replay ----------------------------------------------------------------------------

TEST_CASE("a request is quoted as soon as it has lines and a price", "[deal]") {
    const std::vector<event::LineDiscount> discounts = {{std::string(product_id), percent("25")}};
    const auto quoted_with = [&](const Texts& texts) {
        DealSetup made = desk(filled(ctr, texts));
        made.deal.state.fees = fees("3", "1");
        return quote_of(made.deal, discounts);
    };
    const auto field = [&](const Texts& texts) { return refusal(quoted_with(texts))->field; };
    CHECK(field({}) == "ctr.price");
    CHECK(field({{"price", "1"}}) == "lines");
    CHECK(field({{"price", "1"}, {"lines[0].list", "1"}}) == "ctr.lines[0].product");
    CHECK(field({{"price", "1"}, {"lines[0].product", product_id}}) == "ctr.lines[0].list");
    CHECK(field({{"lines[0].product", product_id}, {"lines[0].list", "1"}}) ==
          "ctr.lines[0].quantity");
    const Texts line = {
        {"lines[0].product", product_id}, {"lines[0].list", "300000"}, {"lines[0].quantity", "1"}};
    CHECK(field(line) == "ctr.price");
    Texts priced = line;
    priced.push_back({"price", "270000"});
    CHECK(quoted_with(priced)->total.partner_net == money("44550"));
    Texts other = priced;
    other.push_back({"lines[0].product", "prod-other"});
    CHECK(refusal(quoted_with(other))->code == Code::product_not_covered);
    Texts scheduled = priced;
    scheduled.push_back({"pricing", "scheduled"});
    Texts undated = scheduled;
    undated.push_back({"schedule[0].amount", "270000"});
    CHECK(field(undated) == "ctr.schedule[0].on");
    scheduled.push_back({"schedule[0].on", "2020-02-01"});
    CHECK(field(scheduled) == "ctr.schedule[0].amount");
    scheduled.push_back({"schedule[0].amount", "269999.99"});
    CHECK(refusal(quoted_with(scheduled))->code == Code::schedule_sum_mismatch);
    scheduled.back().second = "270000";
    CHECK(quoted_with(scheduled)->invoices[0].on == day("2020-02-01"));
}

TEST_CASE("a request's discounts are those its authorization names so far", "[deal]") {
    DealSetup made = desk();
    auto& content = made.authorization.state.content;
    const auto discounts = [&] { return discounts_for(made.deal, made.authorization, {}); };
    CHECK(discounts() ==
          std::vector<event::LineDiscount>{{std::string(product_id), percent("25")}});
    auto& row = content.groups.at("products")[0];
    row.erase("discount");
    CHECK(discounts().empty());
    row["discount"] = "25";
    row.erase("product");
    CHECK(discounts().empty());
    row["product"] = "prod-other";
    CHECK(discounts().empty());
}

TEST_CASE("the quote of a complete request is what its invoices become", "[deal]") {
    DealSetup made = brought_to(DealStatus::accepted);
    const Quote quoted = sure(quote_of(made.deal, made.deal.state.discounts));
    for (int number = 1; number <= 3; ++number) {
        const DealInvoice& invoice = made.deal.state.invoices[static_cast<std::size_t>(number - 1)];
        made.happen(text(invoice.charge_date), event::Issue{number});
        CHECK(*invoice.split == quoted.invoices[static_cast<std::size_t>(number - 1)].split);
    }
}

TEST_CASE("a deal's wholesale is rounded as its settings say", "[deal]") {
    for (Rounding rounding : {Rounding::half_up, Rounding::half_even}) {
        DealSetup made =
            desk(filled(ctr, {{"lines[0].list", "2.01"}, {"price", "2.01"}}, upfront_content()),
                 authorization(FormKind::reseller_authorization, AuthorizationStatus::authorized,
                               filled(FormKind::reseller_authorization,
                                      {{"products[0].discount", "50"}}, raf_content())));
        made.deal.settings.rounding = rounding;
        made = brought_to(DealStatus::accepted, std::move(made));
        CHECK(made.deal.state.invoices.at(0).wholesale ==
              money(rounding == Rounding::half_up ? "1.01" : "1.00"));
    }
}

TEST_CASE("repeating a deal's events changes nothing", "[deal]") {
    DealSetup original = brought_to(DealStatus::accepted);
    original.happen("2020-02-01", event::Issue{1});
    original.happen("2020-02-10", event::Collect{1, money("40000")});
    Deal replayed = original.deal;
    replayed.events.clear();
    replayed.state = {};
    for (int pass = 0; pass < 2; ++pass)
        for (const DealEvent& event : original.deal.events) {
            if (has_event(replayed, event.id)) continue;
            sure(check(replayed, event, nullptr));
            apply_event(replayed, event);
        }
    const DealState &before = original.deal.state, &after = replayed.state;
    CHECK(replayed.events.size() == original.deal.events.size());
    CHECK(after.status == before.status);
    CHECK(after.request == before.request);
    CHECK(after.signatures == before.signatures);
    CHECK(after.fees == before.fees);
    CHECK(after.offer_id == before.offer_id);
    REQUIRE(after.invoices.size() == before.invoices.size());
    for (std::size_t i = 0; i < after.invoices.size(); ++i) {
        CHECK(status_of(after.invoices[i]) == status_of(before.invoices[i]));
        CHECK(after.invoices[i].wholesale == before.invoices[i].wholesale);
        CHECK(after.invoices[i].split == before.invoices[i].split);
        CHECK(after.invoices[i].collected == before.invoices[i].collected);
    }
    CHECK_FALSE(has_event(replayed, "e0"));
}
