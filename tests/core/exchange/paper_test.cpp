// Printed documents: what each must and must not say.
#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"
#include "exchange/paper.hpp"
#include "fixtures.hpp"

using namespace cppo;
using namespace cppo::test;

namespace {

using Kind = Block::Kind;
constexpr std::string_view salt = "0123456789abcdef";

std::vector<std::string> headings(const Document& document) {
    std::vector<std::string> all;
    for (const Block& block : document.blocks)
        if (block.kind == Kind::heading) all.push_back(block.text);
    return all;
}

const Table& under(const Document& document, std::string_view heading) {
    for (std::size_t i = 0; i + 1 < document.blocks.size(); ++i)
        if (document.blocks[i].text == heading) return document.blocks[i + 1].table;
    FAIL("There is no heading " << heading);
    return document.blocks.front().table;
}

using Rows = std::vector<std::vector<std::string>>;

std::vector<std::string> titles(const Table& table) {
    std::vector<std::string> all;
    for (const Column& column : table.columns) all.push_back(column.title);
    return all;
}

/// A deal whose customer signs too, with terms and a paid invoice.
DealSetup full_deal(DealKind kind) {
    const Content request = filled(
        ctr, {{"customer_signs", "yes"}, {"custom_terms", "For 40 users."}}, scheduled_content());
    DealSetup made =
        brought_to(DealStatus::accepted, kind == DealKind::recurring
                                             ? desk(request)
                                             : desk(request, FormKind::custom_resale_transaction));
    made.happen("2020-02-01", event::Issue{1});
    return made;
}

}  // namespace

TEST_CASE("paper: the ISV and the partner read a form in full", "[exchange][paper]") {
    const Authorization signed_raf =
        authorization(FormKind::reseller_authorization, AuthorizationStatus::submitted);
    const Document paper = form_document(signed_raf, "Reference: 1", Wording::reading);
    CHECK(paper.title == "Reseller Authorization (RAF)");
    CHECK(headings(paper) ==
          std::vector<std::string>{"ISV", "Partner", "Products that may be resold", "Terms",
                                   "Digest", "Signed for the ISV", "Signed for the partner"});
    CHECK(under(paper, "ISV").rows ==
          Rows{{"Legal name", "Alder Software"}, {"AWS account", "0011 2222 3333"}});
    const Table& products = under(paper, "Products that may be resold");
    CHECK(titles(products) ==
          std::vector<std::string>{"Product", "Product ID", "Discount off list (%)"});
    CHECK(products.rows == Rows{{"Alder Graph", std::string(product_id), "25"}});
    CHECK(products.columns[2].number);
    CHECK_FALSE(products.columns[0].number);
}

TEST_CASE("paper: who signed what and when, or lines to sign on", "[exchange][paper]") {
    const Authorization signed_raf =
        authorization(FormKind::reseller_authorization, AuthorizationStatus::submitted);
    const Signature& isv = signed_raf.state.signatures.front();
    CHECK(under(form_document(signed_raf, "", Wording::reading), "Signed for the ISV").rows ==
          Rows{{"Name", isv.name},
               {"Title", isv.title},
               {"Date", text(isv.on)},
               {"SHA-256", isv.hash}});
    const Rows lines = {{"Name", ""}, {"Title", ""}, {"Date", ""}, {"Signature", ""}};
    const Authorization draft =
        authorization(FormKind::custom_resale_transaction, AuthorizationStatus::draft);
    const Document paper = form_document(draft, "", Wording::reading);
    CHECK(under(paper, "Signed for the ISV").rows == lines);
    CHECK(under(paper, "Signed for the partner").rows == lines);
    CHECK(plain_text(paper).find("\n  Signature: ____") != std::string::npos);
    // Under the rule set without signatures, there is no line to sign on.
    for (const std::string& heading :
         headings(form_document(modern_desk().authorization, "", Wording::reading)))
        CHECK_FALSE(heading.starts_with("Signed"));
}

TEST_CASE("paper: the request in full for the partner", "[exchange][paper]") {
    const DealSetup desk = full_deal(DealKind::recurring);
    const Document paper = form_document(desk.deal, "Reference: 1", Wording::reading);
    CHECK(headings(paper) == std::vector<std::string>{"Customer", "What the customer buys",
                                                      "Price and terms", "Payments", "Digest",
                                                      "Signed for the partner",
                                                      "Signed for the customer"});
    const Table& payments = under(paper, "Payments");
    CHECK(payments.rows == Rows{{"2020-02-01", "100,000.00"},
                                {"2021-02-01", "90,000.00"},
                                {"2022-02-01", "80,000.00"}});
    CHECK(payments.columns[1].number);
    const Rows& terms = under(paper, "Price and terms").rows;
    CHECK(terms[1] == std::vector<std::string>{"Price to the customer", "270,000.00 USD"});
    CHECK(terms[2] == std::vector<std::string>{"Payment", "On a schedule"});
    CHECK(terms[4] == std::vector<std::string>{"Term", "3 years"});
}

TEST_CASE("paper: the customer's print says what its text says", "[exchange][paper]") {
    const DealSetup desk = full_deal(DealKind::recurring);
    const Document files = customer_document(desk.deal, partner_name, Wording::files);
    const Document paper = customer_document(desk.deal, partner_name, Wording::reading);
    CHECK(customer_copy(desk.deal, partner_name) == plain_text(files));
    CHECK(headings(paper) == headings(files));
    REQUIRE(paper.blocks.size() == files.blocks.size());
    for (std::size_t i = 0; i < paper.blocks.size(); ++i) {
        CHECK(paper.blocks[i].kind == files.blocks[i].kind);
        CHECK(paper.blocks[i].table.rows.size() == files.blocks[i].table.rows.size());
    }
    CHECK(headings(paper).back() == "Signed for the customer");
    CHECK(under(paper, "Signed for the customer").rows[0][1] == "Signer of the customer");
    DealSetup unsigned_desk = test::desk();
    CHECK(under(customer_document(unsigned_desk.deal, partner_name, Wording::reading),
                "Signed for the customer")
              .rows == Rows{{"Name", ""}, {"Title", ""}, {"Date", ""}, {"Signature", ""}});
}

