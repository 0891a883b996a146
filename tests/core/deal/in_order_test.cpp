#include <catch2/catch_test_macros.hpp>

#include "billing/billing.hpp"
#include "codec/record.hpp"
#include "fixtures.hpp"
#include "random.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

/// An accepted deal of one invoice of 110,000.00, issued on the day of the acceptance.
DealSetup invoiced(Disbursement disbursement = Disbursement::collected_in_full) {
    DealSetup start = desk(upfront_content());
    start.deal.settings.disbursement = disbursement;
    DealSetup made = brought_to(DealStatus::accepted, start);
    made.happen(accepted_on, event::Issue{1});
    return made;
}

DealInvoice invoice_on(const Deal& deal, std::string_view on) {
    return sure(as_of(deal, day(on))).state.invoices.front();
}

/// What a stored record says after its events were put into this order.
Result<Record> stored(Deal deal, std::vector<DealEvent> events) {
    deal.events = std::move(events);
    return decode(encode(deal));
}

}  // namespace

TEST_CASE("a payment recorded late counts from its own day", "[deal]") {
    DealSetup made = invoiced();
    made.happen("2020-03-15", event::Collect{1, money("60000")});
    made.happen("2020-03-02", event::Collect{1, money("50000")});

    CHECK(invoice_on(made.deal, "2020-03-10").open() == money("60000"));
    CHECK(invoice_on(made.deal, "2020-03-15").open() == money("0"));
    CHECK(made.deal.state.invoices.front().collected_on == day("2020-03-15"));
    // 60,000.00 is still open on that day, so AWS pays nobody.
    const auto early = refusal(made.check("2020-03-10", event::Disburse{1, Party::isv}));
    CHECK(early->code == Code::not_yet);
    CHECK(early->detail == "2020-03-10 is before the invoice was collected on 2020-03-15");
    CHECK(made.check("2020-03-15", event::Disburse{1, Party::isv}).has_value());
}

TEST_CASE("a payment dated before a refund is paid first, whichever was recorded first", "[deal]") {
    DealSetup made = invoiced();
    made.happen("2020-03-20", event::Refund{1, money("110000"), "canceled"});
    made.happen("2020-03-10", event::Collect{1, money("110000")});
    const DealInvoice between = invoice_on(made.deal, "2020-03-15");
    CHECK(between.kept() == money("110000"));
    CHECK(between.refunded == money("0"));
    CHECK(made.deal.state.invoices.front().kept() == money("0"));
    CHECK(made.deal.state.invoices.front().refunded == money("110000"));
}

TEST_CASE("an entry that makes a later one impossible is refused, with both named", "[deal]") {
    DealSetup made = invoiced();
    made.happen("2020-03-10", event::Collect{1, money("110000")});
    const auto collected = made.deal.events.back().id;
    const auto error =
        refusal(made.check("2020-03-01", event::Refund{1, money("0.01"), "rounding"}));
    REQUIRE(error);
    CHECK(error->code == Code::later_entry);
    CHECK(error->field == "on");
    CHECK(error->detail ==
          "after 'You refunded 0.01 USD on invoice 1: rounding' on 2020-03-01, 'The customer paid "
          "110,000.00 USD toward invoice 1' on 2020-03-10 (" +
              collected +
              ") would be impossible: 110,000.00 USD is 0.01 USD more than the 109,999.99 USD "
              "still open");
    CHECK(made.check("2020-03-10", event::Refund{1, money("0.01"), "rounding"}).has_value());
}

TEST_CASE("an agreement cannot end before what was invoiced of it later", "[deal]") {
    DealSetup made = brought_to(DealStatus::accepted);
    made.happen("2020-02-01", event::Issue{1});
    made.happen("2021-02-01", event::Issue{2});
    CHECK(refusal(made.check("2020-12-31", event::Cancel{"moved"}))->code == Code::later_entry);
    made.happen("2021-02-01", event::Cancel{"moved"});
    CHECK(made.deal.state.invoices[2].dropped);
    // What was paid before the end can still be recorded.
    made.happen("2020-03-01", event::Collect{1, money("100000")});
    CHECK(made.deal.state.status == DealStatus::cancelled);
    CHECK(sure(as_of(made.deal, day("2020-03-01"))).state.status == DealStatus::accepted);
}

TEST_CASE("usage keeps its invoice numbers", "[deal]") {
    Content request = filled(FormKind::custom_transaction_request,
                             {{"pricing", "usage"},
                              {"price", ""},
                              {"rates[0].product", product_id},
                              {"rates[0].description", "Events received"},
                              {"rates[0].list_rate", "2"},
                              {"rates[0].partner_rate", "1.9"}},
                             upfront_content());
    request = sure(without_row(FormKind::custom_transaction_request, request, "lines", 0));
    DealSetup made = brought_to(DealStatus::accepted, desk(request));
    made.happen("2020-04-01", event::Meter{day("2020-03-01"), {quantity(10)}});
    const event::Meter february{day("2020-02-01"), {quantity(20)}};
    CHECK(refusal(made.check("2020-03-01", february))->code == Code::out_of_range);
    made.happen("2020-04-01", february);
    CHECK(made.deal.state.invoices[0].month == day("2020-03-01"));
    CHECK(made.deal.state.invoices[1].month == day("2020-02-01"));
}

