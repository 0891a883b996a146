// What can happen to an authorization or a deal, as plain values. A record is its events in order;
// its state is nothing but their replay.
#pragma once

#include <variant>

#include "base/id.hpp"
#include "forms/signature.hpp"
#include "money/quantity.hpp"
#include "rules/rules.hpp"

namespace cppo {

/// An event's envelope: its id makes a repeated event harmless, its date is always given.
template <typename Payload>
struct Event {
    std::string id;
    Date on;
    Payload payload;
};

namespace event {

struct Edit {
    std::string path;
    std::string text;  ///< empty clears the field
};
struct AddRow {
    std::string group;
};
struct RemoveRow {
    std::string group;
    int row = 0;
};
struct Sign {
    Signature signature;
};
/// A product's discount as it stood when the request was sent.
struct LineDiscount {
    std::string product;
    Percent discount;
    bool operator==(const LineDiscount& other) const {
        return product == other.product && discount == other.discount;
    }
};
struct Submit {
    std::string to;                            ///< e-mail address
    std::vector<LineDiscount> discounts = {};  ///< of a Custom Transaction Request only
};
/// AWS sent the form back; it becomes a draft again.
struct Return {
    std::string reason;
};
/// AWS has received the completed form: the partner is authorized.
struct Receive {};
/// An offer was created with this authorization.
struct Use {
    DealId deal;
};
struct Revoke {
    Party by = Party::isv;
};
/// One product of a form that names several is no longer authorized. [ext: each product on the form
/// is an authorization of its own]
struct RevokeProduct {
    std::string product;
    Party by = Party::isv;
};

/// As AWS told them. Where AWS publishes its fees these are only the base rate of a product it
/// publishes none for, as `marketplace` (decision 15).
struct SetFees {
    FeeTerms fees;
};
/// The settings the deal follows from here on; possible until the request is sent.
struct SetSettings {
    Settings settings;
};
/// Where the Custom Resale Transaction alone makes the offer (decision 4), nothing was sent before
/// and the discounts are fixed here.
struct CreateOffer {
    std::string offer_id;
    std::vector<LineDiscount> discounts = {};
    std::optional<FeeTerms> fees = {};  ///< published ones, as they are on that day
};
struct Accept {
    AccountId account;
    bool on_invoicing = true;  ///< the buyer pays AWS by invoice, not by card
};
struct Expire {};
struct Withdraw {
    std::string reason;
};
struct Invoice {
    int number = 0;  ///< from 1
};
struct Collect {
    int number = 0;
    Money amount = Money::zero(Currency::usd);
};
/// AWS moves what stands to the party's credit for one invoice to its payout. After a refund of
/// what was paid out already that is less than nothing, and the party's next payout is smaller.
struct Disburse {
    int number = 0;
    Party party = Party::isv;
};
/// We, as seller of record, give back part of an invoice. What is still open is given up first; the
/// rest goes back to the customer.
struct Refund {
    int number = 0;
    Money amount = Money::zero(Currency::usd);
    std::string reason;
};
/// AWS gives up what the customer has not paid of an invoice.
struct Forgive {
    int number = 0;
};
/// What was used in a month, one count for each of the request's rates; AWS invoices it early in
/// the next month.
struct Meter {
    Date month;  ///< by its first day
    std::vector<Quantity> units;
};
/// The agreement ends early; invoices not yet issued will not be.
struct Cancel {
    std::string reason;
};
/// Another offer to the same customer has been accepted in this one's place.
struct Replace {
    DealId by;
};

}  // namespace event

using AuthorizationPayload =
    std::variant<event::Edit, event::AddRow, event::RemoveRow, event::Sign, event::Submit,
                 event::Return, event::Receive, event::Use, event::Revoke, event::RevokeProduct>;
using AuthorizationEvent = Event<AuthorizationPayload>;

/// The variant's alternatives by name, in its order: records and transition tables use these.
enum class AuthorizationEventKind {
    edit,
    add_row,
    remove_row,
    sign,
    submit,
    return_form,
    receive,
    use,
    revoke,
    revoke_product
};
template <>
struct Names<AuthorizationEventKind> {
    static constexpr std::string_view list[] = {"edit",   "add_row",       "remove_row", "sign",
                                                "submit", "return",        "receive",    "use",
                                                "revoke", "revoke_product"};
};
static_assert(std::variant_size_v<AuthorizationPayload> == name_count<AuthorizationEventKind>());

using DealPayload = std::variant<event::Edit, event::AddRow, event::RemoveRow, event::SetFees,
                                 event::Sign, event::Submit, event::Return, event::CreateOffer,
                                 event::Accept, event::Expire, event::Withdraw, event::Invoice,
                                 event::Collect, event::Disburse, event::SetSettings, event::Refund,
                                 event::Forgive, event::Cancel, event::Replace, event::Meter>;
using DealEvent = Event<DealPayload>;

enum class DealEventKind {
    edit,
    add_row,
    remove_row,
    set_fees,
    sign,
    submit,
    return_form,
    create_offer,
    accept,
    expire,
    withdraw,
    invoice,
    collect,
    disburse,
    set_settings,
    refund,
    forgive,
    cancel,
    replace,
    meter
};
template <>
struct Names<DealEventKind> {
    static constexpr std::string_view list[] = {
        "edit",         "add_row", "remove_row", "set_fees", "sign",    "submit",  "return",
        "create_offer", "accept",  "expire",     "withdraw", "invoice", "collect", "disburse",
        "set_settings", "refund",  "forgive",    "cancel",   "replace", "meter"};
};
static_assert(std::variant_size_v<DealPayload> == name_count<DealEventKind>());

inline AuthorizationEventKind kind_of(const AuthorizationPayload& payload) {
    return static_cast<AuthorizationEventKind>(payload.index());
}
inline DealEventKind kind_of(const DealPayload& payload) {
    return static_cast<DealEventKind>(payload.index());
}

}  // namespace cppo
