// What cannot be done is said where it was tried, and nothing typed is lost.
#include <catch2/catch_test_macros.hpp>

#include "assets.hpp"
#include "base/text.hpp"
#include "desk_page.hpp"

using namespace cppo;
using view::DeskPage;

namespace {

struct Sample : DeskPage {
    Sample() { open_sample(); }
};

std::string everything(const DeskPage& page) { return encode_export(records_of(page.model())); }

}  // namespace

TEST_CASE("A refused text stays in its field, with the reason under it", "[view]") {
    Sample page;
    page.go("/authorization/fjord-2027");
    const std::string before = everything(page);
    page.type_at("isv_account", "1234567890123");
    CHECK(page.error_under("AWS account")
              .starts_with("An AWS account number has 12 digits; '1234567890123' has 13"));
    CHECK(page.value("AWS account") == "1234567890123");
    CHECK(everything(page) == before);
    page.go("/deals");
    page.go("/authorization/fjord-2027");
    CHECK(page.value("AWS account") == "1234567890123");
    page.type_at("isv_account", "4444 5555 6666");
    CHECK(page.error_under("AWS account").empty());
    CHECK(page.value("AWS account") == "444455556666");
}

TEST_CASE("A text is kept from whatever field the person leaves to whatever other", "[view]") {
    Sample page;
    page.go("/authorization/fjord-2027");
    const auto content = [&](std::string_view key) {
        return page.model().find(AuthorizationId{"fjord-2027"})->state.content.value(key);
    };
    page.screen().click(ui::Role::textbox, "Contact");
    page.screen().press(ImGuiKey_A, {ImGuiMod_Ctrl});
    page.screen().type("New contact");
    SECTION("above it, by a click") { page.screen().click(ui::Role::textbox, "Legal name"); }
    SECTION("before it, by the keyboard") { page.screen().tab(true); }
    SECTION("a place") { page.follow("Deals"); }
    CHECK(content("partner_contact") == "New contact");
}

TEST_CASE("Net payment terms are refused under the field that names them", "[view]") {
    Sample page;
    page.go("/deal/loom-backup/forms");
    page.type("Custom terms", "Payment is due net 30 days.");
    const std::string error = page.error_under("Custom terms");
    CHECK(error.find("remove the net payment terms") != std::string::npos);
}

TEST_CASE("A form asks for what its choices leave room for, and no more", "[view]") {
    Sample page;
    page.go("/deal/loom-backup/forms");
    const auto offers = [&](std::string_view button) {
        return page.screen().has(ui::Role::button, button);
    };
    CHECK(offers("Add line"));
    CHECK(offers("Add attachment"));
    CHECK_FALSE(offers("Add payment"));
    CHECK_FALSE(offers("Add rate"));
    page.choose("Payment", "On a schedule");
    CHECK(offers("Add payment"));
    page.choose("Payment", "By usage");
    CHECK_FALSE(offers("Add payment"));
    CHECK(
        page.sees("'What the customer buys' applies only when 'Payment' is upfront or"
                  " scheduled. Correct the value and try again."));
    page.press("Remove");
    CHECK_FALSE(offers("Add line"));
    page.type("Price to the customer", "");
    CHECK_FALSE(page.screen().has(ui::Role::textbox, "Price to the customer"));
    page.press("Add rate");
    page.type("Product ID", "prod-6yd1m4hs9gk3p");
    page.type("Unit", "Calls");
    page.type("List rate", "0.00123");
    page.type("Rate", "0.0000000001");
    CHECK(page.error_under("Rate").starts_with("'0.0000000001' has 10 decimals"));
    page.type("Rate", "0.00111");
    CHECK(view::problems() == view::none);
    const Content& request = page.model().find(DealId{"loom-backup"})->state.request;
    CHECK(problems(FormKind::custom_transaction_request, request).empty());
}

TEST_CASE("A file is named on a form with its digest", "[view]") {
    Sample page;
    page.go("/authorization/fjord-2027");
    page.press("Add attachment");
    page.type("File", "terms/contract.pdf");
    CHECK(page.error_under("File").starts_with("'terms/contract.pdf' is not a plain file name"));
    page.type("File", "contract.pdf");
    page.type("SHA-256", "12");
    CHECK(page.error_under("SHA-256").starts_with("'12' is not a SHA-256"));
    page.type("SHA-256", std::string(64, 'A'));
    CHECK(page.value("SHA-256") == std::string(64, 'a'));
    CHECK(view::problems() == view::none);
}

