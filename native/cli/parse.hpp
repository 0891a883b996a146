// Parses a command line into one verb of the table and its arguments.
#pragma once

#include <span>

#include "cli/verb.hpp"

namespace cppo {

/// Exactly one of `verb`, `help` and `wrong_usage` is set.
struct Parsed {
    const Verb* verb = nullptr;
    Arguments arguments;
    std::string help;         ///< the requested help text
    std::string wrong_usage;  ///< a sentence
    std::string topic;        ///< the recognized words, such as "deal collect"
};

Parsed parse_arguments(std::span<const std::string> words, const std::vector<Verb>& verbs);

/// The options of every command.
const std::vector<Option>& common_options();

/// The help for a topic: the program (""), a noun or a verb. It does not depend on the version of
/// the parser library.
std::string help_text(const std::vector<Verb>& verbs, std::string_view topic);

}  // namespace cppo
