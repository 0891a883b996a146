// Reading a form: every problem it still has, and the typed terms of one that has none.
#pragma once

#include "forms/form.hpp"
#include "money/quantity.hpp"
#include "rules/rules.hpp"
#include "rules/schedule.hpp"

namespace cppo {

/// Everything wrong with the form: in reading order REQUIRED fields that are empty, too few rows,
/// MALFORMED values (of an imported form) and values that the form's choices rule out; then the
/// rules between fields that can be read. Empty means the form is complete. Rules that need the
/// authorization or a date are checked at submission.
Issues problems(FormKind kind, const Content& content);

/// A file that goes with a form. The desk does not store its bytes.
struct Attachment {
    std::string name;
    std::string sha256;
    std::string about;
    bool operator==(const Attachment& other) const {
        return name == other.name && sha256 == other.sha256 && about == other.about;
    }
};

/// The files the form names; what is not filled in is empty.
std::vector<Attachment> attachments_of(const Content& content);

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
    std::optional<Date> ends;     ///< last day; nothing: no end date
    std::optional<int> net_days;  ///< the most an offer's payment terms may allow
    std::string resale_terms;

    const AuthorizedProduct* product(std::string_view id) const;
};

/// The terms of a complete form; the first of its problems otherwise.
Result<AuthorizationTerms> authorization_terms(FormKind kind, const Content& content);

/// The same for a form in which problems() has found nothing; it is not checked again.
AuthorizationTerms read_authorization_terms(FormKind kind, const Content& content);

struct RequestedLine {
    std::string product;
    std::string description;
    Money list;  ///< of one unit
    Quantity quantity;
    Money extended() const;  ///< list × quantity; problems() has refused an overflow
};

/// How the customer pays. [ext]
enum class Pricing {
    upfront,    ///< the whole price at acceptance
    scheduled,  ///< the price in dated payments
    usage,      ///< each month's usage, at a rate for each unit
};

template <>
struct Names<Pricing> {
    static constexpr std::string_view list[] = {"upfront", "scheduled", "usage"};
};

/// The price of one unit of a product sold by usage, in the request's currency.
struct RequestedRate {
    std::string product;
    std::string description;
    UnitPrice list_rate;     ///< on AWS Marketplace
    UnitPrice partner_rate;  ///< what the customer pays
};

/// What a complete Custom Transaction Request asks AWS to offer. A sale by usage has rates instead
/// of lines, and its price is zero because the usage is not known yet.
struct RequestTerms {
    PartyRef customer;
    AccountId payer;  ///< the customer's own account unless the form names another
    std::vector<RequestedLine> lines;
    std::vector<RequestedRate> rates;
    Currency currency = Currency::usd;
    Money price;
    Pricing pricing = Pricing::upfront;
    std::vector<Payment> schedule;  ///< in date order
    Date starts;
    Duration term;  ///< in days where the form names the last day
    Date accept_by;
    std::optional<int> net_days;  ///< from an invoice to its payment, if the offer sets them
    std::string custom_terms;
    bool customer_signs = false;  ///< the user asks for the customer's signature

    bool scheduled() const { return pricing == Pricing::scheduled; }
    bool by_usage() const { return pricing == Pricing::usage; }

    /// Every product sold and where the form names it: "lines[0].product".
    struct Sold {
        std::string product;
        std::string path;
    };
    std::vector<Sold> products() const;
    Date contract_end() const { return end_of(starts, term); }
};

/// The terms of a complete form; the first of its problems otherwise.
Result<RequestTerms> request_terms(const Content& content);

/// The same for a form in which problems() has found nothing; it is not checked again.
RequestTerms read_request_terms(const Content& content);

/// True when the customer's signature is needed before the request may be sent (decision 6).
bool needs_customer_signature(const RequestTerms& terms, CustomerSignature setting);

/// Refuses NET_TERMS_NOT_CUSTOMIZABLE at `field` if custom terms try to change when the customer
/// pays, which is between the customer and AWS. [seed]
Result<void> check_custom_terms(std::string_view terms, std::string_view field);

}  // namespace cppo
