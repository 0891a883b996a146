// JSON as plain values in file order, with one reader and one writer. A duplicate key is kept
// twice: the code that reads the object decides, so that one bad record does not affect the others.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace cppo {

struct Json;
struct JsonMember;
using JsonArray = std::vector<Json>;
using JsonObject = std::vector<JsonMember>;

/// A number that is not a 64-bit integer. We never write one; it is kept so that it can be refused.
struct JsonFraction {
    std::string text;
};

struct Json {
    using Value = std::variant<std::nullptr_t, bool, std::int64_t, JsonFraction, std::string,
                               JsonArray, JsonObject>;
    Value value;

    Json(std::nullptr_t = nullptr);
    Json(bool flag);
    Json(int count);
    Json(std::int64_t count);
    Json(JsonFraction number);
    Json(std::string text);
    Json(std::string_view text);
    Json(const char* text);
    Json(JsonArray items);
    Json(JsonObject members);

    /// The kind of value, in words for a message: "a string", "a list".
    std::string_view what() const;
};

struct JsonMember {
    std::string key;
    Json value;
};

// Defined here and not above because a variant needs complete types.
inline Json::Json(std::nullptr_t) : value(nullptr) {}
inline Json::Json(bool flag) : value(flag) {}
inline Json::Json(int count) : value(std::int64_t{count}) {}
inline Json::Json(std::int64_t count) : value(count) {}
inline Json::Json(JsonFraction number) : value(std::move(number)) {}
inline Json::Json(std::string text) : value(std::move(text)) {}
inline Json::Json(std::string_view text) : value(std::string(text)) {}
inline Json::Json(const char* text) : value(std::string(text)) {}
inline Json::Json(JsonArray items) : value(std::move(items)) {}
inline Json::Json(JsonObject members) : value(std::move(members)) {}

/// Reads UTF-8 text of at most 64 MiB and 4,000,000 values, nested at most 64 deep. Refuses
/// MALFORMED at "document" with line and column, and OUT_OF_RANGE beyond the limits.
Result<Json> parse_json(std::string_view text);

/// Called with an item of a list and the text it was read from.
using TakeItem = std::function<void(Json item, std::string_view text)>;

/// Reads an object of at most 2,000,000,000 bytes with one long list, `key`. The list's items, at
/// most 1,000,000, are passed to `take` one by one as they are read, and the object is returned
/// with that list empty. The limits of parse_json() apply to each item and to the rest of the
/// object. Refuses like parse_json(), an item beyond the limits at "key[n]"; the caller then has to
/// discard the items already taken.
Result<Json> parse_json_list(std::string_view text, std::string_view key, const TakeItem& take);

/// For reading, with two blanks a level; or without any blank on one line, for streams of answers.
enum class JsonLayout { indented, one_line };

/// UTF-8 kept as it is, a final newline.
std::string print_json(const Json& json, JsonLayout layout = JsonLayout::indented);

/// Makes the item `index` of a list.
using MakeItem = std::function<Json(std::size_t index)>;

/// The object with one member more, a list `key` of `count` items, each of which is made only to be
/// printed: what parse_json_list() reads.
std::string print_json_list(const JsonObject& members, const std::string& key, std::size_t count,
                            const MakeItem& item);

}  // namespace cppo
