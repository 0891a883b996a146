// The language of *.deal stories. Each line is one event or one fact. Spaces separate words, a text
// with spaces goes in "double quotes", # starts a comment, and the first comment is the story's
// name.
//
//   DATE authorization VERB WORDS… RESULT     an event with the command line's options, in their
//   DATE deal VERB WORDS… RESULT              order: first the required ones, then the optional
//   workspace FIELD TEXT RESULT               ones, which can also be written NAME=WORD
//
// RESULT is "ok" or the code of the refusal. Every other line is a fact that must be true at that
// point, such as `status d1 accepted`; story_facts.hpp lists them.
#include <algorithm>
#include <sstream>

#include "commands/changes.hpp"
#include "stories/story_facts.hpp"
#include "stories/test_result.hpp"

namespace cppo {
namespace {

using Words = std::vector<std::string>;

/// The words of a line without its comment. Refuses a quote that is not closed.
Result<Words> words_of(std::string_view line) {
    Words words;
    for (std::size_t at = 0; at < line.size();) {
        if (is_space(line[at])) {
            ++at;
        } else if (line[at] == '#') {
            break;
        } else if (line[at] == '"') {
            const auto end = line.find('"', at + 1);
            if (end == line.npos)
                return refuse(Code::malformed, "line", "a quote is missing its end");
            words.emplace_back(line.substr(at + 1, end - at - 1));
            at = end + 1;
        } else {
            const auto end = std::min(line.find_first_of(" \t\r", at), line.size());
            words.emplace_back(line.substr(at, end - at));
            at = end;
        }
    }
    return words;
}

const Change* find_change(std::string_view noun, std::string_view verb) {
    for (const Change& change : changes(noun))
        if (change.name == verb) return &change;
    return nullptr;
}

const Option* option_named(const Change& change, std::string_view name) {
    for (const Option& option : change.options)
        if (option.name == name) return &option;
    return nullptr;
}

/// Gives the words of a line to the options of its verb.
Result<Arguments> arguments_of(const Change& change, const std::string& on, const Words& words) {
    Arguments arguments;
    if (!on.empty()) arguments.add("on", on);
    std::size_t at = 0;
    for (const Option& option : change.options) {
        if (option.need == Need::optional || option.name == "on") continue;
        if (at == words.size())
            return refuse(Code::required, std::string(option.name), "the line does not give it");
        arguments.add(option.name, words[at++]);
    }
    for (; at < words.size(); ++at) {
        const std::string& word = words[at];
        const auto equals = word.find('=');
        const Option* named = option_named(change, word.substr(0, equals));
        const bool flag = named && named->is_flag() && equals == word.npos;
        if (flag) {
            arguments.add(named->name, "yes");
        } else if (named && equals != word.npos) {
            arguments.add(named->name, word.substr(equals + 1));
        } else {
            const auto free = std::find_if(
                change.options.begin(), change.options.end(), [&](const Option& option) {
                    return option.need == Need::optional && !option.is_flag() &&
                           !arguments.has(option.name);
                });
            if (free == change.options.end())
                return refuse(Code::malformed, "line", "there is one word too many: " + word);
            arguments.add(free->name, word);
        }
    }
    return arguments;
}

class StoryRun {
  public:
    StoryRun(const std::string& file, Desk& desk) : result_{file, file}, desk_(desk) {}

    TestResult run(std::string_view text) {
        bool empty = true;
        for (std::string_view line : split_text(text, '\n')) {
            ++line_;
            name_from(line);
            const auto words = words_of(line);
            if (!words) {
                differ(words.error().detail);
                break;
            }
            if (words->empty()) continue;
            empty = false;
            // After an unexpected result, the later lines would only repeat the difference.
            if (!tell(*words)) break;
        }
        if (empty) differ("the story is empty");
        return std::move(result_);
    }

  private:
    void differ(const std::string& what) {
        result_.differences.push_back(at_line(result_.file, line_, what));
    }

    void name_from(std::string_view line) {
        if (result_.name != result_.file || line.substr(0, 1) != "#") return;
        result_.name = trimmed(line.substr(1));
    }

    /// Returns false if the story cannot continue.
    bool tell(const Words& words) {
        const bool dated = parse_date(words.front(), "").has_value();
        if (dated && words.size() > 3)
            return happen(words[1], words[2], words.front(), {words.begin() + 3, words.end() - 1},
                          words.back());
        if (words.front() == "workspace" && words.size() > 2)
            return happen("workspace", "set", "", {words.begin() + 1, words.end() - 1},
                          words.back());
        for (const std::string& difference : differences_from(words, desk_.model()))
            differ(difference);
        return true;
    }

    bool happen(const std::string& noun, const std::string& verb, const std::string& on,
                const Words& words, const std::string& expected) {
        const bool known_noun = noun == "workspace" || noun == "authorization" || noun == "deal";
        const Change* change = known_noun ? find_change(noun, verb) : nullptr;
        if (!change) return stop("there is no event '" + noun + ' ' + verb + "'");
        if (expected != "ok" && !parse_name<Code>(expected))
            return stop("the line ends in '" + expected + "', not in ok or the code of a refusal");
        const auto arguments = arguments_of(*change, on, words);
        if (!arguments) return stop(text(arguments.error()));
        std::istringstream nothing;
        const auto step = carry_out(*change, *arguments, nothing, desk_);
        const std::string got = step ? "ok" : std::string(text(step.error().code));
        if (got != expected)
            return stop("expected " + expected + ", got " + (step ? got : text(step.error())));
        return true;
    }

    bool stop(const std::string& why) {
        differ(why);
        return false;
    }

    TestResult result_;
    Desk& desk_;
    int line_ = 0;
};

}  // namespace

TestResult run_story(const std::string& file, std::string_view text, Desk& desk) {
    return StoryRun(file, desk).run(text);
}

}  // namespace cppo
