// One price, said in four ways; and payments that follow it.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "desk/pricing.hpp"
#include "fixtures.hpp"
#include "sample_desk.hpp"
#include "screens/what_if.hpp"
#include "show.hpp"

namespace cppo::test {
namespace {

/// The price after what was typed, or the refusal's code.
std::string priced(DeskDriver& desk, PriceBy by, std::string typed) {
    const auto step =
        desk.desk.carry_out(command::Reprice{loom, by, std::move(typed)}, day("2026-11-23"));
    if (!step) return std::string(text(step.error().code));
    return std::string(desk.model().find(loom)->state.request.value("price"));
}

std::string payments(const DeskDriver& desk) {
    std::string all;
    for (const Content::Row& row : desk.model().find(loom)->state.request.rows("schedule"))
        all += std::string(value_in(row, "on")) + ' ' + std::string(value_in(row, "amount")) + '\n';
    return all;
}

}  // namespace

TEST_CASE("a price follows from a markup, a margin or a net as it does from itself", "[desk]") {
    struct Row {
        PriceBy by;
        std::string_view typed, price;
    };
    static constexpr Row rows[] = {{PriceBy::price, "500,000", "500000"},
                                   {PriceBy::markup, "10", "462000"},
                                   {PriceBy::markup, "0", "420000"},
                                   {PriceBy::markup, "150 %", "1050000"},
                                   {PriceBy::margin, "100.1", "OUT_OF_RANGE"},
                                   {PriceBy::margin, "16", "500000"},
                                   {PriceBy::margin, "0", "420000"},
                                   {PriceBy::margin, "100", "OUT_OF_RANGE"},
                                   {PriceBy::margin, "99.9999999", "OUT_OF_RANGE"},
                                   {PriceBy::markup, "a lot", "MALFORMED"},
                                   {PriceBy::price, "1.5", "MALFORMED"},
                                   {PriceBy::partner_net, "44550", "FEE_UNKNOWN"}};
    for (const Row& row : rows) {
        DeskDriver desk = sample_desk();
        INFO(text(row.by) << ' ' << row.typed);
        CHECK(priced(desk, row.by, std::string(row.typed)) == row.price);
    }
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    desk.deal("loom-backup", event::SetFees{{percent("3"), percent("1"), true}});
    CHECK(priced(desk, PriceBy::partner_net, "44550") == "465000");
}

TEST_CASE("asking for the price there is changes nothing", "[desk]") {
    DeskDriver desk = sample_desk();
    const auto step = update(desk.model(), command::Reprice{loom, PriceBy::price, "465,000"},
                             Env{day("2026-11-23")});
    CHECK(sure(step).changed.empty());
}

TEST_CASE("payments keep their proportions at another price and add up to it", "[desk]") {
    DeskDriver desk = sample_desk();
    const auto paste = [&](std::string rows) {
        sure(desk.desk.carry_out(command::SchedulePayments{loom, std::move(rows)},
                                 day("2026-11-23")));
    };
    paste("2027-01-15\t155,000\r\n\r\n2028-01-15;310000 JPY\n");
    CHECK(payments(desk) == "2027-01-15 155000\n2028-01-15 310000\n");
    CHECK(desk.model().find(loom)->state.request.value("pricing") == "scheduled");
    CHECK(priced(desk, PriceBy::price, "500000") == "500000");
    CHECK(payments(desk) == "2027-01-15 166667\n2028-01-15 333333\n");
    paste(
        "\xef\xbb\xbf"
        "Date,Amount\r\n2027-01-15,155000\r\n2028-01-15,\"310,000\"\r\n");
    CHECK(payments(desk) == "2027-01-15 155000\n2028-01-15 310000\n");
    CHECK(priced(desk, PriceBy::price, "500000") == "500000");
    paste("2027-02-01 1\n2028-02-01 0\n");
    CHECK(priced(desk, PriceBy::price, "500000") == "500000");
    CHECK(payments(desk) == "2027-02-01 500000\n2028-02-01 0\n");
    paste("2027-02-01 0\n");
    CHECK(priced(desk, PriceBy::price, "510000") == "510000");
    CHECK(payments(desk) == "2027-02-01 0\n");
}

TEST_CASE("a pasted row that is no payment is refused by its line", "[desk]") {
    struct Row {
        std::string_view rows, refusal;
    };
    static constexpr Row rows[] = {
        {"2027-02-01 1.00\n2027-13-01 1.00", "MALFORMED rows: line 2: '2027-13-01'"},
        {"\n\ntomorrow", "MALFORMED rows: line 3: 'tomorrow' is not a date and an amount"},
        {"2027-02-01 1.00\nAmount", "MALFORMED rows: line 2: 'Amount' is not a date and an amount"},
        {"2027-02-01 1.005", "MALFORMED rows: line 1:"},
        {"2027-02-01\t-5", "MALFORMED rows: line 1:"},
        {" \n ", "REQUIRED rows: there is no payment in it"}};
    for (const Row& row : rows) {
        INFO(row.rows);
        const auto refused = refusal(parse_payments(row.rows, Currency::usd));
        REQUIRE(refused);
        const std::string told =
            std::string(text(refused->code)) + ' ' + refused->field + ": " + refused->detail;
        CHECK(told.substr(0, row.refusal.size()) == row.refusal);
    }
}

TEST_CASE("a deal at another price is quoted without being changed", "[desk]") {
    DeskDriver desk = sample_desk();
    desk.today("2026-11-23");
    const Deal& granite = *desk.model().find(DealId{"granite-3y"});
    const VariantRow row = variant_row(desk.model(), granite, "300,000.00");
    CHECK(row.problem.empty());
    CHECK(row.price == "300,000.00");
    CHECK(row.isv_net != "");
    CHECK(variant_row(desk.model(), granite, "1.00").problem.find("below") != std::string::npos);
    CHECK(variant_row(desk.model(), granite, "much").problem.find("much") != std::string::npos);
    CHECK(granite.state.request.value("price") == "270000.00");
}

TEST_CASE("the curve of your net rises from nothing at the wholesale cost", "[desk]") {
    DeskDriver desk = sample_desk();
    const NetCurve curve = net_curve(desk.model(), *desk.model().find(DealId{"granite-3y"}));
    REQUIRE(curve.points.size() == 33);
    CHECK(curve.zero == 0);
    CHECK(curve.points.front().net == 0);
    CHECK(curve.points.back().at == 1000);
    CHECK(curve.points.back().net == 1000);
    for (std::size_t i = 1; i < curve.points.size(); ++i)
        CHECK(curve.points[i - 1].net <= curve.points[i].net);
    std::string lines;
    for (const NetCurve::Line& line : curve.lines)
        lines += line.name + ' ' + line.amount + " -> " + line.net + '\n';
    CHECK(lines ==
          "Wholesale 225,000.00 -> 0.00\nThis price 270,000.00 -> 44,550.00\n"
          "List price 300,000.00 -> 74,250.00\n");
    CHECK(net_curve(desk.model(), *desk.model().find(loom)).points.empty());
}

}  // namespace cppo::test
