#include "settle/convert.hpp"

namespace cppo {

static Percent hundredfold(Percent part, Percent whole) {
    const Wide product = static_cast<Wide>(part.nano()) * Percent::hundred;
    return Percent::of_nano(divide_rounded(product, whole.nano(), Rounding::half_up));
}

Result<Percent> markup_for_discount(Percent discount, std::string_view field) {
    const Percent rest = complement(discount);
    if (static_cast<Wide>(discount.nano()) * Percent::hundred <=
        static_cast<Wide>(percent_max.nano()) * rest.nano())
        return hundredfold(discount, rest);
    return refuse(Code::out_of_range, std::string(field),
                  "no markup up to " + text(percent_max) + " % makes up for a discount of " +
                      text(discount) + " %");
}

Percent discount_for_markup(Percent markup) { return hundredfold(markup, percent_100 + markup); }

}  // namespace cppo
