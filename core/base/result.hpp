// Expected failures are values: an Error has a code, the field and what is wrong with the value.
// sentence() adds the rule and how to fix the problem, from assets/refusals.txt.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "base/names.hpp"

namespace cppo {

/// Every refusal the program can make. For a reader of JSON the order is the precedence: of all the
/// problems of a document it reports the one whose code comes first, and of several with that code
/// the first it meets (Verdict). Everything else refuses in the order its own header gives.
enum class Code {
    malformed,
    unknown_key,
    duplicate_key,
    schema_unsupported,
    required,
    out_of_range,
    not_found,
    already_exists,
    record_damaged,
    transition_refused,
    form_incomplete,
    wrong_signer,
    missing_signature,
    missing_customer_signature,
    bad_recipient,
    partner_not_registered,
    not_authorized,
    auth_expired,
    product_not_covered,
    customer_mismatch,
    auth_consumed,
    currency_mismatch,
    same_account,
    fee_unknown,
    fees_fixed,
    negative_markup,
    schedule_sum_mismatch,
    duplicate_charge_dates,
    invalid_charge_dates,
    too_many_scheduled_payments,
    too_many_backdated_charges,
    net_terms_not_customizable,
    net_terms_above_ceiling,
    offer_not_visible,
    offer_expired,
    not_yet,
    later_entry,
    buyer_not_on_invoicing,
    overpayment,
    not_collected,
    refund_exceeds,
    storage_failed,
};

template <>
struct Names<Code> {
    // clang-format off
    static constexpr std::string_view list[] = {
        "MALFORMED", "UNKNOWN_KEY", "DUPLICATE_KEY", "SCHEMA_UNSUPPORTED", "REQUIRED",
        "OUT_OF_RANGE", "NOT_FOUND", "ALREADY_EXISTS", "RECORD_DAMAGED", "TRANSITION_REFUSED",
        "FORM_INCOMPLETE", "WRONG_SIGNER", "MISSING_SIGNATURE", "MISSING_CUSTOMER_SIGNATURE",
        "BAD_RECIPIENT", "PARTNER_NOT_REGISTERED", "NOT_AUTHORIZED", "AUTH_EXPIRED",
        "PRODUCT_NOT_COVERED", "CUSTOMER_MISMATCH", "AUTH_CONSUMED", "CURRENCY_MISMATCH",
        "SAME_ACCOUNT", "FEE_UNKNOWN", "FEES_FIXED", "NEGATIVE_MARKUP", "SCHEDULE_SUM_MISMATCH",
        "DUPLICATE_CHARGE_DATES", "INVALID_CHARGE_DATES", "TOO_MANY_SCHEDULED_PAYMENTS",
        "TOO_MANY_BACKDATED_CHARGES", "NET_TERMS_NOT_CUSTOMIZABLE", "NET_TERMS_ABOVE_CEILING",
        "OFFER_NOT_VISIBLE", "OFFER_EXPIRED", "NOT_YET", "LATER_ENTRY", "BUYER_NOT_ON_INVOICING",
        "OVERPAYMENT", "NOT_COLLECTED", "REFUND_EXCEEDS", "STORAGE_FAILED"};
    // clang-format on
};

struct Error {
    Code code;
    std::string field;   ///< path of the refused value, such as "ctr.price" or "lines[2].discount"
    std::string detail;  ///< what is wrong with this value, without the final period
    bool operator==(const Error&) const = default;
};

/// All problems of a form or document, in reading order.
using Issues = std::vector<Error>;

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> refuse(Code code, std::string field, std::string detail) {
    return tl::unexpected<Error>(Error{code, std::move(field), std::move(detail)});
}

/// The same error with `prefix` before its field, for a reader of the whole that calls a reader of
/// one part ("price" → "ctr.price").
Error within(std::string_view prefix, Error error);

/// What a person reads: what is wrong with the value, the rule, and how to fix it.
std::string sentence(const Error& error);

/// `CODE field: sentence`, the line the command line prints on standard error. It contains no
/// terminal control sequences.
std::string text(const Error& error);

}  // namespace cppo

#define CPPO_JOIN_(a, b) a##b
#define CPPO_JOIN(a, b) CPPO_JOIN_(a, b)

/// The value of a Result; returns its error from the calling function if there is one.
#define TRY(expression)                                             \
    __extension__({                                                 \
        auto&& try_result = (expression);                           \
        if (!try_result) return tl::unexpected(try_result.error()); \
        std::move(*try_result);                                     \
    })

/// Returns the error of a Result<void> from the calling function if there is one.
#define CHECK_OK(expression)                                 \
    do {                                                     \
        if (auto check_result = (expression); !check_result) \
            return tl::unexpected(check_result.error());     \
    } while (false)
