#include <sstream>

#include "base/text.hpp"
#include "cli/files.hpp"
#include "commands/attach_change.hpp"
#include "commands/desk_session.hpp"
#include "commands/event_changes.hpp"

namespace cppo {
namespace {

Result<Command> read_new(const Arguments& arguments, const Model&) {
    return command::CreateDeal{TRY(arguments.id<AuthorizationId>("authorization")),
                               arguments.value("id")};
}

/// A copy under the original's authorization, or under another.
Result<Command> read_copy(const Arguments& arguments, const Model& model, bool replaces) {
    const DealId original = TRY(arguments.id<DealId>("of"));
    const Deal* deal = model.find(original);
    AuthorizationId authorization = deal ? deal->authorization : AuthorizationId();
    if (arguments.has("authorization"))
        authorization = TRY(arguments.id<AuthorizationId>("authorization"));
    else if (!deal) return tl::unexpected(within("of", no_such(original)));
    return command::CreateDeal{authorization, arguments.value("id"), original, replaces};
}

std::vector<Option> copy_options(std::string_view of) {
    return {{"of", "ID", of},
            on_option,
            {"id", "ID", "Record ID (default: the next free one).", Need::optional},
            {"authorization", "ID", "Another authorization than the original's.", Need::optional}};
}

Result<Command> read_spread(const Arguments& arguments, const Model&) {
    command::SpreadPayments spread;
    spread.id = TRY(arguments.id<DealId>("id"));
    spread.count = TRY(arguments.count("count"));
    spread.first = TRY(arguments.date("first"));
    spread.months = TRY(arguments.count("months"));
    return spread;
}

Result<Command> read_schedule(const Arguments& arguments, const Model&) {
    std::istringstream none;
    auto id = TRY(arguments.id<DealId>("id"));
    auto rows = TRY(read_input(arguments.value("from"), none, "from"));
    return command::SchedulePayments{std::move(id), std::move(rows)};
}

Result<Command> read_reprice(const Arguments& arguments, const Model&) {
    command::Reprice reprice;
    reprice.id = TRY(arguments.id<DealId>("id"));
    reprice.by = TRY(arguments.choice<PriceBy>("by"));
    reprice.text = arguments.value("value");
    return reprice;
}

}  // namespace

std::vector<Change> deal_changes() {
    std::vector<Change> changes = {
        {"deal",
         "new",
         "Starts a request for one customer's offer under an authorization.",
         {{"authorization", "ID", "The authorization it is made with."},
          on_option,
          {"id", "ID", "Record ID (default: the next free one).", Need::optional}},
         {"deal new --authorization nimbus-2026 --id quarry --on 2026-11-18"},
         read_new},
        {"deal",
         "copy",
         "Starts a request with everything written on another one.",
         copy_options("The deal whose request is copied."),
         {"deal copy --of quarry --id quarry-2 --on 2026-11-24"},
         [](const Arguments& a, const Model& m) { return read_copy(a, m, false); }},
        {"deal",
         "replacement",
         "Starts an offer that takes a running agreement's place when it is accepted.",
         copy_options("The agreement to be replaced."),
         {"deal replacement --of granite-3y --id granite-new --on 2026-11-24"},
         [](const Arguments& a, const Model& m) { return read_copy(a, m, true); }},
        {"deal",
         "spread",
         "Divides the price into even payments, in place of the schedule.",
         {{"id", "ID", "The record."},
          {"count", "N", "How many payments."},
          {"first", "DATE", "The day of the first."},
          {"months", "N", "Months from one to the next."},
          on_option},
         {"deal spread --id quarry --count 4 --first 2027-01-15 --months 3 --on 2026-11-18"},
         read_spread},
        {"deal",
         "schedule",
         "Replaces the schedule by payments of a file.",
         {{"id", "ID", "The record."},
          {"from", "FILE", "A payment a line: its date, a tab or blank, its amount."},
          on_option},
         {"deal schedule --id quarry --from payments.tsv --on 2026-11-18"},
         read_schedule},
        {"deal",
         "price",
         "Sets the price that gives this markup, margin or net.",
         {{"id", "ID", "The record."},
          {"by", "WHAT", "price, markup (% of wholesale), margin (% of the price) or partner_net."},
          {"value", "N", "The amount or percentage to be reached."},
          on_option},
         {"deal price --id quarry --by markup --value 14.5 --on 2026-11-18"},
         read_reprice},
        attach_change<command::ChangeDeal>("deal",
                                           "deal attach --id quarry --file licence.pdf "
                                           "--about \"Licence terms\" --on 2026-11-18")};
    for (Change& change : deal_event_changes()) changes.push_back(std::move(change));
    return changes;
}

}  // namespace cppo