TEST_CASE("A picked file goes with a form by its name and the digest of its bytes", "[view]") {
    Sample page;
    page.go("/authorization/fjord-2027");
    page.press("Attach a file");
    REQUIRE(page.attaches_to == views::Owner(AuthorizationId{"fjord-2027"}));
    page.attach("terms.txt",
                "\xef\xbb\xbf"
                "abc",
                "");
    CHECK(page.value("File") == "terms.txt");
    CHECK(page.value("SHA-256") ==
          "1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c");
    page.attach("terms.txt", "abc", "");
    CHECK(page.value("SHA-256") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK_FALSE(page.screen().has(ui::Role::textbox, "File 2"));
    page.attach("a:b.txt", "abc", "");
    CHECK(
        page.sees("'a:b.txt' is not a plain file name such as contract.pdf. Correct the value "
                  "and try again."));
    page.attach("big.pdf", "", "The file is larger than 32 MB.");
    CHECK(page.sees("The file is larger than 32 MB."));
    CHECK(view::problems() == view::none);
}

TEST_CASE("A price below wholesale is refused with what is short", "[view]") {
    Sample page;
    page.go("/deal/loom-backup/quote");
    page.type("Marketplace fee", "3");
    page.type("Processing fee", "1");
    page.type("Price", "1");
    bool told = false;
    for (const ui::Node& node : ui::nodes())
        told = told || node.name.find("Raise the price") != std::string::npos;
    CHECK(told);
    CHECK(page.value("Price") == "1");
}

TEST_CASE("One fee alone changes nothing and stays typed", "[view]") {
    Sample page;
    page.go("/deal/loom-backup/quote");
    const std::string before = everything(page);
    page.type("Marketplace fee", "101");
    CHECK_FALSE(page.error_under("Marketplace fee").empty());
    page.type("Marketplace fee", "3");
    CHECK(page.error_under("Marketplace fee").empty());
    CHECK(page.value("Marketplace fee") == "3");
    CHECK(everything(page) == before);
}

TEST_CASE("A dialog keeps what was typed until it is accepted", "[view]") {
    Sample page;
    page.go("/deal/kaede-backup/money");
    const std::string before = everything(page);
    page.press("Record payment");
    page.type("Amount", "99,999,999");
    page.press("Record the payment");
    CHECK(page.error_under("Amount").find("still open") != std::string::npos);
    CHECK(page.value("Amount") == "99,999,999");
    page.type("Amount", "much");
    page.press("Record the payment");
    CHECK_FALSE(page.error_under("Amount").empty());
    page.type("Date", "yesterday");
    page.type("Amount", "600,001");
    page.press("Record the payment");
    CHECK(page.error_under("Amount").empty());
    CHECK_FALSE(page.error_under("Date").empty());
    CHECK(everything(page) == before);
    page.type("Date", "2026-12-01");
    page.press("Record the payment");
    CHECK_FALSE(page.screen().has(ui::Role::dialog, "Record a payment"));
    CHECK(everything(page) != before);
}

TEST_CASE("A page that only reads says so and keeps what was typed before", "[view]") {
    Sample page;
    page.go("/authorization/fjord-2027");
    page.type_at("ends", "next summer");
    const std::string before = everything(page);
    const std::size_t saved = page.saved.size();
    page.app().keep(web::SaveState::read_only, "Read only", "");
    page.screen().settle();
    const std::string stored = page.value("Contact");
    page.type("Contact", "Somebody else");
    CHECK(page.value("Contact") == stored);
    CHECK(everything(page) == before);
    CHECK(page.saved.size() == saved);
    page.press("Edit here");
    CHECK(page.takes_over);
    page.app().keep(web::SaveState::saved, "Saved", "");
    page.screen().settle();
    CHECK(page.sees("Until: 'next summer' is not saved"));
}

TEST_CASE("A file is shown before anything of it is imported", "[view]") {
    DeskPage page;
    page.go("/data");
    page.press("Choose a file");
    CHECK(page.picks_file);
    SECTION("a good one") {
        page.app().receive("sample.json", assets::sample, "");
        page.screen().settle();
        CHECK(page.model().deals().empty());
        CHECK(page.row("What would change", 1).at(0) == "New");
        page.press("Import");
        CHECK(page.model().deals().size() == 6);
        CHECK(page.saved.size() == 12);
        page.press("Export all");
        auto exported = decode_export(page.downloads.back().bytes);
        REQUIRE(exported);
        CHECK(exported->records.size() == 12);
    }
    SECTION("one that is older than ours") {
        page.go("/");
        page.open_sample();
        page.go("/deal/loom-backup/quote");
        page.type("Marketplace fee", "3");
        page.type("Processing fee", "1");
        page.go("/data");
        const std::size_t events = page.model().find(DealId{"loom-backup"})->events.size();
        page.app().receive("sample.json", assets::sample, "");
        page.screen().settle();
        CHECK(
            page.sees("1 record of yours would lose changes. Save a copy of everything first, "
                      "or import only the others."));
        page.press("Save a copy first");
        CHECK(page.downloads.back().name == "cppo-desk-2026-11-23.json");
        page.press("Import the others");
        CHECK(page.model().find(DealId{"loom-backup"})->events.size() == events);
        page.app().receive("sample.json", assets::sample, "");
        page.screen().settle();
        page.press("Import all");
        CHECK(page.model().find(DealId{"loom-backup"})->events.size() == events - 1);
    }
}

TEST_CASE("Another file takes the place of one that is shown, and a bad one is refused", "[view]") {
    DeskPage page;
    page.go("/data");
    page.press("Choose a file");
    SECTION("another of the same name, in its place") {
        page.app().receive("sample.json", assets::sample, "");
        page.screen().settle();
        page.press("Cancel");
        const Workspace named =
            decode_export(assets::sample)
                .map([](const Imported& all) { return std::get<Workspace>(all.records.front()); })
                .value();
        page.app().receive("sample.json", encode(named), "");
        page.screen().settle();
        CHECK(page.sees("1 record in the file; nothing is imported yet."));
    }
    SECTION("one that is no export") {
        page.app().receive("photo.json", "hello", "");
        page.screen().settle();
        CHECK_FALSE(page.screen().has(ui::Role::button, "Import"));
        page.press("Cancel");
    }
    SECTION("one that cannot be read") {
        page.app().receive("big.json", "", "The file is too large.");
        page.screen().settle();
        CHECK(page.sees("The file is too large."));
    }
}

TEST_CASE("A few of very many records that cannot be read are listed, and how many there are",
          "[view]") {
    DeskPage page;
    page.go("/data");
    std::string file(assets::sample);
    file.insert(file.rfind(']'), replaced(std::string(21, '0'), "0", ",0"));
    page.app().receive("torn.json", file, "");
    page.screen().settle();
    CHECK(
        page.sees("Not imported: records[12]. Expected an object, found a whole number. "
                  "Correct the value and try again."));
    CHECK(page.sees("Also not imported: 1 record."));
}

TEST_CASE("Nothing is stored by a page that was only looked at", "[view]") {
    DeskPage page;
    page.follow("Deals");
    page.follow("Data");
    CHECK(page.saved.empty());
}

TEST_CASE("A refusal is shown in its draft, or where there is none as a toast", "[view]") {
    Sample page;
    const Error error{Code::not_found, "deal", "there is no deal 'x'"};
    const Command cancel = command::ChangeDeal{DealId{"x"}, event::Cancel{"by a test"}};
    views::UiState ui;
    const auto said = [&] {
        page.screen().settle();
        return page.sees(sentence(error));
    };
    SECTION("without a draft") {
        views::show_refusal(ui, {.command = cancel, .on = {}}, error);
        CHECK(said());
        CHECK(ui.drafts.empty());
    }
    SECTION("in its draft") {
        views::show_refusal(ui, {.command = cancel, .on = {}, .draft = "action"}, error);
        CHECK_FALSE(said());
        CHECK(ui.drafts.size() == 1);
    }
}
