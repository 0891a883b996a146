// Records as JSON text, the same in the browser's store, in a directory of files and in an export.
// decode() replays what it reads, so a record that comes out is a state that could have happened.
#pragma once

#include "codec/record_kinds.hpp"

namespace cppo {

/// The record as JSON with two-space indentation, fixed key order and a final newline: `"schema"`
/// first, money, percentages and dates as strings. decode(encode(r)) gives r back.
std::string encode(const Record& record);

/// Reads one record. Refuses MALFORMED JSON and values (with the path of the value), UNKNOWN_KEY
/// (with the nearest known key), DUPLICATE_KEY, SCHEMA_UNSUPPORTED, and RECORD_DAMAGED when its
/// events do not follow from each other.
Result<Record> decode(std::string_view json);

/// A record that could not be read: set aside whole, reported, never dropped.
struct Damaged {
    std::string key;   ///< where it was kept
    std::string text;  ///< as it was found
    Error error;
};

/// "Export all": one JSON file of records, `{"schema":1,"kind":"export","records":[…]}`.
std::string encode_export(const std::vector<Record>& records);

/// What an export holds; its damaged records are reported beside the good ones.
struct Imported {
    std::vector<Record> records;
    std::vector<Damaged> damaged;
};

/// True for a file encrypted with a passphrase in the age format (age-encryption.org/v1).
bool is_sealed(std::string_view bytes);

/// Reads an export, or a single record. Refuses MALFORMED and SCHEMA_UNSUPPORTED for the file as a
/// whole; for an encrypted file, the refusal says how to open it.
Result<Imported> decode_export(std::string_view json);

}  // namespace cppo
