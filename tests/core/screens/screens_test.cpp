// What the screens say of a record in each of its statuses, kept in golden/app/screens.txt.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "base/text.hpp"
#include "fixtures.hpp"
#include "golden.hpp"
#include "screens/authorization_screen.hpp"
#include "screens/deal_screen.hpp"
#include "screens/overview.hpp"

namespace cppo::test {
namespace {

using enum DealStatus;

std::string told(const NextStep& next) {
    return "  next: " + join({next.tag, next.text, next.note, next.tab}, " | ") + '\n';
}

std::string told(const std::vector<ActionRow>& actions) {
    std::string all;
    for (const ActionRow& action : actions)
        all += "  can " + action.verb + (action.enabled ? "" : "? " + action.reason) + '\n';
    return all;
}

std::string told(const FormScreen& form) {
    constexpr std::string_view marks[] = {" + ", " o ", " x "};
    std::string all = form.editable ? "  form" : "  form, fixed";
    for (const CheckRow& check : form.checklist) {
        all += std::string(marks[static_cast<int>(check.state)]) + check.text;
        if (!check.path.empty()) all += " -> " + check.path;
        for (const std::string& wrong : check.wrong) all += " ! " + wrong;
    }
    return all + '\n';
}

std::string told(const Authorization& authorization, Date on) {
    const Model model = model_of({workspace(), authorization}, {});
    const auto screen = sure(authorization_screen(model, authorization.id, on));
    return "  " + join({screen.kind, screen.title, screen.status, screen.unusable_reason}, " | ") +
           '\n' + told(next_step(authorization, on)) + told(screen.actions) + told(screen.form);
}

template <typename E>
bool offers(const InvoiceRow& row) {
    return std::any_of(row.actions.begin(), row.actions.end(), records<E>);
}

std::string told(const InvoiceRow& row) {
    std::string all = "  invoice " + std::to_string(row.number) + " of " + row.price + ": " +
                      row.status_text + ", open " + grouped(row.open);
    for (const auto& [can, what] : {std::pair{offers<event::Issue>(row), "issue"},
                                    {offers<event::Collect>(row), "pay"},
                                    {row.can_pay_isv, "pay the ISV"},
                                    {row.can_pay_partner, "pay us"}})
        if (can) all += std::string(", can ") + what;
    return all + '\n';
}

std::string told(const QuotePanel& quote) {
    std::string all = "  quote: " + (quote.available ? quote.partner_net : quote.problem) + " | " +
                      quote.settings + '\n';
    for (const SeenRow& row : quote.seen)
        all += "  " + join({row.report_of, row.buyer, row.gross, row.net}, " | ") + '\n';
    return all;
}

std::string told(const HomeScreen& home) {
    std::string all = "  home:";
    for (const StageCount& card : home.stages)
        all += ' ' + card.name + ' ' + card.figure + ' ' + join(card.totals, ", ");
    all += '\n';
    for (const TodoRow& row : home.todo)
        all += "  to do: " + join({row.tag, row.text, row.note, row.route}, " | ") + '\n';
    return all;
}

std::string told(const DealRow& row) {
    return "  row: " + join({row.next, row.on, row.price, row.our_net}, " | ") + '\n';
}

std::string told(const DealSetup& desk, Date on) {
    constexpr std::string_view marks[] = {" +", " >", " -"};
    const Model model = model_of({desk.workspace, desk.authorization, desk.deal}, {});
    const DealScreen screen = sure(deal_screen(model, desk.deal.id, on));
    std::string all = "  " +
                      join({screen.kind, screen.title, screen.status, stage_of(desk.deal)}, " | ") +
                      "\n  stages:";
    for (const StageRow& stage : screen.stages)
        all += std::string(marks[static_cast<int>(stage.state)]) + stage.name +
               (stage.note.empty() ? "" : " " + stage.note);
    all += '\n' + told(next_step(model, desk.deal, on)) + told(screen.actions) + told(screen.form);
    for (const InvoiceRow& row : screen.invoices) all += told(row);
    for (const BalanceRow& row : screen.balances)
        all += "  " + row.account + ' ' + row.amount + '\n';
    return all + told(screen.quote) + told(home_screen(model, on)) +
           told(deal_line(model, desk.deal, on).row);
}

struct Shown {
    std::string title;
    DealSetup desk;
    std::string_view on;
};

DealSetup priced(DealSetup made) {
    made.happen(created_on, event::SetFees{fees("3", "1")});
    return made;
}

DealSetup with_settings(Settings settings) {
    DealSetup made = priced(desk());
    made.deal.settings = settings;
    return made;
}

std::vector<Shown> drafts() {
    DealSetup unused = desk(upfront_content(), authorization(FormKind::reseller_authorization,
                                                             AuthorizationStatus::submitted));
    unused.sign(Party::partner);
    DealSetup signed_by_both = brought_to(signing);
    signed_by_both.sign(Party::customer);
    const Content dear =
        filled(FormKind::custom_transaction_request, {{"price", "1.00"}}, upfront_content());
    return {{"nothing is written yet", desk(Content{}), created_on},
            {"the fees are not known", desk(), created_on},
            {"the price is below wholesale", priced(desk(dear)), created_on},
            {"ready to be signed", priced(desk()), created_on},
            {"other settings",
             with_settings({Rounding::half_even, ProcessingBase::customer_price,
                            CustomerSignature::any_schedule}),
             created_on},
            {"the customer has not signed", brought_to(signing), signed_on},
            {"everybody has signed", signed_by_both, signed_on},
            {"AWS has not got the authorization", unused, signed_on}};
}

std::vector<Shown> offers() {
    const DealSetup open = brought_to(offered);
    return {{"sent", brought_to(submitted), submitted_on},
            {"withdrawn", brought_to(withdrawn), offered_on},
            {"days are left", open, "2020-01-20"},
            {"a day is left", open, "2020-01-30"},
            {"the last day", open, "2020-01-31"},
            {"nobody recorded the expiry", open, "2020-02-01"},
            {"expired", brought_to(expired), "2020-02-01"},
            {"single use",
             brought_to(accepted, desk(upfront_content(), FormKind::custom_resale_transaction)),
             accepted_on}};
}

std::vector<Shown> payments() {
    DealSetup made = brought_to(accepted);
    std::vector<Shown> all = {{"accepted", made, accepted_on}, {"due", made, "2020-02-01"}};
    const auto then = [&](std::string title, std::string_view on, DealPayload payload) {
        made.happen(on, std::move(payload));
        all.push_back({std::move(title), made, on});
    };
    then("invoiced", "2020-02-01", event::Issue{1});
    then("paid in part", "2020-02-10", event::Collect{1, money("40000")});
    then("paid", "2020-02-11", event::Collect{1, money("60000")});
    then("the ISV is paid", "2020-03-01", event::Disburse{1, Party::isv});
    then("we are paid", "2020-03-01", event::Disburse{1, Party::partner});
    for (int number : {2, 3}) {
        const std::string on = number == 2 ? "2021-02-01" : "2022-02-01";
        made.happen(on, event::Issue{number});
        made.happen(on, event::Collect{number, money(number == 2 ? "90000" : "80000")});
        made.happen(on, event::Disburse{number, Party::isv});
        made.happen(on, event::Disburse{number, Party::partner});
    }
    all.push_back({"everything is paid", made, "2022-02-01"});
    return all;
}

std::string all_authorizations() {
    std::string all;
    for (FormKind form : {FormKind::reseller_authorization, FormKind::custom_resale_transaction})
        for (std::size_t i = 0; i < name_count<AuthorizationStatus>(); ++i) {
            const auto status = static_cast<AuthorizationStatus>(i);
            const bool once = form == FormKind::custom_resale_transaction;
            if (status == AuthorizationStatus::consumed && !once) continue;
            all += std::string(text(form)) + ", " + std::string(text(status)) + '\n' +
                   told(authorization(form, status), day(signed_on));
        }
    Authorization ended = authorization(FormKind::custom_resale_transaction);
    Authorization empty;
    empty.id = {"auth-2"};
    return all + "ended\n" + told(ended, day("2021-01-01")) + "nothing written\n" +
           told(empty, day(signed_on));
}

}  // namespace

TEST_CASE("screens of every status say what they said", "[screens]") {
    std::string all = all_authorizations();
    for (const auto& part : {drafts(), offers(), payments()})
        for (const Shown& shown : part)
            all +=
                shown.title + ", " + std::string(shown.on) + '\n' + told(shown.desk, day(shown.on));
    CHECK(golden("app/screens.txt", all) == all);
}

TEST_CASE("a deal whose authorization is missing is shown without it", "[screens]") {
    const DealSetup desk = brought_to(accepted);
    const Model model = model_of({desk.workspace, desk.deal}, {});
    const DealScreen screen = sure(deal_screen(model, desk.deal.id, day(accepted_on)));
    CHECK(screen.title == customer_name);
    CHECK(screen.actions.empty());
    CHECK(screen.reports.empty());
    CHECK(screen.quote.seen.empty());
    CHECK(subjects_of(model).empty());
    CHECK(refusal(deal_screen(model, DealId{"none"}, day(accepted_on)))->code == Code::not_found);
    CHECK(refusal(authorization_screen(model, AuthorizationId{"none"}, day(accepted_on)))->code ==
          Code::not_found);
}

TEST_CASE("the home screen is empty only where nothing is kept at all", "[screens]") {
    const Date on = day(accepted_on);
    CHECK(home_screen(Model{}, on).empty);
    Model named;
    named.workspace().partner.name = partner_name;
    CHECK_FALSE(home_screen(named, on).empty);
    CHECK_FALSE(home_screen(model_of({authorization()}, {}), on).empty);
    CHECK_FALSE(home_screen(model_of({desk().deal}, {}), on).empty);
    const Model damaged = model_of({}, {{"deal/x", "", {Code::malformed, "document", "no JSON"}}});
    const HomeScreen home = home_screen(damaged, on);
    CHECK_FALSE(home.empty);
    REQUIRE(home.damaged.size() == 1);
    CHECK(home.damaged[0].starts_with("deal/x: No JSON."));
}

}  // namespace cppo::test
