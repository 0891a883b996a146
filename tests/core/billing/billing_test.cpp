#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"
#include "billing/billing.hpp"
#include "fixtures.hpp"
#include "show.hpp"

using namespace cppo;
using namespace cppo::test;

/// "receivable cash unearned isv partner aws", as they stand now.
static std::string balances(const DealSetup& desk) {
    const Ledger ledger = ledger_of(desk.deal);
    std::vector<std::string> amounts;
    for (std::size_t i = 0; i < name_count<Account>(); ++i)
        amounts.push_back(text(ledger.balance(static_cast<Account>(i))));
    return join(amounts, " ");
}

static InvoiceStatus status(const DealSetup& desk, std::size_t number) {
    return status_of(desk.deal.state.invoices[number - 1]);
}

TEST_CASE("a three-year deal from the request to the last payout", "[billing]") {
    DealSetup desk = test::desk(scheduled_content());
    desk.sign(Party::partner);
    desk.sign(Party::customer);
    desk.happen(submitted_on, desk.submission());
    desk.happen(offered_on, event::CreateOffer{"offer-abcd1234"});
    desk.happen(accepted_on, event::Accept{account(customer_account)});
    CHECK(balances(desk) == "0.00 0.00 0.00 0.00 0.00 0.00");
    CHECK(refusal(desk.check("2020-02-01", event::Issue{1}))->code == Code::fee_unknown);
    desk.happen("2020-01-25", event::SetFees{fees("3", "1")});

    desk.happen("2020-02-01", event::Issue{1});
    CHECK(status(desk, 1) == InvoiceStatus::invoiced);
    CHECK(balances(desk) == "100000.00 0.00 -100000.00 0.00 0.00 0.00");

    desk.happen("2020-02-20", event::Collect{1, money("40000")});
    CHECK(status(desk, 1) == InvoiceStatus::partially_collected);
    CHECK(balances(desk) == "60000.00 40000.00 -100000.00 0.00 0.00 0.00");
    CHECK(refusal(desk.check("2020-02-20", event::Disburse{1, Party::isv}))->code ==
          Code::not_collected);

    desk.happen("2020-03-01", event::Collect{1, money("60000")});
    CHECK(status(desk, 1) == InvoiceStatus::collected);
    CHECK(balances(desk) == "0.00 100000.00 0.00 -80833.33 -16500.00 -2666.67");

    desk.happen("2020-03-08", event::Disburse{1, Party::isv});
    CHECK(balances(desk) == "0.00 19166.67 0.00 0.00 -16500.00 -2666.67");
    desk.happen("2020-03-09", event::Disburse{1, Party::partner});
    CHECK(status(desk, 1) == InvoiceStatus::disbursed);
    CHECK(balances(desk) == "0.00 2666.67 0.00 0.00 0.00 -2666.67");

    // The second and third year; the partner is paid first.
    desk.happen("2021-02-01", event::Issue{2});
    desk.happen("2021-02-15", event::Collect{2, money("90000")});
    desk.happen("2021-03-08", event::Disburse{2, Party::partner});
    CHECK(balances(desk) == "0.00 77816.67 0.00 -72750.00 0.00 -5066.67");
    desk.happen("2021-03-08", event::Disburse{2, Party::isv});
    desk.happen("2022-02-01", event::Issue{3});
    CHECK(balances(desk) == "80000.00 5066.67 -80000.00 0.00 0.00 -5066.67");
    desk.happen("2022-02-15", event::Collect{3, money("80000")});
    CHECK(balances(desk) == "0.00 85066.67 0.00 -64666.67 -13200.00 -7200.00");
    desk.happen("2022-03-08", event::Disburse{3, Party::isv});
    desk.happen("2022-03-08", event::Disburse{3, Party::partner});

    // AWS keeps only its two fees of domain example 2.
    CHECK(balances(desk) == "0.00 7200.00 0.00 0.00 0.00 -7200.00");
    CHECK(invoices_due(desk.deal, day("2199-12-31")).empty());
}

TEST_CASE("invoices of two years may be open at once", "[billing]") {
    DealSetup desk = brought_to(DealStatus::accepted);
    desk.happen("2020-02-01", event::Issue{1});
    desk.happen("2021-02-01", event::Issue{2});
    desk.happen("2021-02-15", event::Collect{2, money("90000")});
    CHECK(balances(desk) == "100000.00 90000.00 -100000.00 -72750.00 -14850.00 -2400.00");
    // Recorded later although it happened earlier: dates are ordered per invoice.
    desk.happen("2020-03-01", event::Collect{1, money("100000")});
    CHECK(balances(desk) == "0.00 190000.00 0.00 -153583.33 -31350.00 -5066.67");
}

TEST_CASE("every entry balances and names its invoice", "[billing]") {
    DealSetup desk = brought_to(DealStatus::accepted);
    desk.happen("2020-02-01", event::Issue{1});
    desk.happen("2020-02-20", event::Collect{1, money("100000")});
    desk.happen("2020-03-08", event::Disburse{1, Party::isv});
    std::vector<std::string> memos;
    const Ledger ledger = ledger_of(desk.deal);
    for (const Entry& entry : ledger.entries()) {
        Money total = money("0");
        for (const Posting& posting : entry.postings) total += posting.amount;
        CHECK(total.is_zero());
        memos.push_back(text(entry.on) + ' ' + entry.memo);
    }
    CHECK(memos == std::vector<std::string>{"2020-02-01 issue invoice 1",
                                            "2020-02-20 collect invoice 1",
                                            "2020-03-08 disburse invoice 1"});
}

