#include "base/text.hpp"
#include "files.hpp"
#include "views/frame.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

std::string count_text(std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

void draw_export(Context& context) {
    ui::Card card("export", "Export");
    const Model& model = context.model;
    ui::text("One file with the workspace, " +
             count_text(model.authorizations.size(), "authorization") + " and " +
             count_text(model.deals.size(), "deal") +
             ". The command line reads it as well. It holds everything we know: keep it to "
             "ourselves.");
    if (ui::button({"export", "Export all"}))
        context.out.download = export_file(model, context.today);
}

void draw_import_card(Context& context) {
    ui::Card card("import", "Import");
    ui::text("Takes over the records of an export. What it would replace is shown first.");
    if (ui::button({"import", "Choose a file"})) context.out.pick_file = true;
}

void draw_keeping(const Context& context) {
    ui::Card card("keeping", "Where it is kept");
    ui::facts("state", "State",
              {{"State", context.keeping.words}, {"Place", "This browser, on this computer"}});
    if (!context.keeping.problem.empty())
        ui::banner("problem", ui::Tone::bad, context.keeping.problem);
}

void draw_damaged(Context& context) {
    ui::Card card("damaged", "Damaged records");
    ui::muted("They were set aside as they were found; nothing else was touched.");
    std::vector<ui::ListRow> rows;
    for (const Damaged& damaged : context.model.damaged)
        rows.push_back({damaged.key,
                        {"Damaged", ui::Tone::bad},
                        damaged.key + ": " + sentence(damaged.error),
                        "",
                        {"download", "Download"}});
    const std::string pressed = ui::list("records", "Damaged records", rows);
    for (const Damaged& damaged : context.model.damaged)
        if (damaged.key == pressed) context.out.download = damaged_file(damaged);
}

// How many of each kind a file holds, and how many of them we have already.
struct Counted {
    std::size_t workspaces = 0, authorizations = 0, deals = 0, replaced = 0;

    Counted(const Model& model, const std::vector<Record>& records) {
        for (const Record& record : records)
            std::visit([&](const auto& r) { count(model, r); }, record);
    }
    void count(const Model&, const Workspace&) { ++workspaces; }
    void count(const Model& model, const Authorization& authorization) {
        ++authorizations;
        replaced += model.find(authorization.id) != nullptr;
    }
    void count(const Model& model, const Deal& deal) {
        ++deals;
        replaced += model.find(deal.id) != nullptr;
    }
};

void draw_preview(const Model& model, const ImportOffer& offer) {
    const Counted counted(model, offer.content.records);
    ui::facts("content", "Content",
              {{"Workspace", counted.workspaces > 0 ? "Replaces ours" : "Not in the file"},
               {"Authorizations", std::to_string(counted.authorizations)},
               {"Deals", std::to_string(counted.deals)},
               {"Replace records of ours", std::to_string(counted.replaced)}});
    for (const Damaged& damaged : offer.content.damaged)
        ui::banner(damaged.key, ui::Tone::caution,
                   "Left out: " + damaged.key + ". " + sentence(damaged.error));
}

}  // namespace

void draw_data(Context& context) {
    draw_frame(context, {.place = "data", .title = "Data", .titled = true}, [&] {
        if (!context.model.damaged.empty()) draw_damaged(context);
        ui::Columns columns(2, 320);
        columns.next();
        draw_export(context);
        columns.next();
        draw_import_card(context);
        columns.next();
        draw_keeping(context);
    });
}

void draw_import(Context& context) {
    if (!context.ui.import) return;
    const ImportOffer& offer = *context.ui.import;
    bool open = true;
    if (ui::Dialog dialog("import", "Import " + offer.file, open); dialog) {
        const bool usable = offer.problem.empty() && !offer.content.records.empty();
        if (!offer.problem.empty()) ui::banner("problem", ui::Tone::bad, offer.problem);
        if (usable) draw_preview(context.model, offer);
        std::vector<ui::Button> buttons = {{"cancel", "Cancel"}};
        if (usable) buttons.push_back({"import", "Import", ui::ButtonKind::primary});
        const std::string pressed = ui::buttons(buttons, true);
        if (pressed == "import")
            context.asks.push_back(
                {command::Import{offer.content.records}, context.today, "", "",
                 count_text(offer.content.records.size(), "record") + " imported."});
        if (!pressed.empty()) open = false;
    }
    if (!open) context.ui.import.reset();
}

}  // namespace cppo::views
