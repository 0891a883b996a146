// Documents that leave the desk: to standard output, or to a file with --out.
#pragma once

#include "commands/nouns.hpp"
#include "exchange/mail.hpp"

namespace cppo {

inline const Option to_option = {"to", "MAIL", "The recipient (default: the customer desk).",
                                 Need::optional};
inline const Option out_option = {"out", "FILE", "The file to write (default: standard output).",
                                  Need::optional};
inline const Option force_option = {"force", "", "Replace a file that exists.", Need::optional};

/// The document itself, or where it was written. `about` goes before the JSON answer's "document".
Outcome hand_out(const Call& call, const std::string& document, JsonObject about);

/// The recipient of --to for a form by `rule_set`. Refuses BAD_RECIPIENT.
Result<std::string> recipient_of(const Call& call, RuleSet rule_set, const Workspace& workspace);

Outcome hand_out(const Call& call, const MailDraft& mail);

}  // namespace cppo
