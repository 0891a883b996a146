#include "codec/object_reader.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cppo {

Result<std::string> parse_as(std::in_place_type_t<std::string>, std::string_view text,
                             std::string_view field) {
    if (is_plain_text(text, false)) return std::string(text);
    return refuse(Code::malformed, std::string(field),
                  in_quotes(text) + " is not one line of plain text");
}

tl::unexpected<Error> not_one_of(std::string_view text, std::string_view field,
                                 const std::string& names) {
    return refuse(Code::malformed, std::string(field), in_quotes(text) + " is not " + names);
}

const JsonObject ObjectReader::none;

ObjectReader::ObjectReader(const Json& json, std::string path, Verdict& verdict)
    : members_(std::get_if<JsonObject>(&json.value)), path_(std::move(path)), verdict_(verdict) {
    if (members_) return;
    members_ = &none;
    verdict_.add({Code::malformed, path_.empty() ? "document" : path_,
                  "expected an object, found " + std::string(json.what())});
}

const Json* ObjectReader::find(std::string_view key) {
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.push_back(key);
    const auto found = std::find_if(members_->begin(), members_->end(),
                                    [&](const JsonMember& member) { return member.key == key; });
    return found == members_->end() ? nullptr : &found->value;
}

const Json* ObjectReader::require(std::string_view key) {
    const Json* found = find(key);
    if (!found) refuse(Code::required, key, in_quotes(key) + " is missing");
    return found;
}

std::string ObjectReader::path_of(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + '.' + std::string(key);
}

void ObjectReader::refuse(Code code, std::string_view key, std::string detail) {
    verdict_.add({code, path_of(key), std::move(detail)});
}

void ObjectReader::add(Error error) { verdict_.add(within(path_, std::move(error))); }

const std::string* ObjectReader::text_at(const Json& json, std::string_view key) {
    const auto* text = std::get_if<std::string>(&json.value);
    if (text) return text;
    const bool number = std::holds_alternative<std::int64_t>(json.value) ||
                        std::holds_alternative<JsonFraction>(json.value);
    refuse(Code::malformed, key,
           "expected a string, found " + std::string(json.what()) +
               (number ? "; money and percentages are written as text, such as \"1500.00\"" : ""));
    return nullptr;
}

const JsonArray* ObjectReader::list(std::string_view key) {
    const Json* json = require(key);
    if (!json) return nullptr;
    const auto* items = std::get_if<JsonArray>(&json->value);
    if (!items) refuse(Code::malformed, key, "expected a list, found " + std::string(json->what()));
    return items;
}

void ObjectReader::read(const Json& json, std::string_view key, bool& value) {
    if (const auto* flag = std::get_if<bool>(&json.value)) value = *flag;
    else refuse(Code::malformed, key, "expected true or false, found " + std::string(json.what()));
}

void ObjectReader::text(std::string_view key, std::string& value) {
    if (const Json* json = require(key))
        if (const std::string* written = text_at(*json, key)) value = *written;
}

void ObjectReader::count(std::string_view key, std::int64_t& value, std::int64_t most) {
    const Json* json = require(key);
    if (!json) return;
    const auto* number = std::get_if<std::int64_t>(&json->value);
    if (!number)
        return refuse(Code::malformed, key,
                      "expected a whole number, found " + std::string(json->what()));
    if (*number < 0 || *number > most)
        return refuse(Code::out_of_range, key,
                      std::to_string(*number) + " is not between 0 and " + std::to_string(most));
    value = *number;
}

void ObjectReader::count(std::string_view key, int& value, int most) {
    std::int64_t number = value;
    count(key, number, std::int64_t{most});
    value = static_cast<int>(number);
}

void ObjectReader::money(Money& value) {
    Currency currency = value.currency();
    member("currency", currency);
    money("amount", currency, value);
}

void ObjectReader::money(std::string_view key, Currency currency, Money& value) {
    const Json* json = require(key);
    const std::string* written = json ? text_at(*json, key) : nullptr;
    if (!written) return;
    auto parsed = parse_money(*written, currency, key);
    if (parsed) value = *parsed;
    else add(std::move(parsed.error()));
}

void ObjectReader::finish() {
    for (const JsonMember& member : *members_) {
        if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
        const std::string_view meant = nearest(member.key, known_);
        const bool readable = member.key.size() <= 64 && is_plain_text(member.key, false);
        return refuse(Code::unknown_key, readable ? member.key : "?",
                      in_quotes(member.key) + " is not a known key here; " +
                          (meant.empty() ? "the keys are " + one_of(known_)
                                         : "the closest is " + in_quotes(meant)));
    }
    for (std::string_view key : known_) {
        const auto times =
            std::count_if(members_->begin(), members_->end(),
                          [&](const JsonMember& member) { return member.key == key; });
        if (times > 1) return refuse(Code::duplicate_key, key, in_quotes(key) + " appears twice");
    }
}

Result<void> check_schema(const Json& document) {
    Verdict verdict;
    std::int64_t schema = 0;
    ObjectReader(document, "", verdict).count("schema", schema, INT64_MAX);
    if (verdict.first()) return tl::unexpected(*verdict.first());
    if (schema == 1) return {};
    return refuse(
        Code::schema_unsupported, "schema",
        "the file has schema " + std::to_string(schema) + "; this version reads schema 1");
}

}  // namespace cppo
