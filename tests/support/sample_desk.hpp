// A desk changed only by commands, as by the page and the command line, and the sample workspace
// built with it.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "desk/update.hpp"

namespace cppo::test {

/// A model and the date of its commands. A refused command stops the test.
struct CommandDesk {
    Model model;
    Date on;

    void today(std::string_view date);
    void run(const Command& command);
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

/// The sample that the page offers on first start; assets/sample.json is its export.
CommandDesk sample_desk();

}  // namespace cppo::test
