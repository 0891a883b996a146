// Every component together: nothing without a name, nothing over anything else, nothing cut off,
// at every size and scheme people use.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "gallery.hpp"
#include "harness.hpp"

using namespace cppo;
using view::Gallery;
using view::none;

TEST_CASE("Galleries are named, apart and inside at every size", "[view]") {
    const Gallery gallery = GENERATE(Gallery::home, Gallery::quote, Gallery::form, Gallery::parts);
    const ImVec2 size =
        GENERATE(ImVec2(1280, 800), ImVec2(390, 844), ImVec2(320, 640), ImVec2(899, 700),
                 ImVec2(900, 700), ImVec2(768, 1024), ImVec2(1920, 1080));
    const bool touch = GENERATE(false, true);
    CAPTURE(static_cast<int>(gallery), size.x, size.y, touch);
    view::GalleryState state;
    view::Screen screen([&] { view::draw_gallery(gallery, state); }, size.x, size.y);
    ui::set_touch(touch);
    screen.settle();
    CHECK(view::unnamed() == none);
    CHECK(view::overlapping() == none);
    CHECK(view::outside() == none);
}

TEST_CASE("Tab walks through the whole page and back", "[view]") {
    view::GalleryState state;
    view::Screen screen([&] { view::draw_gallery(Gallery::form, state); });
    std::vector<std::string> visited;
    for (int i = 0; i < 60 && (visited.size() < 2 || screen.focused().key != visited[0]); ++i) {
        screen.tab();
        visited.push_back(screen.focused().key);
    }
    for (const char* key :
         {"places/home", "places/help", "bar/search", "parties/isv/name", "parties/partner/account",
          "products/add", "terms/currency", "terms/until"}) {
        INFO(key);
        CHECK(std::find(visited.begin(), visited.end(), key) != visited.end());
    }
    const std::string last = screen.focused().key;
    screen.tab();
    screen.tab(true);
    CHECK(screen.focused().key == last);
}

TEST_CASE("Two hundred percent keeps everything apart", "[view]") {
    view::GalleryState state;
    view::Screen screen([&] { view::draw_gallery(Gallery::parts, state); });
    ui::set_scale(2);
    ui::apply_style();
    screen.settle();
    CHECK(view::unnamed() == none);
    CHECK(view::outside() == none);
}
