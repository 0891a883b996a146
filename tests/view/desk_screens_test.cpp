// Every screen of the sample workspace: everything has a name, nothing covers something else or
// reaches out of its window, on a wide page and on a phone.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "desk_page.hpp"
#include "ui/idle.hpp"
#include "views/places.hpp"

using namespace cppo;
using view::DeskPage;

namespace {

std::vector<std::string> routes() {
    std::vector<std::string> all;
    for (const views::Place& place : views::places())
        if (place.least == 0) all.push_back(text(Route{std::string(place.name)}));
    for (const char* route :
         {"/customer/070012345678", "/customer/000123456789", "/product/prod-6yd1m4hs9gk3p",
          "/product/prod-3kc9w5tz7qh2v", "/isv/111122223333", "/isv/444455556666", "/money/JPY",
          "/money/USD/2026-12", "/money/JPY/2026-11", "/money/USD/2027-01", "/money/USD/later"})
        all.emplace_back(route);
    for (const char* deal :
         {"granite-3y", "kaede-backup", "loom-backup", "meridian-mesh", "orchard-support"})
        for (const char* tab : {"quote", "forms", "offer", "money", "reports", "history"})
            all.push_back(std::string("/deal/") + deal + "/" + tab);
    for (const char* id : {"fjord-2027", "nimbus-2026", "tidal-2026", "sentinel-meridian"})
        all.push_back(std::string("/authorization/") + id);
    return all;
}

struct Size {
    float width, height;
    bool touch;
};
constexpr Size sizes[] = {{1280, 800, false}, {1000, 700, false}, {390, 844, true}};

}  // namespace

TEST_CASE("Nothing is unnamed, covered or cut off on any screen", "[view]") {
    for (const Size& size : sizes) {
        DeskPage page(size.width, size.height);
        ui::set_touch(size.touch);
        page.screen().settle();
        INFO(size.width);
        CHECK(view::problems() == view::none);
        page.open_sample();
        for (const std::string& route : routes()) {
            INFO(route << " at " << size.width);
            page.go(route);
            CHECK(text(page.place()) == route);
            CHECK(view::problems() == view::none);
        }
    }
    ui::set_touch(false);
}

TEST_CASE("A page on which nothing happens is not drawn again", "[view]") {
    for (const Size& size : sizes) {
        DeskPage page(size.width, size.height);
        page.open_sample();
        page.screen().pass(10);  // the message about the sample has gone
        for (const std::string& route : routes()) {
            INFO(route << " at " << size.width);
            page.go(route);
            CHECK(web::seconds_to_next_frame(*ImGui::GetCurrentContext()) < 0);
            CHECK(ui::seconds_to_change() < 0);
        }
    }
}

TEST_CASE("Dialogs are whole on a wide page and on a phone", "[view]") {
    struct Row {
        const char *route, *button;
    };
    static constexpr Row rows[] = {{"/deals", "New deal"},
                                   {"/authorizations", "New authorization"},
                                   {"/authorization/fjord-2027", "Sign as ISV"},
                                   {"/deal/orchard-support/offer", "Record the acceptance"},
                                   {"/deal/kaede-backup/money", "Record payment"},
                                   {"/deal/meridian-mesh/money", "Record payout"},
                                   {"/deal/loom-backup/quote", "Spread evenly"}};
    for (const Size& size : sizes)
        for (const Row& row : rows) {
            INFO(row.button << " at " << size.width);
            DeskPage page(size.width, size.height);
            page.open_sample();
            page.go(row.route);
            page.press(row.button);
            CHECK(view::problems() == view::none);
            page.press("Cancel");
            CHECK_FALSE(page.screen().has(ui::Role::button, "Cancel"));
        }
}

TEST_CASE("A dialog goes with the place it was opened on", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/authorization/fjord-2027");
    page.press("Sign as ISV");
    page.type("Name", "Ada Lind");
    page.go("/deals");
    CHECK_FALSE(page.screen().has(ui::Role::dialog, "Sign as ISV"));
    page.go("/authorization/fjord-2027");
    page.press("Sign as ISV");
    CHECK(page.value("Name").empty());
}

TEST_CASE("An address leads to its place and back", "[view]") {
    struct Row {
        const char *address, *place;
    };
    const Row row =
        GENERATE(from_range(std::vector<Row>{{"", "/"},
                                             {"/", "/"},
                                             {"/home", "/"},
                                             {"/deals", "/deals"},
                                             {"deal/deal-1/forms", "/deal/deal-1/forms"},
                                             {"/deal/deal-1?x=1", "/deal/deal-1"},
                                             {"/deal", "/"},
                                             {"/customer/Loom & Thread", "/customer/Loom & Thread"},
                                             {"/customer", "/"},
                                             {"/money", "/money"},
                                             {"/money/USD/later", "/money/USD/later"},
                                             {"/nowhere/at/all", "/"},
                                             {"/authorization/auth-1", "/authorization/auth-1"}}));
    INFO(row.address);
    CHECK(text(parse_route(row.address)) == row.place);
}

TEST_CASE("A navigation entry opens the page it names", "[view]") {
    DeskPage page;
    page.open_sample();
    int entries = 0;
    for (const views::Place& place : views::places()) {
        if (place.rail == views::Rail::none) continue;
        ++entries;
        const std::string title(place.title);
        INFO(title);
        page.go('/' + std::string(place.name));
        CHECK(page.screen().has(ui::Role::heading, title));
        CHECK(page.app().title() == (title == "Home" ? "" : title + " · ") + "CPPO Desk");
    }
    CHECK(entries > 0);
}

TEST_CASE("A record that is not there leads to the list", "[view]") {
    DeskPage page;
    page.open_sample();
    int records = 0;
    for (const views::Place& place : views::places()) {
        if (place.parent.empty()) continue;
        ++records;
        INFO(place.name);
        page.go('/' + std::string(place.name) + "/none");
        CHECK(page.route == '/' + std::string(place.parent));
    }
    CHECK(records > 0);
    for (const char* none : {"/money/EUR", "/money/USD/2031-01", "/money/XYZ/later"}) {
        page.go(none);
        CHECK(page.route == "/money");
        page.go("/");
    }
}
