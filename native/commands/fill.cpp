// Filling in a form from a file: all of it or nothing, and every problem at once.
#include <algorithm>

#include "base/text.hpp"
#include "cli/files.hpp"
#include "commands/form_text.hpp"
#include "commands/nouns.hpp"
#include "desk/fill.hpp"

namespace cppo {
namespace {

const Content& content_of(const Authorization& record) { return record.state.content; }
const Content& content_of(const Deal& record) { return record.state.request; }
FormKind kind_of(const Authorization& record) { return record.form; }
FormKind kind_of(const Deal&) { return FormKind::custom_transaction_request; }

/// Whether this document was recorded under the ID before. Its events are "ID-DIGEST-1", "-2" and
/// so on. Refuses ALREADY_EXISTS for an ID under which another document was recorded.
template <typename Record>
Result<bool> is_recorded(const Record& record, const std::string& id, const std::string& digest) {
    constexpr std::size_t digits = 8;
    for (const auto& event : record.events) {
        if (!event.id.starts_with(id + '-')) continue;
        const std::string rest = event.id.substr(id.size() + 1);
        const bool named_so = rest.size() > digits && rest[digits] == '-' &&
                              rest.find_first_not_of("0123456789abcdef") == digits;
        if (!named_so) continue;
        if (rest.starts_with(digest)) return true;
        return refuse(
            Code::already_exists, "event",
            in_quotes(id) + " is the ID of another document, recorded on " + text(event.on));
    }
    return false;
}

}  // namespace

template <typename Target>
Outcome fill_form(const Call& call) {
    DeskSession session = TRY(DeskSession::write(call));
    const Date on = TRY(call.arguments.date("on"));
    const auto id = TRY(call.arguments.id<decltype(Target::id)>("id"));
    const auto* found = session.model().find(id);
    if (!found) return tl::unexpected(no_such(id));
    const auto before = *found;
    const std::string bytes = TRY(read_input(call.arguments.value("from"), call.in, "from"));
    const FormDocument document = TRY(parse_content(bytes));
    std::string name(call.arguments.value("event"));
    if (!name.empty()) {
        name = TRY(parse_record_name(name, "event"));
        if (TRY(is_recorded(before, name, digest_of(document)))) return answer_of({});
        name += '-' + digest_of(document) + '-';
    }
    const Content after =
        TRY(written_on(kind_of(before), before.rule_set, content_of(before), document));
    int number = 0;
    for (const FormChange& change : changes_between(kind_of(before), content_of(before), after)) {
        const std::string event = name.empty() ? "" : name + std::to_string(++number);
        const auto carry_out = [&](const auto& payload) {
            return session.desk().carry_out(Target{id, payload, event}, on);
        };
        if (const auto step = std::visit(carry_out, change); !step)
            return tl::unexpected(step.error());
    }
    CHECK_OK(session.save());
    if (after == content_of(before))
        return Answer{"Nothing changed: the form says so already.\n",
                      print_json(JsonObject{{"changed", JsonArray{}}})};
    return answer_of({*session.model().find(id)});
}

std::vector<Option> fill_options() {
    return {id_option,
            {"from", "FILE",
             "The form's content as JSON; - reads standard input. A field that it leaves out stays "
             "as it is. A table in it, such as {\"products\": [...]}, replaces the form's; [] "
             "empties it. {\"lines[0].list\": \"110000.00\"} sets one field of a row. What 'show "
             "--json' prints replaces the whole form. 'cppo schema' names the fields."},
            on_option,
            event_option};
}

template Outcome fill_form<command::ChangeAuthorization>(const Call& call);
template Outcome fill_form<command::ChangeDeal>(const Call& call);

}  // namespace cppo