TEST_CASE("fees and settings of an issued invoice are not changed from an earlier day", "[deal]") {
    DealSetup made = invoiced();
    const auto code = [&](DealPayload payload) {
        return refusal(made.check(offered_on, std::move(payload)))->code;
    };
    CHECK(code(event::SetFees{fees("9", "5")}) == Code::fees_fixed);
    CHECK(code(event::SetSettings{}) == Code::transition_refused);
    // The same percentages may be confirmed at any time.
    CHECK(made.check(offered_on, event::SetFees{fees("3", "1")}).has_value());
    CHECK(made.check("2020-03-01", event::SetFees{fees("3", "1")}).has_value());
}

TEST_CASE("an authorization is what it was on a day, whatever was recorded later", "[deal]") {
    Authorization made = authorization();
    sure(attempt(made, "2020-03-01", event::Revoke{Party::isv}, workspace()));
    sure(attempt(made, "2020-02-01", event::Use{{"deal-9"}}, workspace()));
    CHECK(made.state.uses == std::vector<DealId>{{"deal-9"}});
    CHECK(as_of(made, day("2020-01-31")).state.uses.empty());
    CHECK(as_of(made, day("2020-02-29")).state.status == AuthorizationStatus::authorized);
    CHECK(refusal(attempt(made, "2020-03-02", event::Use{{"deal-8"}}, workspace()))->code ==
          Code::transition_refused);
}

TEST_CASE("nothing happens before a record was created", "[deal]") {
    DealSetup made = brought_to(DealStatus::draft);
    const event::SetFees told{fees("3", "1")};
    const auto early = refusal(made.check("2020-01-01", told));
    CHECK(early->code == Code::out_of_range);
    CHECK(early->detail == "2020-01-01 is before the record was created, on 2020-01-02");
    CHECK(made.check(created_on, told).has_value());
    // A record of an earlier version may say so.
    std::vector<DealEvent> events = made.deal.events;
    events.push_back({"early", day("2001-01-01"), told});
    CHECK(stored(made.deal, events).has_value());
}

TEST_CASE("a record stored in the order of typing is read in the order of days", "[deal]") {
    DealSetup made = invoiced();
    const std::vector<DealEvent> begun = made.deal.events;
    const DealEvent late{"late", day("2020-03-15"), event::Collect{1, money("60000")}};
    const DealEvent early{"early", day("2020-03-02"), event::Collect{1, money("50000")}};
    const DealEvent payout{"payout", day("2020-03-10"), event::Disburse{1, Party::isv}};

    std::vector<DealEvent> typed = begun;
    typed.insert(typed.end(), {late, early});
    const Deal read = std::get<Deal>(sure(stored(made.deal, typed)));
    CHECK(read.events.back().id == "late");
    CHECK(read.state.invoices.front().collected_on == day("2020-03-15"));

    // Its payout was possible in that order alone, so the record keeps it.
    typed.push_back(payout);
    const Deal kept = std::get<Deal>(sure(stored(made.deal, typed)));
    CHECK(kept.events.back().id == "payout");
    CHECK(invoice_on(kept, "2020-03-10").payout(Party::isv).on == day("2020-03-10"));
    CHECK(kept.state.invoices.front().payout(Party::isv).on == day("2020-03-10"));
}

TEST_CASE("entries of different days give one record, in any order that is accepted",
          "[deal][slow]") {
    Random random;
    INFO("seed " << Random::seed());
    int same = 0;
    for (int round = 0; round < 300; ++round) {
        const DealSetup start =
            invoiced(random.one_in(2) ? Disbursement::by_share : Disbursement::collected_in_full);
        // What happened, day by day.
        DealSetup in_order = start;
        std::vector<DealEvent> happened;
        for (int i = 1; i < 12; ++i) {
            const Date on = plus_days(day(accepted_on), i);
            const Money amount = Money::of_minor(random.between(1, 6'000'000), Currency::usd);
            const DealPayload payloads[] = {event::Collect{1, amount},
                                            event::Refund{1, amount, "fewer seats"},
                                            event::Forgive{1}, event::Disburse{1, Party::isv},
                                            event::Disburse{1, Party::partner}};
            const DealEvent event{"r" + std::to_string(i), on,
                                  payloads[random.one_in(3) ? random.between(0, 4) : 0]};
            const Surroundings around = in_order.surroundings();
            if (!check(in_order.deal, event, &around)) continue;
            apply_event(in_order.deal, event);
            happened.push_back(event);
        }
        // The same, recorded in another order; what is refused now may be possible later.
        DealSetup shuffled = start;
        for (std::size_t i = happened.size(); i > 1; --i)
            std::swap(happened[i - 1], happened[static_cast<std::size_t>(
                                           random.between(0, static_cast<std::int64_t>(i) - 1))]);
        std::size_t before = happened.size() + 1;
        while (!happened.empty() && happened.size() < before) {
            before = happened.size();
            std::erase_if(happened, [&](const DealEvent& event) {
                const Surroundings around = shuffled.surroundings();
                if (!check(shuffled.deal, event, &around)) return false;
                apply_event(shuffled.deal, event);
                return true;
            });
        }
        if (!happened.empty()) continue;
        ++same;
        CHECK(encode(shuffled.deal) == encode(in_order.deal));
        // Whatever was accepted is what the stored record says.
        const Deal read = std::get<Deal>(sure(decode(encode(shuffled.deal))));
        CHECK(read.events == shuffled.deal.events);
        CHECK(ledger_of(read).entries().size() == ledger_of(in_order.deal).entries().size());
    }
    CHECK(same > 200);
}
