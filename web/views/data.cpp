#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.hpp"
#include "views/files.hpp"
#include "views/frame.hpp"
#include "views/import.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

// What is typed on the page: for the next export, and for the auto-saved file.
struct DataState {
    std::string passphrase;
    std::string file_passphrase, file_problem;
};

std::string count_text(std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

void draw_export(Context& context) {
    ui::Card card("export", "Export");
    DataState& state = context.ui.of<DataState>();
    const Model& model = context.model;
    ui::text("One file with the workspace, " +
             count_text(model.authorizations().size(), "authorization") + " and " +
             count_text(model.deals().size(), "deal") +
             ". The command line can read it too. It contains confidential data of all parties; "
             "do not share it.");
    ui::field({.key = "passphrase",
               .label = "Passphrase to encrypt the file",
               .help = "If you set one, the file opens only with it, on this page or with age. "
                       "It is shown as you type: a lost passphrase cannot be recovered."},
              state.passphrase);
    if (!ui::button({"export", "Export all"})) return;
    context.out.set(export_file(model, context.today, std::exchange(state.passphrase, {})));
}

void draw_import_card(Context& context) {
    ui::Card card("import", "Import");
    ui::text("Imports the records of an export. You see what would change first.");
    if (ui::button({"import", "Choose a file"})) context.out.set(intent::PickImport{});
}

std::string size_text(double bytes) {
    static constexpr const char* units[] = {" bytes", " kB", " MB", " GB", " TB"};
    std::size_t unit = 0;
    for (; bytes >= 1000 && unit + 1 < std::size(units); ++unit) bytes /= 1000;
    const std::int64_t tenths = std::llround(bytes * 10);
    const bool small = unit > 0 && tenths < 100;
    return std::to_string(tenths / 10) + (small ? "." + std::to_string(tenths % 10) : "") +
           units[unit];
}

std::string text_of(web::CopyState copy) {
    switch (copy) {
        case web::CopyState::none: return "Not available in this browser";
        case web::CopyState::current: return "Up to date, outside the database";
        case web::CopyState::behind: return "Out of date; saved again with the next change";
    }
    return "";
}

void draw_keeping(const Context& context) {
    ui::Card card("keeping", "Where your data is stored");
    const web::Safekeeping& safekeeping = context.save_status.safekeeping;
    std::vector<ui::Fact> facts = {
        {"State", context.save_status.words},
        {"Location", "This browser, on this computer"},
        {"Second copy", text_of(safekeeping.copy)},
        {"Browser", safekeeping.promised ? "Does not remove records by itself"
                                         : "May remove records when space is short, and "
                                           "does so when a private window closes"}};
    if (const auto& since = context.save_status.alone)
        facts.push_back({"Not exported", "Changes since " + text(*since)});
    if (safekeeping.most > 0)
        facts.push_back(
            {"Space", size_text(safekeeping.used) + " of " + size_text(safekeeping.most)});
    ui::facts("state", "State", facts);
    if (!context.save_status.problem.empty())
        ui::banner("problem", ui::Tone::bad, context.save_status.problem);
}

void draw_file_state(const web::Safekeeping& safekeeping) {
    switch (safekeeping.file_state) {
        case web::FileState::impossible:
            return ui::muted("This browser cannot auto-save to a file; use Chrome or Edge.");
        case web::FileState::none: return;
        case web::FileState::kept: return ui::text(safekeeping.file + " is up to date.");
        case web::FileState::asks:
            ui::banner("file", ui::Tone::caution,
                       safekeeping.file + " is not saved until you allow access again.");
            return;
        case web::FileState::locked:
        case web::FileState::refused:
            ui::banner("file", ui::Tone::caution,
                       safekeeping.file + " is not saved until you enter its passphrase.");
            return;
        case web::FileState::failed:
            ui::banner("file", ui::Tone::caution,
                       safekeeping.file +
                           " could not be saved. The page tries again with the next change.");
            return;
    }
}

bool is_locked(const web::Safekeeping& safekeeping) {
    return safekeeping.file_state == web::FileState::locked ||
           safekeeping.file_state == web::FileState::refused;
}

// For a file still to be chosen, and for one that was encrypted in an earlier visit.
void draw_file_passphrase(const web::Safekeeping& safekeeping, DataState& state) {
    if (safekeeping.file_state == web::FileState::none) {
        ui::field({.key = "passphrase",
                   .label = "Passphrase to encrypt this file",
                   .help = "It is not stored: on every visit you enter it before the file is "
                           "saved again."},
                  state.file_passphrase);
    } else if (is_locked(safekeeping)) {
        std::string problem = state.file_problem;
        if (problem.empty() && safekeeping.file_state == web::FileState::refused)
            problem = "This passphrase does not open " + safekeeping.file +
                      ". Enter the one it was "
                      "encrypted with, or stop auto-save and choose a file again.";
        ui::field({.key = "passphrase", .label = "Passphrase", .error = problem, .required = true},
                  state.file_passphrase);
    } else {
        state.file_passphrase.clear();
        state.file_problem.clear();
    }
}

std::vector<ui::Button> file_buttons(const web::Safekeeping& safekeeping) {
    using enum web::FileState;
    std::vector<ui::Button> buttons;
    if (safekeeping.file_state == none) buttons = {{"choose", "Choose where"}};
    if (safekeeping.file_state == asks) buttons = {{"allow", "Resume auto-save"}};
    if (is_locked(safekeeping)) buttons = {{"open", "Resume auto-save"}};
    if (!safekeeping.file.empty() && safekeeping.file_state != none)
        buttons.push_back({"forget", "Stop auto-save"});
    return buttons;
}

void draw_kept_file(Context& context) {
    ui::Card card("file", "Auto-save to a file");
    const web::Safekeeping& safekeeping = context.save_status.safekeeping;
    DataState& state = context.ui.of<DataState>();
    ui::text(
        "Also saves every change to a file of yours, best in a folder that is backed up or "
        "shared. It contains confidential data of all parties.");
    draw_file_state(safekeeping);
    draw_file_passphrase(safekeeping, state);
    const std::string pressed = ui::buttons(file_buttons(safekeeping));
    if (pressed == "choose")
        context.out.set(intent::Backup{web::BackupRequest::choose_file, state.file_passphrase});
    if (pressed == "allow") context.out.set(intent::Backup{web::BackupRequest::allow_file});
    if (pressed == "forget") context.out.set(intent::Backup{web::BackupRequest::forget_file});
    if (pressed != "open") return;
    state.file_problem =
        state.file_passphrase.empty() ? "Enter the passphrase the file was encrypted with." : "";
    if (state.file_problem.empty())
        context.out.set(intent::Backup{web::BackupRequest::open_file, state.file_passphrase});
}

void draw_backups(Context& context) {
    ui::Card card("backups", "Daily backups");
    ui::muted(
        "All records as they were when you first opened the page that day; the last seven days. "
        "Opening a backup shows what it would change before anything is imported.");
    std::vector<ui::ListRow> rows;
    for (const web::Backup& backup : context.save_status.safekeeping.backups)
        rows.push_back({backup.name, {}, backup.day, size_text(backup.size), {"open", "Open"}});
    const std::string pressed = ui::list("backups", "Daily backups", rows);
    if (pressed.empty()) return;
    context.out.set(intent::Backup{web::BackupRequest::open_backup, pressed});
}

void draw_elsewhere() {
    ui::Card card("elsewhere", "Backups and the auto-saved file");
    ui::muted("The tab in which editing is active also has the backups and the auto-saved file.");
}

void draw_damaged(Context& context) {
    ui::Card card("damaged", "Damaged records");
    ui::muted("These records were set aside unchanged; the others are not affected.");
    std::vector<ui::ListRow> rows;
    for (const Damaged& damaged : context.model.damaged)
        rows.push_back({damaged.key,
                        {"Damaged", ui::Tone::bad},
                        damaged.key + ": " + sentence(damaged.error),
                        "",
                        {"download", "Download"}});
    const std::string pressed = ui::list("records", "Damaged records", rows);
    for (const Damaged& damaged : context.model.damaged)
        if (damaged.key == pressed) context.out.set(damaged_file(damaged));
}

ui::Chip chip_of(Lineage lineage) {
    switch (lineage) {
        case Lineage::added: return {"New", ui::Tone::good};
        case Lineage::same: return {"Same", ui::Tone::neutral};
        case Lineage::ahead: return {"Newer", ui::Tone::good};
        case Lineage::behind: return {"Older", ui::Tone::caution};
        case Lineage::parted: return {"Replaces yours", ui::Tone::caution};
    }
    return {};
}

std::size_t count_losses(const std::vector<ImportRow>& rows) {
    const auto count = std::count_if(rows.begin(), rows.end(),
                                     [](const ImportRow& row) { return loses(row.lineage); });
    return static_cast<std::size_t>(count);
}

void draw_import_rows(const std::vector<ImportRow>& rows) {
    ui::TableSpec table{.key = "rows", .name = "What would change"};
    table.columns = {{.key = "change", .label = "Change"},
                     {.key = "kind", .label = "Kind", .optional = true},
                     {.key = "name", .label = "Record"},
                     {.key = "words", .label = "What happens to yours"}};
    ui::table(table, {rows.size(), [&](std::size_t i) {
                          const ImportRow& row = rows[i];
                          const auto [words, tone] = chip_of(row.lineage);
                          return ui::TableRow{row.key,
                                              {{words, ui::Look::chip, tone},
                                               {row.kind},
                                               {row.name.empty() ? row.key : row.name},
                                               {row.words, ui::Look::muted}}};
                      }});
}

// A malicious file may contain a million of them; a few are enough to show what is wrong.
constexpr std::size_t most_left_out = 20;

void draw_left_out(const std::vector<Damaged>& damaged) {
    const std::size_t told = std::min(damaged.size(), most_left_out);
    for (std::size_t i = 0; i < told; ++i)
        ui::banner(damaged[i].key, ui::Tone::caution,
                   "Not imported: " + damaged[i].key + ". " + sentence(damaged[i].error));
    if (damaged.size() > told)
        ui::banner("more", ui::Tone::caution,
                   "Also not imported: " + count_text(damaged.size() - told, "record") + '.');
}

void draw_import_preview(const ImportOffer& offer, const std::vector<ImportRow>& rows) {
    ui::text(count_text(rows.size(), "record") + " in the file; nothing is imported yet.");
    if (const std::size_t losses = count_losses(rows); losses > 0)
        ui::banner("losses", ui::Tone::caution,
                   count_text(losses, "record") +
                       " of yours would lose changes. Save a copy of "
                       "everything first, or import only the others.");
    draw_import_rows(rows);
    draw_left_out(offer.content.damaged);
}

void take_over(Context& context, std::vector<Record> records, const std::string& file,
               bool replace) {
    const std::string said = count_text(records.size(), "record") + " imported.";
    context.asks.push_back(
        {command::Import{std::move(records), file, replace}, context.today, "", "", said});
}

}  // namespace

