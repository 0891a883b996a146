#include "base/result.hpp"

#include "assets.hpp"
#include "base/text.hpp"

namespace cppo {

std::string one_of(std::span<const std::string_view> names) {
    std::string joined;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) joined += i + 1 == names.size() ? " or " : ", ";
        joined += names[i];
    }
    return joined;
}

Error within(std::string_view prefix, Error error) {
    if (prefix.empty()) return error;
    std::string field(prefix);
    if (!error.field.empty() && error.field.front() != '[') field += '.';
    error.field = field + error.field;
    return error;
}

/// The line of assets/refusals.txt for `code`, without the code; empty if there is none.
static std::string_view rule_of(Code code) {
    for (std::string_view line : lines_of(assets::refusals)) {
        const auto space = line.find(' ');
        if (line.substr(0, space) == text(code) && space != line.npos)
            return trimmed(line.substr(space + 1));
    }
    return {};
}

std::string sentence(const Error& error) {
    std::string whole = error.detail.empty() ? std::string() : capitalized(error.detail) + ".";
    if (const std::string_view rule = rule_of(error.code); !rule.empty()) {
        if (!whole.empty()) whole += ' ';
        whole += rule;
    }
    return whole;
}

std::string text(const Error& error) {
    // The field may be a file name, and the sentence may quote a file's content.
    return as_plain_text(std::string(text(error.code)) + ' ' + error.field + ": " +
                         sentence(error));
}

}  // namespace cppo
