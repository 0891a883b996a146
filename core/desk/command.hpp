// What a person can ask the desk to do, as values.
#pragma once

#include "codec/record.hpp"

namespace cppo {

namespace command {

/// Writes one fact of the workspace: "partner_name", "partner_account", "contact",
/// "registered_seller" (yes/no), "channel_manager", the days forecasts go by and the
/// settings, each by its name. "salt" can be written once; a Desk usually does it.
struct EditWorkspace {
    std::string path;
    std::string text;
};

/// Starts a Reseller Authorization or Custom Resale Transaction with the partner's part filled in.
/// An empty id gets the next free one, "auth-1".
struct CreateAuthorization {
    FormKind form = FormKind::reseller_authorization;
    std::string id;
    /// An authorization AWS has received cannot be changed: a changed copy is signed anew.
    std::optional<AuthorizationId> copy_of = {};
};

/// Starts a Custom Transaction Request under an authorization, its currency, products and, of a
/// Custom Resale Transaction, its customer filled in. An empty id gets "deal-1".
struct CreateDeal {
    AuthorizationId authorization;
    std::string id;
    std::optional<DealId> copy_of = {};  ///< whose request is copied
    bool replaces = false;               ///< the offer takes that deal's place when it is accepted
};

/// An event of one record. update() fills in what follows from the model: a signature's hash, a
/// submission's discounts, the adopted settings.
struct ChangeAuthorization {
    AuthorizationId id;
    AuthorizationPayload payload;
    std::string event_id = {};  ///< empty: the next of the record, "e7"
};
struct ChangeDeal {
    DealId id;
    DealPayload payload;
    std::string event_id = {};
};

/// Replaces the payments of a draft request by `count` even ones.
struct SpreadPayments {
    DealId id;
    int count = 0;
    Date first;
    int months = 12;
};

/// Replaces the payments of a draft request by those in `rows`; see parse_payments().
struct SchedulePayments {
    DealId id;
    std::string rows;
};

/// Writes the price at which `by` is what was typed; the payments keep their proportions.
struct Reprice {
    DealId id;
    PriceBy by = PriceBy::price;
    std::string text;
};

/// Names a file that goes with a form, by its name and digest; it replaces one of the same name.
struct Attach {
    std::variant<AuthorizationId, DealId> to;
    Attachment file;
};

/// Replaces our records with those of an export that have the same keys. import_preview.hpp shows
/// what our records would lose.
struct Import {
    std::vector<Record> records;
    std::string from = {};  ///< the file's name, for the name of the undo step
    bool replace = false;   ///< also where ours loses something
};

}  // namespace command

using Command =
    std::variant<command::EditWorkspace, command::CreateAuthorization, command::CreateDeal,
                 command::ChangeAuthorization, command::ChangeDeal, command::SpreadPayments,
                 command::SchedulePayments, command::Reprice, command::Attach, command::Import>;

/// What the shell knows and the core does not.
struct Env {
    Date on;  ///< the day the command happens, given by the user or the browser's calendar
};

}  // namespace cppo
