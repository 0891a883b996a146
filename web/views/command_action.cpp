// The dialogs of the commands that are no event of a record: new records, copies, payments.
#include "views/action.hpp"

#include "desk/words.hpp"

namespace cppo::views {

namespace {

// The deal's own authorization first, even where it is used up: a copy can wait for another.
std::vector<std::string> usable(const Context& context, const Deal& deal) {
    std::vector<std::string> ids = {deal.authorization.value};
    for (const AuthorizationRow& row : authorization_rows(context.model, context.today))
        if (row.id != deal.authorization && row.usable) ids.push_back(row.id.value);
    return ids;
}

Action copy_of_deal(const Context& context, const DealId& id, bool replaces) {
    Action action;
    action.creates = true;
    action.fields = {
        dialog_choice("authorization", "Authorization", usable(context, *context.model.find(id)))};
    action.command = [id, replaces](const Answers& answers, Date today) -> Result<Dated> {
        const AuthorizationId authorization{answers.find("authorization")->second};
        return Dated{command::CreateDeal{authorization, "", id, replaces}, today};
    };
    return action;
}

Action copy_of_authorization(const AuthorizationId& id) {
    Action action;
    action.creates = true;
    action.command = [id](const Answers&, Date today) -> Result<Dated> {
        command::CreateAuthorization create;
        create.copy_of = id;
        return Dated{create, today};
    };
    return action;
}

// The dialog starts with the current payments, so that they can be copied or changed.
std::string payments_text(const Deal& deal) {
    std::string rows;
    for (const Content::Row& payment : deal.state.request.rows("schedule"))
        rows += std::string(value_in(payment, "on")) + ' ' +
                std::string(value_in(payment, "amount")) + '\n';
    return rows;
}

}  // namespace

Action copying(const Context& context, const Owner& owner) {
    const auto* deal = std::get_if<DealId>(&owner);
    Action action = deal ? copy_of_deal(context, *deal, false)
                         : copy_of_authorization(std::get<AuthorizationId>(owner));
    action.title = "Copy";
    action.words =
        "Starts a new form with the content of this one. Change it, sign it and send it.";
    action.confirm = "Create the copy";
    return action;
}

Action replacing(const Context& context, const DealId& deal) {
    Action action = copy_of_deal(context, deal, true);
    action.title = "Offer a replacement";
    action.words =
        "Starts a new request with the content of this one. When the customer accepts its offer, "
        "this agreement ends and its invoices not yet issued are dropped.";
    action.confirm = "Start the request";
    return action;
}

Action spreading(const Context& context, const DealId& id) {
    Action action;
    action.title = "Spread the payments";
    action.words = "Replaces the payments with even ones that add up exactly.";
    action.confirm = "Spread";
    const std::string starts(context.model.find(id)->state.request.value("starts"));
    action.fields = {dialog_field("count", "Payments", FieldType::quantity, "3"),
                     dialog_field("first", "First on", FieldType::date,
                                  starts.empty() ? text(context.today) : starts),
                     dialog_field("months", "Months between payments", FieldType::quantity, "12")};
    action.command = [id](const Answers& answers, Date today) -> Result<Dated> {
        const auto typed = [&](std::string_view path) { return answers.find(path)->second; };
        return Dated{command::SpreadPayments{id, TRY(typed_number(typed("count"), "count")),
                                             TRY(parse_date(typed("first"), "first")),
                                             TRY(typed_number(typed("months"), "months"))},
                     today};
    };
    return action;
}

Action pasting_payments(const Context& context, const DealId& id, std::string pasted) {
    Action action;
    action.title = "Paste the payments";
    action.words =
        "Copy rows from a spreadsheet and paste them here. They replace the current "
        "payments.";
    action.confirm = "Replace the payments";
    if (pasted.empty()) pasted = payments_text(*context.model.find(id));
    action.fields = {dialog_field("rows", "Payments", FieldType::paragraph, std::move(pasted),
                                  "One payment per line: the date, then the amount.")};
    action.command = [id](const Answers& answers, Date today) -> Result<Dated> {
        return Dated{command::SchedulePayments{id, answers.find("rows")->second}, today};
    };
    return action;
}

Action new_authorization() {
    Action action;
    action.title = "New authorization";
    action.words =
        "A Reseller Authorization lets you resell to any customer at the ISV's discount. A Custom "
        "Resale Transaction is for one named customer, once.";
    action.confirm = "Start the form";
    action.creates = true;
    action.fields = {dialog_choice("form", "Form", {"raf", "crt"})};
    action.command = [](const Answers& answers, Date today) -> Result<Dated> {
        const auto form = parse_name<FormKind>(answers.find("form")->second);
        INVARIANT(form.has_value());
        return Dated{command::CreateAuthorization{*form, ""}, today};
    };
    return action;
}

Action new_deal(const std::vector<AuthorizationRow>& rows, const std::string& chosen) {
    Action action;
    action.title = "New deal";
    action.words =
        "Choose the authorization to sell under; its products and currency are filled in.";
    action.confirm = "Start the deal";
    action.creates = true;
    std::vector<std::string> ids;
    for (const AuthorizationRow& authorization : rows) {
        const std::string& id = authorization.id.value;
        ids.push_back(id);
        action.labels[id] = authorization.isv + " · " + std::string(title_of(authorization.kind)) +
                            " " + authorization.discount + " · " + authorization.products +
                            (authorization.ready ? "" : " · not authorized yet");
    }
    action.fields = {dialog_choice("authorization", "Authorization", std::move(ids))};
    if (!chosen.empty()) action.fields.front().value = chosen;
    action.command = [](const Answers& answers, Date today) -> Result<Dated> {
        const AuthorizationId authorization{answers.find("authorization")->second};
        return Dated{command::CreateDeal{authorization, ""}, today};
    };
    return action;
}

}  // namespace cppo::views
