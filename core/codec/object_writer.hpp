// Writes values as members of a JSON object, in the order of the calls: the other half of
// ObjectReader, with the same names, so that one list of members serves both directions.
#pragma once

#include "codec/object_reader.hpp"

namespace cppo {

inline Json json_of(bool value) { return value; }
inline Json json_of(const std::string& value) { return value; }
inline Json json_of(const AccountId& account) { return account.digits; }
template <typename Tag>
Json json_of(const Id<Tag>& id) {
    return id.value;
}
template <typename T>
    requires requires(const T& value) { text(value); }
Json json_of(const T& value) { return Json(text(value)); }

class ObjectWriter {
  public:
    template <typename T>
    void member(std::string_view key, const T& value) {
        members_.push_back({std::string(key), json_of(value)});
    }
    void member(std::string_view key, Json value) {
        members_.push_back({std::string(key), std::move(value)});
    }
    template <typename T>
    void optional(std::string_view key, const T& value) {
        member(key, value);
    }
    template <typename T>
    void optional(std::string_view key, const std::optional<T>& value) {
        if (value) member(key, *value);
    }
    /// Writes the object `key` with `write(ObjectWriter&)`.
    template <typename Write>
    void object(std::string_view key, Write write) {
        ObjectWriter inner;
        write(inner);
        member(key, inner.take());
    }
    void text(std::string_view key, const std::string& value) { member(key, Json(value)); }
    void count(std::string_view key, int value) { member(key, Json(value)); }
    void optional_count(std::string_view key, int value, int) { count(key, value); }
    void money(Money value) {
        member("amount", value);
        member("currency", value.currency());
    }

    Json take() { return std::move(members_); }

  private:
    JsonObject members_;
};

}  // namespace cppo
