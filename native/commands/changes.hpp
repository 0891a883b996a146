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
    std::function<Result<Command>(const Arguments&, const Model&, std::istream& in)> command;

    bool takes(std::string_view option) const;
};

/// Every changing verb of "workspace", "authorization" or "deal".
const std::vector<Change>& changes(std::string_view noun);

/// Carries out the change, on the day --on says where the verb takes one. `in` is what the file "-"
/// reads.
Result<Step> carry_out(const Change& change, const Arguments& arguments, std::istream& in,
                       Desk& desk);

/// The same verbs for the command line.
std::vector<Verb> change_verbs(std::string_view noun);

/// "deal deal-1: accepted", or that nothing has changed.
Answer answer_of(const std::vector<Record>& changed);

inline const Option on_option = {"on", "DATE", "The day it happened, such as 2026-11-02."};
inline const Option event_option = {
    "event", "ID", "An ID for this event; the same entry given again changes nothing.",
    Need::optional};

// The tables, one file each.
std::vector<Change> workspace_changes();
std::vector<Change> authorization_changes();
std::vector<Change> deal_changes();

}  // namespace cppo
