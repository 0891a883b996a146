#include "commands/mail_answer.hpp"

#include "cli/files.hpp"
#include "deal/form_guards.hpp"

namespace cppo {

Outcome hand_out(const Call& call, const std::string& document, JsonObject about) {
    const std::string file = call.arguments.value("out");
    if (file.empty() || file == "-") {
        about.push_back({"document", document});
        return Answer{document, print_json(std::move(about))};
    }
    CHECK_OK(write_named(file, document, "out", call.arguments.has("force")));
    about.push_back({"file", file});
    return Answer{"Written to " + file + '\n', print_json(std::move(about))};
}

Result<std::string> recipient_of(const Call& call, RuleSet rule_set, const Workspace& workspace) {
    const std::string to = call.arguments.has("to") ? call.arguments.value("to")
                                                    : std::string(usual_recipient(rule_set));
    CHECK_OK(check_recipient(rule_set, to, workspace));
    if (to != seller_portal) return to;
    return refuse(Code::bad_recipient, "to",
                  "a form under " + std::string(text(rule_set)) + " goes into the seller portal");
}

Outcome hand_out(const Call& call, const MailDraft& mail) {
    JsonArray files;
    for (const Attachment& file : mail.files)
        files.push_back(JsonObject{{"name", file.name}, {"sha256", file.sha256}});
    Answer answer = TRY(hand_out(call, mail.eml,
                                 {{"to", mail.to},
                                  {"subject", mail.subject},
                                  {"file_name", mail.file_name},
                                  {"attach", std::move(files)}}));
    if (answer.text == mail.eml) return answer;
    for (const Attachment& file : mail.files)
        answer.text += "Attach " + file.name + ", SHA-256 " + file.sha256 + '\n';
    return answer;
}

}  // namespace cppo
