#include "exchange/mail.hpp"

#include "base/text.hpp"
#include "codec/form_json.hpp"
#include "codec/object_writer.hpp"
#include "exchange/mime.hpp"

namespace cppo {
namespace {

/// A form as it is handed over: the whole of it, with the signatures it carries.
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

std::string_view name_of(Party party) {
    return party == Party::partner ? "Partner" : title(party);
}

/// The heading over a field: its section's title, or the row of the table it stands in.
std::string heading_of(FormKind kind, const FieldPath& place) {
    for (const Section& section : form(kind).sections) {
        if (section.group != place.group) continue;
        if (!section.group.empty())
            return capitalized(section.row_name) + ' ' + std::to_string(place.row + 1);
        for (const Field& field : section.fields)
            if (field.key == place.key) return std::string(section.title);
    }
    INVARIANT(false);
}

/// "label: value" a line under the headings; a paragraph stands below its label, indented.
std::string fields_text(Party reader, FormKind kind, const Content& content) {
    std::string fields, heading;
    for (const CopyLine& line : copy_for(reader, kind, content)) {
        const auto place = parse_field_path(line.path);
        INVARIANT(place.has_value());
        if (const std::string here = heading_of(kind, *place); here != heading) {
            heading = here;
            fields += '\n' + heading + '\n';
        }
        const bool paragraph = line.value.find('\n') != line.value.npos;
        fields += "  " + line.label + ':' +
                  (paragraph ? "\n    " + replaced(line.value, "\n", "\n    ") : ' ' + line.value) +
                  '\n';
    }
    return fields;
}

std::string signatures_text(const std::vector<Signature>& signatures) {
    std::string lines;
    for (const Signature& signature : signatures)
        lines += "  " + std::string(name_of(signature.party)) + ": " + signature.name + ", " +
                 signature.title + ", " + text(signature.on) + "\n    SHA-256 " + signature.hash +
                 '\n';
    return lines;
}

/// The hash on the customer's copy as well, so that whoever holds both can match them.
std::string customer_hash_line(const SignedForm& signed_form) {
    if (signed_form.kind != FormKind::custom_transaction_request) return {};
    return "SHA-256 of the customer's copy: " +
           content_hash(Party::customer, signed_form.kind, signed_form.content) + '\n';
}

std::string body_of(const SignedForm& signed_form, std::string_view reference) {
    const Form& blank = form(signed_form.kind);
    return std::string(blank.title) + " (" + signed_form.code() + ")\n" + std::string(reference) +
           "\n" + fields_text(Party::aws, signed_form.kind, signed_form.content) +
           "\nSigned\n" + signatures_text(signed_form.signatures) +
           "\nSHA-256 of this form: " + signed_form.hash() + '\n' + customer_hash_line(signed_form);
}

/// The form for a program to read: what the text says.
std::string document_of(const SignedForm& signed_form) {
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
    return print_json(
        JsonObject{{"schema", 1},
                   {"kind", "form"},
                   {"form", text(signed_form.kind)},
                   {"reference", signed_form.record_id},
                   {"fields", content_json(signed_form.kind, signed_form.content)},
                   {"hash", signed_form.hash()},
                   {"signatures", std::move(signatures)}});
}

/// The texts of one column, the first three by name.
std::string listed(const std::vector<Content::Row>& rows, std::string_view key) {
    constexpr std::size_t named = 3;
    std::vector<std::string> texts;
    for (const Content::Row& row : rows)
        if (texts.size() < named) texts.emplace_back(value_in(row, key));
    const std::size_t more = rows.size() - texts.size();
    return join(texts, ", ") + (more > 0 ? " and " + std::to_string(more) + " more" : "");
}

MailDraft draft(const SignedForm& signed_form, std::string_view to, std::string subject,
                std::string_view reference) {
    MailDraft mail;
    mail.to = to;
    mail.subject = '[' + signed_form.code() + "] " + std::move(subject);
    mail.body = body_of(signed_form, reference);
    mail.files = attachments_of(signed_form.content);
    mail.file_name = signed_form.file_name("eml");
    mail.eml = eml({mail.to, mail.subject, mail.body, signed_form.file_name("json"),
                    "application/json", document_of(signed_form),
                    "cppo" + signed_form.hash().substr(0, 32)});
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
                 subject, "Our reference: " + authorization.id.value);
}

MailDraft mail_of(const Deal& deal, std::string_view to) {
    const Content& request = deal.state.request;
    const std::string subject =
        join({std::string(request.value("customer_name")),
              listed(request.rows("lines"), "description"), deal.id.value},
             " / ");
    return draft({FormKind::custom_transaction_request, request, deal.state.signatures,
                  deal.id.value},
                 to, subject,
                 "Our reference: " + deal.id.value +
                     "\nUnder our authorization: " + deal.authorization.value);
}

std::string customer_copy(const Deal& deal, std::string_view partner_name) {
    constexpr FormKind kind = FormKind::custom_transaction_request;
    const Content& request = deal.state.request;
    return std::string(form(kind).title) + ": the customer's copy\nOffered by " +
           std::string(partner_name) + "\n" + fields_text(Party::customer, kind, request) +
           "\nSHA-256 of this copy, which the signature covers:\n" +
           content_hash(Party::customer, kind, request) +
           "\n\nSigned for the customer\n\nName:  ______________________________\n\n"
           "Title: ______________________________\n\nDate:  ______________________________\n\n"
           "Signature: __________________________\n";
}

}  // namespace cppo
