#include "money/percent.hpp"

#include "money/decimal.hpp"

namespace cppo {

Result<Percent> parse_percent(std::string_view text, std::string_view field) {
    return parse_decimal(text, field, 9, 1'000'000 * Percent::one).map(Percent::of_nano);
}

Result<Percent> parse_percent_of_whole(std::string_view text, std::string_view field) {
    return parse_decimal(text, field, 9, Percent::hundred).map(Percent::of_nano);
}

std::string text(Percent percent) { return shortest_decimal_text(percent.nano(), 9); }

}  // namespace cppo
