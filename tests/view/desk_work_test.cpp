// Working with many deals and with prices: finding, sorting, pricing, comparing, the palette, and
// taking back.
#include <catch2/catch_test_macros.hpp>

#include "desk_page.hpp"
#include "views/help.hpp"

using namespace cppo;
using view::DeskPage;

namespace {

std::string stored_price(const DeskPage& page) {
    return std::string(page.model().find(DealId{"loom-backup"})->state.request.value("price"));
}

DeskPage& with_fees(DeskPage& page) {
    page.open_sample();
    page.go("/deal/loom-backup/quote");
    page.type("Marketplace fee", "3");
    page.type("Processing fee", "1");
    return page;
}

}  // namespace

TEST_CASE("Deals are found by typing, and all of them are shown again", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/deals");
    page.type("Search deals", "tidal");
    CHECK(page.row("Deals", std::size_t{0}).front() == "Kaede Denki");
    CHECK(page.row("Deals", std::size_t{1}).front() == "Loom & Thread");
    CHECK(page.sees("2 of 6 deals"));
    page.type("Search deals", "nobody");
    CHECK(page.sees("No matching deals."));
    page.press("Show all deals");
    CHECK(page.value("Search deals").empty());
    CHECK_FALSE(page.screen().has(ui::Role::button, "Show all deals"));
}

TEST_CASE("A stage is chosen in the list or on the home page, and is part of the address",
          "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/");
    page.follow("Quoting");
    CHECK(text(page.place()) == "/deals/quoting");
    CHECK(page.row("Deals", std::size_t{0}).front() == "Loom & Thread");
    CHECK(page.sees("1 of 6 deals"));
    page.choose("Stage filter", "To be paid");
    CHECK(text(page.place()) == "/deals/to_be_paid");
    CHECK(page.sees("4 of 6 deals"));
    page.choose("ISV", "Tidal Systems KK");
    CHECK(page.sees("1 of 6 deals"));
}

TEST_CASE("What is late comes first on the home page, and totals are of what is still to come",
          "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/");
    CHECK(page.screen().at_key("figures/to_be_paid").description ==
          "279,629.63 USD 600,001 JPY");  // of four deals, partly paid
    std::vector<std::string> chips, buttons;
    for (const ui::Node& node : ui::nodes()) {
        if (node.key.find("/todo/") == std::string::npos) continue;
        if (node.role == ui::Role::button) buttons.push_back(node.name);
        if (node.role == ui::Role::listitem) chips.push_back(node.name);
    }
    REQUIRE(chips.size() == 6);
    CHECK(chips.front() == "Kaede Denki has not paid invoice 1 of 1 — Tidal Backup");
    CHECK(chips.back() == "Orchard Health must accept the offer — Nimbus Support");
    CHECK(buttons ==
          std::vector<std::string>{"Open", "Record", "Record", "Set fees", "Record", "Open"});
}

TEST_CASE("A deal's stage has one name, on its page and in the list", "[view]") {
    DeskPage page;
    page.open_sample();
    for (const auto& [id, name, note] : {std::tuple{"granite-3y", "Accepted", "2026-01-29"},
                                         {"loom-backup", "Request", "Draft"},
                                         {"meridian-mesh", "Paid", ""},
                                         {"orchard-support", "Offer", "2026-11-16"}}) {
        page.go(std::string("/deal/") + id + "/quote");
        const auto stages = ui::nodes();
        const auto current = std::find_if(stages.begin(), stages.end(), [](const ui::Node& node) {
            return node.role == ui::Role::listitem && node.value == "current";
        });
        REQUIRE(current != stages.end());
        CHECK(current->name == name);
        CHECK(current->description == note);
        const std::string customer =
            page.model().find(DealId{id})->state.request.values.at("customer_name");
        page.go("/deals");
        CHECK(page.row("Deals", customer)[3] == name);
    }
}

TEST_CASE("A new deal is proposed under an authorization that AWS has received", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/deals");
    page.press("New deal");
    CHECK(page.screen().node(ui::Role::combobox, "Authorization").value.find("not authorized") ==
          std::string::npos);
    page.choose("Authorization",
                "Fjord Data AS · Recurring 18 % · Fjord Vault · not authorized yet");
}

TEST_CASE("Where fees are missing, signing is not the main thing to do", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/deal/loom-backup/forms");
    CHECK(page.screen().has(ui::Role::button, "Set price and fees"));
    page.go("/deal/loom-backup/quote");
    CHECK_FALSE(page.screen().has(ui::Role::button, "Set price and fees"));
}

