// What happened to a record, event by event, in words.
#pragma once

#include "deal/deal.hpp"

namespace cppo {

struct HistoryRow {
    std::string on, what, id;
};

std::vector<HistoryRow> history_of(const Authorization& authorization);
std::vector<HistoryRow> history_of(const Deal& deal);

}  // namespace cppo
