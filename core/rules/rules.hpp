// The rule sets and the settings of a workspace: everything about the program that is a choice or a
// number AWS may change. Code above asks here and never asks which rule set it has; only a field of
// a form names the one it belongs to.
#pragma once

#include <string_view>

#include "money/percent.hpp"
#include "time/date.hpp"

namespace cppo {

/// Which edition of the program a deal follows; fixed when the deal is created (decision 1).
enum class RuleSet { seed_2019, modern_2024 };

template <>
struct Names<RuleSet> {
    static constexpr std::string_view list[] = {"seed-2019", "modern-2024"};
};

/// "2019 edition": what a person reads for it.
std::string_view rules_text(RuleSet rule_set);

/// Limits of one rule set [aws-docs: flexible payment scheduler; 2018 private-offer guide].
struct Limits {
    int scheduled_payments_max;
    int term_months_max;
};

const Limits& limits(RuleSet rule_set);

/// Where the fee percentages of a rule set come from: a person at AWS tells them [seed], or AWS
/// publishes them by tables [aws-docs: listing-fees].
enum class FeeSource { told, published };

FeeSource fee_source(RuleSet rule_set);

/// How a rule set's forms reach AWS: signed and mailed [seed], or entered in the seller portal,
/// where nobody signs [aws-docs: selling authorizations].
enum class Filing { mailed, portal };

Filing filing(RuleSet rule_set);

/// What the processing fee is a percentage of (decision 2).
enum class ProcessingBase { markup, customer_price };

template <>
struct Names<ProcessingBase> {
    static constexpr std::string_view list[] = {"markup", "customer_price"};
};

/// Which total contract value picks the tier of a published fee (decision 9).
enum class TierBand { wholesale, buyer };

template <>
struct Names<TierBand> {
    static constexpr std::string_view list[] = {"wholesale", "buyer"};
};

/// When the customer signs the Custom Transaction Request (decision 6).
enum class CustomerSignature { multi_year_schedule, any_schedule };

template <>
struct Names<CustomerSignature> {
    static constexpr std::string_view list[] = {"multi_year_schedule", "any_schedule"};
};

/// What a non-recurring discount does to the recurring one on the same product (decision 5).
enum class Stacking { replace, additive };

template <>
struct Names<Stacking> {
    static constexpr std::string_view list[] = {"replace", "additive"};
};

/// When an invoice paid in parts is disbursed (decision 10).
enum class Disbursement { collected_in_full, by_share };

template <>
struct Names<Disbursement> {
    static constexpr std::string_view list[] = {"collected_in_full", "by_share"};
};

/// What a non-recurring sale takes besides the Custom Resale Transaction (decision 4).
enum class NonRecurringRequest { required, none };

template <>
struct Names<NonRecurringRequest> {
    static constexpr std::string_view list[] = {"required", "none"};
};

/// Decisions of the workspace that change a figure or a rule, each with its default. A deal keeps
/// the ones it was created with; until it is sent it can take over the workspace's of the day.
struct Settings {
    Rounding rounding = Rounding::half_up;                                          // decision 12
    ProcessingBase processing_base = ProcessingBase::markup;                        // decision 2
    CustomerSignature customer_signature = CustomerSignature::multi_year_schedule;  // decision 6
    Stacking stacking = Stacking::replace;                                          // decision 5
    Disbursement disbursement = Disbursement::collected_in_full;                    // decision 10
    NonRecurringRequest non_recurring_request = NonRecurringRequest::required;      // decision 4
    TierBand tier_band = TierBand::wholesale;                                       // decision 9
    bool operator==(const Settings&) const = default;
};

/// Calls `visit(name, value)` for every setting: the one list of them for records and forms.
template <typename AnySettings, typename Visit>
void each_setting(AnySettings& settings, Visit visit) {
    visit("rounding", settings.rounding);
    visit("processing_base", settings.processing_base);
    visit("customer_signature", settings.customer_signature);
    visit("stacking", settings.stacking);
    visit("disbursement", settings.disbursement);
    visit("non_recurring_request", settings.non_recurring_request);
    visit("tier_band", settings.tier_band);
}

/// AWS invoices a month's usage on the second day of the next. [aws-docs: billing of usage]
Date usage_invoice_date(Date month);

/// What the desk expects of dates nobody tells it: the customer's net payment terms are between the
/// customer and AWS [seed], the day of a payout is chosen in the portal [aws-docs: managing
/// disbursements]. Only forecasts rest on them.
struct Timing {
    int net_days = 30;          ///< from the invoice to the customer's payment
    int disbursement_day = 10;  ///< of the month; 0 for every day
    bool operator==(const Timing&) const = default;
};

inline constexpr int net_days_max = 180;
inline constexpr int disbursement_day_max = 28;

/// The first day of disbursement after `day`. [ext]
Date disbursement_after(Date day, const Timing& timing);

/// The two percentages AWS takes. None is shipped for seed-2019 (decision 3): the channel account
/// manager tells them; until then a user may enter assumed ones, and figures say so. For the rule
/// set whose fees are published, fees_of() makes them.
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

/// Written where a form entered in the seller portal went. [ext]
inline constexpr std::string_view seller_portal = "portal";
/// Where a signed form may be mailed [seed]; the channel account manager's address is the user's.
inline constexpr std::string_view customer_desk = "mpcustdesk@amazon.com";
/// Whom to ask for fee percentages when the channel account manager is not known. [seed]
inline constexpr std::string_view channel_team = "aws-mp-channel@amazon.com";
/// Where a form goes when nobody names another place.
std::string_view usual_recipient(RuleSet rule_set);

}  // namespace cppo
