// A step that a person can undo, as stored beside the records.
#pragma once

#include "codec/record.hpp"

namespace cppo {

/// A record's earlier version; nothing if the record did not exist.
struct KeptRecord {
    std::string key;
    std::optional<Record> record;
};

struct UndoStep {
    std::string name;         ///< "Price: 110,000.00"
    bool taken_back = false;  ///< then `kept` is the step's result, for redo
    std::vector<KeptRecord> kept;
};

/// JSON text; decode_undo(encode_undo(s)) gives s back.
std::string encode_undo(const UndoStep& step);

/// Refuses like decode().
Result<UndoStep> decode_undo(std::string_view json);

}  // namespace cppo
