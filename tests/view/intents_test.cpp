// What a frame asks of the shell around the page.
#include <catch2/catch_test_macros.hpp>

#include "views/intents.hpp"

using namespace cppo;

TEST_CASE("A later intent replaces an earlier one of its kind", "[view]") {
    Intents intents;
    intents.set(intent::Go{"/deals"});
    intents.set(intent::Go{"/money"});
    REQUIRE(intents.find<intent::Go>());
    CHECK(intents.find<intent::Go>()->address == "/money");
    CHECK(std::distance(intents.begin(), intents.end()) == 1);
    intents.set(std::optional<intent::Go>());
    CHECK(intents.find<intent::Go>()->address == "/money");
    intents.drop<intent::Go>();
    CHECK_FALSE(intents.find<intent::Go>());
}

TEST_CASE("What is entered is stored before anything else is carried out", "[view]") {
    Intents intents;
    intents.set(intent::ApplyUpdate{});
    intents.set(intent::Go{"/deals"});
    intent::Save& save = intents.get<intent::Save>();
    intents.set(intent::Redraw{});
    save.beside.push_back({"display", "125"});
    std::vector<std::size_t> order;
    for (const Intent& intent : intents) order.push_back(intent.index());
    CHECK(std::is_sorted(order.begin(), order.end()));
    REQUIRE(order.size() == 4);
    CHECK(std::get<intent::Save>(*intents.begin()).beside.size() == 1);
}
