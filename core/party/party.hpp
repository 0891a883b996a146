// The parties of a deal and their AWS account numbers.
#pragma once

#include <string>

#include "base/result.hpp"

namespace cppo {

/// `payer` is the account that AWS bills for the customer's account; `others` is everyone else.
enum class Party { isv, partner, customer, payer, aws, others };

template <>
struct Names<Party> {
    static constexpr std::string_view list[] = {"isv",   "partner", "customer",
                                                "payer", "aws",     "others"};
};

/// The party's name on screens, where the partner is "You".
std::string_view title(Party party);

/// The party's name on forms: "ISV", "Partner", "Customer".
std::string_view role(Party party);

/// The party's name within a sentence: "the ISV", "the partner", "AWS".
std::string_view spoken(Party party);

/// The beginning of a sentence to the partner: "you have", "the ISV has".
std::string who_has(Party party);

/// Whether the ISV's discount is for any customer, or for one sale to one named customer. [seed]
enum class DealKind { recurring, non_recurring };

template <>
struct Names<DealKind> {
    static constexpr std::string_view list[] = {"recurring", "non-recurring"};
};

/// An AWS account number: 12 digits, stored as text because leading zeros count.
struct AccountId {
    std::string digits;
    bool operator==(const AccountId& other) const { return digits == other.digits; }
    bool operator!=(const AccountId& other) const { return digits != other.digits; }
};

/// Reads 12 digits with optional spaces or hyphens ("1111 2222 3333", "1111-2222-3333"). Refuses
/// MALFORMED; the refusal says how many digits there were.
Result<AccountId> parse_account(std::string_view text, std::string_view field);

std::string in_groups(const AccountId& account);  ///< "1111 2222 3333", for reading

/// A party's legal name and account.
struct PartyRef {
    std::string name;
    AccountId account;
    bool operator==(const PartyRef& other) const {
        return name == other.name && account == other.account;
    }
};

}  // namespace cppo
