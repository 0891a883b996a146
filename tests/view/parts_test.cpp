// One component at a time: what it records, and that mouse, keyboard and mirror all work it.
#include <catch2/catch_test_macros.hpp>

#include "harness.hpp"
#include "ui/charts.hpp"

using namespace cppo;
using ui::Action;
using ui::Role;
using view::Screen;

namespace {

// Draws `parts` in a window of its own in every frame.
struct Alone : Screen {
    explicit Alone(std::function<void()> parts, float width = 500)
        : Screen([parts = std::move(parts), width] { view::in_window(width, parts); }) {}
};

const std::vector<ui::Option> currencies{{"usd", "USD"}, {"eur", "EUR"}, {"jpy", "JPY"}};

}  // namespace

TEST_CASE("A button is pressed by mouse, Space, Enter and the mirror, once each", "[view]") {
    int pressed = 0;
    Alone screen(
        [&] { pressed += ui::button({.key = "save", .label = "Save", .shortcut = "Control+S"}); });
    CHECK(screen.node(Role::button, "Save").shortcut == "Control+S");
    SECTION("mouse") { screen.click(Role::button, "Save"); }
    SECTION("Space") {
        screen.tab();
        screen.press(ImGuiKey_Space);
    }
    SECTION("Enter") {
        screen.tab();
        screen.press(ImGuiKey_Enter);
    }
    SECTION("mirror") { screen.act(Action::Kind::activate, Role::button, "Save"); }
    CHECK(pressed == 1);
    CHECK(screen.focused().name == "Save");
}

TEST_CASE("A disabled button says why and cannot be pressed", "[view]") {
    int pressed = 0;
    Alone screen([&] {
        pressed += ui::button({.key = "send", .label = "Send", .disabled_because = "Not signed."});
    });
    CHECK(screen.node(Role::button, "Send").disabled);
    CHECK(screen.node(Role::button, "Send").description == "Not signed.");
    screen.click(Role::button, "Send");
    screen.act(Action::Kind::activate, Role::button, "Send");
    CHECK(pressed == 0);
}

TEST_CASE("A row of buttons tells which one", "[view]") {
    std::string pressed;
    const std::vector<ui::Button> all{{"cancel", "Cancel"}, {"sign", "Sign"}};
    const bool at_end = false;
    Alone screen([&] {
        if (const std::string now = ui::buttons(all, at_end); !now.empty()) pressed = now;
    });
    screen.click(Role::button, "Sign");
    CHECK(pressed == "sign");
    CHECK(screen.node(Role::button, "Cancel").x1 < screen.node(Role::button, "Sign").x0);
}

TEST_CASE("Headings, text, links and chips are read out", "[view]") {
    int followed = 0;
    Alone screen([&] {
        ui::heading(1, "Deals");
        ui::text("All of them.");
        followed += ui::link("help", "Read more");
        ui::chip({"Paid", ui::Tone::good});
    });
    CHECK(screen.node(Role::heading, "Deals").level == 1);
    CHECK(screen.has(Role::text, "All of them."));
    CHECK(screen.has(Role::text, "Paid"));
    screen.click(Role::link, "Read more");
    CHECK(followed == 1);
}

TEST_CASE("The same words twice are two nodes", "[view]") {
    Alone screen([] {
        ui::text("none");
        ui::text("none");
    });
    CHECK(view::unnamed() == view::none);
}

TEST_CASE("A checkbox is checked and unchecked", "[view]") {
    bool on = false;
    Alone screen([&] { ui::checkbox({.key = "agreed", .label = "Agreed"}, on); });
    CHECK(screen.node(Role::checkbox, "Agreed").checkable);
    CHECK_FALSE(screen.node(Role::checkbox, "Agreed").checked);
    screen.click(Role::checkbox, "Agreed");
    CHECK(on);
    CHECK(screen.node(Role::checkbox, "Agreed").checked);
    screen.press(ImGuiKey_Space);
    CHECK_FALSE(on);
}

TEST_CASE("One of a radio group is chosen", "[view]") {
    std::string chosen = "usd";
    Alone screen([&] { ui::radios({.key = "currency", .label = "Currency"}, currencies, chosen); });
    CHECK(screen.has(Role::radiogroup, "Currency"));
    CHECK(screen.node(Role::radio, "USD").checked);
    screen.click(Role::radio, "JPY");
    CHECK(chosen == "jpy");
    CHECK_FALSE(screen.node(Role::radio, "USD").checked);
    CHECK(screen.node(Role::radio, "EUR").parent == screen.node(Role::radiogroup, "Currency").id);
}

TEST_CASE("Segments are a radio group in a line", "[view]") {
    std::string chosen = "usd";
    Alone screen([&] { ui::segments("currency", "Currency", currencies, chosen); });
    screen.click(Role::radio, "EUR");
    CHECK(chosen == "eur");
    CHECK(screen.node(Role::radio, "EUR").y0 == screen.node(Role::radio, "JPY").y0);
}

