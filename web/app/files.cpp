#include "files.hpp"

#include "base/text.hpp"

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

Download customer_copy_file(const Model& model, const Deal& deal) {
    return {"offer-" + reference_of(model, deal, Party::customer) + ".txt", "text/plain",
            customer_copy(deal, model.workspace.partner.name)};
}

static std::optional<Table> report_table(const Model& model, const Subject& subject, Party party,
                                         Date as_of) {
    const std::span<const Subject> one(&subject, 1);
    const std::string& salt = model.workspace.salt;
    const auto request = request_of(subject.deal);
    const auto terms =
        authorization_terms(subject.authorization.form, subject.authorization.state.content);
    if (!request || !terms) return std::nullopt;
    switch (party) {
        case Party::isv:
            return table_of(isv_statement(one, terms->isv.account, as_of, salt), Wording::files);
        case Party::partner:
            return table_of(partner_statement(one, as_of, salt), Wording::files);
        case Party::customer:
            return table_of(customer_statement(one, request->customer.account, as_of, salt),
                            Wording::files);
        default:
            return std::nullopt;
    }
}

std::optional<Download> report_file(const Model& model, const Deal& deal, Party party, Date as_of) {
    const auto subject = subject_of(model, deal);
    const auto table = subject ? report_table(model, *subject, party, as_of) : std::nullopt;
    if (!table) return std::nullopt;
    return Download{std::string(text(party)) + "-" + reference_of(model, deal, party) + ".csv",
                    "text/csv", csv(*table)};
}

Download export_file(const Model& model, Date today) {
    return {"cppo-desk-" + text(today) + ".json", "application/json",
            encode_export(records_of(model))};
}

Download damaged_file(const Damaged& damaged) {
    return {"damaged-" + replaced(damaged.key, "/", "-") + ".json", "application/json",
            damaged.text};
}

}  // namespace cppo
