#include "codec/json.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/text.hpp"

namespace cppo {
namespace {

constexpr std::size_t bytes_max = std::size_t{64} << 20;
constexpr std::size_t depth_max = 64;

/// Builds the tree from the library's events. The containers still open are on a stack of our own,
/// so that no nesting, however deep, reaches the machine's.
class TreeBuilder {
  public:
    Json root;
    bool too_deep = false;
    std::size_t error_position = 0;  ///< bytes read up to and with the one that does not fit

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
    bool start_array(std::size_t) { return open(JsonArray()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& text) {
        std::get<JsonObject>(open_.back().value).push_back({std::move(text), nullptr});
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
        error_position = position;
        return false;
    }

  private:
    bool add(Json value) {
        if (open_.empty()) {
            root = std::move(value);
        } else if (auto* items = std::get_if<JsonArray>(&open_.back().value)) {
            items->push_back(std::move(value));
        } else {
            std::get<JsonObject>(open_.back().value).back().value = std::move(value);
        }
        return true;
    }
    bool open(Json container) {
        too_deep = open_.size() == depth_max;
        if (!too_deep) open_.push_back(std::move(container));
        return !too_deep;
    }
    bool close() {
        Json closed = std::move(open_.back());
        open_.pop_back();
        return add(std::move(closed));
    }

    std::vector<Json> open_;
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
                            : ended               ? "it ends too early, at "
                                                  : "it goes wrong at ";
    const bool placed = why.back() == ' ';
    return refuse(Code::malformed, "document",
                  "the text is not JSON: " + why + (placed ? place_of(text, position) : ""));
}

class Printer {
  public:
    explicit Printer(JsonLayout layout) : indented_(layout == JsonLayout::indented) {}

    std::string take(const Json& json) {
        print(json);
        return std::move(out_) + '\n';
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
        print_items(items, '[', ']', [this](const Json& item) { print(item); });
    }
    void print_value(const JsonObject& members) {
        print_items(members, '{', '}', [this](const JsonMember& member) {
            print_value(member.key);
            out_ += indented_ ? ": " : ":";
            print(member.value);
        });
    }

    template <typename Items, typename PrintItem>
    void print_items(const Items& items, char first, char last, PrintItem print_item) {
        out_ += first;
        indent_ += 2;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0) out_ += ',';
            start_line();
            print_item(items[i]);
        }
        indent_ -= 2;
        if (!items.empty()) start_line();
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
    constexpr std::string_view names[] = {"nothing", "true or false", "a whole number", "a number",
                                          "a text",  "a list",        "an object"};
    static_assert(std::size(names) == std::variant_size_v<Value>);
    return names[value.index()];
}

Result<Json> parse_json(std::string_view text) {
    if (text.size() > bytes_max)
        return refuse(Code::out_of_range, "document",
                      "the text has " + std::to_string(text.size()) + " bytes; at most " +
                          std::to_string(bytes_max) + " are read");
    // The library takes a zero byte for the end and would not see what follows it.
    if (const auto zero = text.find('\0'); zero != text.npos) return not_json(text, zero + 1);
    TreeBuilder builder;
    if (nlohmann::json::sax_parse(text, &builder)) return std::move(builder.root);
    if (builder.too_deep)
        return refuse(Code::out_of_range, "document",
                      "the text nests deeper than " + std::to_string(depth_max) + " levels");
    return not_json(text, builder.error_position);
}

std::string print_json(const Json& json, JsonLayout layout) { return Printer(layout).take(json); }

}  // namespace cppo
