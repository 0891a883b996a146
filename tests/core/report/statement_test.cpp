#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "base/text.hpp"
#include "fixtures.hpp"
#include "party/visibility.hpp"
#include "report/statement.hpp"

namespace cppo::test {
namespace {

// A statement with one of these fields could leak it. The names are those of Settlement.
template <typename T>
concept TellsPrice = requires(T row) {
    row.price;
};
template <typename T>
concept TellsMarkup = requires(T row) {
    row.markup;
};
template <typename T>
concept TellsWholesale = requires(T row) {
    row.wholesale;
};
template <typename T>
concept TellsProcessingFee = requires(T row) {
    row.processing_fee;
};
template <typename T>
concept TellsMarketplaceFee = requires(T row) {
    row.marketplace_fee;
};
template <typename T>
concept TellsNet = requires(T row) {
    row.net;
};
template <typename T>
concept TellsPayer = requires(T row) {
    row.payer;
}
|| requires(T row) { row.billed_to; };

static_assert(!TellsPrice<IsvStatementRow> && !TellsMarkup<IsvStatementRow>);
static_assert(!TellsProcessingFee<IsvStatementRow> && !TellsPayer<IsvStatementRow>);
static_assert(!TellsMarketplaceFee<PartnerStatementRow>);
static_assert(!TellsWholesale<CustomerStatementRow> && !TellsMarkup<CustomerStatementRow>);
static_assert(!TellsProcessingFee<CustomerStatementRow>);
static_assert(!TellsMarketplaceFee<CustomerStatementRow> && !TellsNet<CustomerStatementRow>);

constexpr std::string_view salt = "00112233445566778899aabbccddeeff";

DealSetup paid_desk(FormKind form) {
    Content request = filled(FormKind::custom_transaction_request,
                             {{"payer_account", payer_account}}, scheduled_content());
    DealSetup paid = brought_to(DealStatus::accepted, desk(request, form));
    paid.happen("2020-02-01", event::Issue{1});
    paid.happen("2020-03-01", event::Collect{1, money("100000.00")});
    paid.happen("2020-03-10", event::Disburse{1, Party::isv});
    return paid;
}

std::string all_texts(const Table& table) { return csv(table) + plain_text(table); }

/// Every document the party's statement makes, in both wordings.
std::string documents_of(Party party, const DealSetup& desk, Date as_of) {
    const Subject subject{desk.deal, desk.authorization};
    const std::span<const Subject> one(&subject, 1);
    std::string texts;
    for (Wording wording : {Wording::files, Wording::reading}) {
        if (party == Party::isv)
            texts +=
                all_texts(table_of(isv_statement(one, account(isv_account), as_of, salt), wording));
        if (party == Party::partner)
            texts += all_texts(table_of(partner_statement(one, as_of, salt), wording));
        if (party == Party::customer)
            texts += all_texts(
                table_of(customer_statement(one, account(customer_account), as_of, salt), wording));
    }
    return texts;
}

struct Secret {
    Datum datum;
    std::vector<std::string> texts;
};

/// The secret figures of the first invoice and of the whole deal, as files and people write them.
std::vector<Secret> secrets_of(const Settlement& first) {
    const auto both = [](Money amount) {
        return std::vector<std::string>{text(amount), grouped(amount)};
    };
    return {{Datum::wholesale, both(first.wholesale)},
            {Datum::customer_name,
             {std::string(customer_name), std::string(customer_account), "7777 8888 9999",
              std::string(payer_account), "1212 3434 5656"}},
            {Datum::customer_price, both(first.price)},
            {Datum::markup, both(first.markup)},
            {Datum::processing_fee, both(first.processing_fee)},
            {Datum::partner_net, both(first.partner_net)},
            {Datum::marketplace_fee, both(first.marketplace_fee)},
            {Datum::isv_net, both(first.isv_net)},
            {Datum::discount, {"25 %", ",25,", "25.0"}}};
}

}  // namespace

TEST_CASE("the program's report rule: who each party sees as the buyer", "[report]") {
    struct Row {
        FormKind form;
        std::string_view buyer_for_isv, buyer_for_partner;
    };
    const auto row =
        GENERATE(Row{FormKind::reseller_authorization, partner_name, customer_name},
                 Row{FormKind::custom_resale_transaction, customer_name, customer_name});
    const DealSetup desk = paid_desk(row.form);
    const Subject subject{desk.deal, desk.authorization};
    const std::span<const Subject> one(&subject, 1);
    const Date as_of = day("2020-12-31");
    const auto isv = isv_statement(one, account(isv_account), as_of, salt);
    REQUIRE(isv.rows.size() == 1);
    CHECK(isv.rows[0].buyer.name == row.buyer_for_isv);
    const auto partner = partner_statement(one, as_of, salt);
    CHECK(partner.rows.at(0).buyer.name == row.buyer_for_partner);

    const PartyRef birch = {std::string(partner_name), account(partner_account)};
    CHECK(isv.isv == PartyRef{std::string(isv_name), account(isv_account)});
    CHECK(partner.partner == birch);
    const auto customer = customer_statement(one, account(customer_account), as_of, salt);
    CHECK(customer.customer == PartyRef{std::string(customer_name), account(customer_account)});
    CHECK(customer.seller == birch);
}

TEST_CASE("a statement holds exactly what its party may know", "[report]") {
    const DealSetup desk = paid_desk(FormKind::reseller_authorization);
    const Date as_of = day("2020-12-31");
    const std::string& isv_number = reference(Party::isv, desk.deal.id, salt);
    CHECK(documents_of(Party::isv, desk, as_of)
              .find(isv_number +
                    ",Birch Resale,444455556666,Alder Graph,invoice,2020-02-01,83333.33,"
                    "-2500.00,80833.33,USD,Disbursed,2020-03-10,80833.33,80833.33,0.00\n") !=
          std::string::npos);
    CHECK(
        documents_of(Party::partner, desk, as_of)
            .find(reference(Party::partner, desk.deal.id, salt) +
                  ",Cedar Works,777788889999,121234345656,Alder Graph,invoice,2020-02-01,100000.00,"
                  "-83333.33,-166.67,16500.00,USD,Not disbursed,,100000.00,16500.00,0.00,"
                  "16500.00\n") != std::string::npos);
    CHECK(
        documents_of(Party::customer, desk, as_of)
            .find(reference(Party::customer, desk.deal.id, salt) +
                  ",Birch Resale,Alder Graph,121234345656,invoice,2020-02-01,2020-02-01,100000.00,"
                  "100000.00,USD\n") != std::string::npos);
}

TEST_CASE("no document for a party contains what the visibility table denies", "[report]") {
    const auto form =
        GENERATE(FormKind::reseller_authorization, FormKind::custom_resale_transaction);
    const auto party = GENERATE(Party::isv, Party::partner, Party::customer);
    const DealSetup desk = paid_desk(form);
    const std::string documents = documents_of(party, desk, day("2020-12-31"));
    for (const Secret& secret : secrets_of(*desk.deal.state.invoices[0].split))
        for (const std::string& text : secret.texts) {
            INFO(cppo::text(party) << " must not see " << cppo::text(secret.datum) << ": " << text);
            if (!may_see(party, secret.datum, desk.deal.kind))
                CHECK(documents.find(text) == std::string::npos);
        }
}

TEST_CASE("a statement holds only its own party's deals, up to its day", "[report]") {
    const DealSetup desk = paid_desk(FormKind::reseller_authorization);
    const Subject subject{desk.deal, desk.authorization};
    const std::span<const Subject> one(&subject, 1);
    const AccountId stranger = account("999999999999");
    CHECK(isv_statement(one, stranger, day("2020-12-31"), salt).rows.empty());
    CHECK(customer_statement(one, stranger, day("2020-12-31"), salt).rows.empty());
    CHECK(isv_statement(one, account(isv_account), day("2020-01-31"), salt).rows.empty());
    const auto early = customer_statement(one, account(customer_account), day("2020-02-15"), salt);
    REQUIRE(early.rows.size() == 3);
    CHECK(early.rows[0].paid.is_zero());
    CHECK_FALSE(early.rows[1].invoiced_on.has_value());
    CHECK(customer_statement(one, account(customer_account), day("2020-01-14"), salt).rows.empty());
    const auto unpaid = isv_statement(one, account(isv_account), day("2020-02-15"), salt);
    CHECK(unpaid.rows.at(0).payout.status == PayoutStatus::not_collected);
    CHECK(all_texts(table_of(unpaid, Wording::files)).find("Not collected") != std::string::npos);
    const auto before_payout = isv_statement(one, account(isv_account), day("2020-03-05"), salt);
    CHECK(before_payout.rows.at(0).payout.status == PayoutStatus::not_disbursed);
    CHECK_FALSE(before_payout.rows.at(0).payout.on.has_value());
}

TEST_CASE("the customer's statement has no invoice before the offer is accepted", "[report]") {
    const DealSetup desk = paid_desk(FormKind::reseller_authorization);
    const Subject subject{desk.deal, desk.authorization};
    const std::span<const Subject> one(&subject, 1);
    const AccountId customer = account(customer_account);
    CHECK(customer_statement(one, customer, day("2020-01-19"), salt).rows.empty());
    CHECK(customer_statement(one, customer, day(accepted_on), salt).rows.size() == 3);
}

TEST_CASE("a deal whose papers cannot be read is in no statement", "[report]") {
    const DealSetup paid = paid_desk(FormKind::reseller_authorization);
    DealSetup unsold = paid, unnamed = paid;
    unsold.deal.state.request = {};
    unsold.deal.state.terms.reset();
    unnamed.authorization.state.content = {};
    unnamed.authorization.state.terms.reset();
    for (const DealSetup& desk : {unsold, unnamed})
        for (Party party : {Party::isv, Party::partner, Party::customer})
            CHECK(documents_of(party, desk, day("2020-12-31")).find("2020-02-01") ==
                  std::string::npos);
}

TEST_CASE("rows are sorted by date, then by reference; a product is named once", "[report]") {
    const Content request = filled(FormKind::custom_transaction_request,
                                   {{"lines[1].product", product_id},
                                    {"lines[1].description", "Alder Graph, one more"},
                                    {"lines[1].list", "1.00"},
                                    {"lines[1].quantity", "1"}},
                                   scheduled_content());
    std::vector<DealSetup> desks;
    for (const char* on : {"2020-02-02", "2020-02-01", "2020-02-01"}) {
        desks.push_back(brought_to(DealStatus::accepted, desk(request)));
        desks.back().deal.id = DealId{"deal-" + std::to_string(desks.size())};
        desks.back().happen(on, event::Issue{1});
    }
    const auto statement = [](const std::vector<DealSetup>& of) {
        std::vector<Subject> subjects;
        for (const DealSetup& desk : of) subjects.push_back({desk.deal, desk.authorization});
        return partner_statement(subjects, day("2020-12-31"), salt).rows;
    };
    const auto partner = statement(desks);
    REQUIRE(partner.size() == 3);
    CHECK(partner[0].on == day("2020-02-01"));
    CHECK(partner[1].on == day("2020-02-01"));
    CHECK(partner[0].reference < partner[1].reference);
    CHECK(partner[2].reference == reference(Party::partner, DealId{"deal-1"}, salt));
    for (const auto& row : partner) CHECK(row.product == "Alder Graph");
    const auto reversed = statement({desks.rbegin(), desks.rend()});
    for (std::size_t i = 0; i < 3; ++i) CHECK(reversed[i].reference == partner[i].reference);

    // The customer's rows are scheduled payments, by date and then in the order of the deals.
    std::vector<Subject> subjects;
    for (const DealSetup& desk : desks) subjects.push_back({desk.deal, desk.authorization});
    const auto rows =
        customer_statement(subjects, account(customer_account), day("2020-12-31"), salt).rows;
    REQUIRE(rows.size() == 9);
    for (std::size_t i = 0; i < 9; ++i) {
        CHECK(rows[i].charge_date == day(std::to_string(2020 + i / 3) + "-02-01"));
        CHECK(rows[i].reference == reference(Party::customer, desks[i % 3].deal.id, salt));
    }
}

TEST_CASE("a deal's own word on its kind shows the ISV no customer", "[report]") {
    DealSetup desk = paid_desk(FormKind::reseller_authorization);
    desk.deal.kind = DealKind::non_recurring;
    CHECK(documents_of(Party::isv, desk, day("2020-12-31")).find(customer_name) ==
          std::string::npos);
}

TEST_CASE("a deal has a different reference number for every party and workspace", "[report]") {
    const DealId deal{"deal-1"};
    CHECK(reference(Party::isv, deal, salt) != reference(Party::customer, deal, salt));
    CHECK(reference(Party::isv, deal, salt) != reference(Party::isv, deal, "other"));
    CHECK(reference(Party::isv, deal, salt) != reference(Party::isv, DealId{"deal-2"}, salt));
    CHECK(reference(Party::isv, deal, salt).size() == 11);
}

TEST_CASE("CSV quotes where needed and disarms formulas", "[report]") {
    const Table table{{{"name", "Name"}, {"amount", "Amount", true}},
                      {{"=HYPERLINK(\"x\")", "-5.00"},
                       {"a,b", "1"},
                       {"@x", "+1"},
                       {"-2+3", "-1.5.5"},
                       {"-", "-7"},
                       {"-1.=5", "-0.05"}}};
    CHECK(csv(table) ==
          "name,amount\n\"'=HYPERLINK(\"\"x\"\")\",-5.00\n\"a,b\",1\n'@x,'+1\n"
          "'-2+3,'-1.5.5\n'-,-7\n'-1.=5,-0.05\n");
}

TEST_CASE("a cell is a formula by its first character, except a negative number", "[report]") {
    for (const char* cell : {"=1", "+1", "-x", "@x", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1",
                             "＠x", "-1.5.5", "-", "－5.00"}) {
        INFO(cell);
        CHECK(is_formula(cell));
        CHECK(csv({{{"name", "Name"}}, {{cell}}}).find('\'') != std::string::npos);
    }
    for (const char* cell : {"", "-5.00", "-5", "1=1", " x", "−5.00", "a＝"}) {
        INFO(cell);
        CHECK_FALSE(is_formula(cell));
        CHECK(csv({{{"name", "Name"}}, {{cell}}}) == "name\n" + std::string(cell) + '\n');
    }
}

TEST_CASE("plain text aligns by characters, not bytes", "[report]") {
    const Table table{{{"name", "Name"}, {"net", "Net", true}}, {{"Å", "1.00"}, {"Bo", "−10.00"}}};
    CHECK(plain_text(table) ==
          "Name     Net\n"
          "Å       1.00\n"
          "Bo    −10.00\n");
    // Invalid UTF-8 is counted in bytes; an empty row is an empty line.
    CHECK(plain_text({{{"a", ""}, {"b", ""}}, {{"\xff\xff", "z"}, {"", ""}, {"é", "z"}}}) ==
          "\n\xff\xff  z\n\né   z\n");
}

TEST_CASE("a payout in part is shown as what it is, and a write-off settles the rest", "[report]") {
    DealSetup start = desk(upfront_content());
    start.deal.settings.disbursement = Disbursement::by_share;
    DealSetup made = brought_to(DealStatus::accepted, start);
    made.happen(accepted_on, event::Issue{1});
    made.happen("2020-02-20", event::Collect{1, money("10000")});
    made.happen("2020-03-10", event::Disburse{1, Party::isv});
    made.happen("2020-06-01", event::Forgive{1});
    const Subject subject{made.deal, made.authorization};
    const auto rows = [&](std::string_view on) {
        return isv_statement({&subject, 1}, account(isv_account), day(on), salt).rows;
    };
    const auto is = [](const Payout& payout, PayoutStatus status, std::string_view earned,
                       std::string_view disbursed) {
        CHECK(payout.status == status);
        CHECK(payout.earned == money(earned));
        CHECK(payout.disbursed == money(disbursed));
    };
    is(rows("2020-02-01").at(0).payout, PayoutStatus::not_collected, "0", "0");
    is(rows("2020-02-20").at(0).payout, PayoutStatus::not_disbursed, "7936.37", "0");
    is(rows("2020-03-10").at(0).payout, PayoutStatus::partially_disbursed, "7936.37", "7936.37");
    CHECK(rows("2020-03-10").at(0).payout.on == day("2020-03-10"));
    const auto settled = rows("2020-06-01");
    REQUIRE(settled.size() == 2);
    is(settled[0].payout, PayoutStatus::disbursed, "7936.37", "7936.37");
    is(settled[1].payout, PayoutStatus::disbursed, "0", "0");
    CHECK(settled[0].net + settled[1].net == settled[0].payout.disbursed);
    // The partner's part was not paid out.
    const auto ours = partner_statement({&subject, 1}, day("2020-06-01"), salt).rows;
    is(ours.at(0).payout, PayoutStatus::not_disbursed, "1800.00", "0");
    CHECK(ours.at(0).collected == money("10000"));
}

TEST_CASE("what nobody will pay is no open row", "[report]") {
    DealSetup made = brought_to(DealStatus::accepted, desk(upfront_content()));
    made.happen(accepted_on, event::Issue{1});
    made.happen("2020-02-20", event::Refund{1, money("110000"), "canceled"});
    const Subject subject{made.deal, made.authorization};
    for (const auto& row : partner_statement({&subject, 1}, day("2020-03-01"), salt).rows)
        CHECK(row.payout.status == PayoutStatus::nothing_to_disburse);
}

TEST_CASE("a refund of what was paid out is open until AWS has recovered it", "[report]") {
    DealSetup made = brought_to(DealStatus::accepted, desk(upfront_content()));
    made.happen(accepted_on, event::Issue{1});
    made.happen("2020-02-20", event::Collect{1, money("110000")});
    made.happen("2020-03-10", event::Disburse{1, Party::partner});
    made.happen("2020-03-20", event::Refund{1, money("0.01"), "rounding"});
    made.happen("2020-03-21", event::Refund{1, money("11000"), "fewer seats"});
    made.happen("2020-04-10", event::Disburse{1, Party::partner});
    const Subject subject{made.deal, made.authorization};
    const auto rows = [&](std::string_view on) {
        return partner_statement({&subject, 1}, day(on), salt).rows;
    };
    // The partner's share of one cent is nothing, so that nothing is open.
    for (const auto& row : rows("2020-03-20")) CHECK(row.payout.status == PayoutStatus::disbursed);
    const auto open = rows("2020-03-21");
    CHECK(open.at(0).payout.status == PayoutStatus::disbursed);
    CHECK(open.at(0).payout.open().is_negative());
    CHECK(open.at(2).payout.status == PayoutStatus::not_disbursed);
    const auto settled = rows("2020-04-10");
    for (const auto& row : settled) CHECK(row.payout.status == PayoutStatus::disbursed);
    CHECK(settled.at(0).payout.on == day("2020-03-10"));
    CHECK(settled.at(2).payout.on == day("2020-04-10"));
    CHECK(settled.at(0).payout.open().is_zero());
}

}  // namespace cppo::test
