#include "cli/run.hpp"

#include <istream>
#include <ostream>

#include "base/text.hpp"
#include "cli/parse.hpp"
#include "codec/quote_document.hpp"

namespace cppo {
namespace {

void print_problems(const Issues& issues, std::ostream& err) {
    for (const Error& error : issues) err << text(error) << '\n';
}

int say_wrong_usage(const std::string& sentence, const std::string& topic, std::ostream& err) {
    err << "cppo: " << as_plain_text(sentence) << "\nRun 'cppo"
        << (topic.empty() ? "" : " " + topic) << " --help' for help.\n";
    return 2;
}

int say(const Outcome& outcome, const std::string& topic, bool json, std::ostream& out,
        std::ostream& err) {
    if (outcome) {
        out << (json ? outcome->json : outcome->text);
        print_problems(outcome->problems, err);
        return outcome->failed || !outcome->problems.empty() ? 1 : 0;
    }
    const Refusal& refusal = outcome.error();
    if (!refusal.wrong_usage.empty()) return say_wrong_usage(refusal.wrong_usage, topic, err);
    if (json) out << encode_errors(refusal.issues);
    print_problems(refusal.issues, err);
    return 1;
}

}  // namespace

int run(std::span<const std::string> arguments, std::istream& in, std::ostream& out,
        std::ostream& err) {
    const Parsed parsed = parse_arguments(arguments, verbs());
    if (!parsed.wrong_usage.empty()) return say_wrong_usage(parsed.wrong_usage, parsed.topic, err);
    int code = 0;
    if (parsed.verb) {
        const Outcome outcome = parsed.verb->run({parsed.arguments, in, err});
        code = say(outcome, parsed.topic, parsed.arguments.has("json"), out, err);
    } else {
        out << parsed.help;
    }
    if (out.flush()) return code;
    print_problems({{Code::storage_failed, "output", "standard output could not be written"}}, err);
    return 1;
}

}  // namespace cppo
