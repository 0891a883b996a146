// The desk's own facts: who we are, whom we mail, and the settings new deals start with.
#pragma once

#include "party/party.hpp"
#include "rules/rules.hpp"

namespace cppo {

struct Workspace {
    PartyRef partner;  ///< ours; the account is empty until it is written
    std::string contact;
    bool registered_seller = false;  ///< AWS Marketplace registration of the partner [seed]
    std::string channel_manager;     ///< e-mail of the channel account manager, or empty
    Settings settings;
    Timing timing;
    std::string salt;  ///< random hexadecimal text behind per-party reference numbers
};

/// True for the customer desk and the configured channel account manager [seed]; nobody else may
/// be mailed a form.
inline bool is_recipient(std::string_view address, std::string_view channel_manager) {
    return address == customer_desk || (!address.empty() && address == channel_manager);
}

}  // namespace cppo