TEST_CASE("What was said goes with the place it was said at, and when a dialog opens", "[view]") {
    DeskPage page;
    page.open_sample();
    CHECK(page.sees("The sample workspace is open."));
    page.go("/deals");
    CHECK_FALSE(page.sees("The sample workspace is open."));
    page.go("/data");
    page.press("Export all");
    ui::toast("Exported.");
    page.screen().frame();
    CHECK(page.sees("Exported."));
    page.go("/deals");
    ui::toast("Said.");
    page.press("New deal");
    CHECK_FALSE(page.sees("Said."));
}

TEST_CASE("A column's head sorts, and pressed again the other way round", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/deals");
    page.screen().click(ui::Role::columnheader, "Customer");
    CHECK(page.row("Deals", std::size_t{0}).front() == "Delta Freight");
    CHECK(page.screen().node(ui::Role::columnheader, "Customer").value == "ascending");
    page.screen().click(ui::Role::columnheader, "Customer");
    CHECK(page.row("Deals", std::size_t{0}).front() == "Orchard Health");
}

TEST_CASE("Price, markup, margin and your net are one price: typing one moves the others",
          "[view]") {
    DeskPage page;
    with_fees(page);
    CHECK(page.value("Price") == "465,000");
    CHECK(page.value("Your net") == "44,550");
    page.type("Markup on wholesale", "10");
    CHECK(stored_price(page) == "462000");
    CHECK(page.value("Price") == "462,000");
    CHECK(page.value("Your net") == "41,580");
    page.type("Margin of price", "16");
    CHECK(page.value("Price") == "500,000");
    page.type("Your net", "44,550");
    CHECK(page.value("Price") == "465,000");
    page.type("Price", "100");
    CHECK(stored_price(page) == "100");
    page.type("Margin of price", "100");
    CHECK(page.error_under("Margin of price").find("100") != std::string::npos);
    CHECK(page.value("Margin of price") == "100");
}

TEST_CASE("The others follow while a price is still being typed", "[view]") {
    DeskPage page;
    with_fees(page);
    page.screen().click(ui::Role::textbox, "Price");
    page.screen().press(ImGuiKey_A, {ImGuiMod_Ctrl});
    page.screen().type("500000");
    CHECK(page.value("Margin of price") == "16");
    CHECK(stored_price(page) == "465000");
    page.screen().tab();
    CHECK(stored_price(page) == "500000");
}

TEST_CASE("Prices are compared side by side, and one is taken", "[view]") {
    DeskPage page;
    with_fees(page);
    page.type("Another price", "500000");
    page.type("Another price", "100");
    CHECK(page.row("Prices compared", "Now").at(1) == "465,000");
    CHECK(page.row("Prices compared", "At 500000").at(1) == "500,000");
    CHECK(page.row("Prices compared", "At 100").at(1) == "100");
    page.press("Use");
    CHECK(stored_price(page) == "500000");
}

TEST_CASE("Payments are pasted from a spreadsheet, summed up, and fitted to the price", "[view]") {
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
    page.screen().copied("2027-02-01\t65,000\n2028-02-01\t400,000\n");
    page.screen().click(ui::Role::textbox, "Amount");
    page.screen().press(ImGuiKey_V, {ImGuiMod_Ctrl});
    CHECK(page.value("Payments") == "2027-02-01\t65,000\n2028-02-01\t400,000\n");
    page.press("Replace the payments");
    CHECK(page.sees("adds up to 465,000"));
    CHECK(page.value("Amount 2") == "400,000");
    page.press("Paste rows");
    page.type("Payments", "tomorrow");
    page.press("Replace the payments");
    CHECK(page.error_under("Payments").find("Line 1") != std::string::npos);
}

TEST_CASE("The palette finds places, actions and deals, by keys alone", "[view]") {
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
    CHECK(page.sees("Nothing matches."));
    page.screen().press(ImGuiKey_Escape);
    page.screen().press(ImGuiKey_Escape);
    CHECK_FALSE(page.screen().has(ui::Role::dialog, "Search or do anything"));
}

TEST_CASE("A step is undone and redone, by keys and by the buttons that name it", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/deal/loom-backup/quote");
    page.type("Price", "500000");
    page.screen().press(ImGuiKey_Z, {ImGuiMod_Ctrl});
    CHECK(stored_price(page) == "465000");
    CHECK(page.value("Price") == "465,000");
    page.screen().press(ImGuiKey_Z, {ImGuiMod_Ctrl, ImGuiMod_Shift});
    CHECK(stored_price(page) == "500000");
    page.press("Undo: Price by price: 500000");
    CHECK(stored_price(page) == "465000");
    CHECK(page.sees("Undid: Price by price: 500000"));
    page.press("Redo: Price by price: 500000");
    CHECK(stored_price(page) == "500000");
}

