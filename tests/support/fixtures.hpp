// Records for tests: the three forms filled in, and authorizations and deals brought to any status
// by real events. A refused fixture is a bug in the test and stops it with the refusal.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "deal/deal.hpp"

namespace cppo::test {

/// The value of a result that must have one.
template <typename T>
T sure(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "fixture refused: %s\n", text(result.error()).c_str());
        std::abort();
    }
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// The refusal of a result, or nothing if it was accepted.
template <typename T>
std::optional<Error> refusal(const Result<T>& result) {
    return result ? std::nullopt : std::optional(result.error());
}

Date day(std::string_view text);
Duration duration(std::string_view text);
Money money(std::string_view text, Currency currency = Currency::usd);
Percent percent(std::string_view text);
Quantity quantity(std::int64_t count);
UnitPrice unit_price(std::string_view text);
AccountId account(std::string_view digits);
FeeTerms fees(std::string_view marketplace, std::string_view processing);

/// The companies in every fixture. No other text in a fixture contains these words or digits.
inline constexpr std::string_view isv_name = "Alder Software";
inline constexpr std::string_view partner_name = "Birch Resale";
inline constexpr std::string_view customer_name = "Cedar Works";
inline constexpr std::string_view isv_account = "001122223333";
inline constexpr std::string_view partner_account = "444455556666";
inline constexpr std::string_view customer_account = "777788889999";
inline constexpr std::string_view payer_account = "121234345656";
inline constexpr std::string_view product_id = "prod-4xkq7n2mvb5ge";

// --- forms ---------------------------------------------------------------------------------------

/// The three forms, in the order of signing.
inline constexpr FormKind raf = FormKind::reseller_authorization;
inline constexpr FormKind crt = FormKind::custom_resale_transaction;
inline constexpr FormKind ctr = FormKind::custom_transaction_request;

using Texts = std::vector<std::pair<std::string_view, std::string_view>>;

/// `content` with the texts set at their paths, adding rows as needed.
Content filled(FormKind kind, const Texts& texts, Content content = {});

Content raf_content();  ///< 25 % off one product, no end date, USD
Content crt_content();  ///< the same, only for Cedar Works, until 2020-12-31
/// Domain example 2: list 300,000, three years from 2020-02-01 paid 100,000 / 90,000 / 80,000 a
/// year, to be accepted by 2020-01-31.
Content scheduled_content();
/// List 120,000, one year at 110,000 paid at acceptance.
Content upfront_content();

Signature signature(Party party, FormKind kind, const Content& content, Date on);

// --- records -------------------------------------------------------------------------------------

Workspace workspace();  ///< Birch Resale, registered, with a channel account manager

/// The dates when fixtures reach their statuses.
inline constexpr std::string_view created_on = "2020-01-02";
inline constexpr std::string_view signed_on = "2020-01-10";
inline constexpr std::string_view submitted_on = "2020-01-13";
inline constexpr std::string_view offered_on = "2020-01-15";
inline constexpr std::string_view accepted_on = "2020-01-20";

/// Appends the event as the desk does, or returns its refusal and changes nothing.
Result<void> attempt(Authorization& authorization, std::string_view on,
                     AuthorizationPayload payload, const Workspace& workspace);

/// A Reseller Authorization or Custom Resale Transaction brought to `status`.
Authorization authorization(FormKind kind = FormKind::reseller_authorization,
                            AuthorizationStatus status = AuthorizationStatus::authorized,
                            std::optional<Content> content = {});

/// One deal with all it needs.
struct DealSetup {
    Workspace workspace;
    Authorization authorization;
    Deal deal;

    Surroundings surroundings() const { return {authorization, workspace}; }

    /// The result of check() for the event.
    Result<void> check(std::string_view on, DealPayload payload) const;

    /// Appends the event, or returns its refusal and changes nothing. Creating the offer also uses
    /// the authorization.
    Result<void> attempt(std::string_view on, DealPayload payload);

    /// Appends events that must not be refused.
    void happen(std::string_view on, DealPayload payload);
    void edit(std::string_view path, std::string_view text);
    void sign(Party party);

    /// The submission of the request to the customer desk, at the authorization's discounts.
    event::Submit submission() const;
    Money amount(std::string_view text) const;  ///< in the request's currency
};

/// A deal under an authorization AWS has received, with the request filled in and not yet signed.
DealSetup desk(const Content& request = scheduled_content(),
               FormKind authorization_form = FormKind::reseller_authorization);

/// The same with `authorization` in any status.
DealSetup desk(const Content& request, Authorization authorization);

/// Drives a desk in draft to `status` by the shortest way, with fees of 3 % and 1 %.
DealSetup brought_to(DealStatus status, DealSetup start = desk());

/// A draft under modern-2024 for professional services, under an authorization with payment terms.
DealSetup modern_desk();

}  // namespace cppo::test
