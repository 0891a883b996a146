#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <sstream>

#include "fixtures.hpp"
#include "golden.hpp"
#include "sample_desk.hpp"
#include "screens/overview.hpp"

namespace cppo::test {

TEST_CASE("assets/sample.json is the sample workspace, and reads back as it was written",
          "[desk]") {
    const Model model = sample_desk().model();
    const std::string file = encode_export(records_of(model));
    CHECK(golden("../../assets/sample.json", file) == file);

    const Imported imported = sure(decode_export(file));
    CHECK(imported.damaged.empty());
    CHECK(encode_export(imported.records) == file);
}

TEST_CASE("the sample's figures are those of the worked examples", "[desk]") {
    const DeskDriver desk = sample_desk();
    const auto net = [&](std::string_view id, Party party) {
        const Ledger ledger = ledger_of(desk.deal(id));
        return grouped(ledger.payable(party == Party::isv ? Account::isv : Account::partner));
    };
    const DealInvoice& first_year = desk.deal("granite-3y").state.invoices.front();
    CHECK(grouped(first_year.split->isv_net) == "80,833.33");
    CHECK(grouped(first_year.split->partner_net) == "16,500.00");
    CHECK(net("granite-3y", Party::isv) == "0.00");

    // 99,999.99 at 33.3 % off, sold for 87,499.99 in one invoice: the processing fee is rounded
    // once, on the whole markup.
    CHECK(net("meridian-mesh", Party::isv) == "64,698.99");
    CHECK(net("meridian-mesh", Party::partner) == "20,592.00");

    const DealInvoice& yen = desk.deal("kaede-backup").state.invoices.front();
    CHECK(grouped(yen.split->isv_net) == "1,042,437");
    CHECK(grouped(yen.split->partner_net) == "118,557");
    CHECK(net("kaede-backup", Party::isv) == "0");
    CHECK(status_of(yen) == InvoiceStatus::partially_collected);
}

TEST_CASE("the home screen of the sample says what is next", "[desk]") {
    const HomeScreen home = home_screen(sample_desk().model(), day("2026-11-23"));
    std::string todo;
    for (const TodoRow& row : home.todo)
        todo += row.tag + " | " + row.text + " | " + row.note + '\n';
    CHECK(todo ==
          "Overdue | Kaede Denki has not paid invoice 1 of 1 — Tidal Backup | "
          "600,001 JPY\n"
          "Sign | Fjord Data AS must sign — Recurring 18 %, Fjord Vault | \n"
          "Paid | Record the disbursement of invoice 1 of 2 — "
          "Delta Freight, Harvest Metrics | 137.04 USD\n"
          "Ask | Ask AWS for this deal's fees — "
          "Loom & Thread, Tidal Backup | aws-mp-channel@amazon.com\n"
          "Paid | Record the disbursement of invoice 1 of 1 — "
          "Meridian Air, Sentinel Mesh | 87,499.99 USD\n"
          "38 days | Orchard Health must accept the offer — Nimbus Support | "
          "2026-12-31\n");
    std::string cards;
    for (const StageCount& card : home.stages) {
        cards += card.name + ": " + card.figure;
        for (const std::string& total : card.totals) cards += ", " + total;
        cards += '\n';
    }
    CHECK(cards ==
          "Quoting: 1, 465,000 JPY\n"
          "Awaiting signatures: 0\n"
          "Offer open: 1, 110,000.00 USD\n"
          "To be paid: 4, 279,629.63 USD, 600,001 JPY\n"
          "Paid to you this month: 0\n");
}

}  // namespace cppo::test
