#include "commands/attach_change.hpp"
#include "commands/event_changes.hpp"

namespace cppo {

static Result<Command> read_authorization_copy(const Arguments& arguments, const Model&,
                                               std::istream&) {
    command::CreateAuthorization create;
    create.copy_of = TRY(arguments.id<AuthorizationId>("of"));
    create.id = arguments.value("id");
    return create;
}

static Result<Command> read_new_authorization(const Arguments& arguments, const Model&,
                                              std::istream&) {
    return command::CreateAuthorization{TRY(arguments.choice<FormKind>("form")),
                                        arguments.value("id")};
}

std::vector<Change> authorization_changes() {
    std::vector<Change> changes = {
        {"authorization",
         "new",
         "Starts a form by which an ISV authorizes you to resell.",
         {{"form", "FORM",
           "raf: a Reseller Authorization, for any customer. crt: a Custom Resale Transaction, "
           "for one customer, once."},
          on_option,
          {"id", "ID", "Record ID (default: the next free one).", Need::optional}},
         {"authorization new --form crt --id fjord-orchard --on 2026-11-19"},
         read_new_authorization},
        {"authorization",
         "copy",
         "Starts a form with the content of another one, to be signed again.",
         {{"of", "ID", "The authorization whose form is copied."},
          on_option,
          {"id", "ID", "Record ID (default: the next free one).", Need::optional}},
         {"authorization copy --of nimbus-2026 --id nimbus-2027 --on 2026-11-24"},
         read_authorization_copy},
        attach_change<command::ChangeAuthorization>(
            "authorization",
            "authorization attach --id fjord-orchard --file contract.pdf --on 2026-11-19")};
    for (Change& change : authorization_event_changes()) changes.push_back(std::move(change));
    return changes;
}

std::vector<Change> workspace_changes() {
    return {{"workspace",
             "set",
             "Sets one of your company's details or settings.",
             {{"field", "NAME", "The field's name, as 'workspace show' lists it."},
              {"value", "TEXT", "The new value; an empty one clears it."}},
             {"workspace set --field channel_manager --value channel.manager@amazon.com"},
             [](const Arguments& arguments, const Model&, std::istream&) -> Result<Command> {
                 return command::EditWorkspace{arguments.value("field"), arguments.value("value")};
             }}};
}

}  // namespace cppo