TEST_CASE("invoices are due on their dates, an upfront one at acceptance", "[billing]") {
    const DealSetup scheduled = brought_to(DealStatus::accepted);
    CHECK(invoices_due(scheduled.deal, day("2020-01-31")).empty());
    CHECK(invoices_due(scheduled.deal, day("2020-02-01")) == std::vector{1});
    CHECK(invoices_due(scheduled.deal, day("2021-02-01")) == std::vector{1, 2});
    CHECK(invoices_due(scheduled.deal, day("2022-02-01")) == std::vector{1, 2, 3});
    DealSetup billed = scheduled;
    billed.happen("2021-02-01", event::Issue{2});
    CHECK(invoices_due(billed.deal, day("2022-02-01")) == std::vector{1, 3});

    const DealSetup upfront = brought_to(DealStatus::accepted, desk(upfront_content()));
    CHECK(invoices_due(upfront.deal, day("2020-01-19")).empty());
    CHECK(invoices_due(upfront.deal, day(accepted_on)) == std::vector{1});
    CHECK(invoices_due(brought_to(DealStatus::offered).deal, day("2199-12-31")).empty());
}

TEST_CASE("a charge date already past at acceptance is invoiced then", "[billing]") {
    const DealSetup desk = brought_to(
        DealStatus::accepted,
        test::desk(filled(ctr, {{"schedule[0].on", "2020-01-02"}}, scheduled_content())));
    CHECK(desk.deal.state.invoices[0].charge_date == day(accepted_on));
    CHECK(desk.deal.state.invoices[0].wholesale == money("83333.33"));
    CHECK(invoices_due(desk.deal, day(accepted_on)) == std::vector{1});
}

TEST_CASE("a deal in yen has no cents anywhere", "[billing]") {
    Content request = filled(ctr, {{"price", ""}, {"lines[0].list", ""}}, upfront_content());
    request = filled(ctr, {{"currency", "JPY"}, {"lines[0].list", "1234567"}, {"price", "1200001"}},
                     request);
    const Content authorized =
        filled(raf, {{"currency", "JPY"}, {"products[0].discount", "12.5"}}, raf_content());
    DealSetup desk = brought_to(
        DealStatus::accepted,
        test::desk(request, authorization(raf, AuthorizationStatus::authorized, authorized)));
    desk.happen(accepted_on, event::SetFees{fees("3.5", "1")});
    desk.happen(accepted_on, event::Issue{1});
    desk.happen("2020-02-20", event::Collect{1, desk.amount("1200001")});
    CHECK(balances(desk) == "0 1200001 0 -1042437 -118557 -39007");
    desk.happen("2020-03-08", event::Disburse{1, Party::isv});
    desk.happen("2020-03-08", event::Disburse{1, Party::partner});
    CHECK(balances(desk) == "0 39007 0 0 0 -39007");
}

TEST_CASE("an offer to a linked account is accepted by it and billed to its payer", "[billing]") {
    const DealSetup desk = brought_to(
        DealStatus::offered,
        test::desk(filled(ctr, {{"payer_account", payer_account}}, scheduled_content())));
    const RequestTerms& terms = terms_of(desk.deal);
    CHECK(terms.customer.account == account(customer_account));
    CHECK(terms.payer == account(payer_account));
    CHECK(refusal(desk.check(accepted_on, event::Accept{account(payer_account)}))->code ==
          Code::offer_not_visible);
    CHECK(desk.check(accepted_on, event::Accept{account(customer_account)}).has_value());
}

TEST_CASE("a free offer counts as collected once it is issued", "[billing]") {
    const Content authorized = filled(raf, {{"products[0].discount", "100"}}, raf_content());
    DealSetup desk =
        brought_to(DealStatus::accepted,
                   test::desk(filled(ctr, {{"price", "0"}}, upfront_content()),
                              authorization(raf, AuthorizationStatus::authorized, authorized)));
    desk.happen(accepted_on, event::Issue{1});
    CHECK(status(desk, 1) == InvoiceStatus::collected);
    desk.happen(accepted_on, event::Disburse{1, Party::isv});
    desk.happen(accepted_on, event::Disburse{1, Party::partner});
    CHECK(status(desk, 1) == InvoiceStatus::disbursed);
    CHECK(balances(desk) == "0.00 0.00 0.00 0.00 0.00 0.00");
    const Ledger ledger = ledger_of(desk.deal);
    REQUIRE(ledger.entries().size() == 3);
    for (const Entry& entry : ledger.entries()) CHECK(entry.postings.empty());
}

TEST_CASE("a partner whose fee exceeds its markup owes AWS, and the books still balance",
          "[billing]") {
    const Content authorized = filled(raf, {{"products[0].discount", "0"}}, raf_content());
    DealSetup start = test::desk(filled(ctr, {{"price", "120000"}}, upfront_content()),
                                 authorization(raf, AuthorizationStatus::authorized, authorized));
    start.deal.settings.processing_base = ProcessingBase::customer_price;
    DealSetup desk = brought_to(DealStatus::accepted, start);
    desk.happen(accepted_on, event::Issue{1});
    desk.happen("2020-02-20", event::Collect{1, money("120000")});
    CHECK(balances(desk) == "0.00 120000.00 0.00 -116400.00 1200.00 -4800.00");
    desk.happen("2020-03-08", event::Disburse{1, Party::isv});
    desk.happen("2020-03-08", event::Disburse{1, Party::partner});
    CHECK(balances(desk) == "0.00 4800.00 0.00 0.00 0.00 -4800.00");
}
