#include "rules/warning.hpp"

#include "assets.hpp"
#include "base/text.hpp"

namespace cppo {

std::string sentence(const Warning& warning) {
    for (std::string_view line : lines_of(assets::warnings)) {
        const auto space = line.find(' ');
        if (line.substr(0, space) == text(warning.code) && space != line.npos)
            return capitalized(
                replaced(trimmed(line.substr(space + 1)), "{detail}", warning.detail));
    }
    return warning.detail;
}

}  // namespace cppo