TEST_CASE("paper: statements name their party and hold its table", "[exchange][paper]") {
    const DealSetup desk = full_deal(DealKind::recurring);
    const Subject subject{desk.deal, desk.authorization};
    const std::span<const Subject> one(&subject, 1);
    const Date on = day("2020-12-31");
    const auto isv = isv_statement(one, account(isv_account), on, salt);
    const Document paper = document_of(isv);
    CHECK(paper.title == "Statement for Alder Software");
    // Values that are the same in every row appear once, above the table.
    CHECK(paper.blocks.front().table.rows ==
          Rows{{"AWS account", "0011 2222 3333"},
               {"As of", "2020-12-31"},
               {"Reference", reference(Party::isv, desk.deal.id, salt)},
               {"Buyer", "Birch Resale"},
               {"Buyer account", "4444 5555 6666"},
               {"Product", "Alder Graph"},
               {"Currency", "USD"}});
    const Table& invoices = under(paper, "Invoices and refunds");
    CHECK(titles(invoices) == std::vector<std::string>{"Transaction", "Date", "Gross revenue",
                                                       "Marketplace fee", "Net revenue", "Status",
                                                       "Disbursed", "Earned", "Paid out",
                                                       "To be paid out"});
    CHECK(invoices.rows == Rows{{"Invoice", "2020-02-01", "83,333.33", "−2,500.00", "80,833.33",
                                 "Not collected", "–", "0.00", "0.00", "0.00"}});
    const Document nothing =
        document_of(isv_statement(one, account(isv_account), day("2020-01-31"), salt));
    CHECK(under(nothing, "Invoices and refunds").columns.size() == 15);
    const Period since(day("2020-01-01"), on);
    const Document ours = document_of(partner_statement(one, since, salt));
    CHECK(ours.title == "Statement for Birch Resale");
    CHECK(ours.blocks.front().table.rows[1] == std::vector<std::string>{"From", "2020-01-01"});
    CHECK(document_of(customer_statement(one, account(customer_account), on, salt)).title ==
          "Statement for Cedar Works");
}

TEST_CASE("paper: what differs between rows stays in the table", "[exchange][paper]") {
    const DealSetup desk = full_deal(DealKind::recurring);
    Deal other = desk.deal;
    other.id = {"deal-2"};
    const Subject subjects[] = {{desk.deal, desk.authorization}, {other, desk.authorization}};
    const Document paper = document_of(partner_statement(subjects, day("2020-12-31"), salt));
    const Table& invoices = under(paper, "Invoices and refunds");
    CHECK(titles(invoices) == std::vector<std::string>{"Reference", "Transaction", "Date",
                                                       "Gross revenue", "Wholesale cost",
                                                       "Processing fee", "Net revenue", "Status",
                                                       "Disbursed", "Collected", "Earned",
                                                       "Paid out", "To be paid out"});
    CHECK(invoices.rows.size() == 2);
    CHECK(invoices.columns[3].number);
}

TEST_CASE("paper: no party's documents show what it must not see", "[exchange][paper]") {
    for (DealKind kind : {DealKind::recurring, DealKind::non_recurring}) {
        const DealSetup desk = full_deal(kind);
        const Subject subject{desk.deal, desk.authorization};
        const std::span<const Subject> one(&subject, 1);
        const Date on = day("2020-12-31");
        std::vector<std::string> hidden_from_isv = {"270,000",   "100,000.00",    "45,000",
                                                    "16,666.67", "16,500.00",     "For 40 users.",
                                                    "deal-1",    "1212 3434 5656"};
        if (kind == DealKind::recurring)
            hidden_from_isv.insert(hidden_from_isv.end(), {"Cedar Works", "7777 8888 9999"});
        const std::string isv =
            plain_text(document_of(isv_statement(one, account(isv_account), on, salt))) +
            plain_text(form_document(desk.authorization, "", Wording::reading));
        const std::string customer =
            plain_text(document_of(customer_statement(one, account(customer_account), on, salt))) +
            plain_text(customer_document(desk.deal, partner_name, Wording::reading));
        CHECK(isv.find("83,333.33") != isv.npos);
        CHECK(customer.find("270,000.00") != customer.npos);
        for (const std::string& secret : hidden_from_isv) {
            INFO(secret);
            CHECK(isv.find(secret) == isv.npos);
        }
        for (std::string_view secret :
             {"225,000", "83,333.33", "75,000.00", "45,000", "16,666.67", "2,500.00", "auth-1",
              "deal-1", "Alder Software", "0011 2222 3333", "discount", "Discount", "holesale",
              "arkup", " fee", "Customer also signs"}) {
            INFO(secret);
            CHECK(customer.find(secret) == customer.npos);
        }
    }
}

TEST_CASE("paper: an authorization's number differs from a deal's", "[exchange][paper]") {
    const std::string number = reference(Party::isv, AuthorizationId{"one"}, salt);
    CHECK(number.size() == 11);
    CHECK(number != reference(Party::isv, DealId{"one"}, salt));
    CHECK(number != reference(Party::partner, AuthorizationId{"one"}, salt));
    CHECK(number != reference(Party::isv, AuthorizationId{"two"}, salt));
}