TEST_CASE("A combo box opens, is chosen from and closes", "[view]") {
    std::string chosen = "usd";
    int changes = 0;
    Alone screen([&] {
        changes += ui::combo({.key = "currency", .label = "Currency"}, currencies, chosen);
    });
    CHECK(screen.node(Role::combobox, "Currency").value == "USD");
    CHECK_FALSE(screen.node(Role::combobox, "Currency").expanded);
    SECTION("by mouse") {
        screen.click(Role::combobox, "Currency");
        CHECK(screen.node(Role::combobox, "Currency").expanded);
        CHECK(screen.node(Role::option, "USD").selected);
        CHECK(view::unnamed() == view::none);
        screen.click(Role::option, "EUR");
        CHECK(chosen == "eur");
    }
    SECTION("by keyboard") {
        screen.tab();
        screen.press(ImGuiKey_Enter);
        screen.press(ImGuiKey_DownArrow);
        screen.press(ImGuiKey_Enter);
        CHECK(chosen == "eur");
        CHECK(screen.focused().name == "Currency");
    }
    SECTION("by the mirror") {
        screen.act(Action::Kind::activate, Role::combobox, "Currency");
        screen.act(Action::Kind::activate, Role::option, "EUR");
        CHECK(chosen == "eur");
    }
    CHECK_FALSE(screen.has(Role::listbox, "Currency"));
    CHECK(changes == 1);
}

TEST_CASE("Escape closes a combo box and chooses nothing", "[view]") {
    std::string chosen = "usd";
    Alone screen([&] { ui::combo({.key = "currency", .label = "Currency"}, currencies, chosen); });
    screen.click(Role::combobox, "Currency");
    screen.press(ImGuiKey_Escape);
    CHECK_FALSE(screen.has(Role::listbox, "Currency"));
    CHECK(chosen == "usd");
    CHECK(screen.focused().name == "Currency");
}

TEST_CASE("Tabs are chosen, and those that do not fit are under More", "[view]") {
    std::string chosen = "quote";
    const std::vector<ui::Option> all{{"quote", "Quote"},
                                      {"forms", "Forms"},
                                      {"money", "Money"},
                                      {"reports", "Reports"},
                                      {"history", "History"}};
    SECTION("wide") {
        Alone screen([&] { ui::tabs("tabs", "Parts", all, chosen); });
        CHECK(screen.node(Role::tab, "Quote").selected);
        screen.click(Role::tab, "History");
        CHECK(chosen == "history");
        CHECK_FALSE(screen.has(Role::button, "More"));
    }
    SECTION("narrow") {
        Alone screen([&] { ui::tabs("tabs", "Parts", all, chosen); }, 220);
        CHECK_FALSE(screen.has(Role::tab, "History"));
        screen.click(Role::button, "More");
        screen.click(Role::menuitem, "History");
        CHECK(chosen == "history");
        CHECK(screen.node(Role::button, "More").value == "History");
    }
}

TEST_CASE("Facts, checks, stages and progress are lists with values", "[view]") {
    const std::vector<ui::Fact> facts{{"Price", "110.00 USD", true}};
    const std::vector<ui::Check> checks{{"Signed", ui::CheckState::done},
                                        {"Account has 12 digits", ui::CheckState::bad}};
    const std::vector<ui::Stage> stages{{"Request", ui::Progress::done, "2026-11-01"},
                                        {"Offer", ui::Progress::current}};
    Alone screen([&] {
        ui::facts("facts", "The deal", facts);
        ui::checklist("checks", "Before it is sent", checks);
        ui::stage_line("stages", "Stages", stages);
        ui::progress("used", "Used", 250, "1 of 4");
    });
    CHECK(screen.node(Role::listitem, "Price").value == "110.00 USD");
    CHECK(screen.node(Role::listitem, "Signed").value == "done");
    CHECK(screen.node(Role::listitem, "Account has 12 digits").value == "problem");
    CHECK(screen.node(Role::listitem, "Request").description == "2026-11-01");
    CHECK(screen.node(Role::listitem, "Offer").selected);
    CHECK(screen.node(Role::progressbar, "Used").value == "1 of 4");
    CHECK(screen.node(Role::list, "Before it is sent").parent == 0);
}

TEST_CASE("Banners speak by their weight", "[view]") {
    int pressed = 0;
    Alone screen([&] {
        ui::banner("a", ui::Tone::accent, "A notice.");
        pressed += ui::banner("b", ui::Tone::bad, "Not saved.", {"save", "Save a copy"});
    });
    CHECK(screen.has(Role::text, "A notice."));
    CHECK(screen.has(Role::alert, "Not saved."));
    screen.click(Role::button, "Save a copy");
    CHECK(pressed == 1);
}

TEST_CASE("A message is said and goes by itself", "[view]") {
    bool say = true;
    Alone screen([&] {
        if (say) ui::toast("Deal saved.", ui::Tone::good);
        say = false;
    });
    CHECK(screen.has(Role::status, "Deal saved."));
    CHECK(ui::seconds_to_change() > 4);
    screen.pass(5);
    screen.settle();
    CHECK_FALSE(screen.has(Role::status, "Deal saved."));
    CHECK(ui::seconds_to_change() < 0);
}

