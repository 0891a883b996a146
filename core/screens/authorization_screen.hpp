// The list of authorizations, and everything the page shows of one.
#pragma once

#include "desk/history.hpp"
#include "screens/actions.hpp"
#include "screens/form_screen.hpp"
#include "screens/next_step.hpp"

namespace cppo {

struct AuthorizationRow {
    AuthorizationId id;
    DealKind kind = DealKind::recurring;
    int uses = 0;  ///< offers made under it
    std::string isv, products, status, discount, ends;
    bool usable = false;  ///< a deal can be started under it
    bool ready = false;   ///< and be sent: AWS has authorized it
};

struct AuthorizationScreen {
    AuthorizationId id;
    std::string title, kind, status;
    std::string next;  ///< the one thing to do next, a sentence
    Urgency urgency = Urgency::idle;
    FormScreen form;
    std::vector<ActionRow> actions;
    bool usable = false;  ///< a deal can be started under it
    std::string unusable_reason;
    std::vector<HistoryRow> history;
};

std::vector<AuthorizationRow> authorization_rows(const Model& model, Date on);
Result<AuthorizationScreen> authorization_screen(const Model& model, const AuthorizationId& id,
                                                 Date on);

}  // namespace cppo
