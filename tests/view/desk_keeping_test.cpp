// What the page says about the records: damage, loss, copies, backups, encryption.
#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "assets.hpp"
#include "desk_page.hpp"

using namespace cppo;
using view::DeskPage;

TEST_CASE("A damaged record is set aside and can be taken away as it was found", "[view]") {
    DeskPage page;
    const std::string torn = "{\"schema\": 1, \"kind\": \"deal\", \"id\": \"torn";
    auto sample = decode_export(assets::sample);
    REQUIRE(sample);
    std::vector<web::Record> stored = {{"deal/torn", torn}};
    for (const Record& record : sample->records) stored.push_back({key_of(record), encode(record)});
    page.app().load({stored});
    page.screen().settle();
    CHECK(page.model().deals().size() == 6);
    page.press("Show");
    CHECK(page.route == "/data");
    page.press("Download");
    CHECK(page.downloads.back().bytes == torn);
    CHECK(page.downloads.back().name == "damaged-deal-torn.json");
}

TEST_CASE("The Data page shows what protects the records and asks for backups", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/data");
    web::Safekeeping safekeeping{.copy = web::CopyState::current,
                                 .promised = true,
                                 .used = 1'250'000,
                                 .most = 2'100'000'000};
    safekeeping.backups = {{"backup-000000000007-2026-11-24.json.gz", "2026-11-24", 8'300},
                           {"backup-000000000001-2026-11-20.json.gz", "2026-11-20", 999}};
    page.app().protect(safekeeping);
    page.screen().settle();
    CHECK(page.sees("Up to date, outside the database"));
    CHECK(page.sees("Does not remove records by itself"));
    CHECK(page.sees("1.3 MB of 2.1 GB"));
    CHECK(page.sees("8.3 kB"));
    CHECK(page.sees("999 bytes"));
    page.press_at("2026-11-20.json.gz/open");
    CHECK(page.backup.what == web::BackupRequest::open_backup);
    CHECK(page.backup.of == "backup-000000000001-2026-11-20.json.gz");
    page.press("Choose where");
    CHECK(page.backup.what == web::BackupRequest::choose_file);
    CHECK(page.backup.of.empty());
    safekeeping.file = "deals.json";
    safekeeping.file_state = web::FileState::asks;
    page.app().protect(safekeeping);
    page.screen().settle();
    CHECK(page.sees("deals.json is not saved until you allow access again."));
    page.press("Resume auto-save");
    CHECK(page.backup.what == web::BackupRequest::allow_file);
    safekeeping.file_state = web::FileState::kept;
    safekeeping.low = true;
    page.app().protect(safekeeping);
    page.screen().settle();
    CHECK(page.sees("deals.json is up to date."));
    CHECK(
        page.sees("The browser's storage is almost full. Free some space so that the page can "
                  "keep saving."));
    page.press("Stop auto-save");
    CHECK(page.backup.what == web::BackupRequest::forget_file);
}

TEST_CASE("An encrypted auto-saved file asks for its passphrase in every visit", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/data");
    page.app().protect({.file_state = web::FileState::none});
    page.screen().settle();
    page.type("Passphrase to encrypt this file", "correct horse");
    page.press("Choose where");
    CHECK(page.backup.what == web::BackupRequest::choose_file);
    CHECK(page.backup.of == "correct horse");
    // Who changes their mind in the browser's dialog does not type it again.
    CHECK(page.value("Passphrase to encrypt this file") == "correct horse");
    const auto told = [&](web::FileState state) {
        page.app().protect({.file_state = state, .file = "all.json.age"});
        page.screen().settle();
    };
    told(web::FileState::kept);
    CHECK_FALSE(page.screen().has(ui::Role::textbox, "Passphrase to encrypt this file"));
    told(web::FileState::locked);
    CHECK(page.sees("all.json.age is not saved until you enter its passphrase."));
    CHECK(page.value("Passphrase").empty());
    page.press("Resume auto-save");
    CHECK(page.error_under("Passphrase") == "Enter the passphrase the file was encrypted with.");
    CHECK(page.backup.what == web::BackupRequest::choose_file);
    page.type("Passphrase", "wrong horse");
    page.press("Resume auto-save");
    CHECK(page.backup.what == web::BackupRequest::open_file);
    CHECK(page.backup.of == "wrong horse");
    told(web::FileState::refused);
    CHECK(
        page.error_under("Passphrase") ==
        "This passphrase does not open all.json.age. Enter the one it was encrypted with, or stop "
        "auto-save and choose a file again.");
    CHECK(page.value("Passphrase") == "wrong horse");
}

TEST_CASE("A tab that reads leaves what goes with the records to the tab that writes them",
          "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/data");
    page.app().keep(web::SaveState::read_only, "Read only", "");
    page.screen().settle();
    CHECK_FALSE(page.screen().has(ui::Role::button, "Choose where"));
    CHECK(
        page.sees("The tab in which editing is active also has the backups and the auto-saved "
                  "file."));
}

TEST_CASE("A tab that reads chooses its own size and stores nothing of it", "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/workspace");
    page.app().keep(web::SaveState::read_only, "Read only", "");
    page.screen().settle();
    const std::size_t stored = page.beside.size();
    page.screen().click(ui::Role::radio, "125 %");
    CHECK(page.scale == 125);
    CHECK(page.beside.size() == stored);
}

