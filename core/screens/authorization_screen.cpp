#include "screens/authorization_screen.hpp"

#include "base/text.hpp"
#include "desk/words.hpp"
#include "screens/status.hpp"

namespace cppo {

static AuthorizationRow row_of(const Authorization& authorization, Date on) {
    const Content& content = authorization.state.content;
    AuthorizationRow row;
    row.id = authorization.id;
    row.isv = content.value("isv_name").empty() ? "Unnamed ISV" : content.value("isv_name");
    row.products = products_of(authorization);
    row.kind = authorization.kind();
    row.discount = discounts_text(authorization);
    row.status = status_text(authorization, on);
    row.ends = content.value("ends").empty() ? "No end date" : content.value("ends");
    row.uses = static_cast<int>(authorization.state.uses.size());
    const AuthorizationStatus status = authorization.state.status;
    row.usable = status != AuthorizationStatus::consumed &&
                 status != AuthorizationStatus::revoked && !is_expired(authorization, on);
    row.ready = row.usable && status == AuthorizationStatus::authorized;
    return row;
}

std::vector<AuthorizationRow> authorization_rows(const Model& model, Date on) {
    std::vector<AuthorizationRow> rows;
    for (const auto& [id, authorization] : model.authorizations())
        rows.push_back(row_of(authorization, on));
    return rows;
}

Result<AuthorizationScreen> authorization_screen(const Model& model, const AuthorizationId& id,
                                                 Date on) {
    const Authorization* authorization = model.find(id);
    if (!authorization)
        return refuse(Code::not_found, "authorization",
                      "there is no authorization " + in_quotes(id.value) + " here");
    AuthorizationScreen screen;
    const AuthorizationRow row = row_of(*authorization, on);
    screen.id = id;
    screen.title = row.isv + " · " + row.products;
    screen.kind = kind_text(*authorization);
    screen.status = row.status;
    const NextStep next = next_step(*authorization, on);
    screen.next = next.text;
    screen.urgency = next.urgency;
    screen.form = form_screen(model, *authorization);
    screen.actions = actions_of(*authorization);
    screen.usable = row.usable;
    if (!row.usable)
        screen.unusable_reason = "No new offer can be made: " + lower(screen.status) + ".";
    screen.history = history_of(*authorization);
    return screen;
}

}  // namespace cppo