TEST_CASE("A list of what to do tells whose action was pressed", "[view]") {
    const std::vector<ui::ListRow> rows{
        {"d1", {"Sign"}, "Sign for Nimbus", "today", {"open", "Open"}},
        {"d2", {"Paid"}, "Granite paid", "", {"open", "Open"}}};
    std::string pressed;
    Alone screen([&] {
        if (const std::string now = ui::list("todo", "Next", rows); !now.empty()) pressed = now;
    });
    CHECK(view::unnamed() == view::none);
    const ui::Node second = screen.at_key("todo/d2/open");
    screen.click_at(second.x0 + 5, second.y0 + 5);
    CHECK(pressed == "d2");
}

TEST_CASE("An empty place says what to do about it", "[view]") {
    int pressed = 0;
    Alone screen([&] {
        pressed += ui::empty_state("none", "No deals", "Start with an authorization.",
                                   {"new", "New deal"});
    });
    CHECK(screen.node(Role::heading, "No deals").level == 3);
    screen.click(Role::button, "New deal");
    CHECK(pressed == 1);
}

TEST_CASE("A picture is described in a sentence", "[view]") {
    const std::vector<ui::Bar> bars{{"List", "120.00", {{ui::Tone::neutral, 0, 1000}}},
                                    {"Price", "110.00", {{ui::Tone::customer, 0, 917}}}};
    const std::vector<ui::Share> shares{{ui::Tone::isv, "ISV", 900}, {ui::Tone::aws, "AWS", 100}};
    Alone screen([&] {
        ui::waterfall("waterfall", "List 120.00, price 110.00.", bars);
        ui::split_bar("split", "The ISV gets 90 %, AWS gets 10 %.", shares);
    });
    CHECK(screen.node(Role::image, "List 120.00, price 110.00.").key == "waterfall");
    CHECK(screen.has(Role::image, "The ISV gets 90 %, AWS gets 10 %."));
}

TEST_CASE("Columns share the width, and stand under each other when it is too little", "[view]") {
    for (const float width : {500.0f, 280.0f}) {
        Alone screen(
            [] {
                ui::Columns columns(2, 150, 12);
                for (const char* words : {"one", "two", "three"}) {
                    columns.next();
                    ui::text(words);
                }
            },
            width);
        const bool together =
            screen.node(Role::text, "one").y0 == screen.node(Role::text, "two").y0;
        CHECK(together == (width > 312));
        CHECK(screen.node(Role::text, "three").y0 > screen.node(Role::text, "one").y0);
        CHECK(view::overlapping() == view::none);
    }
}

TEST_CASE("A figure is never broken at the end of a line", "[view]") {
    Alone screen([] { ui::text("pays 1,204,310.40 USD"); }, 100);
    // Two lines: the figure goes to the second one whole.
    const ui::Node& node = screen.node(Role::text, "pays 1,204,310.40 USD");
    CHECK(node.y1 - node.y0 == 60);
}

TEST_CASE("On touch everything to press is 44 pixels high", "[view]") {
    bool on = false;
    std::string chosen = "usd", typed;
    Alone screen([&] {
        ui::button({.key = "save", .label = "Save"});
        ui::field({.key = "name", .label = "Name"}, typed);
        ui::combo({.key = "currency", .label = "Currency"}, currencies, chosen);
        ui::checkbox({.key = "agreed", .label = "Agreed"}, on);
        ui::radios({.key = "kind", .label = "Kind"}, currencies, chosen);
        ui::segments("view", "View", currencies, chosen);
        ui::tabs("tabs", "Tabs", currencies, chosen);
        ui::link("more", "More");
    });
    ui::set_touch(true);
    screen.settle();
    for (const ui::Node& node : ui::nodes()) {
        const bool pressed = node.role != Role::radiogroup && node.role != Role::text;
        CAPTURE(node.name, ui::text(node.role));
        if (pressed) CHECK(node.y1 - node.y0 >= 44);
    }
}

TEST_CASE("A card's head is on one line, or on several where it does not fit", "[view]") {
    ui::CardSpec spec{.key = "payments", .title = "Payments", .note = "in three years"};
    spec.chips = {{"adds up to 110,000.00", ui::Tone::good}};
    spec.actions = {{"add", "Add payment"}};
    for (const float width : {600.0f, 260.0f}) {
        for (const bool chips_at_end : {false, true}) {
            spec.chips_at_end = chips_at_end;
            Alone screen([&] { ui::Card card(spec); }, width);
            CAPTURE(width, chips_at_end);
            CHECK(view::overlapping() == view::none);
            CHECK(screen.node(Role::button, "Add payment").x1 <= 20 + width - 16);
            const float title = screen.node(Role::heading, "Payments").y0;
            const float action = screen.node(Role::button, "Add payment").y1;
            CHECK((action < title + 40) == (width == 600));
        }
    }
}
