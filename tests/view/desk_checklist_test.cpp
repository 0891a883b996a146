// The checklist of a form leads to what is open, and says what is wrong.
#include <catch2/catch_test_macros.hpp>

#include "desk_page.hpp"

using namespace cppo;
using view::DeskPage;

namespace {

struct Request : DeskPage {
    explicit Request(float width = 1280, float height = 800) : DeskPage(width, height) {
        open_sample();
        go("/deal/loom-backup/forms");
    }

    // In sight, and with the keyboard on it.
    void check_is_at(std::string_view key) {
        const ui::Node& node = screen().focused();
        INFO(node.key);
        CHECK(node.key.ends_with(key));
        CHECK(node.y1 - node.y0 > 20);
    }
};

}  // namespace

TEST_CASE("A line of the checklist leads to its first open field", "[view]") {
    Request page(1280, 420);
    page.type("Customer must accept by", "");
    page.follow("Price and terms: Customer must accept by is empty");
    page.check_is_at("/accept_by");
    // What is typed now is there.
    page.screen().type("2026-12-20");
    page.screen().tab();
    CHECK(page.value("Customer must accept by") == "2026-12-20");
    CHECK_FALSE(
        page.screen().has(ui::Role::link, "Price and terms: Customer must accept by is empty"));
}

TEST_CASE("A line of the checklist is pressed by the keyboard too, and is high enough to touch",
          "[view]") {
    Request page(390, 844);
    ui::set_touch(true);
    page.screen().settle();
    page.type("Name", "");
    page.screen().press(ImGuiKey_Escape);
    const char* line = "Customer: Name is empty";
    page.screen().act(ui::Action::Kind::focus, ui::Role::link, line);
    const ui::Node& node = page.screen().node(ui::Role::link, line);
    CHECK(node.focused);
    CHECK(node.y1 - node.y0 >= 44);
    page.screen().press(ImGuiKey_Enter);
    page.check_is_at("/customer_name");
    ui::set_touch(false);
}

TEST_CASE("A table without rows is led to by the button that adds one", "[view]") {
    Request page;
    page.press("Remove");
    page.follow("What the customer buys: the form has no line");
    page.check_is_at("/lines/add");
}

TEST_CASE("What is wrong in a line is written under it", "[view]") {
    Request page;
    page.type("Contract ends", "2026-01-01");
    const char* both = "Fill in either 'Contract ends' or 'Term', not both";
    CHECK(page.sees(both));
    page.follow("Price and terms");
    page.check_is_at("/ends");
    page.type("Contract ends", "");
    CHECK_FALSE(page.sees(both));
    CHECK_FALSE(page.screen().has(ui::Role::link, "Price and terms"));
}

TEST_CASE("A form that is fixed leads nowhere", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/deal/granite-3y/forms");
    for (const ui::Node& node : ui::nodes())
        if (node.key.find("/form/") != node.key.npos) CHECK(node.role != ui::Role::link);
}