void draw_data(Context& context) {
    draw_frame(context, {.titled = true}, [&] {
        if (!context.model.damaged.empty()) draw_damaged(context);
        ui::Columns columns(2, 320);
        columns.next();
        draw_export(context);
        columns.next();
        draw_import_card(context);
        columns.next();
        draw_keeping(context);
        columns.next();
        if (context.save_status.state == web::SaveState::read_only) return draw_elsewhere();
        draw_kept_file(context);
        if (context.save_status.safekeeping.backups.empty()) return;
        columns.next();
        draw_backups(context);
    });
}

// An encrypted file is opened first; its content then arrives as another file.
static void draw_unsealing(Context& context) {
    ImportOffer& offer = *context.ui.of<ImportState>().offer;
    bool open = true;
    if (ui::Dialog dialog("unseal", "Open " + offer.file, open); dialog) {
        ui::muted("The file is encrypted with a passphrase. Nothing is imported yet.");
        ui::field(
            {.key = "passphrase", .label = "Passphrase", .error = offer.problem, .required = true},
            offer.passphrase);
        const std::string pressed = ui::buttons(
            {{"cancel", "Cancel"}, {"open", "Open the file", ui::ButtonKind::primary}}, true);
        if (pressed == "open" && offer.passphrase.empty())
            offer.problem = "Enter the passphrase the file was exported with.";
        else if (pressed == "open")
            context.out.set(intent::Unseal{offer.file, offer.sealed, offer.passphrase});
        if (pressed == "cancel") open = false;
    }
    if (!open) context.ui.of<ImportState>().offer.reset();
}

