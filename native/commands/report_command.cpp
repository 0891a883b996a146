// cppo report: what one party's report shows, and nothing else of the same deals.
#include <algorithm>

#include "codec/json.hpp"
#include "commands/desk_session.hpp"
#include "commands/nouns.hpp"
#include "report/payouts.hpp"

namespace cppo {
namespace {

/// The party's account in a deal, as far as the deal's forms name it.
std::optional<AccountId> account_in(Party party, const Subject& subject) {
    const auto& forms =
        party == Party::isv ? subject.authorization.state.content : subject.deal.state.request;
    const auto account =
        parse_account(forms.value(party == Party::isv ? "isv_account" : "customer_account"), "");
    return account ? std::optional(*account) : std::nullopt;
}

/// --account, or the one account there is.
Result<AccountId> account_of(const Call& call, Party party, std::span<const Subject> subjects) {
    if (call.arguments.has("account"))
        return parse_account(call.arguments.value("account"), "account");
    std::vector<std::string> accounts;
    for (const Subject& subject : subjects)
        if (const auto account = account_in(party, subject)) accounts.push_back(account->digits);
    std::sort(accounts.begin(), accounts.end());
    accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
    if (accounts.size() == 1) return AccountId{accounts.front()};
    const std::string who(spoken(party));
    if (accounts.empty())
        return refuse(Code::not_found, "account", "no deal names an account of " + who);
    return refuse(Code::required, "account",
                  "choose one account of " + who + ": " + join(accounts, ", "));
}

Result<std::vector<Subject>> subjects_asked(const Call& call, const DeskSession& session) {
    if (!call.arguments.has("deal")) return subjects_of(session.model());
    const Deal* deal = TRY(deal_named(call, session, "deal"));
    std::vector<Subject> subjects;
    if (const auto subject = subject_of(session.model(), *deal)) subjects.push_back(*subject);
    return subjects;
}

/// Everything up to --as-of, or from --from on.
Result<Period> period_of(const Call& call) {
    const Date until = TRY(call.arguments.date("as-of"));
    if (!call.arguments.has("from")) return Period(until);
    const Date from = TRY(call.arguments.date("from"));
    if (from > until)
        return refuse(Code::out_of_range, "from", text(from) + " is after " + text(until));
    return Period(from, until);
}

Json date_json(const Period& period) {
    return period.from == Date() ? Json() : Json(text(period.from));
}

/// The party's statement as a table, in both wordings.
Result<Answer> statement_of(const Call& call, Party party, const DeskSession& session) {
    const auto subjects = TRY(subjects_asked(call, session));
    const Period period = TRY(period_of(call));
    const auto answer = [&](const auto& statement) {
        const Table table = table_of(statement, Wording::files);
        JsonArray rows;
        for (const auto& cells : table.rows) {
            JsonObject row;
            for (std::size_t i = 0; i < cells.size(); ++i)
                row.push_back({table.columns[i].name, cells[i]});
            rows.push_back(std::move(row));
        }
        const bool file = call.arguments.has("csv");
        return Answer{file ? csv(table) : plain_text(table_of(statement, Wording::reading)),
                      print_json(JsonObject{{"as", text(party)},
                                            {"from", date_json(period)},
                                            {"as_of", text(period.until)},
                                            {"rows", std::move(rows)}})};
    };
    const bool payouts = call.arguments.has("payouts");
    if (payouts && party == Party::customer)
        return refuse(Code::malformed, "payouts", "AWS pays out to the ISV and to the partner");
    const bool ours = party == Party::partner;
    if (payouts && ours) return answer(partner_payouts(subjects, period));
    const AccountId account = ours ? AccountId() : TRY(account_of(call, party, subjects));
    if (payouts) return answer(isv_payouts(subjects, account, period));
    return answer(
        statement_for(party, subjects, account, period, session.model().workspace().salt));
}

Outcome run_report(const Call& call) {
    const DeskSession session = TRY(DeskSession::read(call));
    // Reference numbers are derived from the workspace's salt and would differ without it.
    for (const Damaged& damaged : session.model().damaged)
        if (damaged.key == "workspace") return tl::unexpected(damage_of(damaged));
    const Party party = TRY(call.arguments.choice<Party>("as"));
    if (party != Party::isv && party != Party::partner && party != Party::customer)
        return tl::unexpected(
            Error{Code::malformed, "as", "reports are made for isv, partner or customer"});
    return TRY(statement_of(call, party, session));
}

}  // namespace

std::vector<Verb> report_verbs() {
    return {
        {"report",
         "",
         "Shows one party's report, with only what that party may see.",
         {{"as", "PARTY", "isv, partner or customer."},
          day_option,
          {"from", "DATE", "Only from this day on.", Need::optional},
          {"account", "ACCOUNT", "The party's account, if there are several ISVs or customers.",
           Need::optional},
          {"deal", "ID", "Only this deal.", Need::optional},
          {"payouts", "", "Show AWS's payouts to the ISV or to you, day by day.", Need::optional},
          {"csv", "", "Print the report as CSV.", Need::optional}},
         {"report --as partner --as-of 2026-12-31",
          "report --as isv --account 111122223333 --as-of 2026-12-31 --csv",
          "report --as partner --from 2026-07-01 --as-of 2026-09-30",
          "report --as partner --payouts --as-of 2026-12-31",
          "report --as customer --deal granite-3y --as-of 2026-12-31"},
         run_report}};
}

}  // namespace cppo
