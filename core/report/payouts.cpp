#include "report/payouts.hpp"

#include <algorithm>
#include <map>

namespace cppo {
namespace {

/// Amounts moved to a party's payout, by currency and day.
class Moved {
  public:
    void add(const Deal& deal, Party party, Date until) {
        const auto then = as_of(deal, until);
        if (!then) return;
        for (const Movement& movement : movements_of(*then)) {
            const Money paid = movement.paid(party);
            const bool moved =
                movement.what == deal_event<event::Disburse> && movement.party == party;
            if (!moved || movement.on > until) continue;
            const auto [place, fresh] = days_[paid.currency()].insert({movement.on, paid});
            if (!fresh) place->second += paid;
        }
    }

    std::vector<PayoutRow> rows(Period period) const {
        std::vector<PayoutRow> rows;
        for (const auto& [currency, days] : days_) {
            const Money none = Money::zero(currency);
            Money carried = none;
            for (const auto& [on, moved] : days) {
                const Money due = carried + moved;
                carried = std::min(due, none);
                if (period.contains(on)) rows.push_back({on, moved, due - carried, carried});
            }
        }
        return rows;
    }

  private:
    struct Earlier {
        bool operator()(Date a, Date b) const { return a < b; }
    };
    std::map<Currency, std::map<Date, Money, Earlier>> days_;
};

}  // namespace

PayoutStatement isv_payouts(std::span<const Subject> subjects, const AccountId& isv,
                            Period period) {
    PayoutStatement statement{Party::isv, {"", isv}, period, {}};
    Moved moved;
    for (const Subject& subject : subjects) {
        const Content& form = subject.authorization.state.content;
        if (form.value("isv_account") != isv.digits) continue;
        statement.payee.name = form.value("isv_name");
        moved.add(subject.deal, Party::isv, period.until);
    }
    statement.rows = moved.rows(period);
    return statement;
}

PayoutStatement partner_payouts(std::span<const Subject> subjects, Period period) {
    PayoutStatement statement{Party::partner, {}, period, {}};
    Moved moved;
    for (const Subject& subject : subjects) {
        const Content& form = subject.authorization.state.content;
        statement.payee = {std::string(form.value("partner_name")),
                           {std::string(form.value("partner_account"))}};
        moved.add(subject.deal, Party::partner, period.until);
    }
    statement.rows = moved.rows(period);
    return statement;
}

Table table_of(const PayoutStatement& statement, Wording wording) {
    const auto amount = [&](Money money) {
        return wording == Wording::reading ? grouped(money) : text(money);
    };
    Table table{{{"date", "Date"},
                 {"earned", "Earned", true},
                 {"paid_out", "Paid out", true},
                 {"carried_over", "Carried over", true},
                 {"currency", "Currency"}},
                {}};
    for (const PayoutRow& row : statement.rows)
        table.rows.push_back({text(row.on), amount(row.moved), amount(row.paid),
                              amount(row.carried), std::string(text(row.paid.currency()))});
    return table;
}

}  // namespace cppo
