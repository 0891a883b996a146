// A signed form as a mail draft: an .eml file that any mail program opens. The program itself never
// sends anything.
#pragma once

#include "deal/deal.hpp"

namespace cppo {

struct MailDraft {
    std::string to;
    std::string subject;
    std::string body;                    ///< the form as plain text with its signatures and hash
    std::vector<Attachment> files = {};  ///< to be attached by the sender; only names are stored
    std::string file_name;               ///< "raf-auth-1.eml"
    std::string eml;                     ///< RFC 5322 message with the form attached as JSON
};

/// The mail that sends a form to AWS. The recipient was checked when the form was submitted.
MailDraft mail_of(const Authorization& authorization, std::string_view to);
MailDraft mail_of(const Deal& deal, std::string_view to);

}  // namespace cppo
