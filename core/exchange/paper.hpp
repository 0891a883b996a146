// Forms and statements as documents, each with what one party may read, to be mailed, downloaded as
// text or printed.
#pragma once

#include "report/document.hpp"
#include "report/statement.hpp"

namespace cppo {

/// A form in full, for AWS and for those who may see all of it: the ISV and the partner for a
/// Reseller Authorization or Custom Resale Transaction, the partner for a Custom Transaction
/// Request. `reference` is its first line. `Wording::files` writes the values exactly as signed.
Document form_document(const Authorization& authorization, std::string reference, Wording wording);
Document form_document(const Deal& deal, std::string reference, Wording wording);

/// The offer as the customer may read it, without wholesale, discount and fees.
Document customer_offer(const Deal& deal, std::string_view partner_name, Wording wording);

/// The request as the customer reads and signs it, without wholesale, discount and fees.
Document customer_document(const Deal& deal, std::string_view partner_name, Wording wording);
std::string customer_copy(const Deal& deal, std::string_view partner_name);

/// A party's statement as a document.
Document document_of(const IsvStatement& statement);
Document document_of(const PartnerStatement& statement);
Document document_of(const CustomerStatement& statement);
Document document_of(const Statement& statement);

}  // namespace cppo
