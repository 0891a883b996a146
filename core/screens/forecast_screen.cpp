#include "screens/forecast_screen.hpp"
#include "desk/words.hpp"

#include <algorithm>
#include <tuple>

namespace cppo {
namespace {

/// Who pays, for the customer; who is paid, for the others.
std::string name_of(Party party, const Deal& deal, const Authorization& authorization) {
    const Content& form = authorization.state.content;
    switch (party) {
        case Party::customer: return customer_of(deal);
        case Party::isv: return std::string(form.value("isv_name"));
        case Party::partner: return std::string(form.value("partner_name"));
        default: return std::string(title(party));
    }
}

}  // namespace

std::string basis_of(const Timing& timing) {
    const std::string days = timing.disbursement_day == 0
                                 ? "every day"
                                 : "on day " + std::to_string(timing.disbursement_day);
    return "Estimates: customers pay " + std::to_string(timing.net_days) +
           " days after the invoice, AWS pays out " + days + ".";
}

std::vector<ForecastRow> forecast(const Model& model, Date as_of, const Deal* deal) {
    std::vector<ForecastRow> rows;
    for (const auto& [id, each] : model.deals()) {
        const Authorization* authorization = model.find(each.authorization);
        if (!authorization || (deal && deal != &each)) continue;
        for (const Expected& expected : expected_of(each, as_of, model.workspace().timing))
            rows.push_back({expected.on, expected.party,
                            name_of(expected.party, each, *authorization), id, expected.number,
                            expected.amount, expected.overdue_since});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ForecastRow& a, const ForecastRow& b) { return a.on < b.on; });
    return rows;
}

std::vector<ForecastRow> paid_since(const Model& model, Date from) {
    std::vector<ForecastRow> rows;
    for (const auto& [id, deal] : model.deals()) {
        const Authorization* authorization = model.find(deal.authorization);
        // Most deals have no event this late, so their movements need not be computed.
        if (!authorization || deal.events.empty() || deal.events.back().on < from) continue;
        for (const Movement& movement : movements_of(deal)) {
            if (movement.on < from) continue;
            const std::pair<Party, Money> parts[] = {{Party::customer, movement.kept},
                                                     {Party::aws, movement.earned.aws_total},
                                                     {Party::isv, movement.isv_paid},
                                                     {Party::partner, movement.partner_paid}};
            for (const auto& [party, amount] : parts)
                if (!amount.is_zero())
                    rows.push_back({movement.on, party, name_of(party, deal, *authorization), id,
                                    movement.number, amount});
        }
    }
    return rows;
}

std::vector<ForecastTotal> totals_of(const std::vector<ForecastRow>& rows) {
    std::map<std::tuple<std::string, Party, Currency>, Money> sums;
    for (const ForecastRow& row : rows) {
        const auto [place, fresh] =
            sums.insert({{month_text(row.on), row.party, row.amount.currency()}, row.amount});
        if (!fresh) place->second += row.amount;
    }
    std::vector<ForecastTotal> totals;
    for (const auto& [key, amount] : sums)
        totals.push_back({std::get<0>(key), std::get<1>(key), amount});
    return totals;
}

}  // namespace cppo
