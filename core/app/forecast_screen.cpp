#include "app/forecast_screen.hpp"

#include <algorithm>
#include <tuple>

#include "app/steps.hpp"

namespace cppo {

std::vector<ForecastRow> forecast(const Model& model, Date as_of, const Deal* deal) {
    std::vector<ForecastRow> rows;
    for (const auto& [id, each] : model.deals) {
        const Authorization* authorization = model.find(each.authorization);
        if (!authorization || (deal && deal != &each)) continue;
        const Content& form = authorization->state.content;
        for (const Expected& expected : expected_of(each, as_of, model.workspace.timing)) {
            ForecastRow row{expected.on, expected.party, "", id,
                            expected.number, expected.amount, expected.overdue};
            row.name = expected.party == Party::customer ? customer_of(each)
                       : expected.party == Party::isv
                           ? std::string(form.value("isv_name"))
                           : std::string(form.value("partner_name"));
            rows.push_back(std::move(row));
        }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ForecastRow& a, const ForecastRow& b) { return a.on < b.on; });
    return rows;
}

std::vector<ForecastTotal> totals_of(const std::vector<ForecastRow>& rows) {
    std::map<std::tuple<std::string, Party, Currency>, Money> sums;
    for (const ForecastRow& row : rows) {
        const auto [place, fresh] = sums.insert(
            {{text(row.on).substr(0, 7), row.party, row.amount.currency()}, row.amount});
        if (!fresh) place->second += row.amount;
    }
    std::vector<ForecastTotal> totals;
    for (const auto& [key, amount] : sums)
        totals.push_back({std::get<0>(key), std::get<1>(key), amount});
    return totals;
}

}  // namespace cppo
