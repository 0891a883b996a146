#include "desk/history.hpp"

namespace cppo {
namespace {

template <typename Record>
std::vector<HistoryRow> history(const Record& record, const FormWords& form) {
    std::vector<HistoryRow> rows;
    for (const auto& event : record.events)
        rows.push_back({text(event.on),
                        std::visit([&](const auto& e) { return e.sentence(form); }, event.payload),
                        event.id});
    return rows;
}

}  // namespace

std::vector<HistoryRow> history_of(const Authorization& authorization) {
    return history(authorization,
                   FormWords{authorization.form, currency_of(authorization.state.content)});
}

std::vector<HistoryRow> history_of(const Deal& deal) {
    return history(
        deal, FormWords{FormKind::custom_transaction_request, currency_of(deal.state.request)});
}

}  // namespace cppo
