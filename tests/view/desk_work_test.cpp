// Working with many deals and with prices: finding, sorting, pricing, comparing, the palette, and
// taking back.
#include <catch2/catch_test_macros.hpp>

#include "desk_page.hpp"

using namespace cppo;
using view::DeskPage;

namespace {

std::string price(const DeskPage& page) {
    return std::string(
        page.model().find(DealId{"loom-backup"})->state.request.value("price"));
}

DeskPage& with_fees(DeskPage& page) {
    page.open_sample();
    page.go("/deal/loom-backup/quote");
    page.type("Marketplace fee", "3");
    page.type("Processing fee", "1");
    return page;
}

}  // namespace

TEST_CASE("Deals are found by typing, and all of them are shown again") {
    DeskPage page;
    page.open_sample();
    page.go("/deals");
    page.type("Search deals", "tidal");
    CHECK(page.row("Deals", std::size_t{0}).front() == "Kaede Denki");
    CHECK(page.row("Deals", std::size_t{1}).front() == "Loom & Thread");
    CHECK(page.sees("2 of 6 deals"));
    page.type("Search deals", "nobody");
    CHECK(page.sees("No deal is like that."));
    page.press("Show all deals");
    CHECK(page.value("Search deals").empty());
    CHECK_FALSE(page.screen().has(ui::Role::button, "Show all deals"));
}

TEST_CASE("A stage is chosen in the list or on the home page, and stands in the address") {
    DeskPage page;
    page.open_sample();
    page.go("/");
    page.follow("Quoting");
    CHECK(text(page.place()) == "/deals/quoting");
    CHECK(page.row("Deals", std::size_t{0}).front() == "Loom & Thread");
    CHECK(page.sees("1 of 6 deals"));
    page.choose("Stage", "To be paid");
    CHECK(text(page.place()) == "/deals/to_be_paid");
    CHECK(page.sees("4 of 6 deals"));
    page.choose("ISV", "Tidal Systems KK");
    CHECK(page.sees("1 of 6 deals"));
}

TEST_CASE("A column's head sorts, and pressed again the other way round") {
    DeskPage page;
    page.open_sample();
    page.go("/deals");
    page.screen().click(ui::Role::columnheader, "Customer");
    CHECK(page.row("Deals", std::size_t{0}).front() == "Delta Freight");
    CHECK(page.screen().node(ui::Role::columnheader, "Customer").value == "ascending");
    page.screen().click(ui::Role::columnheader, "Customer");
    CHECK(page.row("Deals", std::size_t{0}).front() == "Orchard Health");
}

TEST_CASE("Price, markup, margin and our net are one price: typing one moves the others") {
    DeskPage page;
    with_fees(page);
    CHECK(page.value("Price") == "465,000");
    CHECK(page.value("Our net") == "44,550");
    page.type("Markup on wholesale", "10");
    CHECK(price(page) == "462000");
    CHECK(page.value("Price") == "462,000");
    CHECK(page.value("Our net") == "41,580");
    page.type("Margin of price", "16");
    CHECK(page.value("Price") == "500,000");
    page.type("Our net", "44,550");
    CHECK(page.value("Price") == "465,000");
    page.type("Price", "100");
    CHECK(price(page) == "100");
    page.type("Margin of price", "100");
    CHECK(page.error_under("Margin of price").find("100") != std::string::npos);
    CHECK(page.value("Margin of price") == "100");
}

TEST_CASE("The others follow while a price is still being typed") {
    DeskPage page;
    with_fees(page);
    page.screen().click(ui::Role::textbox, "Price");
    page.screen().press(ImGuiKey_A, {ImGuiMod_Ctrl});
    page.screen().type("500000");
    CHECK(page.value("Margin of price") == "16");
    CHECK(price(page) == "465000");
    page.screen().tab();
    CHECK(price(page) == "500000");
}

TEST_CASE("Prices are compared side by side, and one is taken") {
    DeskPage page;
    with_fees(page);
    page.type("Another price", "500000");
    page.type("Another price", "100");
    CHECK(page.row("Prices compared", "Now").at(1) == "465,000");
    CHECK(page.row("Prices compared", "At 500000").at(1) == "500,000");
    CHECK(page.row("Prices compared", "At 100").at(1) == "100");
    page.press("Use");
    CHECK(price(page) == "500000");
}

TEST_CASE("Payments are pasted from a spreadsheet, summed up, and fitted to the price") {
    DeskPage page;
    with_fees(page);
    page.press("Spread evenly");
    page.press("Spread");
    CHECK(page.sees("adds up to 465,000"));
    page.press("Paste rows");
    page.type("Payments", "2027-02-01 100000");
    page.press("Replace the payments");
    CHECK(page.sees("365,000 short of the price"));
    page.press("Fit to the price");
    CHECK(page.sees("adds up to 465,000"));
    page.press("Paste rows");
    page.type("Payments", "tomorrow");
    page.press("Replace the payments");
    CHECK(page.error_under("Payments").find("Line 1") != std::string::npos);
}

TEST_CASE("The palette finds places, actions and deals, by keys alone") {
    DeskPage page;
    page.open_sample();
    page.screen().press(ImGuiKey_K, {ImGuiMod_Ctrl});
    page.screen().type("kaede");
    page.screen().press(ImGuiKey_Enter);
    CHECK(text(page.place()) == "/deal/kaede-backup");
    page.screen().press(ImGuiKey_K, {ImGuiMod_Ctrl});
    page.screen().type("go to the mon");
    page.screen().press(ImGuiKey_Enter);
    CHECK(text(page.place()) == "/deal/kaede-backup/money");
    page.screen().press(ImGuiKey_K, {ImGuiMod_Ctrl});
    page.screen().type("zzz");
    page.screen().press(ImGuiKey_Enter);
    page.screen().type("z");
    CHECK(page.sees("Nothing is called that."));
    page.screen().press(ImGuiKey_Escape);
    page.screen().press(ImGuiKey_Escape);
    CHECK_FALSE(page.screen().has(ui::Role::dialog, "Search or do anything"));
}

TEST_CASE("A step is taken back and done again, by keys and by the buttons that name it") {
    DeskPage page;
    page.open_sample();
    page.go("/deal/loom-backup/quote");
    page.type("Price", "500000");
    page.screen().press(ImGuiKey_Z, {ImGuiMod_Ctrl});
    CHECK(price(page) == "465000");
    CHECK(page.value("Price") == "465,000");
    page.screen().press(ImGuiKey_Z, {ImGuiMod_Ctrl, ImGuiMod_Shift});
    CHECK(price(page) == "500000");
    page.press("Take back: Price by price: 500000");
    CHECK(price(page) == "465000");
    CHECK(page.sees("Taken back: Price by price: 500000"));
    page.press("Do again: Price by price: 500000");
    CHECK(price(page) == "500000");
}
