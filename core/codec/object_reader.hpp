// Reads the members of JSON objects into values and tracks the path of each, so that a refusal can
// name the location. Reading never stops halfway: if there are several problems, the one whose code
// comes first in the list of codes is reported.
#pragma once

#include <optional>
#include <utility>

#include "base/id.hpp"
#include "codec/json.hpp"
#include "money/quantity.hpp"
#include "party/party.hpp"
#include "rules/country.hpp"
#include "time/date.hpp"

namespace cppo {

/// The most important problem of a document so far.
class Verdict {
  public:
    void add(Error error) {
        if (!first_ || error.code < first_->code) first_ = std::move(error);
    }
    const std::optional<Error>& first() const { return first_; }

  private:
    std::optional<Error> first_;
};

// The text forms of values: one overload each, next to text() which writes them.
inline Result<Date> parse_as(std::in_place_type_t<Date>, std::string_view text,
                             std::string_view field) {
    return parse_date(text, field);
}
/// At most 100 %: a discount or a fee.
inline Result<Percent> parse_as(std::in_place_type_t<Percent>, std::string_view text,
                                std::string_view field) {
    return parse_percent_of_whole(text, field);
}
inline Result<UnitPrice> parse_as(std::in_place_type_t<UnitPrice>, std::string_view text,
                                  std::string_view field) {
    return parse_unit_price(text, field);
}
inline Result<Quantity> parse_as(std::in_place_type_t<Quantity>, std::string_view text,
                                 std::string_view field) {
    return parse_quantity(text, field);
}
inline Result<AccountId> parse_as(std::in_place_type_t<AccountId>, std::string_view text,
                                  std::string_view field) {
    return parse_account(text, field);
}
inline Result<Country> parse_as(std::in_place_type_t<Country>, std::string_view text,
                                std::string_view field) {
    return parse_country(text, field);
}
template <typename Tag>
Result<Id<Tag>> parse_as(std::in_place_type_t<Id<Tag>>, std::string_view text,
                         std::string_view field) {
    return parse_id<Tag>(text, field);
}
template <typename Enum>
    requires requires { Names<Enum>::list[0]; }
Result<Enum> parse_as(std::in_place_type_t<Enum>, std::string_view text, std::string_view field);
Result<std::string> parse_as(std::in_place_type_t<std::string>, std::string_view text,
                             std::string_view field);  ///< one line of plain text

class ObjectReader {
  public:
    /// `path` is the location of `json`, empty for the document itself. A value that is not an
    /// object is a problem and is read like an empty object.
    ObjectReader(const Json& json, std::string path, Verdict& verdict);

    /// True when the object has the member. Asking makes the key a known one.
    bool has(std::string_view key) { return find(key) != nullptr; }

    /// The member as a value written as text, or as true or false. A missing one is a problem of
    /// the code REQUIRED, and `value` stays as it is.
    template <typename T>
    void member(std::string_view key, T& value) {
        if (const Json* json = require(key)) read(*json, key, value);
    }
    /// The same for a member that may be left out.
    template <typename T>
    void optional(std::string_view key, T& value) {
        if (const Json* json = find(key)) read(*json, key, value);
    }
    template <typename T>
    void optional(std::string_view key, std::optional<T>& value) {
        if (const Json* json = find(key)) read(*json, key, value.emplace());
    }

    void text(std::string_view key, std::string& value);  ///< of any characters and lines
    void count(std::string_view key, std::int64_t& value, std::int64_t most);  ///< from 0
    void count(std::string_view key, int& value, int most = 9999);             ///< from 0
    void optional_count(std::string_view key, int& value, int most) {
        if (has(key)) count(key, value, most);
    }
    /// "amount" and "currency", side by side.
    void money(Money& value);
    void money(std::string_view key, Currency currency, Money& value);

    /// Reads the object `key`, which must be there, with `read(ObjectReader&)`.
    template <typename Read>
    void object(std::string_view key, Read read) {
        if (const Json* json = require(key)) {
            ObjectReader inner(*json, path_of(key), verdict_);
            read(inner);
            inner.finish();
        }
    }
    /// Reads every object of the list `key`, which must be there, with `read(ObjectReader&)`.
    template <typename Read>
    void each(std::string_view key, Read read) {
        const JsonArray* items = list(key);
        for (std::size_t i = 0; items && i < items->size(); ++i) {
            ObjectReader item((*items)[i], path_of(key) + '[' + std::to_string(i) + ']', verdict_);
            read(item);
            item.finish();
        }
    }

    /// The required list `key`, or null if it is not a list.
    const JsonArray* list(std::string_view key);

    /// UNKNOWN_KEY for members that were not requested, DUPLICATE_KEY for repeated ones. Must be
    /// called for every object, so that no input is silently ignored.
    void finish();
    /// For an object of unknown kind, whose other members cannot be checked.
    void skip_rest() { members_ = &none; }

    void refuse(Code code, std::string_view key, std::string detail);
    void add(Error error);  ///< whose field is a key of this object

    /// The member, whatever its kind. Asking makes the key a known one.
    const Json* find(std::string_view key);
    const std::string& path() const { return path_; }

  private:
    const Json* require(std::string_view key);
    std::string path_of(std::string_view key) const;
    const std::string* text_at(const Json& json, std::string_view key);
    void read(const Json& json, std::string_view key, bool& value);

    template <typename T>
    void read(const Json& json, std::string_view key, T& value) {
        if (const std::string* written = text_at(json, key)) {
            auto parsed = parse_as(std::in_place_type<T>, *written, key);
            if (parsed) value = std::move(*parsed);
            else add(std::move(parsed.error()));
        }
    }

    static const JsonObject none;
    const JsonObject* members_;
    std::string path_;
    Verdict& verdict_;
    std::vector<std::string_view> known_;
};

/// Reads `"schema"`. Refuses REQUIRED, MALFORMED, and SCHEMA_UNSUPPORTED for any but 1: a file of
/// another schema is not looked at further.
Result<void> check_schema(const Json& document);

tl::unexpected<Error> not_one_of(std::string_view text, std::string_view field,
                                 const std::string& names);

template <typename Enum>
    requires requires { Names<Enum>::list[0]; }
Result<Enum> parse_as(std::in_place_type_t<Enum>, std::string_view text, std::string_view field) {
    if (const auto value = parse_name<Enum>(text)) return *value;
    return not_one_of(text, field, one_of_names<Enum>());
}

}  // namespace cppo
