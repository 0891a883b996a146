// Reading a filled form: every problem it still has, and the typed terms of one that has none.
#pragma once

#include "forms/form.hpp"
#include "money/quantity.hpp"
#include "rules/rules.hpp"
#include "rules/schedule.hpp"

namespace cppo {

/// Everything wrong with the form as it stands, in reading order: REQUIRED fields left empty, too
/// few rows, MALFORMED values (of an imported form), then the rules between fields. Empty means the
/// form is complete. Rules that need the authorization or a date are checked at submission.
Issues problems(FormKind kind, const Content& content);

struct AuthorizedProduct {
    std::string id;
    std::string title;
    Percent discount;  ///< off the list price
};

/// What a complete Reseller Authorization or Custom Resale Transaction grants.
struct AuthorizationTerms {
    PartyRef isv;
    PartyRef partner;
    std::optional<PartyRef> customer;  ///< only on a Custom Resale Transaction
    std::vector<AuthorizedProduct> products;
    Currency currency = Currency::usd;
    Date starts;
    std::optional<Date> ends;  ///< last day; nothing: no set time
    std::string resale_terms;

    const AuthorizedProduct* product(std::string_view id) const;
};

/// The terms of a complete form; the first of its problems otherwise.
Result<AuthorizationTerms> authorization_terms(FormKind kind, const Content& content);

struct RequestedLine {
    std::string product;
    std::string description;
    Money list;  ///< of one unit
    Quantity quantity;
    Money extended() const;  ///< list × quantity; problems() has refused what does not fit
};

/// What a complete Custom Transaction Request asks AWS to offer.
struct RequestTerms {
    PartyRef customer;
    AccountId payer;  ///< the customer's own account where none is named
    std::vector<RequestedLine> lines;
    Currency currency = Currency::usd;
    Money price = Money::zero(Currency::usd);
    bool scheduled = false;
    std::vector<Payment> schedule;  ///< in date order
    Date starts;
    Duration term;
    Date accept_by;
    std::string custom_terms;
    bool customer_signs = false;  ///< marked by the user

    Date contract_end() const { return end_of(starts, term); }
};

/// The terms of a complete form; the first of its problems otherwise.
Result<RequestTerms> request_terms(const Content& content);

/// True when the customer's signature is needed before the request may be sent (decision 6).
bool needs_customer_signature(const RequestTerms& terms, CustomerSignature setting);

/// NET_TERMS_NOT_CUSTOMIZABLE at `field` when custom terms try to change when the customer pays:
/// that is between the customer and AWS. [seed]
Result<void> check_custom_terms(std::string_view terms, std::string_view field);

}  // namespace cppo
