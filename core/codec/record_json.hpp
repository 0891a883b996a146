// A record as a JSON tree: what a file of one record and an export of many have in common.
#pragma once

#include "codec/json.hpp"
#include "codec/record.hpp"

namespace cppo {

Json json_of(const Record& record);

/// Refuses like decode().
Result<Record> record_of(const Json& json);

}  // namespace cppo
