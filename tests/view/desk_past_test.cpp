// A deal as it was on a day: shown on every tab, and nothing to be done about it.
#include <catch2/catch_test_macros.hpp>

#include "desk_page.hpp"

using namespace cppo;
using view::DeskPage;

namespace {

constexpr const char* banner = "As of 2026-02-10. This view is read-only.";

struct Past : DeskPage {
    explicit Past(std::string_view deal, std::string_view on) {
        open_sample();
        go("/deal/" + std::string(deal) + "/history");
        type("As of", on);
    }
};

}  // namespace

TEST_CASE("A deal is looked back at on every tab until today is asked for", "[view]") {
    Past page("granite-3y", "2026-02-10");
    CHECK(page.sees(banner));
    CHECK(page.value("As of") == "2026-02-10");
    CHECK(page.row("History", 0)[0] <= "2026-02-10");
    page.tab("Money");
    CHECK(page.sees(banner));
    CHECK(page.row("Invoices", "1")[2] == "Invoiced");
    CHECK(page.row("Invoices", "2")[2] == "Scheduled");
    page.press("Back to today");
    CHECK_FALSE(page.sees(banner));
    CHECK(page.row("Invoices", "1")[2] == "Disbursed");
}

TEST_CASE("Reports looked back at are those of that day, on paper too", "[view]") {
    Past page("granite-3y", "2026-02-10");
    page.tab("Reports");
    page.press_at("isv/print");
    REQUIRE(page.prints.size() == 1);
    const std::string paper = plain_text(page.prints[0].document);
    CHECK(paper.find("As of: 2026-02-10") != paper.npos);
    CHECK(paper.find("Not collected") != paper.npos);
    CHECK(paper.find("Disbursed: –") != paper.npos);
}

TEST_CASE("Nothing can be changed while a deal is looked back at", "[view]") {
    static constexpr std::string_view harmless[] = {
        "Back to today",   "Print or PDF",      "Print", "Download CSV",         "Customer's copy",
        "Go to the offer", "Go to the request", "More",  "Search or do anything"};
    for (const char* on : {"2026-01-18", "2026-01-26", "2026-02-10"})
        for (const char* tab : {"quote", "forms", "offer", "money", "reports", "history"}) {
            Past page("granite-3y", on);
            const std::size_t saved = page.saved.size();
            page.go(std::string("/deal/granite-3y/") + tab);
            INFO(tab << " on " << on);
            CHECK(view::problems() == view::none);
            for (const ui::Node& node : ui::nodes()) {
                INFO(node.key << ": " << node.name);
                if (node.role == ui::Role::textbox) CHECK((node.readonly || node.name == "As of"));
                if (node.role == ui::Role::combobox || node.role == ui::Role::checkbox)
                    CHECK((node.readonly || node.disabled));
                if (node.role == ui::Role::button && node.key.starts_with("granite-3y"))
                    CHECK(std::count(std::begin(harmless), std::end(harmless), node.name) == 1);
            }
            CHECK(page.saved.size() == saved);
        }
}

TEST_CASE("A day that cannot be looked back at says why", "[view]") {
    struct Row {
        const char *typed, *says;
    };
    static constexpr Row rows[] = {{"yesterday", "yesterday"},
                                   {"2026-01-01", "The deal was created on 2026-01-"},
                                   {"2026-11-23", "2026-11-23 is not before today, 2026-11-23"},
                                   {"2027-01-01", "2027-01-01 is not before today, 2026-11-23"}};
    for (const Row& row : rows) {
        Past page("granite-3y", row.typed);
        INFO(row.typed << ": " << page.error_under("As of"));
        CHECK(page.error_under("As of").find(row.says) != std::string::npos);
        CHECK_FALSE(page.screen().has(ui::Role::button, "Back to today"));
        page.type("As of", "2026-02-10");
        CHECK(page.sees(banner));
        CHECK(page.error_under("As of").empty());
    }
}

TEST_CASE("Another place is visited as it is today", "[view]") {
    Past page("granite-3y", "2026-02-10");
    page.go("/deal/kaede-backup/money");
    CHECK_FALSE(page.screen().has(ui::Role::button, "Back to today"));
    page.go("/deal/granite-3y/money");
    CHECK_FALSE(page.screen().has(ui::Role::button, "Back to today"));
    page.go("/deal/granite-3y/history");
    page.type("As of", "2026-02-10");
    page.type("As of", "");
    CHECK_FALSE(page.sees(banner));
}