void draw_import(Context& context) {
    if (!context.ui.of<ImportState>().offer) return;
    ImportOffer& offer = *context.ui.of<ImportState>().offer;
    if (!offer.sealed.empty()) return draw_unsealing(context);
    bool open = true;
    if (ui::Dialog dialog("import", "Import " + offer.file, open, 760); dialog) {
        if (!offer.problem.empty()) ui::banner("problem", ui::Tone::bad, offer.problem);
        const std::vector<Record>& records = offer.content.records;
        const auto& rows = offer.rows.of(context.revision, "",
                                         [&] { return import_rows(context.model, records); });
        std::vector<ui::Button> buttons = {{"cancel", "Cancel"}};
        if (!rows.empty()) {
            draw_import_preview(offer, rows);
            const std::size_t losses = count_losses(rows);
            if (losses > 0) {
                buttons.push_back({"save", "Save a copy first"});
                buttons.push_back({"others", "Import the others"});
            }
            buttons.push_back({"import", losses > 0 ? "Import all" : "Import",
                               losses > 0 ? ui::ButtonKind::danger : ui::ButtonKind::primary});
        }
        const std::string pressed = ui::buttons(buttons, true);
        if (pressed == "save") context.out.set(export_file(context.model, context.today));
        if (pressed == "others") take_over(context, without_loss(rows, records), offer.file, false);
        if (pressed == "import") take_over(context, records, offer.file, true);
        if (!pressed.empty() && pressed != "save") open = false;
    }
    if (!open) context.ui.of<ImportState>().offer.reset();
}

}  // namespace cppo::views
