#include "deal/form_guards.hpp"

#include "base/text.hpp"

namespace cppo {

template <typename T>
static Result<T> on_form(FormKind form, Result<T> result) {
    if (result) return result;
    return tl::unexpected(within(text(form), result.error()));
}

Result<Content> edited(FormKind kind, RuleSet rule_set, const Content& content,
                       const event::Edit& edit) {
    const FieldPath place = TRY(on_form(kind, parse_field_path(edit.path)));
    const Field* field = form(kind).field(place.group, place.key);
    if (field && !belongs(*field, rule_set))
        return tl::unexpected(within(text(kind), {Code::not_found, edit.path,
                                                  "a form under " + std::string(text(rule_set)) +
                                                      " has no field " + in_quotes(edit.path)}));
    return on_form(kind, with_value(kind, content, edit.path, edit.text));
}

Result<Content> edited(FormKind form, RuleSet, const Content& content, const event::AddRow& add) {
    return on_form(form, with_row(form, content, add.group));
}

Result<Content> edited(FormKind form, RuleSet, const Content& content,
                       const event::RemoveRow& remove) {
    return on_form(form, without_row(form, content, remove.group, remove.row));
}

Issues issues_on(FormKind form, const Content& content) {
    Issues issues = problems(form, content);
    for (Error& issue : issues) issue = within(text(form), std::move(issue));
    return issues;
}

Result<void> check_complete(FormKind form, const Content& content) {
    const Issues issues = issues_on(form, content);
    if (issues.empty()) return {};
    Error first = issues.front();
    if (first.code == Code::required) first.code = Code::form_incomplete;
    return tl::unexpected(first);
}

Result<void> check_is_signed(RuleSet rule_set) {
    if (filing(rule_set) == Filing::mailed) return {};
    return refuse(Code::wrong_signer, "party",
                  "no signatures are collected under " + std::string(text(rule_set)) +
                      ": enter the form in the seller portal");
}

Result<void> check_signature(FormKind form, const Content& content,
                             const std::vector<Signature>& signed_already, Date edited_on,
                             Date event_on, const Signature& signature) {
    if (signed_already.empty()) CHECK_OK(check_complete(form, content));
    CHECK_OK(check_signer(form, signature.party, signature.name, signature.title));
    if (signature_of(signed_already, signature.party))
        return refuse(Code::wrong_signer, "party", who_has(signature.party) + " already signed");
    if (signature.hash != content_hash(signature.party, form, content))
        return refuse(Code::malformed, "hash",
                      "the signature covers a different version of the form");
    const std::string dated = "the signature is dated " + text(signature.on);
    if (signature.on < edited_on)
        return refuse(Code::out_of_range, "on",
                      dated + ", before the last edit on " + text(edited_on));
    if (signature.on > event_on)
        return refuse(Code::out_of_range, "on",
                      dated + ", after the day it is recorded, " + text(event_on));
    return {};
}

Result<void> check_recipient(RuleSet rule_set, std::string_view to, const Workspace& workspace) {
    if (is_recipient(rule_set, to, workspace.channel_manager)) return {};
    return refuse(Code::bad_recipient, "to",
                  filing(rule_set) == Filing::portal
                      ? "forms under " + std::string(text(rule_set)) +
                            " are entered in the seller portal, not mailed to " + in_quotes(to)
                      : in_quotes(to) + " is not an AWS address");
}

Result<void> check_order(Date event_on, Date moved_on) {
    if (event_on >= moved_on) return {};
    return refuse(Code::out_of_range, "on",
                  text(event_on) + " is before the latest event, on " + text(moved_on));
}

Result<void> check_line(std::string_view line, std::string_view field, std::string_view what) {
    if (trimmed(line).empty())
        return refuse(Code::required, std::string(field), std::string(what) + " is empty");
    if (!is_plain_text(line, false) || utf8_length(line) > 255)
        return refuse(Code::malformed, std::string(field),
                      in_quotes(line) + " is not one line of at most 255 characters");
    return {};
}

}  // namespace cppo
