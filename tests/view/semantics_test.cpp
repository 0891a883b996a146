// The recording itself: parents, places, focus, actions from the mirror, and that the audit finds
// what is wrong.
#include <catch2/catch_test_macros.hpp>

#include "harness.hpp"

using namespace cppo;
using ui::Action;
using ui::Role;
using view::Screen;

namespace {

// A page with a long content, so that its end is out of sight.
struct Long {
    int pressed = 0;

    void draw() {
        ui::PageSpec spec;
        spec.product = "Desk";
        spec.title = "Long";
        ui::PageEvents events;
        ui::Page page(spec, events);
        for (int i = 0; i < 60; ++i) {
            const ui::Scope scope("row" + std::to_string(i));
            ui::text("Line " + std::to_string(i));
        }
        pressed += ui::button({.key = "end", .label = "The end"});
    }
};

}  // namespace

TEST_CASE("Every role has its name", "[view]") {
    CHECK(std::string(ui::text(Role::none)).empty());
    CHECK(ui::text(Role::heading) == std::string("heading"));
    CHECK(ui::text(Role::menuitem) == std::string("menuitem"));
}

TEST_CASE("Parents come before their children, and keys are paths", "[view]") {
    std::string name;
    Screen screen([&] {
        view::in_window(400, [&] {
            const ui::Scope scope("deal-17");
            ui::Card card("terms", "Terms");
            ui::field({.key = "name", .label = "Name"}, name);
        });
    });
    const ui::Node& card = screen.node(Role::group, "Terms");
    CHECK(card.parent == 0);
    CHECK(screen.node(Role::textbox, "Name").parent == card.id);
    CHECK(screen.node(Role::textbox, "Name").key == "deal-17/terms/name");
    CHECK(screen.node(Role::heading, "Terms").level == 2);
    CHECK(card.y1 > screen.node(Role::textbox, "Name").y1);
}

TEST_CASE("Ids stay when something is drawn before them", "[view]") {
    bool more = false;
    int pressed = 0;
    Screen screen([&] {
        view::in_window(400, [&] {
            if (more) ui::text("More");
            ui::text("Words");
            pressed += ui::button({.key = "save", .label = "Save"});
        });
    });
    const unsigned words = screen.node(Role::text, "Words").id;
    const unsigned save = screen.node(Role::button, "Save").id;
    more = true;
    screen.settle();
    CHECK(screen.node(Role::text, "Words").id == words);
    CHECK(screen.node(Role::button, "Save").id == save);
}

TEST_CASE("What has scrolled out of sight is there without a place, and can be brought back",
          "[view]") {
    Long page;
    Screen screen([&] { page.draw(); });
    const auto hidden = [&] {
        const ui::Node& node = screen.node(Role::button, "The end");
        return node.y0 == node.y1;
    };
    REQUIRE(hidden());
    SECTION("scrolled") { screen.act(Action::Kind::scroll_into_view, Role::button, "The end"); }
    SECTION("focused") {
        screen.act(Action::Kind::focus, Role::button, "The end");
        CHECK(screen.focused().name == "The end");
    }
    SECTION("activated") {
        screen.act(Action::Kind::activate, Role::button, "The end");
        CHECK(page.pressed == 1);
    }
    CHECK_FALSE(hidden());
    CHECK(view::unnamed() == view::none);
}

TEST_CASE("Tab goes on from what was clicked", "[view]") {
    Screen screen([] {
        view::in_window(400, [] {
            for (const char* key : {"one", "two", "three"}) ui::button({.key = key, .label = key});
        });
    });
    screen.click(Role::button, "one");
    screen.tab();
    CHECK(screen.focused().name == "two");
}

TEST_CASE("Tab goes on into the content when its place is gone", "[view]") {
    bool first = true;
    Screen screen([&] {
        ui::PageSpec spec;
        spec.product = "Desk";
        spec.title = first ? "First" : "Second";
        spec.places = {{"home", "Home"}};
        ui::PageEvents events;
        ui::Page page(spec, events);
        if (first && ui::button({.key = "go", .label = "Go on"})) first = false;
        if (!first) ui::button({.key = "there", .label = "There"});
    });
    screen.act(Action::Kind::activate, Role::button, "Go on");
    REQUIRE(screen.has(Role::button, "There"));
    screen.tab();
    CHECK(screen.focused().name == "There");
    screen.tab();
    CHECK(screen.focused().name == "Home");
}

TEST_CASE("The first Tab leads into the content, wherever Dear ImGui has the keyboard", "[view]") {
    Screen screen([&] {
        ui::PageSpec spec;
        spec.title = "Deals";
        spec.places = {{"home", "Home"}};
        ui::PageEvents events;
        ui::Page page(spec, events);
        ui::button({.key = "new", .label = "New deal"});
    });
    // As after loading the page: at its window, at an item that is gone.
    GImGui->NavWindow = ImGui::FindWindowByName("##page");
    GImGui->NavId = 0x1ed3dc8b;
    GImGui->NavDisableHighlight = true;
    screen.tab();
    CHECK(screen.focused().name == "New deal");
}

TEST_CASE("What the keyboard stops at differs from what it passes", "[view]") {
    Screen screen([] {
        view::in_window(400, [] {
            ui::text("Words");
            ui::button({.key = "save", .label = "Save"});
        });
    });
    CHECK(screen.node(Role::button, "Save").pressable);
    CHECK_FALSE(screen.node(Role::text, "Words").pressable);
}

TEST_CASE("An action for what is not there is dropped", "[view]") {
    Long page;
    Screen screen([&] { page.draw(); });
    ui::post({Action::Kind::activate, 12345, ""});
    ui::post({Action::Kind::set_text, 12345, "x"});
    screen.settle();
    CHECK(page.pressed == 0);
}

TEST_CASE("The audit finds an item without a node", "[view]") {
    Screen screen([] { view::in_window(400, [] { ImGui::Button("Raw"); }); });
    REQUIRE(view::unnamed().size() == 1);
    CHECK(view::unnamed()[0].find("Raw") != std::string::npos);
}

TEST_CASE("The audit finds an empty name", "[view]") {
    Screen screen([] { view::in_window(400, [] { ui::button({.key = "x", .label = ""}); }); });
    CHECK(view::unnamed().size() == 1);
}

TEST_CASE("The audit finds two siblings of one name, and lets cousins be", "[view]") {
    bool apart = false;
    Screen screen([&] {
        view::in_window(400, [&] {
            for (const char* key : {"one", "two"}) {
                const ui::Scope scope(key);
                if (apart) {
                    ui::Section section("part", key);
                    ui::button({.key = "open", .label = "Open"});
                } else {
                    ui::button({.key = "open", .label = "Open"});
                }
            }
        });
    });
    CHECK(view::unnamed().size() == 1);
    apart = true;
    screen.settle();
    CHECK(view::unnamed() == view::none);
}

TEST_CASE("The audit finds one id used twice", "[view]") {
    Screen screen([] {
        view::in_window(400, [] {
            ui::button({.key = "same", .label = "One"});
            ui::button({.key = "same", .label = "Other"});
        });
    });
    CHECK(view::unnamed().size() == 1);
}
