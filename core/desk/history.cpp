#include "desk/history.hpp"

namespace cppo {

template <typename Record>
static std::vector<HistoryRow> history(const Record& record) {
    std::vector<HistoryRow> rows;
    for (const auto& event : record.events)
        rows.push_back({text(event.on), sentence_of(record, event), event.id});
    return rows;
}

std::vector<HistoryRow> history_of(const Authorization& authorization) {
    return history(authorization);
}
std::vector<HistoryRow> history_of(const Deal& deal) { return history(deal); }

}  // namespace cppo
