// The only file that includes CLI11, because that is slow to compile and throws exceptions.
#include "cli/parse.hpp"

#include <CLI/CLI.hpp>

namespace cppo {
namespace {

/// CLI11's parser for a verb, or for the options of every command.
struct Place {
    const Verb* verb;
    CLI::App* app;
    std::vector<std::pair<const Option*, CLI::Option*>> options = {};
};

class Parser {
  public:
    explicit Parser(const std::vector<Verb>& verbs) {
        app_.set_help_flag("--help");
        for (const Option& option : common_options()) add(common_, &app_, option);
        for (const Verb& verb : verbs) add(verb);
    }

    Parsed parse(std::span<const std::string> words, const std::vector<Verb>& verbs) {
        Parsed parsed;
        try {
            std::vector<std::string> reversed(words.rbegin(), words.rend());
            app_.parse(reversed);
        } catch (const CLI::CallForHelp&) {
            parsed.topic = topic();
            parsed.help = help_text(verbs, parsed.topic);
            return parsed;
        } catch (const CLI::ParseError& error) {
            parsed.wrong_usage = complaint(error);
        }
        parsed.topic = topic();
        const Place* place = reached();
        if (!place) add_verbs(parsed, verbs);
        if (!parsed.wrong_usage.empty()) return parsed;
        parsed.verb = place->verb;
        take(parsed.arguments, common_);
        take(parsed.arguments, *place);
        if (parsed.arguments.has("data") && parsed.arguments.value("data").empty())
            parsed.wrong_usage = "--data is empty: name a folder, or omit the option";
        return parsed;
    }

  private:
    static void add(Place& place, CLI::App* app, const Option& option) {
        std::string name(option.name);
        if (!option.is_word()) name = "--" + name;
        CLI::Option* added = option.is_flag() ? app->add_flag(name) : app->add_option(name);
        if (option.need == Need::repeated) added->expected(1, 1'000'000)->allow_extra_args();
        if (option.need != Need::optional) added->required();
        place.options.emplace_back(&option, added);
    }

    void add(const Verb& verb) {
        CLI::App*& noun = nouns_[verb.noun];
        if (!noun) noun = app_.add_subcommand(std::string(verb.noun))->fallthrough();
        CLI::App* app = noun;
        if (!verb.name.empty()) app = app->add_subcommand(std::string(verb.name))->fallthrough();
        places_.push_back({&verb, app});
        for (const Option& option : verb.options) add(places_.back(), app, option);
    }

    const CLI::App* deepest() const {
        const CLI::App* app = &app_;
        while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
        return app;
    }

    /// What CLI11 objects to, in the order and the words of the command line.
    std::string complaint(const CLI::ParseError& error) const {
        std::string what = error.what();
        const std::string option = what.substr(0, what.find(':'));
        if (dynamic_cast<const CLI::ExtrasError*>(&error))
            return "unexpected: " + join(app_.remaining(true), " ");
        if (!dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return what;
        return option +
               (what.find("received") == what.npos ? " needs a value" : " can be given only once");
    }

    const Place* reached() const {
        for (const Place& place : places_)
            if (place.app == deepest()) return &place;
        return nullptr;
    }

    std::string topic() const {
        std::string words;
        for (const CLI::App* app = deepest(); app != &app_; app = app->get_parent())
            words = app->get_name() + (words.empty() ? "" : " ") + words;
        return words;
    }

    /// Lists the possible nouns or verbs if the command line ends before a verb.
    static void add_verbs(Parsed& parsed, const std::vector<Verb>& verbs) {
        std::vector<std::string_view> names;
        for (const Verb& verb : verbs) {
            const std::string_view name = parsed.topic.empty() ? verb.noun : verb.name;
            const bool here = parsed.topic.empty() || verb.noun == parsed.topic;
            if (here && (names.empty() || names.back() != name)) names.push_back(name);
        }
        if (!parsed.wrong_usage.empty()) parsed.wrong_usage += "; ";
        parsed.wrong_usage += "'cppo" + (parsed.topic.empty() ? "" : " " + parsed.topic) +
                              "' must be followed by " + one_of(names);
    }

    static void take(Arguments& arguments, const Place& place) {
        for (const auto& [option, parsed] : place.options) {
            if (option->is_flag() && parsed->count() > 0) arguments.add(option->name, "yes");
            if (option->is_flag()) continue;
            for (const std::string& word : parsed->results()) arguments.add(option->name, word);
        }
    }

    CLI::App app_;
    Place common_{nullptr, &app_};
    std::map<std::string_view, CLI::App*> nouns_;
    std::vector<Place> places_;
};

}  // namespace

Parsed parse_arguments(std::span<const std::string> words, const std::vector<Verb>& verbs) {
    return Parser(verbs).parse(words, verbs);
}

}  // namespace cppo
