// What can happen to an authorization or a deal, as plain values. A record is its events in order;
// its state is nothing but their replay.
#pragma once

#include <variant>

#include "base/id.hpp"
#include "forms/signature.hpp"
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
    std::string to;  ///< e-mail address
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

struct SetFees {
    FeeTerms fees;
};
struct CreateOffer {
    std::string offer_id;
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
struct Disburse {
    int number = 0;
    Party party = Party::isv;
};

}  // namespace event

using AuthorizationPayload =
    std::variant<event::Edit, event::AddRow, event::RemoveRow, event::Sign, event::Submit,
                 event::Return, event::Receive, event::Use, event::Revoke>;
using AuthorizationEvent = Event<AuthorizationPayload>;

/// The variant's alternatives by name, in its order: records and transition tables use these.
enum class AuthorizationEventKind {
    edit, add_row, remove_row, sign, submit, return_form, receive, use, revoke
};
template <>
struct Names<AuthorizationEventKind> {
    static constexpr std::string_view list[] = {"edit", "add_row", "remove_row", "sign", "submit",
                                                "return", "receive", "use", "revoke"};
};
static_assert(std::variant_size_v<AuthorizationPayload> == name_count<AuthorizationEventKind>());

using DealPayload =
    std::variant<event::Edit, event::AddRow, event::RemoveRow, event::SetFees, event::Sign,
                 event::Submit, event::Return, event::CreateOffer, event::Accept, event::Expire,
                 event::Withdraw, event::Invoice, event::Collect, event::Disburse>;
using DealEvent = Event<DealPayload>;

enum class DealEventKind {
    edit, add_row, remove_row, set_fees, sign, submit, return_form, create_offer, accept, expire,
    withdraw, invoice, collect, disburse
};
template <>
struct Names<DealEventKind> {
    static constexpr std::string_view list[] = {
        "edit",   "add_row", "remove_row", "set_fees", "sign",    "submit",  "return",
        "create_offer", "accept", "expire", "withdraw", "invoice", "collect", "disburse"};
};
static_assert(std::variant_size_v<DealPayload> == name_count<DealEventKind>());

inline AuthorizationEventKind kind_of(const AuthorizationPayload& payload) {
    return static_cast<AuthorizationEventKind>(payload.index());
}
inline DealEventKind kind_of(const DealPayload& payload) {
    return static_cast<DealEventKind>(payload.index());
}

}  // namespace cppo
