#include "cli/json_lines.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cppo {
namespace {

class Walk {
  public:
    explicit Walk(std::string_view text) : text_(text) {
        if (text.starts_with("\ufeff")) at_ = 3;
        value("");
    }

    std::map<std::string, int> lines;

  private:
    char peek() {
        while (at_ < text_.size() && is_space(text_[at_])) line_ += text_[at_++] == '\n';
        return at_ < text_.size() ? text_[at_] : '\0';
    }
    bool take(char c) {
        const bool here = peek() == c;
        at_ += here;
        return here;
    }

    /// A string as written in the text, without its quotes.
    std::string string() {
        const std::size_t first = ++at_;
        while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
        return std::string(text_.substr(first, at_++ - first));
    }

    void value(const std::string& path) {
        const char first = peek();
        lines[path] = line_;
        if (first == '"') string();
        else if (take('{')) members(path);
        else if (take('[')) items(path);
        else at_ = std::min(text_.find_first_of(",]} \n\r\t", at_), text_.size());
    }
    void members(const std::string& path) {
        while (peek() == '"') {
            const std::string key = string();
            take(':');
            value(path.empty() ? key : path + '.' + key);
            take(',');
        }
        take('}');
    }
    void items(const std::string& path) {
        for (int i = 0; peek() != ']' && peek() != '\0'; ++i) {
            value(path + '[' + std::to_string(i) + ']');
            take(',');
        }
        take(']');
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
};

}  // namespace

std::map<std::string, int> json_lines(std::string_view text) { return Walk(text).lines; }

}  // namespace cppo
