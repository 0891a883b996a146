#include "base/text.hpp"
#include "cli/files.hpp"
#include "commands/attach_change.hpp"
#include "commands/desk_session.hpp"
#include "commands/event_changes.hpp"

namespace cppo {
namespace {

Result<Command> read_new_deal(const Arguments& arguments, const Model&, std::istream&) {
    return command::CreateDeal{TRY(arguments.id<AuthorizationId>("authorization")),
                               arguments.value("id")};
}

/// A copy under the original's authorization, or under another.
Result<Command> read_deal_copy(const Arguments& arguments, const Model& model, bool replaces) {
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
            {"authorization", "ID", "Authorization (default: the original's).", Need::optional}};
}

Result<Command> read_spread(const Arguments& arguments, const Model&, std::istream&) {
    command::SpreadPayments spread;
    spread.id = TRY(arguments.id<DealId>("id"));
    spread.count = TRY(arguments.count("count"));
    spread.first = TRY(arguments.date("first"));
    spread.months = TRY(arguments.count("months"));
    return spread;
}

Result<Command> read_schedule(const Arguments& arguments, const Model&, std::istream& in) {
    auto id = TRY(arguments.id<DealId>("id"));
    auto rows = TRY(read_input(arguments.value("from"), in, "from"));
    return command::SchedulePayments{std::move(id), std::move(rows)};
}

Result<Command> read_reprice(const Arguments& arguments, const Model&, std::istream&) {
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
         {{"authorization", "ID", "The authorization to sell under."},
          on_option,
          {"id", "ID", "Record ID (default: the next free one).", Need::optional}},
         {"deal new --authorization nimbus-2026 --id quarry --on 2026-11-18"},
         read_new_deal},
        {"deal",
         "copy",
         "Starts a request with the content of another one.",
         copy_options("The deal whose request is copied."),
         {"deal copy --of quarry --id quarry-2 --on 2026-11-24"},
         [](const Arguments& a, const Model& m, std::istream&) {
             return read_deal_copy(a, m, false);
         }},
        {"deal",
         "replacement",
         "Starts an offer that replaces a running agreement once it is accepted.",
         copy_options("The agreement to replace."),
         {"deal replacement --of granite-3y --id granite-new --on 2026-11-24"},
         [](const Arguments& a, const Model& m, std::istream&) {
             return read_deal_copy(a, m, true);
         }},
        {"deal",
         "spread",
         "Replaces the schedule with even payments that add up to the price.",
         {{"id", "ID", "The record's ID."},
          {"count", "N", "The number of payments."},
          {"first", "DATE", "The date of the first payment."},
          {"months", "N", "Months between payments."},
          on_option},
         {"deal spread --id quarry --count 4 --first 2027-01-15 --months 3 --on 2026-11-18"},
         read_spread},
        {"deal",
         "schedule",
         "Replaces the schedule with payments from a file.",
         {{"id", "ID", "The record's ID."},
          {"from", "FILE",
           "One payment per line: date, tab, space or comma, amount; - reads standard input."},
          on_option},
         {"deal schedule --id quarry --from payments.tsv --on 2026-11-18"},
         read_schedule},
        {"deal",
         "price",
         "Sets the price, directly or by markup, margin or net.",
         {{"id", "ID", "The record's ID."},
          {"by", "WHAT", "price, markup (% of wholesale), margin (% of the price) or partner_net."},
          {"value", "N", "The amount or percentage to reach."},
          on_option},
         {"deal price --id quarry --by markup --value 14.5 --on 2026-11-18"},
         read_reprice},
        attach_change<command::ChangeDeal>("deal",
                                           "deal attach --id quarry --file license.pdf "
                                           "--about \"License terms\" --on 2026-11-18")};
    for (Change& change : deal_event_changes()) changes.push_back(std::move(change));
    return changes;
}

}  // namespace cppo
