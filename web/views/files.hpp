// What a person can take away from the page as a file. Names hold no party's secrets: a report is
// named by that party's own reference number.
#pragma once

#include "desk/model.hpp"
#include "exchange/mail.hpp"
#include "views/intents.hpp"

namespace cppo {

// The signed form as a mail; nothing when the record is gone.
std::optional<MailDraft> mail_draft(const Model& model,
                                    const std::variant<AuthorizationId, DealId>& record,
                                    std::string_view to);

// A form for those who sign it: ISV and partner, or the partner alone.
intent::Print form_print(const Model& model, const Authorization& authorization);
intent::Print form_print(const Model& model, const Deal& deal);

// The Custom Transaction Request as the customer signs it.
intent::Download customer_copy_file(const Model& model, const Deal& deal);
intent::Print customer_copy_print(const Model& model, const Deal& deal);

// One party's report on one deal; nothing while the deal's forms are incomplete.
std::optional<intent::Download> report_file(const Model& model, const Deal& deal, Party party,
                                            Date as_of);
std::optional<intent::Print> report_print(const Model& model, const Deal& deal, Party party,
                                          Date as_of);

// Every record in one file, encrypted if there is a passphrase; a damaged record as it was found.
intent::Download export_file(const Model& model, Date today, std::string passphrase = {});
intent::Download damaged_file(const Damaged& damaged);

}  // namespace cppo
