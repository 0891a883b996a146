// What happens to a form, whether it is an authorization's or a deal's request, and what happens to
// an authorization.
#pragma once

#include "base/id.hpp"
#include "deal/event_text.hpp"
#include "forms/signature.hpp"

namespace cppo::event {

inline constexpr std::string_view isv_or_partner[] = {"isv", "partner"};

/// The party in a sentence to the partner: "you", "the ISV".
std::string whom(Party party);

struct Edit {
    std::string path;
    std::string text;  ///< empty clears the field

    static constexpr EventText about = {
        .name = "edit",
        .verb = "set",
        .summary = "Sets one field of the form; this removes every signature on it.",
        .authorization_example =
            "authorization set --id fjord-orchard --field "
            "products[0].discount --value 20 --on 2026-11-19",
        .deal_example = "deal set --id quarry --field price --value 96000 --on 2026-11-18",
        .is_draft = true};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask({.key = "path",
                .label = "Field",
                .help = "The field, such as price or products[0].discount.",
                .option = "field",
                .word = "PATH"},
               self.path);
        io.ask({.key = "text",
                .label = "Value",
                .help = "The new value; an empty one clears the field.",
                .option = "value",
                .any_text = true},
               self.text);
    }
    std::string sentence(const FormWords& form) const;
};

inline constexpr EventField group_field = {
    .key = "group",
    .label = "Table",
    .help = "The table of the form, such as products or schedule.",
    .word = "NAME"};

struct AddRow {
    std::string group;

    static constexpr EventText about = {
        .name = "add_row",
        .verb = "add-row",
        .summary = "Adds an empty row at the end of a table of the form.",
        .authorization_example =
            "authorization add-row --id fjord-orchard --group products --on 2026-11-19",
        .deal_example = "deal add-row --id quarry --group lines --on 2026-11-18",
        .is_draft = true};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask(group_field, self.group);
    }
    std::string sentence(const FormWords& form) const;
};

struct RemoveRow {
    std::string group;
    int row = 0;

    static constexpr EventText about = {
        .name = "remove_row",
        .verb = "remove-row",
        .summary = "Removes a row from a table of the form.",
        .authorization_example =
            "authorization remove-row --id fjord-orchard --group products --row 1 "
            "--on 2026-11-19",
        .deal_example = "deal remove-row --id quarry --group lines --row 1 --on 2026-11-18",
        .is_draft = true};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask(group_field, self.group);
        io.ask({.key = "row", .label = "Row", .help = "The row, counted from 0 as in field paths."},
               self.row);
    }
    std::string sentence(const FormWords& form) const;
};

struct Sign {
    Signature signature;

    static constexpr EventText about = {
        .name = "sign",
        .verb = "sign",
        .summary = "Records a party's signature on the complete form.",
        .authorization_example =
            "authorization sign --id fjord-2027 --party isv --name \"Authorized signatory\" "
            "--title \"ISV contracts\" --on 2026-11-20",
        .deal_example =
            "deal sign --id loom-backup --party partner --name \"Authorized "
            "signatory\" --title Contracts --on 2026-11-19",
        .button = EventButton{.label = "Sign",
                              .title = "Sign",
                              .explanation = "The signature covers the form as it is now. "
                                             "Changing any field removes it.",
                              .confirm = "Sign",
                              .tab = "forms"},
        .is_draft = true};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        static constexpr std::string_view signers[] = {"isv", "partner", "customer"};
        io.ask({.key = "party",
                .label = "Party",
                .help = "The party that signs: isv or partner; on a request, partner or customer.",
                .choices = signers},
               self.signature.party);
        io.ask({.key = "name", .label = "Name", .help = "The person who signs.", .word = "NAME"},
               self.signature.name);
        io.ask({.key = "title",
                .label = "Title",
                .help = "The signer's job title, such as CEO or Head of Sales.",
                .word = "TITLE"},
               self.signature.title);
        io.keep("signed_on", self.signature.on);
        io.keep("hash", self.signature.hash);
    }
    std::string sentence(const FormWords&) const {
        return signature.name + ", " + signature.title + ", signed for " + whom(signature.party);
    }
};

