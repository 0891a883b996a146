// Dialogs and the page: what takes the keyboard, what lets go of it, and who is informed.
#include <catch2/catch_test_macros.hpp>

#include "gallery.hpp"
#include "harness.hpp"

using namespace cppo;
using ui::Action;
using ui::Role;
using view::Gallery;
using view::Screen;

namespace {

struct Parts {
    view::GalleryState state;
    Screen screen{[this] { view::draw_gallery(Gallery::parts, state); }};

    void open() { screen.click(Role::button, "Sign request"); }
};

}  // namespace

TEST_CASE("A dialog takes the keyboard to its first field", "[view]") {
    Parts parts;
    parts.open();
    const ui::Node& dialog = parts.screen.node(Role::dialog, "Sign the request");
    CHECK(dialog.modal);
    CHECK(parts.screen.focused().name == "Your name");
    parts.screen.type("Ada");
    CHECK(parts.state.note == "Ada");
    CHECK(view::unnamed() == view::none);
    CHECK(view::outside() == view::none);
}

TEST_CASE("Tab stays inside a dialog", "[view]") {
    Parts parts;
    parts.open();
    const unsigned dialog = parts.screen.node(Role::dialog, "Sign the request").id;
    for (int i = 0; i < 8; ++i) {
        parts.screen.tab();
        CHECK(parts.screen.focused().parent == dialog);
    }
}

TEST_CASE("What a dialog covers cannot be reached", "[view]") {
    Parts parts;
    parts.open();
    parts.screen.click(Role::link, "Home");
    parts.screen.act(Action::Kind::activate, Role::button, "Save offer");
    CHECK(parts.state.last == "action:sign");
    CHECK(parts.state.signing);
}

TEST_CASE("Escape ends typing first, then closes the dialog", "[view]") {
    Parts parts;
    parts.open();
    parts.screen.type("Ada");
    parts.screen.press(ImGuiKey_Escape);
    CHECK(parts.state.signing);
    parts.screen.press(ImGuiKey_Escape);
    CHECK_FALSE(parts.state.signing);
    CHECK_FALSE(parts.screen.has(Role::dialog, "Sign the request"));
    parts.screen.click(Role::button, "Save offer");
    CHECK(parts.state.last == "button:save");
}

TEST_CASE("Escape closes a list in a dialog before the dialog", "[view]") {
    Parts parts;
    parts.open();
    parts.screen.click(Role::combobox, "Currency");
    REQUIRE(parts.screen.has(Role::listbox, "Currency"));
    parts.screen.press(ImGuiKey_Escape);
    CHECK_FALSE(parts.screen.has(Role::listbox, "Currency"));
    CHECK(parts.state.signing);
    parts.screen.press(ImGuiKey_Escape);
    CHECK_FALSE(parts.state.signing);
}

TEST_CASE("A dialog is closed by its cross and by its buttons", "[view]") {
    Parts parts;
    parts.open();
    SECTION("cross") { parts.screen.click(Role::button, "Close"); }
    SECTION("button") {
        parts.screen.click(Role::button, "Cancel");
        CHECK(parts.state.last == "dialog:cancel");
    }
    CHECK_FALSE(parts.state.signing);
    parts.open();
    CHECK(parts.state.signing);
}

TEST_CASE("A dialog nobody draws any more does not lock the page", "[view]") {
    bool open = true, draw = true;
    int pressed = 0;
    Screen screen([&] {
        view::in_window(400, [&] { pressed += ui::button({.key = "save", .label = "Save"}); });
        if (draw)
            if (ui::Dialog dialog("lost", "Lost", open); dialog)
                ui::button({.key = "ok", .label = "Good"});
    });
    screen.click(Role::button, "Save");
    CHECK(pressed == 0);
    draw = false;
    screen.settle();
    screen.click(Role::button, "Save");
    CHECK(pressed == 1);
}

TEST_CASE("On a narrow screen places are in a drawer and the main action is at the bottom",
          "[view]") {
    view::GalleryState state;
    Screen screen([&] { view::draw_gallery(Gallery::quote, state); }, 390, 844);
    CHECK_FALSE(screen.has(Role::link, "Deals"));
    CHECK(screen.node(Role::button, "Sign request").y1 > 820);
    screen.click(Role::button, "Sign request");
    CHECK(state.last == "action:sign");
    screen.click(Role::button, "Menu");
    CHECK(screen.node(Role::dialog, "Menu").modal);
    SECTION("a place") {
        screen.click(Role::link, "Customers");
        CHECK(state.last == "go:customers");
    }
    SECTION("the search") {
        screen.click(Role::button, "Search or do anything");
        CHECK(state.last == "search");
    }
    SECTION("Escape") { screen.press(ImGuiKey_Escape); }
    SECTION("a tap beside it") { screen.click_at(380, 400); }
    CHECK_FALSE(screen.has(Role::dialog, "Menu"));
}

TEST_CASE("The rail tells where we are and where to go", "[view]") {
    view::GalleryState state;
    Screen screen([&] { view::draw_gallery(Gallery::quote, state); });
    CHECK(screen.node(Role::link, "Customers").parent ==
          screen.node(Role::navigation, "Places").id);
    CHECK(screen.at_key("places/deals").selected);
    CHECK(screen.at_key("places/deals").description == "24");
    screen.click(Role::link, "Customers");
    CHECK(state.last == "go:customers");
    screen.click(Role::button, "Search or do anything");
    CHECK(state.last == "search");
    CHECK(screen.node(Role::status, "Saved").key == "bar/saved");
    CHECK(screen.node(Role::heading, "Example Retail · Nimbus Analytics").level == 1);
}
