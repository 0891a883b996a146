// What happened to a record, event by event, in words; and what of it another version lacks.
#pragma once

#include <algorithm>

#include "deal/deal.hpp"

namespace cppo {

struct HistoryRow {
    std::string on, what, id;
};

std::vector<HistoryRow> history_of(const Authorization& authorization);
std::vector<HistoryRow> history_of(const Deal& deal);

/// The events of `record` that are not among those of `other`, or not in the same order there. Two
/// desks give the same names to different events, so these are compared whole.
template <typename Record>
auto only_in(const Record& record, const Record& other) {
    std::decay_t<decltype(record.events)> only;
    auto from = other.events.begin();
    for (const auto& event : record.events) {
        const auto found = std::find(from, other.events.end(), event);
        if (found == other.events.end()) only.push_back(event);
        else from = std::next(found);
    }
    return only;
}

}  // namespace cppo
