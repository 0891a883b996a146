#include "rules/rules.hpp"

namespace cppo {

const Limits& limits(RuleSet rule_set) {
    static constexpr Limits table[] = {{60, 36}};
    static_assert(std::size(table) == name_count<RuleSet>());
    return table[static_cast<std::size_t>(rule_set)];
}

bool needs_customer_signature(CustomerSignature setting, Date start, Duration term, int payments) {
    if (setting == CustomerSignature::any_schedule) return payments >= 1;
    return payments >= 2 && longer_than_a_year(start, term);
}

}  // namespace cppo
