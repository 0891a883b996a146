#include "codec/json.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace cppo {
namespace {

constexpr std::size_t bytes_max = std::size_t{64} << 20;
constexpr std::size_t depth_max = 64;
constexpr std::size_t values_max = 4'000'000;
constexpr std::size_t list_bytes_max = 2'000'000'000;
constexpr std::size_t items_max = 1'000'000;

/// The current reading position, shared by every iterator that the library makes from it.
struct Reading {
    const char* at;
    const char* end;  ///< as far as is read for now
    const char* const text_end;

    explicit Reading(std::string_view text)
        : at(text.data()), end(at + text.size()), text_end(end) {}
    std::size_t left() const { return static_cast<std::size_t>(text_end - at); }
    void allow_bytes() { end = at + std::min(left(), bytes_max); }
    bool is_cut() const { return at == end && end != text_end; }
};

class Cursor {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    explicit Cursor(Reading& reading) : reading_(&reading) {}
    const char& operator*() const { return *reading_->at; }
    Cursor& operator++() {
        ++reading_->at;
        return *this;
    }
    // The library only asks whether the end has been reached.
    bool operator==(const Cursor&) const { return reading_->at == reading_->end; }
    bool operator!=(const Cursor& other) const { return !(*this == other); }

  private:
    Reading* reading_;
};

/// The text's one long list, whose items are handed over instead of kept.
struct LongList {
    std::string_view key;
    const TakeItem& take;
};

/// Builds the tree from the library's events. Open containers are kept on an explicit stack, so
/// that deep nesting cannot overflow the call stack.
class TreeBuilder {
  public:
    explicit TreeBuilder(Reading& reading, const LongList* list = nullptr)
        : reading_(reading), list_(list) {}

    Json root;
    std::string too_much;            ///< what is beyond a limit, or empty
    std::size_t error_position = 0;  ///< bytes read up to and with the one that does not fit

    /// The item of the long list that is read, or the document.
    std::string place() const {
        return in_list_ ? std::string(list_->key) + '[' + std::to_string(items_) + ']' : "document";
    }

    bool null() { return add(nullptr); }
    bool boolean(bool flag) { return add(flag); }
    bool number_integer(std::int64_t number) { return add(number); }
    bool number_unsigned(std::uint64_t number) {
        if (number <= INT64_MAX) return add(static_cast<std::int64_t>(number));
        return add(JsonFraction{std::to_string(number)});
    }
    bool number_float(nlohmann::json::number_float_t, const std::string& text) {
        return add(JsonFraction{text});
    }
    bool string(std::string& text) { return add(std::move(text)); }
    bool binary(nlohmann::json::binary_t&) { INVARIANT(false); }
    bool start_object(std::size_t) { return open(JsonObject()); }
    bool start_array(std::size_t) {
        if (!open(JsonArray())) return false;
        if (list_ && !listed_ && open_.size() == 2 && key_of_root() == list_->key) start_list();
        return true;
    }
    bool end_object() { return close(); }
    bool end_array() {
        if (in_list_ && open_.size() == 2) end_list();
        return close();
    }
    bool key(std::string& text) {
        std::get<JsonObject>(open_.back().value).push_back({std::move(text), nullptr});
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
        if (reading_.is_cut()) refuse("has more than " + std::to_string(bytes_max) + " bytes");
        error_position = position;
        return false;
    }

  private:
    bool add(Json value) {
        if (open_.empty()) {
            root = std::move(value);
        } else if (in_list_ && open_.size() == 2) {
            return take_item(std::move(value));
        } else if (auto* items = std::get_if<JsonArray>(&open_.back().value)) {
            items->push_back(std::move(value));
        } else {
            std::get<JsonObject>(open_.back().value).back().value = std::move(value);
        }
        return ++values_ <= values_max ||
               refuse("holds more than " + std::to_string(values_max) + " values");
    }
    bool open(Json container) {
        if (open_.size() - (in_list_ ? 2 : 0) == depth_max)
            return refuse("nests deeper than " + std::to_string(depth_max) + " levels");
        open_.push_back(std::move(container));
        return true;
    }
    bool close() {
        Json closed = std::move(open_.back());
        open_.pop_back();
        return add(std::move(closed));
    }
    bool refuse(std::string why) {
        too_much = "the text " + std::move(why);
        return false;
    }

    // --- the long list: the limits apply to each item and to the rest separately -----------------

    std::string_view key_of_root() const {
        const auto* members = std::get_if<JsonObject>(&open_.front().value);
        return members ? std::string_view(members->back().key) : std::string_view();
    }
    void start_list() {
        in_list_ = listed_ = true;
        around_ = std::exchange(values_, 0);
        start_item();
    }
    void start_item() {
        values_ = 0;
        item_ = reading_.at;
        reading_.allow_bytes();
    }
    bool take_item(Json item) {
        if (items_ == items_max)
            return refuse("has more than " + std::to_string(items_max) + " items in this list");
        list_->take(std::move(item), text_of_item());
        ++items_;
        start_item();
        return true;
    }
    /// After a number, the library has already read one more character, which is trimmed here.
    std::string_view text_of_item() const {
        std::string_view text(item_, static_cast<std::size_t>(reading_.at - item_));
        const auto around = [](char c) { return is_space(c) || c == ','; };
        while (!text.empty() && around(text.front())) text.remove_prefix(1);
        return text;
    }
    void end_list() {
        in_list_ = false;
        values_ = around_;
        reading_.allow_bytes();
    }

