// cppo authorization: what an ISV allows us to resell, from the draft form to its last use.
#include "codec/form_json.hpp"
#include "commands/form_text.hpp"
#include "commands/mail_answer.hpp"
#include "deal/form_guards.hpp"
#include "desk/words.hpp"
#include "report/table.hpp"

namespace cppo {
namespace {

std::string_view ends_of(const Authorization& authorization) {
    const std::string_view ends = authorization.state.content.value("ends");
    return ends.empty() ? "no end date" : ends;
}

Outcome list_authorizations(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    Table table{{{"", "Authorization"},
                 {"", "Form"},
                 {"", "Status"},
                 {"", "ISV"},
                 {"", "Products"},
                 {"", "Until"},
                 {"", "Offers", true}},
                {}};
    JsonArray all;
    for (const auto& [id, record] : session.model().authorizations()) {
        const AuthorizationState& state = record.state;
        const std::string isv(state.content.value("isv_name"));
        const int uses = static_cast<int>(state.uses.size());
        table.rows.push_back({id.value, std::string(text(record.form)),
                              std::string(text(state.status)), isv, products_of(record),
                              std::string(ends_of(record)), std::to_string(uses)});
        all.push_back(JsonObject{{"id", id.value},
                                 {"form", text(record.form)},
                                 {"status", text(state.status)},
                                 {"isv", isv},
                                 {"ends", state.content.value("ends")},
                                 {"offers", uses}});
    }
    return Answer{plain_text(table), print_json(JsonObject{{"authorizations", std::move(all)}})};
}

Json json_of(const Authorization& record) {
    const AuthorizationState& state = record.state;
    JsonArray uses;
    for (const DealId& deal : state.uses) uses.push_back(deal.value);
    return JsonObject{{"id", record.id.value},
                      {"form", text(record.form)},
                      {"kind", text(record.kind())},
                      {"rule_set", text(record.rule_set)},
                      {"status", text(state.status)},
                      {"created_on", text(record.created_on)},
                      {"fields", content_json(record.form, state.content)},
                      {"signatures", signatures_json(state.signatures)},
                      {"submitted_to", state.submitted_to},
                      {"offers", std::move(uses)}};
}

Outcome show_authorization(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    const Authorization* record = TRY(authorization_named(call, session));
    std::string page = record->id.value + ": " + std::string(text(record->form)) + ", " +
                       std::string(text(record->state.status)) + "\n\n" +
                       form_text(form_screen(session.model(), *record));
    for (const DealId& deal : record->state.uses) page += "Used for deal " + deal.value + '\n';
    return Answer{page, print_json(json_of(*record))};
}

Outcome check_authorization(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    const Authorization* record = TRY(authorization_named(call, session));
    return completeness(issues_on(record->form, record->state.content));
}

Outcome mail_authorization(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    const Authorization* record = TRY(authorization_named(call, session));
    const auto to = TRY(recipient_of(call, record->rule_set, session.model().workspace()));
    return hand_out(call, mail_of(*record, to));
}

Outcome show_authorization_history(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    const auto rows = history_of(*TRY(authorization_named(call, session)));
    return Answer{history_text(rows), print_json(history_json(rows))};
}

}  // namespace

std::vector<Verb> authorization_verbs() {
    constexpr std::string_view noun = "authorization";
    std::vector<Verb> verbs = change_verbs(noun);
    verbs.insert(verbs.begin() + 1,
                 {noun,
                  "fill",
                  "Sets several fields of the form at once; if any is wrong, sets none.",
                  fill_options(),
                  {"authorization fill --id fjord-orchard --from crt.json --on 2026-11-19"},
                  fill_form<command::ChangeAuthorization>});
    const std::vector<Verb> views = {
        {noun,
         "list",
         "Lists the authorizations.",
         {as_of_option},
         {"authorization list", "authorization list --as-of 2026-06-30"},
         list_authorizations},
        {noun,
         "show",
         "Shows an authorization with its form.",
         {id_option},
         {"authorization show --id nimbus-2026"},
         show_authorization},
        {noun,
         "check",
         "Lists every problem the form still has.",
         {id_option},
         {"authorization check --id fjord-2027"},
         check_authorization},
        {noun,
         "mail",
         "Drafts the e-mail that sends the form to AWS; you send it yourself.",
         {id_option, to_option, out_option, force_option},
         {"authorization mail --id fjord-2027 --out fjord-2027.eml"},
         mail_authorization},
        {noun,
         "history",
         "Lists everything that happened to an authorization.",
         {id_option},
         {"authorization history --id nimbus-2026"},
         show_authorization_history}};
    verbs.insert(verbs.end(), views.begin(), views.end());
    return verbs;
}

}  // namespace cppo
