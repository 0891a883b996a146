#include "exchange/mail.hpp"

#include "base/text.hpp"
#include "codec/form_json.hpp"
#include "codec/object_writer.hpp"
#include "exchange/mime.hpp"
#include "exchange/paper.hpp"

namespace cppo {
namespace {

/// A complete form with its signatures, ready to be sent.
struct SignedForm {
    FormKind kind;
    const Content& content;
    const std::vector<Signature>& signatures;
    std::string record_id;

    std::string code() const { return upper(text(kind)); }
    std::string hash() const { return content_hash(Party::aws, kind, content); }
    std::string file_name(std::string_view extension) const {
        return std::string(text(kind)) + '-' + record_id + '.' + std::string(extension);
    }
};

/// The same content as the mail's text, for programs to read.
std::string json_of(const SignedForm& signed_form) {
    JsonArray signatures;
    for (const Signature& signature : signed_form.signatures) {
        ObjectWriter io;
        io.member("party", signature.party);
        io.member("name", signature.name);
        io.member("title", signature.title);
        io.member("signed_on", signature.on);
        io.member("hash", signature.hash);
        signatures.push_back(io.take());
    }
    return print_json(JsonObject{{"schema", 1},
                                 {"kind", "form"},
                                 {"form", text(signed_form.kind)},
                                 {"reference", signed_form.record_id},
                                 {"fields", content_json(signed_form.kind, signed_form.content)},
                                 {"hash", signed_form.hash()},
                                 {"signatures", std::move(signatures)}});
}

/// The first three texts of a column, and how many more there are.
std::string listed(const std::vector<Content::Row>& rows, std::string_view key) {
    constexpr std::size_t named = 3;
    std::vector<std::string> texts;
    for (const Content::Row& row : rows)
        if (texts.size() < named) texts.emplace_back(value_in(row, key));
    const std::size_t more = rows.size() - texts.size();
    return join(texts, ", ") + (more > 0 ? " and " + std::to_string(more) + " more" : "");
}

MailDraft draft(const SignedForm& signed_form, std::string_view to, std::string subject,
                const Document& document) {
    MailDraft mail;
    mail.to = to;
    mail.subject = '[' + signed_form.code() + "] " + std::move(subject);
    mail.body = plain_text(document);
    mail.files = attachments_of(signed_form.content);
    mail.file_name = signed_form.file_name("eml");
    mail.eml =
        eml({mail.to, mail.subject, mail.body, signed_form.file_name("json"), "application/json",
             json_of(signed_form), "cppo" + signed_form.hash().substr(0, 32)});
    return mail;
}

}  // namespace

MailDraft mail_of(const Authorization& authorization, std::string_view to) {
    const AuthorizationState& state = authorization.state;
    const Content& content = state.content;
    const std::string subject =
        join({std::string(content.value("partner_name")), std::string(content.value("isv_name")),
              listed(content.rows("products"), "title"), authorization.id.value},
             " / ");
    return draft({authorization.form, content, state.signatures, authorization.id.value}, to,
                 subject,
                 form_document(authorization, "Partner's reference: " + authorization.id.value,
                               Wording::files));
}

MailDraft mail_of(const Deal& deal, std::string_view to) {
    const Content& request = deal.state.request;
    const std::string subject = join({std::string(request.value("customer_name")),
                                      listed(request.rows("lines"), "description"), deal.id.value},
                                     " / ");
    return draft(
        {FormKind::custom_transaction_request, request, deal.state.signatures, deal.id.value}, to,
        subject,
        form_document(deal,
                      "Partner's reference: " + deal.id.value +
                          "\nAuthorization: " + deal.authorization.value,
                      Wording::files));
}

}  // namespace cppo