    Reading& reading_;
    const LongList* const list_;
    std::vector<Json> open_;
    std::size_t values_ = 0;
    bool in_list_ = false, listed_ = false;
    const char* item_ = nullptr;  ///< before its first character
    std::size_t items_ = 0, around_ = 0;
};

/// "line 3, column 7" of the last of the first `count` bytes.
std::string place_of(std::string_view text, std::size_t count) {
    const std::string_view before = text.substr(0, count == 0 ? 0 : count - 1);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::string_view in_line = before.substr(before.rfind('\n') + 1);
    const int characters = utf8_length(in_line);
    const auto column = (characters < 0 ? static_cast<int>(in_line.size()) : characters) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

tl::unexpected<Error> not_json(std::string_view text, std::size_t position) {
    const bool ended = position > text.size();
    const std::string why = utf8_length(text) < 0 ? "it holds bytes that are not UTF-8"
                            : ended               ? "it ends unexpectedly, at "
                                                  : "the error is at ";
    const bool placed = why.back() == ' ';
    return refuse(Code::malformed, "document",
                  "the text is not JSON: " + why + (placed ? place_of(text, position) : ""));
}

class Printer {
  public:
    explicit Printer(JsonLayout layout) : indented_(layout == JsonLayout::indented) {}

    std::string take(const Json& json) {
        print(json);
        return std::move(out_ += '\n');
    }
    std::string take(const JsonObject& members, const std::string& key, std::size_t count,
                     const MakeItem& item) {
        print_items(members.size() + 1, '{', '}', [&](std::size_t member) {
            const bool listed = member == members.size();
            print_key(listed ? key : members[member].key);
            if (!listed) return print(members[member].value);
            print_items(count, '[', ']', [&](std::size_t i) { print(item(i)); });
        });
        return std::move(out_ += '\n');
    }

  private:
    void print(const Json& json) {
        std::visit([this](const auto& value) { print_value(value); }, json.value);
    }
    void print_value(std::nullptr_t) { out_ += "null"; }
    void print_value(bool flag) { out_ += flag ? "true" : "false"; }
    void print_value(std::int64_t number) { out_ += std::to_string(number); }
    void print_value(const JsonFraction& number) { out_ += number.text; }
    void print_value(const std::string& text) {
        out_ += '"';
        for (char c : text) print_character(c);
        out_ += '"';
    }
    void print_value(const JsonArray& items) {
        print_items(items.size(), '[', ']', [&](std::size_t i) { print(items[i]); });
    }
    void print_value(const JsonObject& members) {
        print_items(members.size(), '{', '}', [&](std::size_t i) {
            print_key(members[i].key);
            print(members[i].value);
        });
    }
    void print_key(const std::string& key) {
        print_value(key);
        out_ += indented_ ? ": " : ":";
    }

    template <typename PrintItem>
    void print_items(std::size_t count, char first, char last, PrintItem print_item) {
        out_ += first;
        indent_ += 2;
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0) out_ += ',';
            start_line();
            print_item(i);
        }
        indent_ -= 2;
        if (count > 0) start_line();
        out_ += last;
    }
    void start_line() {
        if (indented_) out_.append(1, '\n').append(indent_, ' ');
    }

    void print_character(char c) {
        constexpr std::string_view hex = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') out_.append(1, '\\').append(1, c);
        else if (c == '\n') out_ += "\\n";
        else if (c == '\t') out_ += "\\t";
        else if (c == '\r') out_ += "\\r";
        else if (byte < 0x20)
            out_.append("\\u00").append(1, hex[byte >> 4]).append(1, hex[byte & 15]);
        else out_ += c;
    }

    const bool indented_;
    std::string out_;
    std::size_t indent_ = 0;
};

}  // namespace

std::string_view Json::what() const {
    constexpr std::string_view names[] = {"null",     "true or false", "a whole number", "a number",
                                          "a string", "a list",        "an object"};
    static_assert(std::size(names) == std::variant_size_v<Value>);
    return names[value.index()];
}

static Result<Json> read(std::string_view text, std::size_t most, const LongList* list) {
    if (text.size() > most)
        return refuse(Code::out_of_range, "document",
                      "the text has " + std::to_string(text.size()) + " bytes; at most " +
                          std::to_string(most) + " are read");
    // The library treats a zero byte as the end and would ignore everything after it.
    if (const auto zero = text.find('\0'); zero != text.npos) return not_json(text, zero + 1);
    Reading reading(text);
    reading.allow_bytes();
    TreeBuilder builder(reading, list);
    if (nlohmann::json::sax_parse(Cursor(reading), Cursor(reading), &builder))
        return std::move(builder.root);
    if (!builder.too_much.empty())
        return refuse(Code::out_of_range, builder.place(), builder.too_much);
    return not_json(text, builder.error_position);
}

Result<Json> parse_json(std::string_view text) { return read(text, bytes_max, nullptr); }

Result<Json> parse_json_list(std::string_view text, std::string_view key, const TakeItem& take) {
    const LongList list{key, take};
    return read(text, list_bytes_max, &list);
}

std::string print_json(const Json& json, JsonLayout layout) { return Printer(layout).take(json); }

std::string print_json_list(const JsonObject& members, const std::string& key, std::size_t count,
                            const MakeItem& item) {
    return Printer(JsonLayout::indented).take(members, key, count, item);
}

}  // namespace cppo
