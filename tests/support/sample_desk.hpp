// A desk driven by commands alone, as the page and the command line drive it, and the sample
// workspace built with it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "desk/desk.hpp"

namespace cppo::test {

/// A desk and the day its commands happen on. A command that is refused stops the test.
struct DeskDriver {
    Desk desk;
    Date on;

    const Model& model() const { return desk.model(); }

    void today(std::string_view date);
    void run(const Command& command);
    /// What would come of the command, which changes nothing here.
    Result<Step> attempt(const Command& command) const;

    void workspace(std::string_view path, std::string_view text);
    void authorization(std::string_view id, AuthorizationPayload payload);
    void deal(std::string_view id, DealPayload payload);
    /// Sets fields, adding rows as needed.
    void fill_authorization(std::string_view id,
                            std::vector<std::pair<std::string_view, std::string_view>> fields);
    void fill_deal(std::string_view id,
                   std::vector<std::pair<std::string_view, std::string_view>> fields);
    void sign_authorization(std::string_view id, Party party);
    void sign_deal(std::string_view id, Party party);
    void fees(std::string_view id, std::string_view marketplace, std::string_view processing);

    const Deal& deal(std::string_view id) const;
};

/// The sample the page offers on first start: assets/sample.json is its export.
DeskDriver sample_desk();

/// The sample's deal that waits for signatures: 600,000 JPY of list at 30 % off, sold for 465,000.
inline const DealId loom{"loom-backup"};

/// All that is recorded, as one text.
std::string everything(const Model& model);
/// "ok", or the code and field of the refusal.
std::string outcome(const Result<Step>& result);

}  // namespace cppo::test
