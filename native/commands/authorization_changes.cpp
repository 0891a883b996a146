#include "commands/form_changes.hpp"

namespace cppo {

std::vector<EventRow<AuthorizationPayload>> authorization_events() {
    using Kind = AuthorizationEventKind;
    using Payload = AuthorizationPayload;
    auto rows = form_events<Payload>(
        "isv or partner.",
        {"authorization set --id fjord-orchard --field products[0].discount --value 20 "
         "--on 2026-11-19",
         "authorization add-row --id fjord-orchard --group products --on 2026-11-19",
         "authorization remove-row --id fjord-orchard --group products --row 1 --on 2026-11-19",
         "authorization sign --id fjord-2027 --party isv --name \"Authorized signatory\" "
         "--title \"ISV contracts\" --on 2026-11-20",
         "authorization submit --id fjord-2027 --to mpcustdesk@amazon.com --on 2026-11-23",
         "authorization return --id fjord-2027 --reason \"The product ID is unknown\" "
         "--on 2026-11-25"});
    rows.push_back(
        {Kind::receive,
         "receive",
         "Records that AWS has received the form: we are authorized.",
         {},
         "authorization receive --id fjord-2027 --on 2026-11-26",
         [](const Arguments&, const Model&) -> Result<Payload> { return event::Receive(); }});
    rows.push_back({Kind::revoke,
                    "revoke",
                    "Records that a party ended the authorization; offers made with it stand.",
                    {{"by", "PARTY", "isv or partner."}},
                    "authorization revoke --id tidal-2026 --by isv --on 2026-12-01",
                    [](const Arguments& a, const Model&) -> Result<Payload> {
                        return event::Revoke{TRY(a.choice<Party>("by"))};
                    }});
    rows.push_back({Kind::revoke_product,
                    "revoke-product",
                    "Records that a party ended the authorization of one product on the form.",
                    {{"product", "ID", "The product's ID, as on the form."},
                     {"by", "PARTY", "isv or partner."}},
                    "authorization revoke-product --id tidal-2026 --product prod-6yd1m4hs9gk3p "
                    "--by isv --on 2026-12-01",
                    [](const Arguments& a, const Model&) -> Result<Payload> {
                        const Party by = TRY(a.choice<Party>("by"));
                        return event::RevokeProduct{a.value("product"), by};
                    }});
    return rows;
}

static Result<Command> read_copy(const Arguments& arguments, const Model&) {
    command::CreateAuthorization create;
    create.copy_of = TRY(arguments.id<AuthorizationId>("of"));
    create.id = arguments.value("id");
    return create;
}

static Result<Command> read_new(const Arguments& arguments, const Model&) {
    return command::CreateAuthorization{TRY(arguments.choice<FormKind>("form")),
                                        arguments.value("id")};
}

std::vector<Change> authorization_changes() {
    std::vector<Change> changes = {
        {"authorization",
         "new",
         "Starts a form with which an ISV authorizes us.",
         {{"form", "FORM",
           "raf: a Reseller Authorization, for any customer. crt: a Custom Resale Transaction, "
           "for one customer and once."},
          on_option,
          {"id", "ID", "Its name from now on; the next free one when left out.", Need::optional}},
         {"authorization new --form crt --id fjord-orchard --on 2026-11-19"},
         read_new},
        {"authorization",
         "copy",
         "Starts a form with everything written on another one, to be signed anew.",
         {{"of", "ID", "The authorization whose form is copied."},
          on_option,
          {"id", "ID", "Its name from now on; the next free one when left out.", Need::optional}},
         {"authorization copy --of nimbus-2026 --id nimbus-2027 --on 2026-11-24"},
         read_copy},
        attach_change<command::ChangeAuthorization>(
            "authorization",
            "authorization attach --id fjord-orchard --file contract.pdf --on 2026-11-19")};
    for (const auto& row : authorization_events())
        changes.push_back(change_of<command::ChangeAuthorization>("authorization", row));
    return changes;
}

std::vector<Change> workspace_changes() {
    return {{"workspace",
             "set",
             "Writes one fact about us.",
             {{"field", "NAME", "The fact, as 'workspace show' lists them."},
              {"value", "TEXT", "What stands there from now on; an empty text clears it."}},
             {"workspace set --field channel_manager --value channel.manager@amazon.com"},
             [](const Arguments& arguments, const Model&) -> Result<Command> {
                 return command::EditWorkspace{arguments.value("field"), arguments.value("value")};
             }}};
}

}  // namespace cppo