TEST_CASE("What the second copy holds of a damaged record takes its place and is stored",
          "[view]") {
    DeskPage page;
    auto sample = decode_export(assets::sample);
    REQUIRE(sample);
    std::vector<web::Record> stored;
    for (const Record& record : sample->records) stored.push_back({key_of(record), encode(record)});
    const auto deal = std::find_if(stored.begin(), stored.end(), [](const web::Record& record) {
        return record.key.starts_with("deal/");
    });
    REQUIRE(deal != stored.end());
    const web::Record whole = *deal;
    deal->text.resize(deal->text.size() / 2);
    stored.push_back({"deal/strange", "{}"});
    page.app().load({stored});
    page.screen().settle();
    CHECK(page.read == std::vector{whole.key, std::string("deal/strange")});
    const std::size_t saved = page.saved.size();
    page.app().load({{whole, {"deal/strange", "[]"}}, web::Source::copy, web::Fate::restored});
    page.screen().settle();
    CHECK(page.model().deals().size() == 6);
    REQUIRE(page.model().damaged.size() == 1);
    CHECK(page.model().damaged.front().key == "deal/strange");
    CHECK(page.model().damaged.front().text == "{}");
    REQUIRE(page.saved.size() == saved + 1);
    CHECK(encode(page.saved.back()) == whole.text);
    CHECK(
        page.sees("The browser had lost or damaged stored records. They were restored from "
                  "the second copy: check that your last change is "
                  "here."));
}

TEST_CASE("Changes no export has held for a week are mentioned", "[view]") {
    const std::string sentence =
        "Changes since 2026-11-23 exist only in this browser, which may remove them when "
        "space is short. Save a copy, or use auto-save in Data.";
    DeskPage page;
    page.open_sample();
    page.go("/");
    page.today("2026-11-29");
    CHECK_FALSE(page.sees(sentence));
    page.today("2026-11-30");
    CHECK(page.sees(sentence));
    const auto kept = [&](std::string_view key) {
        std::string text = "never";
        for (const UndoLog::Stored& stored : page.beside)
            if (stored.key == key) text = stored.text;
        return text;
    };
    CHECK(kept("alone") == "2026-11-23");
    page.go("/data");
    CHECK(page.sees("Changes since 2026-11-23"));
    page.go("/");

    SECTION("another visit knows it") {
        DeskPage other;
        std::vector<web::Record> stored = {{"alone", "2026-11-23"}};
        for (const Record& record : records_of(page.model()))
            stored.push_back({key_of(record), encode(record)});
        other.app().load({stored});
        other.today("2026-11-30");
        CHECK(other.sees(sentence));
    }
    SECTION("a browser that promises to keep it, or an auto-saved file, is enough") {
        page.app().protect({.promised = true});
        page.screen().settle();
        CHECK_FALSE(page.sees(sentence));
        page.app().protect({});
        page.screen().settle();
        CHECK(page.sees(sentence));
        page.app().protect({.file_state = web::FileState::kept});
        page.screen().settle();
        CHECK_FALSE(page.sees(sentence));
    }
    SECTION("an export ends it, and the next change begins anew") {
        page.press("Save a copy");
        CHECK(page.downloads.back().everything);
        CHECK(kept("alone").empty());
        CHECK_FALSE(page.sees(sentence));
        page.go("/deal/loom-backup/quote");
        page.type("Price", "500000");
        CHECK(kept("alone") == "2026-11-30");
    }
    SECTION("a report is no copy of everything") {
        page.go("/deal/granite-3y/reports");
        page.press_at("isv/csv");
        CHECK_FALSE(page.downloads.back().everything);
        CHECK(kept("alone") == "2026-11-23");
    }
}

TEST_CASE("What the browser lost and the page brought back is said", "[view]") {
    DeskPage page;
    page.app().load({.records = {}, .fate = web::Fate::restored});
    page.screen().settle();
    CHECK(
        page.sees("The browser had lost or damaged stored records. They were restored from "
                  "the second copy: check that your last change is "
                  "here."));
    page.app().load({.records = {}, .fate = web::Fate::lost});
    page.screen().settle();
    CHECK(
        page.sees("This browser has lost some or all of its stored records. Import "
                  "your last export under Data, or open a backup there."));
}

TEST_CASE("A encrypted file asks for its passphrase, and keeps what was typed until it opens",
          "[view]") {
    DeskPage page;
    page.open_sample();
    page.go("/data");
    const std::string sealing = "Passphrase to encrypt the file";
    page.type(sealing, "correct horse");
    page.press("Export all");
    CHECK(page.downloads.back().passphrase == "correct horse");
    CHECK(page.value(sealing).empty());
    page.press("Export all");
    CHECK(page.downloads.back().passphrase.empty());

    const std::string sealed = "age-encryption.org/v1\n-> scrypt";
    page.app().receive("all.json.age", sealed, "");
    page.screen().settle();
    CHECK(page.screen().has(ui::Role::dialog, "Open all.json.age"));
    page.press("Open the file");
    CHECK(page.error_under("Passphrase") == "Enter the passphrase the file was exported with.");
    CHECK_FALSE(page.unseals);
    page.type("Passphrase", "wrong");
    page.press("Open the file");
    REQUIRE(page.unseals);
    CHECK(page.unseals->bytes == sealed);
    CHECK(page.unseals->passphrase == "wrong");
    page.app().receive("all.json.age", sealed, "This passphrase does not open the file.");
    page.screen().settle();
    CHECK(page.error_under("Passphrase") == "This passphrase does not open the file.");
    CHECK(page.value("Passphrase") == "wrong");
    page.app().receive("all.json", assets::sample, "");
    page.screen().settle();
    CHECK(page.screen().has(ui::Role::dialog, "Import all.json"));
    CHECK(view::problems() == view::none);
}
