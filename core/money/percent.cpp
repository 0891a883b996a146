#include "money/percent.hpp"

#include "base/text.hpp"
#include "money/decimal.hpp"

namespace cppo {

/// Accepts ".5" without a leading zero, as AWS's pattern ^(\d*\.)?\d{1,9}$ does [shape].
static Result<Percent> parse(std::string_view text, std::string_view field, std::int64_t most) {
    const bool bare_point = text.size() > 1 && text[0] == '.' && all_digits(text.substr(1));
    return parse_decimal(bare_point ? '0' + std::string(text) : std::string(text), field, 9, most)
        .map(Percent::of_nano);
}

Result<Percent> parse_percent(std::string_view text, std::string_view field) {
    return parse(text, field, percent_max.nano());
}

Result<Percent> parse_percent_of_whole(std::string_view text, std::string_view field) {
    return parse(text, field, Percent::hundred);
}

std::string text(Percent percent) { return shortest_decimal_text(percent.nano(), 9); }

}  // namespace cppo
