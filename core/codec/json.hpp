// JSON as plain values in the order of the file, with its one reader and its one writer. A key that
// stands twice is kept twice: who reads the object decides, so one bad record spoils no other.
#pragma once

#include <cstdint>
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

/// A number that is no 64-bit integer. Nothing of ours is written so; it is kept to be refused.
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

    /// What stands here, as a person would say it: "a text", "a list".
    std::string_view what() const;
};

struct JsonMember {
    std::string key;
    Json value;
};

// Here and not above, because a variant is made of complete types only.
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

/// Reads UTF-8 text of at most 64 MiB, nested at most 64 deep. Refuses MALFORMED at "document" with
/// line and column, and OUT_OF_RANGE beyond the limits.
Result<Json> parse_json(std::string_view text);

/// For reading, with two blanks a level; or without any blank on one line, for streams of answers.
enum class JsonLayout { indented, one_line };

/// UTF-8 kept as it is, a final newline.
std::string print_json(const Json& json, JsonLayout layout = JsonLayout::indented);

}  // namespace cppo
