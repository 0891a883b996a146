// From the words of a command line to one verb of the table and its arguments.
#pragma once

#include <span>

#include "cli/verb.hpp"

namespace cppo {

/// Exactly one of `verb`, `help` and `wrong_usage` is set.
struct Parsed {
    const Verb* verb = nullptr;
    Arguments arguments;
    std::string help;         ///< the text that was asked for
    std::string wrong_usage;  ///< a sentence
    std::string topic;        ///< as far as the words went, "deal collect"
};

Parsed parse_arguments(std::span<const std::string> words, const std::vector<Verb>& verbs);

/// Options every command has.
const std::vector<Option>& common_options();

/// The help of a topic: the program (""), a noun or a verb. The same on every machine, whatever
/// the version of the library that parses.
std::string help_text(const std::vector<Verb>& verbs, std::string_view topic);

}  // namespace cppo
