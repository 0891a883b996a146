#include "party/party.hpp"

#include "base/text.hpp"

namespace cppo {

std::string_view title(Party party) {
    switch (party) {
        case Party::isv: return "ISV";
        case Party::partner: return "You";
        case Party::customer: return "Customer";
        case Party::payer: return "Payer";
        case Party::aws: return "AWS Marketplace";
        case Party::others: return "Others";
    }
    INVARIANT(false);
}

std::string_view role(Party party) { return party == Party::partner ? "Partner" : title(party); }

std::string_view spoken(Party party) {
    constexpr std::string_view words[] = {"the ISV",   "the partner", "the customer",
                                          "the payer", "AWS",         "someone else"};
    static_assert(std::size(words) == name_count<Party>());
    return words[static_cast<std::size_t>(party)];
}

std::string who_has(Party party) {
    return party == Party::partner ? "you have" : std::string(spoken(party)) + " has";
}

Result<AccountId> parse_account(std::string_view text, std::string_view field) {
    std::string digits;
    for (char c : text) {
        if (is_digit(c)) digits += c;
        else if (c != ' ' && c != '-')
            return refuse(Code::malformed, std::string(field),
                          in_quotes(text) + " contains characters other than digits");
    }
    if (digits.size() != 12)
        return refuse(Code::malformed, std::string(field),
                      "an AWS account number has 12 digits; " + in_quotes(text) + " has " +
                          std::to_string(digits.size()));
    return AccountId{digits};
}

std::string in_groups(const AccountId& account) {
    INVARIANT(account.digits.size() == 12);
    return account.digits.substr(0, 4) + ' ' + account.digits.substr(4, 4) + ' ' +
           account.digits.substr(8);
}

}  // namespace cppo
