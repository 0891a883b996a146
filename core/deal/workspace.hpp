// The workspace: the partner, its contacts at AWS, and the settings new deals start with.
#pragma once

#include "party/party.hpp"
#include "rules/rules.hpp"

namespace cppo {

struct Workspace {
    PartyRef partner;  ///< you; the account is empty until it is entered
    std::string contact;
    bool registered_seller = false;         ///< AWS Marketplace registration of the partner [seed]
    std::string channel_manager;            ///< e-mail of the channel account manager, or empty
    RuleSet rule_set = RuleSet::seed_2019;  ///< of new authorizations and their deals (decision 1)
    Settings settings;
    Timing timing;
    std::string salt;  ///< random hexadecimal text behind per-party reference numbers
};

/// Calls `visit(name, value)` for every fact, in the order of the record; for days, with the most
/// allowed. The only list of them, for records, the page's form and `cppo workspace set`; that
/// of the settings is each_setting().
template <typename AnyWorkspace, typename Visit>
void each_fact(AnyWorkspace& workspace, Visit visit) {
    visit("partner_name", workspace.partner.name);
    visit("partner_account", workspace.partner.account);
    visit("contact", workspace.contact);
    visit("registered_seller", workspace.registered_seller);
    visit("channel_manager", workspace.channel_manager);
    visit("rule_set", workspace.rule_set);
    visit("settings", workspace.settings);
    visit("net_days", workspace.timing.net_days, net_days_max);
    visit("disbursement_day", workspace.timing.disbursement_day, disbursement_day_max);
    visit("salt", workspace.salt);
}

/// Where a form may go: to the customer desk or the configured channel account manager [seed], or
/// into the seller portal alone.
inline bool is_recipient(RuleSet rule_set, std::string_view to, std::string_view channel_manager) {
    if (to == usual_recipient(rule_set)) return true;
    return filing(rule_set) == Filing::mailed && !to.empty() && to == channel_manager;
}

}  // namespace cppo
