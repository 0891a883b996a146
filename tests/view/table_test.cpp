// Tables: a grid for screen readers, a list to click through, rows for a spreadsheet.
#include <catch2/catch_test_macros.hpp>

#include "harness.hpp"

using namespace cppo;
using ui::Action;
using ui::Role;
using view::Screen;

namespace {

struct Deals {
    ui::TableSpec spec{.key = "deals", .name = "Deals"};
    std::vector<ui::TableRow> rows;
    float width = 600;
    ui::TableEvents last;

    explicit Deals(int count = 3) {
        spec.columns = {{.key = "customer", .label = "Customer", .sortable = true},
                        {.key = "account", .label = "Account", .optional = true},
                        {.key = "net", .label = "Your net", .number = true}};
        for (int i = 0; i < count; ++i) {
            const std::string n = std::to_string(i);
            rows.push_back({"d" + n,
                            {{"Customer " + n},
                             {.text = "1111 2222 3333", .copied = "111122223333"},
                             {"−" + n + ".00", ui::Look::strong}}});
        }
    }

    void draw() {
        view::in_window(width, [this] {
            const ui::TableEvents now = ui::table(spec, rows);
            if (!now.opened.empty() || !now.acted.empty() || !now.sort.empty()) last = now;
        });
    }
};

int count_of(Role role) {
    int found = 0;
    for (const ui::Node& node : ui::nodes()) found += node.role == role;
    return found;
}

}  // namespace

TEST_CASE("A table is a grid with counted rows, heads and cells", "[view]") {
    Deals deals;
    Screen screen([&] { deals.draw(); });
    const ui::Node& grid = screen.node(Role::grid, "Deals");
    CHECK(grid.rows == 4);
    CHECK(grid.columns == 3);
    CHECK(count_of(Role::row) == 4);
    CHECK(count_of(Role::columnheader) == 3);
    CHECK(count_of(Role::cell) == 9);
    const ui::Node& cell = screen.at_key("deals/d1/net");
    CHECK(cell.name == "−1.00");
    CHECK(cell.row == 2);
    CHECK(cell.column == 2);
    CHECK(screen.at_key("deals/d1").row == 2);
    CHECK(view::unnamed() == view::none);
    CHECK(view::overlapping() == view::none);
}

TEST_CASE("A row is opened by mouse, keyboard and mirror", "[view]") {
    Deals deals;
    deals.spec.clickable = true;
    Screen screen([&] { deals.draw(); });
    const std::string name = "Customer 1, 1111 2222 3333, −1.00";
    SECTION("mouse") { screen.click(Role::row, name); }
    SECTION("keyboard") {
        screen.tab();  // the sortable head
        screen.tab();
        screen.tab();
        CHECK(screen.focused().name == name);
        screen.press(ImGuiKey_Enter);
    }
    SECTION("mirror") { screen.act(Action::Kind::activate, Role::row, name); }
    CHECK(deals.last.opened == "d1");
}

TEST_CASE("A row's action does not open the row", "[view]") {
    Deals deals;
    deals.spec.clickable = true;
    for (ui::TableRow& row : deals.rows) row.action = {"print", "Print"};
    Screen screen([&] { deals.draw(); });
    CHECK(screen.node(Role::grid, "Deals").columns == 4);
    const ui::Node button = screen.at_key("deals/d2/print");
    screen.click_at(button.x0 + 5, button.y0 + 5);
    CHECK(deals.last.acted == "d2");
    CHECK(deals.last.opened.empty());
    CHECK(view::unnamed() == view::none);
}

TEST_CASE("A head is asked to sort and says how it is sorted", "[view]") {
    Deals deals;
    deals.spec.sorted_by = "customer";
    deals.spec.descending = true;
    Screen screen([&] { deals.draw(); });
    CHECK(screen.node(Role::columnheader, "Customer").value == "descending");
    screen.click(Role::columnheader, "Customer");
    CHECK(deals.last.sort == "customer");
}

