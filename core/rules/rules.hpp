// The rule sets and the settings of a workspace: everything about the program that is a choice or a
// number AWS may change. Code above asks here and never compares a rule set itself.
#pragma once

#include <string_view>

#include "money/percent.hpp"
#include "time/date.hpp"

namespace cppo {

/// Which edition of the program a deal follows; fixed when the deal is created (decision 1).
enum class RuleSet { seed_2019 };

template <>
struct Names<RuleSet> {
    static constexpr std::string_view list[] = {"seed-2019"};
};

/// Limits of one rule set [aws-docs: flexible payment scheduler; 2018 private-offer guide].
struct Limits {
    int scheduled_payments_max;
    int term_months_max;
};

const Limits& limits(RuleSet rule_set);

/// What the processing fee is a percentage of (decision 2).
enum class ProcessingBase { markup, customer_price };

template <>
struct Names<ProcessingBase> {
    static constexpr std::string_view list[] = {"markup", "customer_price"};
};

/// When the customer signs the Custom Transaction Request (decision 6).
enum class CustomerSignature { multi_year_schedule, any_schedule };

template <>
struct Names<CustomerSignature> {
    static constexpr std::string_view list[] = {"multi_year_schedule", "any_schedule"};
};

/// Decisions of the workspace that change a figure or a rule, each with its default. A deal keeps
/// the ones it was created with.
struct Settings {
    Rounding rounding = Rounding::half_up;                                       // decision 12
    ProcessingBase processing_base = ProcessingBase::markup;                     // decision 2
    CustomerSignature customer_signature = CustomerSignature::multi_year_schedule;  // decision 6
    bool operator==(const Settings& other) const {
        return rounding == other.rounding && processing_base == other.processing_base &&
               customer_signature == other.customer_signature;
    }
};

/// The two percentages AWS takes. None is shipped for seed-2019 (decision 3): the channel account
/// manager tells them; until then a user may enter assumed ones, and figures say so.
struct FeeTerms {
    Percent marketplace;  ///< of wholesale, from the ISV
    Percent processing;   ///< of markup or customer price, from the partner
    bool assumed = false;
    bool operator==(const FeeTerms& other) const {
        return marketplace == other.marketplace && processing == other.processing &&
               assumed == other.assumed;
    }
};

/// True when the customer must sign as well as the partner: a term over twelve months and two or
/// more scheduled payments, or any schedule under the stricter setting. [seed] for the first.
bool needs_customer_signature(CustomerSignature setting, Date start, Duration term, int payments);

/// Where a signed form may be mailed [seed]; the channel account manager's address is the user's.
inline constexpr std::string_view customer_desk = "mpcustdesk@amazon.com";
/// Whom to ask for fee percentages when the channel account manager is not known. [seed]
inline constexpr std::string_view channel_team = "aws-mp-channel@amazon.com";

}  // namespace cppo
