// Signatures: who signed which content of a form. A signature covers a hash of the copy that was
// signed, so any edit afterwards shows.
#pragma once

#include "forms/form.hpp"

namespace cppo {

/// One party's signature under one form. [ext: the program only says that parties sign]
struct Signature {
    Party party = Party::partner;
    std::string name;   ///< the person's typed name
    std::string title;  ///< and office
    Date on;
    std::string hash;  ///< of the copy this party signed
    bool operator==(const Signature& other) const {
        return party == other.party && name == other.name && title == other.title &&
               on == other.on && hash == other.hash;
    }
};

/// The copy of a form one party reads and signs: fields in the form's order, those not meant for
/// the customer left out of the customer's copy. Of a form it does not sign the customer reads
/// nothing.
struct CopyLine {
    std::string path;
    std::string label;
    std::string value;
};
std::vector<CopyLine> copy_for(Party party, FormKind kind, const Content& content);

/// SHA-256 of that copy, in hexadecimal: what the party's signature covers. The customer's is the
/// one that others can match with theirs: every party of a request reads all that is in it.
std::string content_hash(Party party, FormKind kind, const Content& content);

/// Refuses WRONG_SIGNER when `party` does not sign this form, REQUIRED and MALFORMED for the name.
Result<void> check_signer(FormKind kind, Party party, std::string_view name,
                          std::string_view title);

}  // namespace cppo
