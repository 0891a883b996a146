// The list of all deals: what is found, in which order, and that a change is seen.
#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"
#include "desk/desk.hpp"
#include "fixtures.hpp"
#include "sample_desk.hpp"
#include "screens/overview.hpp"
#include "show.hpp"

namespace cppo::test {
namespace {

const Date today = day("2026-11-23");

Overview overview_of(const Model& model) {
    Overview overview;
    REQUIRE(overview.refresh(model, today));
    return overview;
}

/// The deals found, by id.
std::string found(Overview& overview, const DealQuery& query) {
    std::vector<std::string> ids;
    for (const DealLine* line : overview.find(query)) ids.push_back(line->row.id.value);
    return join(ids, " ");
}

}  // namespace

TEST_CASE("deals are found by every word typed, wherever it is", "[screens]") {
    const Model model = sample_desk().model();
    Overview overview = overview_of(model);
    CHECK(found(overview, {}) ==
          "granite-3y harvest-usage kaede-backup loom-backup meridian-mesh orchard-support");
    CHECK(found(overview, {.words = "TIDAL"}) == "kaede-backup loom-backup");
    CHECK(found(overview, {.words = " tidal  kae "}) == "kaede-backup");
    CHECK(found(overview, {.words = "87,499.99"}) == "meridian-mesh");
    CHECK(found(overview, {.words = "87499.99"}) == "meridian-mesh");
    CHECK(found(overview, {.words = "usd tidal"}).empty());
}

TEST_CASE("deals are narrowed to a phase, an ISV and an authorization", "[screens]") {
    const Model model = sample_desk().model();
    Overview overview = overview_of(model);
    CHECK(found(overview, {.phase = Phase::quoting}) == "loom-backup");
    CHECK(found(overview, {.phase = Phase::to_be_paid}) ==
          "granite-3y harvest-usage kaede-backup meridian-mesh");
    CHECK(found(overview, {.phase = Phase::ended}).empty());
    CHECK(found(overview, {.isv = "111122223333"}) == "granite-3y orchard-support");
    CHECK(found(overview, {.authorization = AuthorizationId{"tidal-2026"}}) ==
          "kaede-backup loom-backup");
}

TEST_CASE("deals are sorted by any column, those without a value last either way", "[screens]") {
    const Model model = sample_desk().model();
    Overview overview = overview_of(model);
    struct Row {
        std::string_view column, up, down;
    };
    static constexpr Row rows[] = {
        {"customer",
         "harvest-usage granite-3y kaede-backup loom-backup meridian-mesh "
         "orchard-support",
         "orchard-support meridian-mesh loom-backup kaede-backup granite-3y harvest-usage"},
        // By currency first: amounts of two currencies cannot be compared.
        {"price",
         "meridian-mesh harvest-usage orchard-support granite-3y loom-backup "
         "kaede-backup",
         "kaede-backup loom-backup granite-3y orchard-support harvest-usage meridian-mesh"},
        {"stage",
         "loom-backup orchard-support granite-3y harvest-usage kaede-backup "
         "meridian-mesh",
         "granite-3y harvest-usage kaede-backup meridian-mesh orchard-support loom-backup"},
        {"on", "kaede-backup orchard-support granite-3y harvest-usage loom-backup meridian-mesh",
         "granite-3y orchard-support kaede-backup harvest-usage loom-backup meridian-mesh"}};
    for (const Row& row : rows) {
        INFO(row.column);
        CHECK(found(overview, {.sorted_by = std::string(row.column)}) == row.up);
        CHECK(found(overview, {.sorted_by = std::string(row.column), .descending = true}) ==
              row.down);
    }
}

TEST_CASE("lines are read in parts, and the sums are of what is read", "[screens]") {
    const Model model = sample_desk().model();
    Overview overview;
    CHECK_FALSE(overview.refresh(model, today, 4));
    CHECK(overview.unread() == 2);
    CHECK(overview.home(model).stages[3].figure == "3");
    CHECK(overview.refresh(model, today, 2));
    CHECK(overview.home(model).stages[3].figure == "4");
}

TEST_CASE("only what changed is read again, and another day changes all", "[screens]") {
    Desk desk(sample_desk().model(), "");
    const Model& model = desk.model();
    Overview overview = overview_of(model);
    const auto change = [&](const Command& command) {
        overview.forget(sure(desk.carry_out(command, today)).changed);
    };
    change(command::ChangeDeal{DealId{"loom-backup"}, event::Edit{"customer_name", "Zephyr"}});
    CHECK(overview.unread() == 1);
    REQUIRE(overview.refresh(model, today));
    CHECK(found(overview, {.words = "zephyr"}) == "loom-backup");
    CHECK(found(overview, {.words = "loom thread"}).empty());
    change(command::ChangeAuthorization{AuthorizationId{"tidal-2026"}, event::Revoke{Party::isv}});
    CHECK(overview.unread() == 2);
    REQUIRE(overview.refresh(model, today));
    CHECK_FALSE(overview.refresh(model, day("2026-11-24"), 1));
    CHECK(overview.unread() == 5);
    Model fewer = model;
    fewer.all<Deal>().erase(DealId{"loom-backup"});
    overview.forget_all();
    REQUIRE(overview.refresh(fewer, today));
    CHECK(overview.find({}).size() == 5);
}

TEST_CASE("what is late comes first, then what is due within a week; what has time comes last",
          "[screens]") {
    const Model model = sample_desk().model();
    Overview overview;
    overview.refresh(model, day("2026-12-29"));
    const std::vector<TodoRow>& todo = overview.home(model).todo;
    CHECK(todo.front().tag == "Overdue");
    const auto next = std::find_if(todo.begin(), todo.end(),
                                   [](const TodoRow& row) { return row.urgency != Urgency::late; });
    REQUIRE(next != todo.end());
    CHECK(next->tag == "2 days");
    CHECK(next->urgency == Urgency::ours);
    overview.refresh(model, today);
    CHECK(overview.home(model).todo.back().tag == "38 days");
    CHECK(overview.home(model).todo.back().urgency == Urgency::theirs);
}

TEST_CASE("the first of very many things to do are listed, and how many there are", "[screens]") {
    Model model = sample_desk().model();
    Deal deal = *model.find(DealId{"loom-backup"});
    for (int i = 0; i < 200; ++i) {
        deal.id = DealId{"copy-" + std::to_string(i)};
        put(model, deal);
    }
    Overview overview = overview_of(model);
    CHECK(overview.home(model).todo.size() == todo_most);
    CHECK(overview.home(model).todo_count == 206);
}

TEST_CASE("a single-use authorization nobody uses is listed until a deal uses it", "[screens]") {
    const DealSetup desk =
        test::desk(upfront_content(), authorization(FormKind::custom_resale_transaction));
    const auto unused = [&](const Model& model, std::string_view on) {
        for (const TodoRow& row : home_screen(model, day(on)).todo)
            if (row.tag == "Unused") return row.text;
        return std::string("none");
    };
    const Model alone = model_of({desk.workspace, desk.authorization}, {});
    CHECK(unused(alone, created_on) == "No deal uses it yet — Single use 25 %, Alder Graph");
    CHECK(unused(model_of({desk.workspace, desk.authorization, desk.deal}, {}), created_on) ==
          "none");
}

}  // namespace cppo::test
