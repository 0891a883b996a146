// What happens to a deal besides its form: its fees, the offer, the agreement.
#pragma once

#include "deal/form_events.hpp"
#include "rules/rules.hpp"

namespace cppo::event {

/// As AWS named them. Where AWS publishes its fees these are only the base rate of a product it
/// publishes none for, as `marketplace` (decision 15).
struct SetFees {
    FeeTerms fees;

    static constexpr EventText about = {
        .name = "set_fees",
        .verb = "fees",
        .summary = "Sets AWS's two fee percentages.",
        .deal_example =
            "deal fees --id loom-backup --marketplace 3.5 --processing 1 --on 2026-11-18",
        .is_draft = true,
        .moves_on = false};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask({.key = "marketplace",
                .label = "Marketplace fee",
                .help = "The marketplace fee, % of wholesale, paid by the ISV; under modern-2024 "
                        "the base rate."},
               self.fees.marketplace);
        io.ask({.key = "processing",
                .label = "Processing fee",
                .help = "The processing fee, % of markup, paid by you; 0 under "
                        "modern-2024."},
               self.fees.processing);
        io.ask({.key = "assumed",
                .label = "Assumed",
                .help = "AWS has not confirmed the fees; figures based on them say so.",
                .optional = true},
               self.fees.assumed);
    }
    std::string sentence(const FormWords&) const {
        return "Fees: marketplace " + text(fees.marketplace) + " %, processing " +
               text(fees.processing) + " %" + (fees.assumed ? ", assumed" : "");
    }
};

/// The settings the deal follows from here on; possible until the request is sent.
struct SetSettings {
    Settings settings;

    static constexpr EventText about = {
        .name = "set_settings",
        .verb = "settings",
        .summary = "Updates a deal to the workspace's current settings, until its request is sent.",
        .deal_example = "deal settings --id quarry --on 2026-11-18",
        .button = EventButton{.label = "Apply current settings",
                              .title = "Apply current settings",
                              .explanation = "The workspace's settings have changed since this "
                                             "deal was started. Apply them to this deal?",
                              .confirm = "Apply",
                              .leads_back = true,
                              .tab = "quote"},
        .is_draft = true,
        .moves_on = false};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.keep("", self.settings);
    }
    std::string sentence(const FormWords&) const { return "Applied the workspace's settings"; }
};

/// Where the Custom Resale Transaction alone makes the offer (decision 4), nothing was sent before
/// and the discounts are fixed here.
struct CreateOffer {
    std::string offer_id;
    std::vector<LineDiscount> discounts = {};
    std::optional<FeeTerms> fees = {};  ///< published ones, as they are on that day

    static constexpr EventText about = {
        .name = "create_offer",
        .verb = "create-offer",
        .summary = "Records that AWS created the private offer.",
        .deal_example =
            "deal create-offer --id loom-backup --offer offer-3fw8n1rx6zt4c --on 2026-11-27",
        .button = EventButton{.label = "Record the offer",
                              .title = "Record the offer",
                              .explanation = "AWS has created the private offer. Send its link to "
                                             "the customer yourself: AWS does not.",
                              .confirm = "Record the offer"}};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask({.key = "offer_id",
                .label = "Offer ID",
                .help = "The offer's ID at AWS, such as offer-3fw8n1rx6zt4c.",
                .option = "offer",
                .word = "ID",
                .line = "the offer's ID"},
               self.offer_id);
        io.keep("discounts", self.discounts);
        io.keep("fees", self.fees);
    }
    std::string sentence(const FormWords&) const { return "AWS created the offer " + offer_id; }
};

struct Accept {
    AccountId account;
    bool on_invoicing = true;  ///< the buyer pays AWS by invoice, not by card

    static constexpr EventText about = {
        .name = "accept",
        .verb = "accept",
        .summary = "Records that the customer accepted the offer.",
        .deal_example = "deal accept --id loom-backup --account 180055667788 --on 2026-12-01",
        .button = EventButton{.label = "Record the acceptance",
                              .title = "Record the acceptance",
                              .explanation = "Acceptance fixes the price and the terms.",
                              .confirm = "Record the acceptance"}};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        static constexpr std::string_view invoice_or_card[] = {"invoice", "card"};
        io.ask({.key = "account",
                .label = "Accepted by account",
                .help = "The account that accepted, 12 digits."},
               self.account);
        io.ask({.key = "on_invoicing",
                .label = "The customer pays AWS by invoice",
                .help = "How the customer pays AWS: invoice (the default) or card.",
                .option = "paid-by",
                .word = "HOW",
                .choices = invoice_or_card,
                .optional = true},
               self.on_invoicing);
    }
    std::string sentence(const FormWords&) const { return "Accepted by " + in_groups(account); }
};

struct Expire {
    static constexpr EventText about = {
        .name = "expire",
        .verb = "expire",
        .summary = "Records that the customer did not accept the offer in time.",
        .deal_example = "deal expire --id orchard-support --on 2027-01-01",
        .button = EventButton{.label = "Record the expiry",
                              .title = "Record the expiry",
                              .explanation = "The customer did not accept in time. No money moves.",
                              .confirm = "Record the expiry",
                              .leads_back = true}};
    template <typename Io, typename Self>
    static void fields(Io&, Self&) {}
    std::string sentence(const FormWords&) const { return "The offer expired"; }
};

inline constexpr EventField reason_field = {
    .key = "reason", .label = "Reason", .help = "Shown in the history.", .line = "the reason"};

struct Withdraw {
    std::string reason;

    static constexpr EventText about = {
        .name = "withdraw",
        .verb = "withdraw",
        .summary = "Withdraws a request or an offer before it is accepted.",
        .deal_example =
            "deal withdraw --id orchard-support --reason \"The customer asked for "
            "other terms\" --on 2026-11-24",
        .button =
            EventButton{.label = "Withdraw",
                        .title = "Withdraw",
                        .explanation = "This cannot be undone. You can start a new deal instead.",
                        .confirm = "Withdraw",
                        .danger = true,
                        .leads_back = true}};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask(reason_field, self.reason);
    }
    std::string sentence(const FormWords&) const { return "Withdrawn: " + reason; }
};

/// The agreement ends early; invoices not yet issued will not be.
struct Cancel {
    std::string reason;

    static constexpr EventText about = {
        .name = "cancel",
        .verb = "cancel",
        .summary =
            "Records that an agreement was canceled; invoices not yet issued are "
            "dropped.",
        .deal_example =
            "deal cancel --id granite-3y --reason \"Both sides agreed to end it\" "
            "--on 2027-07-01",
        .button = EventButton{.label = "Cancel the agreement",
                              .title = "Cancel the agreement",
                              .explanation = "This cannot be undone. Invoices not yet issued are "
                                             "dropped; record refunds of paid invoices separately.",
                              .confirm = "Cancel the agreement",
                              .danger = true,
                              .leads_back = true}};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.ask(reason_field, self.reason);
    }
    std::string sentence(const FormWords&) const { return "The agreement was canceled: " + reason; }
};

/// Another offer to the same customer has been accepted in this one's place.
struct Replace {
    DealId by;

    static constexpr EventText about = {.name = "replace"};
    template <typename Io, typename Self>
    static void fields(Io& io, Self& self) {
        io.keep("by", self.by);
    }
    std::string sentence(const FormWords&) const { return "Replaced by the deal " + by.value; }
};

}  // namespace cppo::event
