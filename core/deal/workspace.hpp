// The desk's own facts: who we are, whom we mail, and the settings new deals start with.
#pragma once

#include "party/party.hpp"
#include "rules/rules.hpp"

namespace cppo {

struct Workspace {
    PartyRef partner;  ///< ours; the account is empty until it is written
    std::string contact;
    bool registered_seller = false;         ///< AWS Marketplace registration of the partner [seed]
    std::string channel_manager;            ///< e-mail of the channel account manager, or empty
    RuleSet rule_set = RuleSet::seed_2019;  ///< of new authorizations and their deals (decision 1)
    Settings settings;
    Timing timing;
    std::string salt;  ///< random hexadecimal text behind per-party reference numbers
};

/// Where a form may go: to the customer desk or the configured channel account manager [seed], or
/// into the seller portal alone.
inline bool is_recipient(RuleSet rule_set, std::string_view to, std::string_view channel_manager) {
    if (to == usual_recipient(rule_set)) return true;
    return filing(rule_set) == Filing::mailed && !to.empty() && to == channel_manager;
}

}  // namespace cppo
