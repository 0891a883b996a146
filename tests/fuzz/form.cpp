// A form filled in from a file, as by `cppo authorization fill` and `cppo deal fill`. Whatever the
// file contains, the record reads back as written, and no text escapes its place on paper or in the
// mail.
#include <algorithm>

#include "assets.hpp"
#include "base/text.hpp"
#include "codec/form_json.hpp"
#include "desk/desk.hpp"
#include "desk/fill.hpp"
#include "exchange/mail.hpp"
#include "exchange/paper.hpp"
#include "fuzz.hpp"

namespace cppo::fuzz {
namespace {

const Date on = *parse_date("2026-11-24", "on");

/// The sample's workspace with a draft of each form, whose id is the form's kind.
Model drafts() {
    const auto sample = decode_export(assets::sample);
    Desk desk(model_of(sample->records, {}), "");
    const Model& model = desk.model();
    const auto create = [&](const Command& command) {
        require(desk.carry_out(command, on).has_value(), "a draft is created");
    };
    for (const FormKind kind :
         {FormKind::reseller_authorization, FormKind::custom_resale_transaction})
        create(command::CreateAuthorization{kind, std::string(text(kind))});
    const AuthorizationId under = model.deals().begin()->second.authorization;
    create(command::CreateDeal{under, "ctr"});
    Model small;
    for (const std::string& key : {std::string("workspace"), std::string("authorization/raf"),
                                   std::string("authorization/crt"), std::string("deal/ctr"),
                                   "authorization/" + under.value})
        put(small, *record_at(model, key));
    return small;
}

const Content& content_of(const Authorization& record) { return record.state.content; }
const Content& content_of(const Deal& record) { return record.state.request; }

template <typename Change>
void fill_form(Desk& desk, const decltype(Change::id)& id, FormKind kind,
               const FormDocument& document) {
    const auto& record = *desk.model().find(id);
    const Content before = content_of(record);
    const auto after = written_on(kind, record.rule_set, before, document);
    if (!after) return;
    const auto happen = [&](const auto& event) {
        require(desk.carry_out(Change{id, event}, on).has_value(), "each change is possible");
    };
    for (const FormChange& change : changes_between(kind, before, *after))
        std::visit(happen, change);
    require(content_of(*desk.model().find(id)) == *after, "the changes lead to what was asked");
}

/// Checks lines against the mail standard: visible ASCII, at most 998 characters.
void is_mail(std::string_view eml) {
    const auto head = eml.substr(0, eml.find("\r\n\r\n"));
    static const std::string_view known[] = {"X-Unsent", "To", "Subject", "MIME-Version",
                                             "Content-Type"};
    std::size_t next = 0;
    for (std::string_view line : lines_of(head)) {
        require(line.size() <= 998, "a mail's line is short enough");
        if (line.front() == ' ') continue;  // continues the previous line
        require(next < std::size(known) && line.substr(0, line.find(':')) == known[next++],
                "a mail has its own headers and no other");
    }
    require(std::all_of(eml.begin(), eml.end(),
                        [](char c) { return c == '\r' || c == '\n' || (c >= ' ' && c < 0x7f); }),
            "a mail is ASCII");
}

void is_text(const Document& document) {
    require(is_plain_text(plain_text(document), true), "what is printed is plain text");
}

void is_handed_over(const Authorization& record) {
    is_text(form_document(record, "Reference: 1", Wording::reading));
    is_mail(mail_of(record, "mpcustdesk@amazon.com").eml);
}

void is_handed_over(const Deal& record) {
    is_text(form_document(record, "Reference: 1", Wording::reading));
    is_text(customer_document(record, "Birch", Wording::reading));
    is_mail(mail_of(record, "mpcustdesk@amazon.com").eml);
}

template <typename Id>
void hand_over(const Model& model, const Id& id) {
    is_handed_over(*model.find(id));
    comes_back(encode(*model.find(id)), decode, encode);
}

}  // namespace

void form(std::string_view bytes) {
    static const Model empty = drafts();
    if (bytes.empty()) return;
    const auto document = parse_content(bytes.substr(1));
    if (!document) return;
    Desk desk(empty, "");
    if (bytes[0] == 'd') {
        fill_form<command::ChangeDeal>(desk, DealId{"ctr"}, FormKind::custom_transaction_request,
                                       *document);
        return hand_over(desk.model(), DealId{"ctr"});
    }
    const AuthorizationId id{bytes[0] == 'c' ? "crt" : "raf"};
    fill_form<command::ChangeAuthorization>(desk, id, desk.model().find(id)->form, *document);
    hand_over(desk.model(), id);
}

}  // namespace cppo::fuzz
