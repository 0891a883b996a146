#include "views/files.hpp"

#include "base/text.hpp"
#include "exchange/paper.hpp"

namespace cppo {

std::optional<MailDraft> mail_draft(const Model& model,
                                    const std::variant<AuthorizationId, DealId>& record,
                                    std::string_view to) {
    const auto mail = [&](const auto& id) -> std::optional<MailDraft> {
        if (const auto* found = model.find(id)) return mail_of(*found, to);
        return std::nullopt;
    };
    return std::visit(mail, record);
}

static std::string reference_of(const Model& model, const Deal& deal, Party party) {
    return reference(party, deal.id, model.workspace().salt);
}

intent::Print form_print(const Model& model, const Authorization& authorization) {
    // The ISV reads it too, and our own name for the record may tell of a customer.
    const std::string number = reference(Party::isv, authorization.id, model.workspace().salt);
    return {"authorization-" + number,
            form_document(authorization, "Reference: " + number, Wording::reading)};
}

intent::Print form_print(const Model& model, const Deal& deal) {
    const std::string number = reference_of(model, deal, Party::partner);
    return {"request-" + number, form_document(deal, "Reference: " + number, Wording::reading)};
}

static std::string offer_name(const Model& model, const Deal& deal) {
    return "offer-" + reference_of(model, deal, Party::customer);
}

intent::Download customer_copy_file(const Model& model, const Deal& deal) {
    return {offer_name(model, deal) + ".txt", "text/plain",
            customer_copy(deal, model.workspace().partner.name)};
}

intent::Print customer_copy_print(const Model& model, const Deal& deal) {
    return {offer_name(model, deal),
            customer_document(deal, model.workspace().partner.name, Wording::reading)};
}

static std::optional<Statement> statement_of(const Model& model, const Deal& deal, Party party,
                                             Date as_of) {
    const auto subject = subject_of(model, deal);
    if (!subject) return std::nullopt;
    return statement_for(party, *subject, as_of, model.workspace().salt);
}

static std::string report_name(const Model& model, const Deal& deal, Party party) {
    return std::string(text(party)) + "-" + reference_of(model, deal, party);
}

std::optional<intent::Download> report_file(const Model& model, const Deal& deal, Party party,
                                            Date as_of) {
    const auto statement = statement_of(model, deal, party, as_of);
    if (!statement) return std::nullopt;
    return intent::Download{report_name(model, deal, party) + ".csv", "text/csv",
                            csv(table_of(*statement, Wording::files))};
}

std::optional<intent::Print> report_print(const Model& model, const Deal& deal, Party party,
                                          Date as_of) {
    const auto statement = statement_of(model, deal, party, as_of);
    if (!statement) return std::nullopt;
    return intent::Print{report_name(model, deal, party), document_of(*statement)};
}

intent::Download export_file(const Model& model, Date today, std::string passphrase) {
    return {"cppo-desk-" + text(today) + ".json", "application/json",
            encode_export(records_of(model)), std::move(passphrase), true};
}

intent::Download damaged_file(const Damaged& damaged) {
    return {"damaged-" + replaced(damaged.key, "/", "-") + ".json", "application/json",
            damaged.text};
}

}  // namespace cppo
