// The verbs that change records, as one table: the command line runs them on a directory, a story
// on a model of its own. What a verb does is the core's; a row only says how its words are read.
#pragma once

#include "cli/verb.hpp"
#include "desk/desk.hpp"

namespace cppo {

struct Change {
    std::string_view noun, name, summary;
    std::vector<Option> options;
    std::vector<std::string_view> examples;
    std::function<Result<Command>(const Arguments&, const Model&)> command;

    bool takes(std::string_view option) const;
};

/// Every changing verb of "workspace", "authorization" or "deal".
const std::vector<Change>& changes(std::string_view noun);

/// Carries out the change, on the day --on says where the verb takes one.
Result<Step> carry_out(const Change& change, const Arguments& arguments, Desk& desk);

/// The same verbs for the command line.
std::vector<Verb> change_verbs(std::string_view noun);

/// "deal deal-1: accepted", or that nothing has changed.
Answer answer_of(const std::vector<Record>& changed);

inline const Option on_option = {"on", "DATE", "The day it happened, such as 2026-11-02."};
inline const Option event_option = {
    "event", "ID", "A name for this event: given again, it changes nothing.", Need::optional};

/// A verb that records one event of one record: --id, the row's own options, --on and --event.
template <typename Payload>
struct EventRow {
    decltype(kind_of(std::declval<Payload>())) kind;
    std::string_view verb, summary;
    std::vector<Option> options;
    std::string_view example;
    Result<Payload> (*payload)(const Arguments&, const Model&);
};

std::vector<EventRow<AuthorizationPayload>> authorization_events();
std::vector<EventRow<DealPayload>> deal_events();

// The tables, one file each.
std::vector<Change> workspace_changes();
std::vector<Change> authorization_changes();
std::vector<Change> deal_changes();

/// A row as a change: Target is command::ChangeAuthorization or command::ChangeDeal.
template <typename Target, typename Payload>
Change change_of(std::string_view noun, const EventRow<Payload>& row) {
    Change change{noun, row.verb, row.summary, {{"id", "ID", "The record."}}, {row.example}, {}};
    change.options.insert(change.options.end(), row.options.begin(), row.options.end());
    change.options.insert(change.options.end(), {on_option, event_option});
    change.command = [payload = row.payload](const Arguments& arguments,
                                             const Model& model) -> Result<Command> {
        auto id = TRY(arguments.id<decltype(Target::id)>("id"));
        auto happens = TRY(payload(arguments, model));
        return Target{std::move(id), std::move(happens), arguments.value("event")};
    };
    return change;
}

}  // namespace cppo