TEST_CASE("A narrow table puts below what it may, then scrolls", "[view]") {
    Deals deals;
    deals.width = 200;
    Screen screen([&] { deals.draw(); });
    CHECK(screen.node(Role::grid, "Deals").columns == 3);
    deals.width = 80;
    screen.settle();
    CHECK(screen.node(Role::grid, "Deals").columns == 3);
    CHECK(screen.node(Role::grid, "Deals").x1 <= 100);
    const auto in_sight = [&] {
        const ui::Node& cell = screen.at_key("deals/d1/net");
        return cell.x1 - cell.x0;
    };
    CHECK(in_sight() == 0);
    screen.act(Action::Kind::scroll_into_view, Role::cell, "−1.00");
    CHECK(in_sight() > 50);
}

TEST_CASE("A long table draws what is in sight and counts all", "[view]") {
    Deals deals(5000);
    deals.spec.clickable = true;
    Screen screen([&] { deals.draw(); });
    CHECK(screen.node(Role::grid, "Deals").rows == 5001);
    CHECK(count_of(Role::row) < 60);
    CHECK(screen.at_key("deals/d3").row == 4);
}

TEST_CASE("Numbers stand at the right, under each other", "[view]") {
    Deals deals;
    deals.rows[0].cells[2].text = "1,234.00";
    Screen screen([&] { deals.draw(); });
    CHECK(screen.at_key("deals/d0/net").x1 == screen.at_key("deals/d1/net").x1);
}

TEST_CASE("No rows are said in a sentence", "[view]") {
    Deals deals(0);
    deals.spec.empty = "No deal is open.";
    Screen screen([&] { deals.draw(); });
    CHECK(screen.has(Role::cell, "No deal is open."));
    CHECK(screen.node(Role::grid, "Deals").rows == 2);
}

TEST_CASE("The table goes to the clipboard as a spreadsheet reads it", "[view]") {
    Deals deals(1);
    deals.spec.clickable = true;
    deals.rows[0].cells[0].text = "=1+1\tx";
    const std::string expected = "Customer\tAccount\tYour net\n'=1+1 x\t111122223333\t-0.00\n";
    CHECK(ui::table_text(deals.spec, deals.rows) == expected);
    Screen screen([&] { deals.draw(); });
    screen.press(ImGuiKey_C, {ImGuiMod_Ctrl});
    CHECK(screen.clipboard().empty());
    screen.tab();
    screen.tab();
    screen.press(ImGuiKey_C, {ImGuiMod_Ctrl});
    CHECK(screen.clipboard() == expected);
    for (const char* cell : {"\n=1+1", "\uff1d1+1"}) {
        deals.rows[0].cells[0].text = cell;
        const std::string text = ui::table_text(deals.spec, deals.rows);
        INFO(text);
        CHECK(text.find("\n'") != text.npos);
    }
}

TEST_CASE("What finds no place beside the others is written under its row", "[view]") {
    Deals deals;
    deals.width = 200;
    deals.rows[0].action = {"go", "Record"};
    deals.rows[2].cells[1].text = "–";
    Screen screen([&] { deals.draw(); });
    const ui::Node& grid = screen.node(Role::grid, "Deals");
    CHECK(grid.columns == 4);  // what is below and the button are columns as well
    CHECK(count_of(Role::columnheader) == 4);
    CHECK(screen.has(Role::columnheader, "More"));
    CHECK(screen.has(Role::columnheader, "Action"));
    const ui::Node& below = screen.at_key("deals/d1/below");
    CHECK(below.name == "Account 1111 2222 3333");
    CHECK(below.row == 2);
    CHECK(below.column == 2);
    CHECK(screen.at_key("deals/d2/below").name.empty());
    CHECK(screen.at_key("deals/d0/action").column == 3);
    CHECK(view::outside() == view::none);
    screen.click(Role::button, "Record");
    CHECK(deals.last.acted == "d0");
}

TEST_CASE("A value that speaks for itself needs no label under its row", "[view]") {
    Deals deals;
    deals.width = 200;
    deals.spec.columns[1].bare = true;
    Screen screen([&] { deals.draw(); });
    CHECK(screen.at_key("deals/d1/below").name == "1111 2222 3333");
}
