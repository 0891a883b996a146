// One thing a person did and may take back, as it is kept beside the records.
#pragma once

#include "codec/record.hpp"

namespace cppo {

/// A record as it was; nothing where there was none.
struct KeptRecord {
    std::string key;
    std::optional<Record> record;
};

struct UndoStep {
    std::string name;         ///< "Price: 110,000.00"
    bool taken_back = false;  ///< `kept` is what it had made, to be done again
    std::vector<KeptRecord> kept;
};

/// JSON text; decode_undo(encode_undo(s)) gives s back.
std::string encode_undo(const UndoStep& step);

/// Refuses like decode().
Result<UndoStep> decode_undo(std::string_view json);

}  // namespace cppo
