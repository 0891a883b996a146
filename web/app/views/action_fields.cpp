// What each event asks for.
#include "views/action.hpp"

#include <algorithm>

#include "rules/rules.hpp"

namespace cppo::views {

namespace {

FieldRow row(std::string path, std::string label, FieldType type, std::string value = {},
             std::string help = {}) {
    FieldRow made;
    made.path = std::move(path);
    made.label = std::move(label);
    made.help = std::move(help);
    made.type = type;
    made.required = true;
    made.value = made.reading = std::move(value);
    return made;
}

FieldRow choice(std::string path, std::string label, std::vector<std::string> choices) {
    FieldRow made = row(std::move(path), std::move(label), FieldType::choice, choices.front());
    made.choices = std::move(choices);
    return made;
}

FieldRow day(const Context& context, const Owner& owner, std::string label) {
    return row("on", std::move(label), FieldType::date, text(day_for(context, owner)));
}

// Nobody else may be mailed a form. [seed]
std::map<std::string, std::string> recipients(const Model& model) {
    const std::string desk(customer_desk), &manager = model.workspace.channel_manager;
    std::map<std::string, std::string> all = {{desk, "Customer desk, " + desk}};
    if (!manager.empty()) all[manager] = "Channel manager, " + manager;
    return all;
}

std::vector<std::string> addresses(const Model& model) {
    std::vector<std::string> all = {std::string(customer_desk)};
    for (const auto& [address, label] : recipients(model))
        if (address != customer_desk) all.push_back(address);
    return all;
}

std::string account_of_customer(const Model& model, const Owner& owner) {
    const auto* id = std::get_if<DealId>(&owner);
    const Deal* deal = id ? model.find(*id) : nullptr;
    return deal ? std::string(deal->state.request.value("customer_account")) : std::string();
}

struct Wording {
    std::string_view verb, title, words, confirm;
    bool danger = false;
};

constexpr Wording wordings[] = {
    {"sign", "Sign", "The signature covers the form as it is now. Changing any field removes it.",
     "Sign"},
    {"submit", "Send to AWS",
     "CPPO Desk sends nothing itself. Mail the form from your own mail program, then record it "
     "here.",
     "Record as sent"},
    {"return", "AWS sent it back",
     "The form becomes a draft again and keeps everything written on it.", "Record the return"},
    {"receive", "AWS has authorized it",
     "AWS has received the completed and signed form: from this day we may resell.",
     "Record the authorization"},
    {"revoke", "Revoke the authorization",
     "This cannot be undone. Offers already made stay as they are; no new one can be made.",
     "Revoke", true},
    {"create_offer", "Record the offer",
     "AWS has created the private offer. Hand its link to the customer: AWS does not.",
     "Record the offer"},
    {"accept", "Record the acceptance", "From here on price and terms are fixed.",
     "Record the acceptance"},
    {"expire", "Record the expiry", "The customer did not accept in time. No money moves.",
     "Record the expiry"},
    {"withdraw", "Withdraw", "This cannot be undone. A new deal can be made instead.", "Withdraw",
     true},
    {"invoice", "Record the invoice", "AWS puts it on the customer's bill.", "Record the invoice"},
    {"collect", "Record a payment", "What the customer has paid AWS of this invoice.",
     "Record the payment"},
    {"disburse", "Record a payout", "What AWS has paid out after collecting the invoice.",
     "Record the payout"},
    {"spread", "Spread the payments", "Replaces the payments by even ones that add up exactly.",
     "Spread"},
    {"new_authorization", "New authorization",
     "A Reseller Authorization lets us resell to any customer at the ISV's discount. A Custom "
     "Resale Transaction holds once, for one named customer.",
     "Start the form"},
    {"new_deal", "New deal",
     "Choose the authorization to sell under; its products and currency "
     "are filled in.",
     "Start the deal"},
};

Action worded(std::string_view verb) {
    const auto* found = first_of(wordings, [&](const Wording& w) { return w.verb == verb; });
    INVARIANT(found != nullptr);
    Action action;
    action.verb = verb;
    action.title = found->title;
    action.words = found->words;
    action.confirm = found->confirm;
    action.danger = found->danger;
    return action;
}

std::vector<FieldRow> fields_of(const Context& context, const Owner& owner,
                                const std::string& verb) {
    const FieldRow on = day(context, owner, "Date");
    if (verb == "sign")
        return {row("name", "Name", FieldType::text, "", "The person who signs."),
                row("title", "Title", FieldType::text, "", "Such as CEO or Head of sales."), on};
    if (verb == "submit") return {choice("to", "Mailed to", addresses(context.model)), on};
    if (verb == "return" || verb == "withdraw")
        return {row("reason", "Reason", FieldType::text), on};
    if (verb == "revoke") return {choice("by", "Revoked by", {"isv", "partner"}), on};
    if (verb == "create_offer")
        return {row("offer_id", "Offer ID", FieldType::text, "", "As AWS names it: offer-…"), on};
    if (verb == "accept")
        return {row("account", "Accepted by account", FieldType::account,
                    account_of_customer(context.model, owner)),
                row("on_invoicing", "The customer pays AWS by invoice", FieldType::flag, "yes"),
                on};
    return {on};
}

}  // namespace

Action action_of(const Context& context, const Owner& owner, const std::string& verb) {
    Action action = worded(verb);
    action.owner = owner;
    action.fields = fields_of(context, owner, verb);
    action.labels = recipients(context.model);
    return action;
}

Action signing(const Context& context, const Owner& owner, const SignatureRow& signer) {
    Action action = action_of(context, owner, "sign");
    action.title = "Sign as " + signer.role;
    action.party = signer.party;
    return action;
}

Action issuing(const Context& context, const DealId& deal, const InvoiceRow& invoice) {
    Action action = action_of(context, deal, "invoice");
    action.title += " " + std::to_string(invoice.number);
    action.words = "Due on " + invoice.charge_date + ", " + invoice.price + ". " + action.words;
    action.invoice = invoice.number;
    return action;
}

Action collecting(const Context& context, const DealScreen& deal, const InvoiceRow& invoice) {
    Action action = action_of(context, deal.id, "collect");
    action.words += " Open: " + invoice.open + " " + deal.currency + ".";
    action.invoice = invoice.number;
    action.currency = deal.currency;
    FieldRow amount = row("amount", "Amount", FieldType::money, invoice.open_plain);
    amount.reading = invoice.open;
    amount.suffix = deal.currency;
    action.fields.insert(action.fields.begin(), std::move(amount));
    return action;
}

Action paying_out(const Context& context, const DealId& deal, const InvoiceRow& invoice) {
    Action action = action_of(context, deal, "disburse");
    action.invoice = invoice.number;
    std::vector<std::string> parties;
    if (invoice.can_pay_isv) parties.push_back("isv");
    if (invoice.can_pay_partner) parties.push_back("partner");
    action.words +=
        " The ISV receives " + invoice.isv_net + ", we receive " + invoice.partner_net + ".";
    action.fields.insert(action.fields.begin(), choice("party", "Paid to", std::move(parties)));
    return action;
}

Action spreading(const Context& context, const DealScreen& deal) {
    Action action = worded("spread");
    action.owner = deal.id;
    std::string first = text(context.today);
    for (const FormSection& section : deal.form.sections)
        for (const FieldRow& field : section.fields)
            if (field.path == "starts" && !field.value.empty()) first = field.value;
    action.fields = {row("count", "Payments", FieldType::quantity, "3"),
                     row("first", "First on", FieldType::date, std::move(first)),
                     row("months", "Months between", FieldType::quantity, "12")};
    return action;
}

Action new_authorization() {
    Action action = worded("new_authorization");
    action.fields = {choice("form", "Form", {"raf", "crt"})};
    return action;
}

Action new_deal(const std::vector<AuthorizationRow>& rows, const std::string& chosen) {
    Action action = worded("new_deal");
    std::vector<std::string> ids;
    for (const AuthorizationRow& authorization : rows) {
        const std::string& id = authorization.id.value;
        ids.push_back(id);
        action.labels[id] = authorization.isv + " · " + authorization.kind + " " +
                            authorization.discount + " · " + authorization.products;
    }
    action.fields = {choice("authorization", "Authorization", std::move(ids))};
    if (!chosen.empty()) action.fields.front().value = chosen;
    return action;
}

}  // namespace cppo::views
