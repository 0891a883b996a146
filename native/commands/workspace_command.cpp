// cppo workspace: the facts about us that every form starts with.
#include "commands/changes.hpp"
#include "commands/desk_session.hpp"
#include "commands/nouns.hpp"
#include "report/table.hpp"
#include "screens/workspace_screen.hpp"

namespace cppo {

static Outcome show_workspace(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    Table table{{{"", "Field"}, {"", "Value"}, {"", "What it is"}}, {}};
    JsonObject facts;
    for (const FieldRow& row : workspace_fields(session.model())) {
        table.rows.push_back({row.path, row.reading.empty() ? "–" : row.reading, row.label});
        facts.push_back({row.path, row.value});
    }
    return Answer{plain_text(table), print_json(std::move(facts))};
}

std::vector<Verb> workspace_verbs() {
    std::vector<Verb> verbs = change_verbs("workspace");
    verbs.insert(verbs.begin(), {"workspace",
                                 "show",
                                 "Lists your company's details and settings.",
                                 {},
                                 {"workspace show"},
                                 show_workspace});
    return verbs;
}

}  // namespace cppo
