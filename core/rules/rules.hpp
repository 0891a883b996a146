// The rule sets and the settings of a workspace: everything about the program that is a choice or a
// number AWS may change. Code above asks here and never asks which rule set it has; only a field of
// a form names the one it belongs to.
#pragma once

#include <string_view>

#include "money/percent.hpp"
#include "time/date.hpp"

namespace cppo {

/// The program year that a deal follows, fixed when the deal is created (decision 1).
enum class RuleSet { seed_2019, modern_2024 };

template <>
struct Names<RuleSet> {
    static constexpr std::string_view list[] = {"seed-2019", "modern-2024"};
};

/// "2019 program": what a person reads for it.
std::string_view rules_text(RuleSet rule_set);

/// The limits of one rule set [aws-docs: flexible payment scheduler; 2018 private-offer guide].
struct Limits {
    int scheduled_payments_max;
    int term_months_max;
};

const Limits& limits(RuleSet rule_set);

/// Where fee percentages come from: a contact at AWS discloses them [seed], or AWS publishes them
/// in tables [aws-docs: listing-fees].
enum class FeeSource { told, published };

FeeSource fee_source(RuleSet rule_set);

/// How forms reach AWS: signed and mailed [seed], or entered in the seller portal without
/// signatures [aws-docs: selling authorizations].
enum class Filing { mailed, portal };

Filing filing(RuleSet rule_set);

/// What the processing fee is a percentage of (decision 2).
enum class ProcessingBase { markup, customer_price };

template <>
struct Names<ProcessingBase> {
    static constexpr std::string_view list[] = {"markup", "customer_price"};
};

/// Which total contract value selects the tier of a published fee (decision 9).
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

/// How a non-recurring discount combines with the recurring one on the same product (decision 5).
enum class Stacking { replace, additive };

template <>
struct Names<Stacking> {
    static constexpr std::string_view list[] = {"replace", "additive"};
};

/// When AWS disburses an invoice that is paid in parts (decision 10).
enum class Disbursement { collected_in_full, by_share };

template <>
struct Names<Disbursement> {
    static constexpr std::string_view list[] = {"collected_in_full", "by_share"};
};

/// Whether a non-recurring sale also needs a Custom Transaction Request (decision 4).
enum class NonRecurringRequest { required, none };

template <>
struct Names<NonRecurringRequest> {
    static constexpr std::string_view list[] = {"required", "none"};
};

/// The workspace's choices that change a figure or a rule, with their defaults. A deal keeps the
/// settings it was created with; until it is sent, it can adopt the workspace's current ones.
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

/// Calls `visit(name, value)` for every setting. Records and forms share this list.
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

/// The second day of the month after `month`, when AWS invoices its usage. [aws-docs: billing of
/// usage]
Date usage_invoice_date(Date month);

/// Assumptions about dates that the program cannot know: the customer agrees its payment terms with
/// AWS [seed], and sellers choose the day of disbursement in the portal [aws-docs: managing
/// disbursements]. Only forecasts use them.
struct Timing {
    int net_days = 30;          ///< from the invoice to the customer's payment
    int disbursement_day = 10;  ///< of the month; 0 means every day
    bool operator==(const Timing&) const = default;
};

inline constexpr int net_days_max = 180;
inline constexpr int disbursement_day_max = 28;

/// The first disbursement day after `day`. [ext]
Date disbursement_after(Date day, const Timing& timing);

/// AWS's two fee percentages. Under seed-2019 the program ships none (decision 3): the channel
/// account manager discloses them, and until then a user may enter assumed ones, which figures show
/// as such. Under modern-2024, fees_of() takes them from the published tables.
struct FeeTerms {
    Percent marketplace;  ///< of wholesale, from the ISV
    Percent processing;   ///< of markup or customer price, from the partner
    bool assumed = false;
    bool operator==(const FeeTerms& other) const {
        return marketplace == other.marketplace && processing == other.processing &&
               assumed == other.assumed;
    }
};

/// True if the customer must sign as well as the partner: for a term over twelve months with two or
/// more scheduled payments [seed], or for any schedule under the stricter setting.
bool needs_customer_signature(CustomerSignature setting, Date start, Duration term, int payments);

/// The recipient recorded for a form that is entered in the seller portal. [ext]
inline constexpr std::string_view seller_portal = "portal";
/// Where a signed form may be mailed [seed]. The workspace has the channel account manager's
/// address, the other permitted recipient.
inline constexpr std::string_view customer_desk = "mpcustdesk@amazon.com";
/// Whom to ask for fee percentages if the channel account manager is not known. [seed]
inline constexpr std::string_view channel_team = "aws-mp-channel@amazon.com";
/// The default recipient of forms.
std::string_view usual_recipient(RuleSet rule_set);

}  // namespace cppo
