// What the page prints: the right document for the right reader, under a name that tells nothing.
#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"
#include "desk_page.hpp"

using namespace cppo;
using view::DeskPage;

namespace {

bool tells(const intent::Print& print, std::string_view words) {
    return (print.title + '\n' + plain_text(print.document)).find(words) != std::string::npos;
}

const intent::Print& only(const DeskPage& page) {
    REQUIRE(page.prints.size() == 1);
    return page.prints.front();
}

// "authorization-1A2B3-4C5D6": what it is and a number that only its reader has.
void check_name(const intent::Print& print, std::string_view kind) {
    INFO(print.title);
    REQUIRE(print.title.size() == kind.size() + 12);
    CHECK(print.title.substr(0, kind.size() + 1) == std::string(kind) + '-');
    for (const char c : print.title.substr(kind.size() + 1))
        CHECK((c == '-' || is_digit(c) || (c >= 'A' && c <= 'F')));
}

}  // namespace

TEST_CASE("An authorization is printed for those who sign it", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/authorization/sentinel-meridian");
    page.press("Print or PDF");
    const intent::Print& print = only(page);
    check_name(print, "authorization");
    CHECK(print.document.title == "Custom Resale Transaction (CRT)");
    CHECK(tells(print, "Signed for the ISV"));
    CHECK(tells(print, "Signed for the partner"));
    CHECK_FALSE(tells(print, "sentinel-meridian"));
    CHECK(page.downloads.empty());
}

TEST_CASE("The request is printed in full, the customer's copy without our own", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/deal/granite-3y/quote");
    CHECK_FALSE(page.screen().has(ui::Role::button, "Print or PDF"));
    page.go("/deal/granite-3y/forms");
    page.press("Print or PDF");
    check_name(page.prints.at(0), "request");
    CHECK(page.prints[0].document.title == "Custom Transaction Request (CTR)");
    CHECK(tells(page.prints[0], "Signed for the partner"));
    page.press("Print");
    check_name(page.prints.at(1), "offer");
    CHECK(page.prints[1].document.title == "Custom Transaction Request: the customer's copy");
    CHECK(tells(page.prints[1], "Signed for the customer"));
    CHECK_FALSE(tells(page.prints[1], "Signed for the partner"));
    for (const intent::Print& print : page.prints) {
        CHECK(tells(print, "300,000.00"));
        CHECK_FALSE(tells(print, "granite-3y"));
    }
    page.press("Customer's copy");
    CHECK(page.downloads.at(0).name == page.prints[1].title + ".txt");
}

TEST_CASE("Each report is printed beside its file, under the same name", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/deal/granite-3y/reports");
    for (const char* party : {"isv", "partner", "customer"}) {
        INFO(party);
        page.prints.clear();
        page.downloads.clear();
        page.press_at(std::string(party) + "/print");
        page.press_at(std::string(party) + "/csv");
        check_name(only(page), party);
        REQUIRE(page.downloads.size() == 1);
        CHECK(page.downloads[0].name == only(page).title + ".csv");
        CHECK_FALSE(tells(only(page), "granite-3y"));
        CHECK(tells(only(page), "As of: 2026-11-23"));
        CHECK(tells(only(page), "83,333.33") == (party != std::string_view("customer")));
        CHECK(tells(only(page), "100,000.00") == (party != std::string_view("isv")));
        CHECK(tells(only(page), "Granite") == (party != std::string_view("isv")));
    }
    page.go("/deal/orchard-support/reports");
    CHECK_FALSE(page.screen().has(ui::Role::button, "Print"));
}
