// Names in any writing: what the built-in faces lack is drawn by the browser, in its place.
#include <catch2/catch_test_macros.hpp>

#include "harness.hpp"
#include "ui/fonts.hpp"
#include "ui/parts.hpp"
#include "ui/writing.hpp"

namespace cppo::view {
namespace {

std::vector<std::string> drawn;

// Every picture is full, ten pixels wide for each byte of its text.
web::Stamp fake(const std::string& text, int weight, float pixels) {
    if (weight == 400 && pixels == 14) drawn.push_back(text);
    const int width = 10 * static_cast<int>(text.size()), height = 8;
    const auto size = static_cast<std::size_t>(width * height);
    return {width, height, 0, -8, static_cast<float>(width), std::vector<std::uint8_t>(size, 255)};
}

struct Stamped {
    Stamped() {
        web::set_stamper(fake);
        drawn.clear();
    }
    ~Stamped() { web::set_stamper(nullptr); }

    // Draws it, and again when its pictures are there; its width then.
    float width(std::string_view words) {
        Screen screen([&] { in_window(400, [&] { ui::text(words); }); });
        if (web::writing_is_stale()) web::build_fonts(1, 1);
        screen.settle();
        CHECK_FALSE(web::writing_is_stale());
        const ui::Node& node = screen.node(ui::Role::text, words);
        return node.x1 - node.x0;
    }
};

}  // namespace

TEST_CASE("What the faces have is set by them alone", "[view]") {
    Stamped stamped;
    for (const char* words : {"Example Retail", "Müller & Søn", "Ελλάς", "Аэрофлот", "5 € – 4"})
        CHECK(stamped.width(words) > 0);
    CHECK(drawn.empty());
}

TEST_CASE("Characters that stand by themselves are pictures by themselves", "[view]") {
    Stamped stamped;
    CHECK(stamped.width("株式会社") == 4 * 30);
    CHECK(drawn == std::vector<std::string>{"株", "式", "会", "社"});
    drawn.clear();
    CHECK(stamped.width("会社") == 2 * 30);
    CHECK(drawn.empty());
    // Beyond the first plane as well.
    CHECK(stamped.width("𠮷") == 40);
}

TEST_CASE("Letters that join are one picture, with the spaces between them", "[view]") {
    Stamped stamped;
    CHECK(stamped.width("شركة النور") == 10 * 19);
    CHECK(drawn == std::vector<std::string>{"شركة النور"});
    drawn.clear();
    stamped.width("ABC בנק לאומי Ltd");
    CHECK(drawn == std::vector<std::string>{"בנק לאומי"});
}

TEST_CASE("What is cut to its room is a picture as well", "[view]") {
    Stamped stamped;
    const auto link = [] { ui::link("to", "شركة النور"); };
    Screen screen([&] { in_window(400, link); });
    web::build_fonts(1, 1);
    screen.settle();
    CHECK_FALSE(web::writing_is_stale());
    CHECK(drawn == std::vector<std::string>{"شركة النور"});
}

TEST_CASE("A private sign in a text from elsewhere shows no other text's picture", "[view]") {
    Stamped stamped;
    stamped.width("شركة");  // has the first private sign
    drawn.clear();
    CHECK(stamped.width("\uE000") == 30);
    CHECK(drawn == std::vector<std::string>{"\uE000"});
}

TEST_CASE("A text that is edited has a picture for every letter", "[view]") {
    Stamped stamped;
    std::string typed = "שלום 会";
    Screen screen(
        [&] { in_window(400, [&] { ui::field({.key = "name", .label = "Name"}, typed); }); });
    REQUIRE(web::writing_is_stale());
    web::build_fonts(1, 1);
    screen.settle();
    CHECK(drawn == std::vector<std::string>{"ש", "ל", "ו", "ם", "会"});
    CHECK(screen.node(ui::Role::textbox, "Name").value == "שלום 会");
}

TEST_CASE("Without anybody to draw it, a lack is shown and nothing is asked for", "[view]") {
    Screen screen([&] { in_window(400, [&] { ui::text("株式会社"); }); });
    CHECK_FALSE(web::writing_is_stale());
    CHECK(screen.has(ui::Role::text, "株式会社"));
}

}  // namespace cppo::view