/// A product's discount at the time the request was sent.
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

    static constexpr EventText about = {
        .name = "submit",
        .verb = "submit",
        .summary = "Records that the form was sent to AWS.",
        .authorization_example =
            "authorization submit --id fjord-2027 --to mpcustdesk@amazon.com --on 2026-11-23",
        .deal_example = "deal submit --id loom-backup --to mpcustdesk@amazon.com --on 2026-11-20",
        .button = EventButton{.label = "Send to AWS",
                              .title = "Send to AWS",
                              .explanation = "CPPO Desk does not send anything itself. Send the "
                                             "form yourself, then record it here.",
                              .confirm = "Record as sent",
                              .tab = "forms"}};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask({.key = "to",
                .label = "Send to",
                .help = "mpcustdesk@amazon.com or your channel account manager's address; under "
                        "modern-2024, the word portal.",
                .word = "MAIL"},
               self.to);
        io.keep("discounts", self.discounts);
    }
    std::string sentence(const FormWords&) const {
        return to == seller_portal ? "Entered in the seller portal" : "Sent to " + to;
    }
};

/// AWS sent the form back; it becomes a draft again.
struct Return {
    std::string reason;

    static constexpr EventText about = {
        .name = "return",
        .verb = "return",
        .summary = "Records that AWS returned the form; it is a draft again.",
        .authorization_example =
            "authorization return --id fjord-2027 --reason \"The product ID is unknown\" "
            "--on 2026-11-25",
        .deal_example =
            "deal return --id loom-backup --reason \"The account is unknown\" --on 2026-11-24",
        .button = EventButton{.label = "Record the return",
                              .title = "Record the return",
                              .explanation = "AWS returned the form. It becomes a draft again "
                                             "and keeps everything entered on it.",
                              .confirm = "Record the return",
                              .leads_back = true}};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask({.key = "reason",
                .label = "Reason",
                .help = "The reason AWS gave.",
                .line = "the reason"},
               self.reason);
    }
    std::string sentence(const FormWords&) const { return "AWS returned it: " + reason; }
};

/// AWS has received the completed form: the partner is authorized.
struct Receive {
    static constexpr EventText about = {
        .name = "receive",
        .verb = "receive",
        .summary = "Records that AWS has received the form: you may resell.",
        .authorization_example = "authorization receive --id fjord-2027 --on 2026-11-26",
        .button = EventButton{.label = "Record the authorization",
                              .title = "Record the authorization",
                              .explanation = "AWS has received the completed and signed form. You "
                                             "may resell from this day on.",
                              .confirm = "Record the authorization"}};
    template <typename Io, typename Self>
    static void fields(Io&, Self&) {}
    std::string sentence(const FormWords&) const { return "AWS authorized you to resell"; }
};

/// An offer was created with this authorization. It is dated by its deal.
struct Use {
    DealId deal;

    static constexpr EventText about = {.name = "use", .moves_on = false};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.keep("deal", self.deal);
    }
    std::string sentence(const FormWords&) const { return "Used for the offer of " + deal.value; }
};

inline constexpr EventField revoker_field = {.key = "by",
                                             .label = "Revoked by",
                                             .help = "The party that revokes it: isv or partner.",
                                             .choices = isv_or_partner};

struct Revoke {
    Party by = Party::isv;

    static constexpr EventText about = {
        .name = "revoke",
        .verb = "revoke",
        .summary =
            "Records that you or the ISV revoked the authorization; existing offers stay valid.",
        .authorization_example = "authorization revoke --id tidal-2026 --by isv --on 2026-12-01",
        .button = EventButton{.label = "Revoke",
                              .title = "Revoke the authorization",
                              .explanation = "This cannot be undone. Existing offers are not "
                                             "affected; no new ones can be made.",
                              .confirm = "Revoke",
                              .danger = true,
                              .leads_back = true}};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask(revoker_field, self.by);
    }
    std::string sentence(const FormWords&) const { return "Revoked by " + whom(by); }
};

/// One product of a form that names several is no longer authorized. [ext: each product on the form
/// is an authorization of its own]
struct RevokeProduct {
    std::string product;
    Party by = Party::isv;

    static constexpr EventText about = {
        .name = "revoke_product",
        .verb = "revoke-product",
        .summary = "Records that you or the ISV revoked one product of the authorization.",
        .authorization_example =
            "authorization revoke-product --id tidal-2026 --product prod-6yd1m4hs9gk3p --by isv "
            "--on 2026-12-01",
        .button = EventButton{.label = "Revoke a product",
                              .title = "Revoke a product",
                              .explanation = "This cannot be undone. Existing offers are not "
                                             "affected; the form's other products stay "
                                             "authorized.",
                              .confirm = "Revoke the product",
                              .danger = true,
                              .leads_back = true}};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask({.key = "product",
                .label = "Product",
                .help = "The product's ID, as on the form.",
                .word = "ID"},
               self.product);
        io.ask(revoker_field, self.by);
    }
    std::string sentence(const FormWords&) const {
        return "Revoked for " + product + " by " + whom(by);
    }
};

}  // namespace cppo::event
