#include <algorithm>

#include "cli/parse.hpp"

namespace cppo {
namespace {

constexpr std::size_t columns = 96;

std::string written(const Option& option) {
    if (option.is_word()) return std::string(option.name);
    return "--" + std::string(option.name) +
           (option.is_flag() ? "" : ' ' + std::string(option.value));
}

/// The line "Usage: cppo deal sign --id ID [--event ID]", wrapped at `columns`.
std::string usage_of(const Verb& verb) {
    std::string usage, line = "Usage: cppo " + verb.words();
    for (const Option& option : verb.options) {
        std::string word = written(option);
        if (option.need == Need::repeated) word += "…";
        if (option.need == Need::optional) word = '[' + word + ']';
        if (line.size() + 1 + word.size() > columns) {
            usage += line + '\n';
            line = "        ";
        }
        line += ' ' + word;
    }
    return usage + line + '\n';
}

/// Two columns: names, and their descriptions wrapped at `columns`.
std::string list_of(const std::vector<std::pair<std::string, std::string_view>>& rows) {
    std::size_t width = 0;
    for (const auto& row : rows) width = std::max(width, row.first.size());
    const std::string margin(width + 4, ' ');
    std::string list;
    for (const auto& [name, about] : rows) {
        std::string line = "  " + name + std::string(width - name.size() + 2, ' ');
        for (std::string_view word : split_text(about, ' ')) {
            if (line.size() + word.size() > columns) {
                list += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
                line = margin;
            }
            line += std::string(word) + ' ';
        }
        list += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    }
    return list;
}

std::string options_of(const std::vector<Option>& options) {
    std::vector<std::pair<std::string, std::string_view>> rows;
    for (const Option& option : options) rows.emplace_back(written(option), option.help);
    return list_of(rows);
}

std::string everywhere() {
    std::vector<Option> options = common_options();
    options.push_back({"help", "", "Show this help.", Need::optional});
    return "\nOptions of every command:\n" + options_of(options);
}

std::string help_of(const Verb& verb) {
    std::string help = std::string(verb.summary) + "\n\n" + usage_of(verb);
    if (!verb.options.empty()) help += '\n' + options_of(verb.options);
    help += everywhere();
    help += verb.examples.size() == 1 ? "\nExample:\n" : "\nExamples:\n";
    for (std::string_view example : verb.examples) help += "  cppo " + std::string(example) + '\n';
    return help;
}

std::string list_of_verbs(const std::vector<Verb>& verbs, std::string_view noun) {
    std::vector<std::pair<std::string, std::string_view>> rows;
    for (const Verb& verb : verbs)
        if (noun.empty() || verb.noun == noun) rows.emplace_back(verb.words(), verb.summary);
    return list_of(rows);
}

}  // namespace

const std::vector<Option>& common_options() {
    static const std::vector<Option> options = {
        {"data", "DIR",
         "Folder of the records (default: $XDG_DATA_HOME/cppo or ~/.local/share/cppo).",
         Need::optional},
        {"json", "", "Print the result as JSON.", Need::optional},
    };
    return options;
}

std::string help_text(const std::vector<Verb>& verbs, std::string_view topic) {
    for (const Verb& verb : verbs)
        if (verb.words() == topic) return help_of(verb);
    const bool whole = topic.empty();
    const auto first = std::find_if(verbs.begin(), verbs.end(),
                                    [&](const Verb& verb) { return whole || verb.noun == topic; });
    const std::string words = "cppo" + (whole ? "" : ' ' + std::string(topic));
    std::string help =
        whole ? "CPPO Desk: consulting partner private offers on AWS Marketplace.\n\n" : "";
    help += "Usage: " + words + (whole ? " NOUN VERB" : " VERB") + " OPTIONS\n\n" +
            list_of_verbs(verbs, topic) + everywhere() + "\nExample:\n  cppo " +
            std::string(first->examples.front()) + '\n';
    help += "\nMore: " + words + (whole ? " NOUN" : "") + " VERB --help\n";
    if (whole) help += "Exit codes: 0 success, 1 refused, 2 wrong usage.\n";
    return help;
}

}  // namespace cppo
