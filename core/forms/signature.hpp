// Signatures: who signed which content of a form. A signature covers a hash of the signed copy, so
// any later edit shows.
#pragma once

#include "forms/form.hpp"

namespace cppo {

/// One party's signature on one form. [ext: the program only says that parties sign]
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

/// The copy of a form that one party reads and signs: its fields in the form's order. The
/// customer's copy omits fields not meant for the customer, and is empty for a form the customer
/// does not sign.
struct CopyLine {
    std::string path;
    std::string label;
    std::string value;
};
std::vector<CopyLine> copy_for(Party party, FormKind kind, const Content& content);

/// SHA-256 of that copy, in hexadecimal: what the party's signature covers. Others can compare the
/// customer's hash with theirs, because every party to a request reads all that the customer reads.
std::string content_hash(Party party, FormKind kind, const Content& content);

/// The party's signature, or null. An edit removes all signatures and a new one is checked against
/// the form's hash, so each one covers the form as it is.
const Signature* signature_of(const std::vector<Signature>& signatures, Party party);

/// Refuses WRONG_SIGNER if `party` does not sign this form, REQUIRED and MALFORMED for the signer's
/// name and title.
Result<void> check_signer(FormKind kind, Party party, std::string_view name,
                          std::string_view title);

}  // namespace cppo
