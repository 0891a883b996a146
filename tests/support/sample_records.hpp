// One record for each way a record can have gone; every kind of event is in one of them.
#pragma once

#include <vector>

#include "codec/record_kinds.hpp"

namespace cppo::test {

/// A deal that was edited, returned by AWS, sent again, accepted, and paid in part.
Deal deal_with_a_long_life();

std::vector<Record> sample_records();

}  // namespace cppo::test
