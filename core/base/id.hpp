// Typed identifiers: the compiler rejects a DealId where an AuthorizationId belongs.
#pragma once

#include <compare>
#include <string>

#include "base/result.hpp"

namespace cppo {

template <typename Tag>
struct Id {
    std::string value;
    bool operator==(const Id& other) const { return value == other.value; }
    bool operator<(const Id& other) const { return value < other.value; }
};

using DealId = Id<struct DealTag>;
using AuthorizationId = Id<struct AuthorizationTag>;

/// Reads a record's name, which must also be safe as a file name: 1–64 letters, digits, '-' and
/// '_', starting with a letter or digit. Refuses MALFORMED at `field`. [ext]
Result<std::string> parse_record_name(std::string_view text, std::string_view field);

template <typename Tag>
Result<Id<Tag>> parse_id(std::string_view text, std::string_view field) {
    return parse_record_name(text, field).map([](std::string name) {
        return Id<Tag>{std::move(name)};
    });
}

}  // namespace cppo
