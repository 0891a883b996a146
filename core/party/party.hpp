// Who takes part in a deal, and the AWS account numbers that name them.
#pragma once

#include <string>

#include "base/result.hpp"

namespace cppo {

/// `payer` is the account billed for the customer's account; `others` is everybody else.
enum class Party { isv, partner, customer, payer, aws, others };

template <>
struct Names<Party> {
    static constexpr std::string_view list[] = {"isv",   "partner", "customer",
                                                "payer", "aws",     "others"};
};

/// What a person calls the party; "we" is the partner.
std::string_view title(Party party);

/// What a form calls the party: "ISV", "Partner", "Customer".
std::string_view role(Party party);

/// The party inside a sentence: "the ISV", "the partner", "AWS".
std::string_view spoken(Party party);

/// Whether the ISV's discount may be used for any customer, or once for one named customer. [seed]
enum class DealKind { recurring, non_recurring };

template <>
struct Names<DealKind> {
    static constexpr std::string_view list[] = {"recurring", "non-recurring"};
};

/// An AWS account number: 12 digits kept as text, because leading zeros are legal.
struct AccountId {
    std::string digits;
    bool operator==(const AccountId& other) const { return digits == other.digits; }
    bool operator!=(const AccountId& other) const { return digits != other.digits; }
};

/// Reads 12 digits, alone or in groups of four ("1111 2222 3333", "1111-2222-3333"). Refuses
/// MALFORMED and says how many digits there were.
Result<AccountId> parse_account(std::string_view text, std::string_view field);

std::string in_groups(const AccountId& account);  ///< "1111 2222 3333", for reading

/// A party by its legal name and account.
struct PartyRef {
    std::string name;
    AccountId account;
    bool operator==(const PartyRef& other) const {
        return name == other.name && account == other.account;
    }
};

}  // namespace cppo
