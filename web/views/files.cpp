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
    return reference(party, deal.id, model.workspace.salt);
}

Print form_print(const Model& model, const Authorization& authorization) {
    // The ISV reads it too, and our own name for the record may tell of a customer.
    const std::string number = reference(Party::isv, authorization.id, model.workspace.salt);
    return {"authorization-" + number,
            form_document(authorization, "Reference: " + number, Wording::reading)};
}

Print form_print(const Model& model, const Deal& deal) {
    const std::string number = reference_of(model, deal, Party::partner);
    return {"request-" + number, form_document(deal, "Reference: " + number, Wording::reading)};
}

static std::string offer_name(const Model& model, const Deal& deal) {
    return "offer-" + reference_of(model, deal, Party::customer);
}

Download customer_copy_file(const Model& model, const Deal& deal) {
    return {offer_name(model, deal) + ".txt", "text/plain",
            customer_copy(deal, model.workspace.partner.name)};
}

Print customer_copy_print(const Model& model, const Deal& deal) {
    return {offer_name(model, deal),
            customer_document(deal, model.workspace.partner.name, Wording::reading)};
}

namespace {

using Statement = std::variant<IsvStatement, PartnerStatement, CustomerStatement>;

std::optional<Statement> statement_of(const Model& model, const Deal& deal, Party party,
                                      Date as_of) {
    const auto subject = subject_of(model, deal);
    const auto request = request_of(deal);
    if (!subject || !request) return std::nullopt;
    const std::span<const Subject> one(&*subject, 1);
    const std::string& salt = model.workspace.salt;
    const auto grant = grant_of(subject->authorization);
    if (!grant) return std::nullopt;
    switch (party) {
        case Party::isv: return isv_statement(one, grant->isv.account, as_of, salt);
        case Party::partner: return partner_statement(one, as_of, salt);
        case Party::customer:
            return customer_statement(one, request->customer.account, as_of, salt);
        default: return std::nullopt;
    }
}

std::string report_name(const Model& model, const Deal& deal, Party party) {
    return std::string(text(party)) + "-" + reference_of(model, deal, party);
}

}  // namespace

std::optional<Download> report_file(const Model& model, const Deal& deal, Party party, Date as_of) {
    const auto statement = statement_of(model, deal, party, as_of);
    if (!statement) return std::nullopt;
    const auto table = [](const auto& of) { return table_of(of, Wording::files); };
    return Download{report_name(model, deal, party) + ".csv", "text/csv",
                    csv(std::visit(table, *statement))};
}

std::optional<Print> report_print(const Model& model, const Deal& deal, Party party, Date as_of) {
    const auto statement = statement_of(model, deal, party, as_of);
    if (!statement) return std::nullopt;
    const auto document = [](const auto& of) { return document_of(of); };
    return Print{report_name(model, deal, party), std::visit(document, *statement)};
}

Download export_file(const Model& model, Date today, std::string passphrase) {
    return {"cppo-desk-" + text(today) + ".json", "application/json",
            encode_export(records_of(model)), std::move(passphrase), true};
}

Download damaged_file(const Damaged& damaged) {
    return {"damaged-" + replaced(damaged.key, "/", "-") + ".json", "application/json",
            damaged.text};
}

}  // namespace cppo
