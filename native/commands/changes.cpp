#include "commands/changes.hpp"

#include <algorithm>

#include "codec/json.hpp"
#include "commands/desk_session.hpp"

namespace cppo {

bool Change::takes(std::string_view option) const {
    return std::any_of(options.begin(), options.end(),
                       [&](const Option& known) { return known.name == option; });
}

const std::vector<Change>& changes(std::string_view noun) {
    static const std::vector<Change> workspace = workspace_changes();
    static const std::vector<Change> authorization = authorization_changes();
    static const std::vector<Change> deal = deal_changes();
    return noun == "deal" ? deal : noun == "authorization" ? authorization : workspace;
}

Result<Step> carry_out(const Change& change, const Arguments& arguments, std::istream& in,
                       Desk& desk) {
    const Date on = change.takes("on") ? TRY(arguments.date("on")) : Date();
    return desk.carry_out(TRY(change.command(arguments, desk.model(), in)), on);
}

namespace {

/// What a command answers about a record; a kind without a status was changed.
std::string status_of(const auto& record) {
    if constexpr (requires { record.state.status; }) return std::string(text(record.state.status));
    else return "changed";
}

}  // namespace

Answer answer_of(const std::vector<Record>& records) {
    std::string lines;
    JsonArray changed;
    for (const Record& record : records) {
        const std::string key = key_of(record);
        std::string status;
        std::visit([&](const auto& each) { status = status_of(each); }, record);
        lines += replaced(key, "/", " ") + ": " + status + '\n';
        changed.push_back(JsonObject{{"record", key}, {"status", status}});
    }
    if (changed.empty()) lines = "Nothing changed: this event is already recorded.\n";
    return {lines, print_json(JsonObject{{"changed", std::move(changed)}})};
}

static Outcome run_change(const Change& change, const Call& call) {
    DeskSession session = TRY(DeskSession::write(call));
    const Step step = TRY(carry_out(change, call.arguments, call.in, session.desk()));
    CHECK_OK(session.save());
    return answer_of(step.changed);
}

std::vector<Verb> change_verbs(std::string_view noun) {
    std::vector<Verb> verbs;
    for (const Change& change : changes(noun))
        verbs.push_back({change.noun, change.name, change.summary, change.options, change.examples,
                         [&change](const Call& call) { return run_change(change, call); }});
    return verbs;
}

}  // namespace cppo
