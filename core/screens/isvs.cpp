#include <algorithm>

#include "base/text.hpp"
#include "screens/directory_parts.hpp"

namespace cppo {
namespace {

/// All that the records tell of one ISV.
struct Isv {
    std::string name;
    Date named_on{};
    std::vector<const Authorization*> authorizations;
    std::vector<const Deal*> deals;
};
using Isvs = std::map<Named, Isv>;

Isvs isvs_of(const Model& model) {
    Isvs isvs;
    for (const auto& [id, authorization] : model.authorizations()) {
        const Content& content = authorization.state.content;
        const auto who = named(content, "isv");
        if (!who) continue;
        Isv& isv = isvs[*who];
        const Date on = last_day(authorization);
        const std::string_view name = content.value("isv_name");
        if (!name.empty() && on >= isv.named_on) isv.name = name, isv.named_on = on;
        isv.authorizations.push_back(&authorization);
    }
    for (const auto& [id, deal] : model.deals()) {
        const Authorization* authorization = model.find(deal.authorization);
        if (!authorization) continue;
        if (const auto who = named(authorization->state.content, "isv"))
            isvs[*who].deals.push_back(&deal);
    }
    return isvs;
}

void count_grants(IsvRow& row, const Authorization& authorization, Date on) {
    const AuthorizationStatus status = authorization.state.status;
    if (status == AuthorizationStatus::consumed || status == AuthorizationStatus::revoked ||
        is_expired(authorization, on))
        ++row.ended;
    else ++(status == AuthorizationStatus::authorized ? row.usable : row.waiting);
}

IsvRow row_of(const Model& model, const Named& who, const Isv& isv, Date on) {
    IsvRow row;
    row.key = key_of(who);
    row.name = isv.name.empty() ? "Unnamed ISV" : isv.name;
    row.account = who.account;
    for (const Authorization* authorization : isv.authorizations)
        count_grants(row, *authorization, on);
    row.deals = static_cast<int>(isv.deals.size());
    Totals wholesale, owed;
    for (const Deal* deal : isv.deals) {
        if (const auto amount = total_wholesale(model, *deal)) wholesale.add(*amount);
        for (const DealInvoice& invoice : deal->state.invoices) {
            const Money due = position(invoice, Party::isv, settings_of(*deal));
            if (!due.is_zero()) owed.add(due);
        }
    }
    row.wholesale = wholesale.amounts();
    row.owed = owed.amounts();
    return row;
}

}  // namespace

std::vector<IsvRow> isv_rows(const Model& model, Date on) {
    std::vector<IsvRow> rows;
    for (const auto& [who, isv] : isvs_of(model)) rows.push_back(row_of(model, who, isv, on));
    std::stable_sort(rows.begin(), rows.end(), [](const IsvRow& a, const IsvRow& b) {
        return lower(a.name) < lower(b.name);
    });
    return rows;
}

Result<IsvScreen> isv_screen(const Model& model, std::string_view key, Date on) {
    for (const auto& [who, isv] : isvs_of(model)) {
        if (key_of(who) != key) continue;
        IsvScreen screen{row_of(model, who, isv, on), {}, {}};
        for (AuthorizationRow& row : authorization_rows(model, on))
            if (named(model.find(row.id)->state.content, "isv") == who)
                screen.authorizations.push_back(std::move(row));
        for (const Deal* deal : isv.deals) screen.deals.push_back(deal->id);
        return screen;
    }
    return refuse(Code::not_found, "isv", "there is no ISV " + in_quotes(key) + " here");
}

}  // namespace cppo
