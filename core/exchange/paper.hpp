// The forms and the parties' statements as documents, each as one party may read it: what is
// mailed, handed over as text, and printed.
#pragma once

#include "report/document.hpp"
#include "report/statement.hpp"

namespace cppo {

/// A form in full, for those who sign it and for AWS: a Reseller Authorization or Custom Resale
/// Transaction for ISV and partner, a Custom Transaction Request for the partner. `reference` is
/// what its first line says. In files values stand as they are signed.
Document form_document(const Authorization& authorization, std::string reference, Wording wording);
Document form_document(const Deal& deal, std::string reference, Wording wording);

/// What we offer the customer, in its own words: nothing of wholesale, discount or fees.
Document customer_offer(const Deal& deal, std::string_view partner_name, Wording wording);

/// The request as the customer reads and signs it: nothing of wholesale, discount or fees.
Document customer_document(const Deal& deal, std::string_view partner_name, Wording wording);
std::string customer_copy(const Deal& deal, std::string_view partner_name);

/// A party's statement on paper.
Document document_of(const IsvStatement& statement);
Document document_of(const PartnerStatement& statement);
Document document_of(const CustomerStatement& statement);
Document document_of(const Statement& statement);

}  // namespace cppo