TEST_CASE("The tour leads through the sample and can be left at any stop", "[view]") {
    DeskPage page;
    page.open_sample();
    page.press("Take the tour");
    CHECK(page.sees("1 of 7"));
    for (const char* place :
         {"/deal/granite-3y/quote", "/deal/loom-backup/quote", "/deal/orchard-support/forms",
          "/deal/granite-3y/money", "/deal/granite-3y/reports", "/data"}) {
        page.press("Next");
        CHECK(text(page.place()) == place);
        CHECK(view::problems() == view::none);
    }
    page.press("Back");
    CHECK(page.sees("6 of 7"));
    page.press("End the tour");
    CHECK_FALSE(page.sees("6 of 7"));
    page.go("/");
    CHECK_FALSE(page.screen().has(ui::Role::button, "Take the tour"));
    page.go("/help");
    page.press("Take the tour");
    CHECK(text(page.place()) == "/");
}

TEST_CASE("What a label means is explained wherever it appears", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/deal/granite-3y/quote");
    const std::string words(views::meaning_of("Your net"));
    REQUIRE_FALSE(words.empty());
    const auto told_by = [&](ui::Role role, std::string_view name) {
        std::size_t count = 0;
        for (const ui::Node& node : ui::nodes())
            count += node.role == role && node.name == name &&
                     node.description.find(words) != node.description.npos;
        return count;
    };
    CHECK(told_by(ui::Role::textbox, "Your net") == 1);
    CHECK(told_by(ui::Role::columnheader, "Your net") >= 2);
    CHECK(views::meaning_of("no word").empty());
}

TEST_CASE("What a place offers is in the palette once", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/deals");
    page.press("Search or do anything");
    page.screen().type("new deal");
    std::size_t count = 0;
    for (const ui::Node& node : ui::nodes())
        count += node.role == ui::Role::option && node.name == "New deal";
    CHECK(count == 1);
}

TEST_CASE("A word is looked up in the palette", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/help");
    page.press("Search or do anything");
    page.screen().type("wholesale");
    CHECK(page.screen().has(ui::Role::option, "Wholesale cost"));
}

TEST_CASE("While records are read nothing is changed and no copy is made of half of them",
          "[view]") {
    DeskPage page;
    page.open_sample();
    std::vector<web::Record> many;
    const Deal& deal = *page.model().find(DealId{"loom-backup"});
    for (int i = 0; i < 3200; ++i) many.push_back({key_of(Record(deal)), encode(deal)});
    const std::size_t saved = page.saved.size(), downloads = page.downloads.size();
    page.press("Search or do anything");
    page.screen().type("export all");
    page.app().load({many, web::Source::changed});
    page.screen().press(ImGuiKey_Enter);
    CHECK(page.sees("The records are still being read."));
    page.screen().press(ImGuiKey_Z, {ImGuiMod_Ctrl});
    CHECK(page.screen().has(ui::Role::progressbar, "Reading the records"));
    CHECK(page.saved.size() == saved);
    CHECK(page.downloads.size() == downloads);
}

TEST_CASE("The size of everything is chosen, kept beside the records and read again", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/workspace");
    page.screen().click(ui::Role::radio, "125 %");
    CHECK(page.scale == 125);
    REQUIRE_FALSE(page.beside.empty());
    CHECK(page.beside.back().key == "display");
    DeskPage other;
    other.app().load({{{"display", page.beside.back().text}}});
    other.screen().settle();
    CHECK(other.scale == 125);
    other.app().load({{{"display", "900"}}});
    other.screen().settle();
    CHECK(other.scale == 125);
}

TEST_CASE("Taking back survives a reload", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/deal/loom-backup/quote");
    page.type("Price", "500000");
    std::vector<web::Record> stored;
    for (const Record& record : records_of(page.model()))
        stored.push_back({key_of(record), encode(record)});
    for (const UndoLog::Stored& step : page.beside) stored.push_back({step.key, step.text});
    DeskPage other;
    other.app().load({stored});
    other.go("/deal/loom-backup/quote");
    CHECK(stored_price(other) == "500000");
    other.press("Undo: Price by price: 500000");
    CHECK(stored_price(other) == "465000");
}

TEST_CASE("Many deals are read in parts, and found when all are read", "[view]") {
    DeskPage page;
    page.open_sample();
    std::vector<web::Record> many;
    Deal deal = *page.model().find(DealId{"loom-backup"});
    for (int i = 0; i < 2000; ++i) {
        deal.id = DealId{"copy-" + std::to_string(i)};
        many.push_back({key_of(Record(deal)), encode(deal)});
    }
    page.go("/deals");
    page.app().load({many, web::Source::changed});
    page.screen().frame();
    CHECK(page.sees("400 of 2000"));
    CHECK(view::problems() == view::none);
    while (page.screen().has(ui::Role::progressbar, "Reading the records")) page.screen().frame();
    page.screen().settle();
    page.type("Search deals", "copy-1999");
    CHECK(page.sees("1 of 2006 deals"));
    CHECK(page.row("Deals", std::size_t{0}).front() == "Loom & Thread");
}
