// What is in a field and is not stored holds back what would sign, send or hand out the form.
#include <catch2/catch_test_macros.hpp>

#include "base/text.hpp"
#include "desk_page.hpp"

using namespace cppo;
using view::DeskPage;

namespace {

/// What the page says beside the button that cannot be pressed; empty if it can.
std::string held(const DeskPage& page, std::string_view button) {
    for (const ui::Node& node : ui::nodes())
        if (node.role == ui::Role::button && node.name == button && node.disabled)
            return node.description;
    return page.sees(button) ? "" : "no such button";
}

std::string kept(const DeskPage& page, std::string_view key) {
    std::string text = "never";
    for (const UndoLog::Stored& stored : page.beside)
        if (stored.key == key) text = stored.text;
    return text;
}

}  // namespace

TEST_CASE("A deal is not signed while its price shows something else", "[view]") {
    DeskPage page;
    view::open_sample_at(page, "/deal/loom-backup/forms");
    page.app().keep(web::SaveState::saved, "Saved", "");
    page.screen().settle();
    CHECK(page.sees("Saved"));
    REQUIRE(page.screen().has(ui::Role::button, "Sign as Partner"));

    page.go("/deal/loom-backup/quote");
    page.type("Price", "¥500,000");
    CHECK(page.sees("Not saved: Price"));
    CHECK_FALSE(page.sees("Saved"));
    page.go("/deal/loom-backup/forms");
    CHECK_FALSE(page.screen().has(ui::Role::button, "Sign as Partner"));
    CHECK(page.sees("Price: '¥500,000' is not saved"));
    CHECK(held(page, "Print or PDF") == "Price: '¥500,000' is not saved. Correct it first.");

    page.go("/deal/loom-backup/quote");
    CHECK(page.value("Price") == "¥500,000");
    SECTION("until it is corrected") { page.type("Price", "470,000"); }
    SECTION("until another way to say the price is taken") {
        page.type("Markup on wholesale", "10");
    }
    CHECK(page.sees("Saved"));
    page.go("/deal/loom-backup/forms");
    CHECK(page.screen().has(ui::Role::button, "Sign as Partner"));
    CHECK(held(page, "Print or PDF").empty());
}

TEST_CASE("An authorization is not signed while its end date shows something else", "[view]") {
    DeskPage page;
    view::open_sample_at(page, "/authorization/fjord-2027");
    REQUIRE(page.screen().has(ui::Role::button, "Sign as ISV"));
    page.type_at("ends", "next summer");
    CHECK_FALSE(page.screen().has(ui::Role::button, "Sign as ISV"));
    page.type_at("ends", "2027-12-31");
    CHECK(page.screen().has(ui::Role::button, "Sign as ISV"));
}

TEST_CASE("A dialog that was open already does not sign it either", "[view]") {
    DeskPage page;
    view::open_sample_at(page, "/authorization/fjord-2027");
    const auto signatures = [&] {
        return page.model().find(AuthorizationId{"fjord-2027"})->state.signatures.size();
    };
    const std::size_t before = signatures();
    page.press("Sign as ISV");
    page.type("Name", "Ada Lind");
    page.type("Title", "Director");
    // Another tab has meanwhile left a text that was refused.
    page.app().load({{{"typed", R"({"authorization/fjord-2027": {"ends": ["Until", "soon"]}})"}},
                     web::Source::changed});
    page.screen().settle();
    page.press("Sign");
    CHECK(page.sees("Until: 'soon' is not saved"));
    CHECK(signatures() == before);
    // It has been corrected there.
    page.app().load({{{"typed", ""}}, web::Source::changed});
    page.screen().settle();
    page.press("Sign");
    CHECK(signatures() == before + 1);
}

TEST_CASE("A price is corrected where the checklist leads", "[view]") {
    DeskPage page;
    view::open_sample_at(page, "/deal/loom-backup/quote");
    page.type("Price", "much");
    page.go("/deal/loom-backup/forms");
    CHECK(page.sees("Price: 'much' is not saved"));
    page.type("Price to the customer", "470,000");
    CHECK_FALSE(page.sees("Price: 'much' is not saved"));
    CHECK(page.screen().has(ui::Role::button, "Sign as Partner"));
}

TEST_CASE("What was typed and refused is there after a reload, with the reason", "[view]") {
    DeskPage page;
    view::open_sample_at(page, "/deal/loom-backup/quote");
    page.type("Price", "¥500,000");
    const std::string typed = kept(page, "typed");
    CHECK(typed.find("¥500,000") != typed.npos);

    DeskPage again;
    std::vector<web::Record> stored = {{"typed", typed}};
    for (const Record& record : records_of(page.model()))
        stored.push_back({key_of(record), encode(record)});
    again.app().load({stored});
    again.app().keep(web::SaveState::saved, "Saved", "");
    again.today("2026-11-24");
    again.go("/deal/loom-backup/quote");
    CHECK(again.value("Price") == "¥500,000");
    CHECK_FALSE(again.error_under("Price").empty());
    CHECK(again.sees("Not saved: Price"));
    again.type("Price", "470,000");
    CHECK(kept(again, "typed").empty());
}

TEST_CASE("A field that is no longer asked for holds nothing back", "[view]") {
    DeskPage page;
    view::open_sample_at(page, "/authorization/fjord-2027");
    page.press("Add product");
    page.type_at("products[1].discount", "lots");
    CHECK_FALSE(page.screen().has(ui::Role::button, "Sign as ISV"));
    page.press("Remove 2");
    CHECK(page.screen().has(ui::Role::button, "Sign as ISV"));
}

TEST_CASE("Nothing can be typed into a read-only tab", "[view]") {
    DeskPage page;
    view::open_sample_at(page, "/deal/loom-backup/quote");
    page.app().keep(web::SaveState::read_only, "Read-only", "");
    page.screen().settle();
    const std::string price = page.value("Price");
    page.type("Price", "1");
    CHECK(page.value("Price") == price);
    page.go("/workspace");
    const std::string name = page.value("Your legal name");
    page.type("Your legal name", "Somebody");
    CHECK(page.value("Your legal name") == name);
}
