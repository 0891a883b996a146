// The commands of every noun, one file each; verbs() puts them together.
#pragma once

#include "cli/verb.hpp"
#include "codec/json.hpp"

namespace cppo {

std::vector<Verb> quote_verbs();
std::vector<Verb> convert_verbs();
std::vector<Verb> test_verbs();
std::vector<Verb> workspace_verbs();
std::vector<Verb> authorization_verbs();
std::vector<Verb> deal_verbs();
std::vector<Verb> directory_verbs();
std::vector<Verb> schema_verbs();
std::vector<Verb> report_verbs();
std::vector<Verb> forecast_verbs();
std::vector<Verb> data_verbs();

inline const Option id_option = {"id", "ID", "The record's ID."};

/// DeskSession::read() carries it out: the command sees what had happened by the end of that day.
inline const Option as_of_option = {
    "as-of", "DATE", "Show the state at the end of this day (default: the latest state).",
    Need::optional};
inline const Option day_option = {"as-of", "DATE", "Show the state at the end of this day."};

}  // namespace cppo
