// The page of the platform's own browser tests: one of each thing the platform carries between the
// browser and Dear ImGui, and nothing of the application.
#include "browser/platform.hpp"
#include "keeper/storage.hpp"
#include "ui/ui.hpp"

#include <map>
#include <utility>

using namespace cppo;

namespace {

struct Probe {
    std::map<std::string, std::string> records;
    std::map<std::string, std::string> early;  // entered before the records came
    int presses = 0;
    bool ticked = false;
    std::string name;
    std::string note;
    std::string route;
    std::string files;
    std::string passphrase;
    web::Fate fate = web::Fate::kept;
    bool update_waits = false;
};

Probe probe;

void set_record(const std::string& key, const std::string& text) {
    probe.records[key] = text;
    if (web::save_state() == web::SaveState::loading) probe.early[key] = text;
    web::save({{key, text}});
}

void take_records(web::Loaded loaded) {
    if (loaded.source == web::Source::all) probe.records.clear();
    if (loaded.source != web::Source::changed) probe.fate = loaded.fate;
    std::vector<std::string> damaged;
    for (web::Record& record : loaded.records) {
        if (record.text == "damaged") damaged.push_back(record.key);
        if (loaded.source == web::Source::copy) set_record(record.key, record.text);
        probe.records[record.key] = std::move(record.text);
    }
    for (const auto& [key, text] : std::exchange(probe.early, {})) probe.records[key] = text;
    if (loaded.source == web::Source::all) web::confirm_loaded(damaged);
    probe.name = probe.records["name"];
    probe.ticked = probe.records["ticked"] == "true";
}

void take_files(std::vector<web::File> files) {
    probe.files.clear();
    for (const web::File& file : files)
        probe.files += file.name + ": " + (file.problem.empty() ? file.bytes : file.problem) + "\n";
}

void follow(const web::Preferences& preferences) {
    ui::set_theme(preferences.dark ? ui::Scheme::dark : ui::Scheme::light);
    ui::set_touch(preferences.coarse_pointer);
    ui::apply_style();
}

void draw_input() {
    ui::Card card("input", "Input");
    if (ui::button({.key = "press", .label = "Press"})) ++probe.presses;
    ui::text("Pressed " + std::to_string(probe.presses) + " times");
    if (ui::checkbox({.key = "tick", .label = "Tick"}, probe.ticked))
        set_record("ticked", probe.ticked ? "true" : "false");
    if (ui::field({.key = "name", .label = "Name"}, probe.name).committed)
        set_record("name", probe.name);
    ui::field({.key = "note", .label = "Note", .multiline = true}, probe.note);
    ui::text("Record " + probe.records["name"]);
}

void draw_world() {
    ui::Card card("world", "World");
    ui::text("Today " + web::today());
    ui::text("Route " + probe.route);
    ui::text("Problem " + web::save_problem());
    static constexpr const char* fates[] = {"kept", "lost", "restored"};
    ui::text(std::string("Fate ") + fates[static_cast<int>(probe.fate)]);
    ui::text(std::string("Update ") + (probe.update_waits ? "waits" : "none"));
    ui::text("Files " + probe.files);
    if (ui::button({.key = "go", .label = "Go on"})) {
        probe.route = "/deal/D-17?tab=quote";
        web::set_route(probe.route);
        web::set_title("D-17");
    }
    if (ui::button({.key = "copy", .label = "Copy a word"})) web::copy_text("Grüße");
    if (ui::button({.key = "pick", .label = "Pick files"}))
        web::pick_files(".csv", true, web::Reading::text, take_files);
    if (ui::button({.key = "download", .label = "Download"}))
        web::download("../a:b.csv", "text/csv", "x,y\n");
    if (ui::button({.key = "print", .label = "Print"})) {
        using enum web::PrintBlock::Kind;
        web::print_page("Offer",
                        {{heading, "Offer <1>", {}, {}},
                         {paragraph, "For Example Retail", {}, {}},
                         {table, "", {{"On", "Amount"}, {"2027-02-01", "1.00"}}, {false, true}}});
    }
    if (ui::button({.key = "much", .label = "Store much"}))
        set_record("much", std::string(2 << 20, 'x'));
    if (ui::button({.key = "retry", .label = "Try again"})) web::retry();
    if (ui::button({.key = "take", .label = "Take over"})) web::take_over();
    if (ui::button({.key = "larger", .label = "Larger"})) {
        web::set_scale(1.5f);
        ui::set_scale(1.5f);
        ui::apply_style();
    }
    if (ui::button({.key = "update", .label = "Update"})) web::apply_update();
    if (ui::button({.key = "crash", .label = "Crash"})) __builtin_trap();
}

void draw_safekeeping() {
    ui::Card card("guards", "Guards");
    const web::Safekeeping& safekeeping = web::safekeeping();
    ui::text("Copy " + std::string(text(safekeeping.copy)));
    ui::text("File " + std::string(text(safekeeping.file_state)));
    ui::text("Written to " + safekeeping.file);
    ui::text(std::string("Room ") + (safekeeping.low ? "low" : "enough"));
    ui::field({.key = "passphrase", .label = "Passphrase"}, probe.passphrase);
    if (ui::button({.key = "choose", .label = "Choose file"}))
        web::request_backup(web::BackupRequest::choose_file, probe.passphrase);
    if (ui::button({.key = "allow", .label = "Allow file"}))
        web::request_backup(web::BackupRequest::allow_file);
    if (ui::button({.key = "open", .label = "Open file"}))
        web::request_backup(web::BackupRequest::open_file, probe.passphrase);
    if (ui::button({.key = "forget", .label = "Forget file"}))
        web::request_backup(web::BackupRequest::forget_file);
    for (const web::Backup& backup : safekeeping.backups)
        if (ui::button({.key = backup.name, .label = "Backup " + backup.day}))
            web::request_backup(web::BackupRequest::open_backup, backup.name);
}

void draw() {
    ui::PageSpec spec;
    spec.product = "Probe";
    spec.places = {{"home", "Home"}};
    spec.current = "home";
    spec.title = "Home";
    spec.titled = true;
    spec.saved = {web::words_of(web::save_state()), ui::Tone::good};
    ui::PageEvents events;
    ui::Page page(spec, events);
    ui::Columns columns({{300}, {300}, {300}});
    columns.next();
    draw_input();
    columns.next();
    draw_world();
    columns.next();
    draw_safekeeping();
}

}  // namespace

int main() {
    web::Hooks hooks;
    hooks.frame = draw;
    hooks.preferences = follow;
    hooks.route = [](std::string_view route) { probe.route = route; };
    hooks.files_dropped = take_files;
    hooks.update_ready = [] { probe.update_waits = true; };
    web::start(std::move(hooks));
    probe.route = web::route();
    web::open_storage({.records = take_records});
    return 0;
}
