#include "base/text.hpp"
#include "screens/workspace_screen.hpp"
#include "views/fields.hpp"
#include "views/frame.hpp"
#include "views/screens.hpp"

namespace cppo::views {

namespace {

constexpr std::size_t facts_about_us = 5;  // the fields before the settings

void write(Context& context, const std::optional<Typed>& typed) {
    if (typed)
        context.asks.push_back({command::EditWorkspace{typed->path, typed->text}, context.today,
                                "workspace", typed->path});
}

}  // namespace

void draw_workspace(Context& context) {
    draw_frame(context, {.titled = true}, [&] {
        const std::vector<FieldRow> rows = workspace_fields(context.model);
        const auto settings = rows.begin() + facts_about_us;
        Draft& draft = context.draft("workspace");
        const FieldLook look{.editable = context.may_edit()};
        {
            ui::Card card("company", "Your company");
            write(context, draw_fields({rows.begin(), settings}, draft, 2, look));
        }
        {
            ui::Card card("settings", "Settings");
            ui::muted("New deals start with these settings; existing deals keep theirs.");
            write(context, draw_fields({settings, rows.end()}, draft, 3, look));
        }
        {
            ui::Card card("display", "Display");
            ui::muted("Light, dark and high contrast follow your system. For this browser only.");
            std::string chosen = std::to_string(context.scale);
            std::vector<ui::Option> sizes;
            for (const char* percent : {"80", "90", "100", "110", "125", "150", "175", "200"})
                sizes.push_back({percent, std::string(percent) + " %"});
            if (ui::segments("scale", "Display size", sizes, chosen))
                context.out.set(intent::Scale{std::stoi(chosen)});
        }
        if (!context.model.authorizations().empty()) return;
        ui::Card card("then", "What comes next");
        ui::muted("An ISV authorizes you to resell: start its form under Authorizations.");
        if (ui::button({"authorizations", "Go to authorizations"})) context.go({"authorizations"});
    });
}

}  // namespace cppo::views
