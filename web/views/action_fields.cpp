// What each event asks for.
#include "views/action.hpp"

#include <algorithm>

#include "desk/words.hpp"
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

RuleSet rule_set_of(const Model& model, const Owner& owner) {
    return std::visit([&](const auto& id) { return model.find(id)->rule_set; }, owner);
}

std::map<std::string, std::string> recipients(const Model& model) {
    const std::string desk(customer_desk), &manager = model.workspace.channel_manager;
    std::map<std::string, std::string> all = {{desk, "Customer desk, " + desk},
                                              {std::string(seller_portal), "The seller portal"}};
    if (!manager.empty()) all[manager] = "Channel manager, " + manager;
    return all;
}

// Where the form may go; the usual place first.
std::vector<std::string> places_of(const Model& model, const Owner& owner) {
    const RuleSet rule_set = rule_set_of(model, owner);
    std::vector<std::string> all = {std::string(usual_recipient(rule_set))};
    for (const auto& [place, label] : recipients(model))
        if (place != all.front() && is_recipient(rule_set, place, model.workspace.channel_manager))
            all.push_back(place);
    return all;
}

std::string account_of_customer(const Model& model, const Owner& owner) {
    const auto* id = std::get_if<DealId>(&owner);
    const Deal* deal = id ? model.find(*id) : nullptr;
    return deal ? std::string(deal->state.request.value("customer_account")) : std::string();
}

struct ActionWords {
    std::string_view verb, title, words, confirm;
    bool danger = false;
};

constexpr ActionWords wordings[] = {
    {"sign", "Sign", "The signature covers the form as it is now. Changing any field removes it.",
     "Sign"},
    {"submit", "Send to AWS",
     "CPPO Desk sends nothing itself. Hand the form over yourself, then record it here.",
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
    {"refund", "Record a refund",
     "We give back part of an invoice, or all of it. AWS gives back its fees in proportion; what "
     "was paid out already is taken from the next payouts.",
     "Record the refund", true},
    {"meter", "Record a month's usage",
     "What AWS has metered, unit by unit. It is invoiced on the second day of the next month.",
     "Record the usage"},
    {"forgive", "AWS gives up an invoice",
     "What is still open of it will not be paid. What was paid stays.", "Record it", true},
    {"cancel", "Cancel the agreement",
     "This cannot be undone. Invoices not yet issued are dropped; what was paid needs a refund.",
     "Cancel the agreement", true},
    {"set_settings", "Take over the settings",
     "The workspace's settings have changed since this deal was started. Take them over for it?",
     "Take over"},
    {"replacement", "Offer a replacement",
     "A new request with everything written on this one. When the customer accepts its offer, this "
     "agreement ends and its invoices not yet issued are dropped.",
     "Start the request"},
    {"copy", "Copy",
     "A new form with everything written on this one, to be changed, signed and sent anew.",
     "Start the copy"},
    {"spread", "Spread the payments", "Replaces the payments by even ones that add up exactly.",
     "Spread"},
    {"schedule", "Paste the payments",
     "Copy the rows out of a spreadsheet and paste them here. They replace the payments there are.",
     "Replace the payments"},
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
    const auto* found = first_of(wordings, [&](const ActionWords& w) { return w.verb == verb; });
    INVARIANT(found != nullptr);
    Action action;
    action.verb = verb;
    action.title = found->title;
    action.words = found->words;
    action.confirm = found->confirm;
    action.danger = found->danger;
    return action;
}

// One product of several can be revoked alone.
std::vector<FieldRow> revocation(const Context& context, const Owner& owner, const FieldRow& on) {
    const FieldRow by = choice("by", "Revoked by", {"isv", "partner"});
    const Authorization* authorization = context.model.find(std::get<AuthorizationId>(owner));
    if (authorization->state.status != AuthorizationStatus::authorized ||
        authorization->state.content.rows("products").size() < 2)
        return {by, on};
    std::vector<std::string> products = {std::string(all_products)};
    for (const Content::Row& product : authorization->state.content.rows("products"))
        if (!is_revoked(*authorization, value_in(product, "product")))
            products.emplace_back(value_in(product, "product"));
    return {choice("product", "What is revoked", std::move(products)), by, on};
}

// The month before today's, and one count for each rate.
std::vector<FieldRow> usage_fields(const Context& context, const Owner& owner, const FieldRow& on) {
    const std::string month = text(plus_months(context.today, -1)).substr(0, 8) + "01";
    std::vector<FieldRow> fields = {
        row("month", "Month", FieldType::date, month, "By its first day.")};
    const Deal* deal = context.model.find(std::get<DealId>(owner));
    int index = 0;
    for (const Content::Row& rate : deal->state.request.rows("rates"))
        fields.push_back(row(std::string(units_path) + std::to_string(index++),
                             std::string(value_in(rate, "description")), FieldType::quantity));
    fields.push_back(on);
    return fields;
}

// The deal's own authorization first, even where it is used up: a copy can wait for another.
std::vector<std::string> usable(const Context& context, const Owner& owner) {
    const Deal* deal = context.model.find(std::get<DealId>(owner));
    std::vector<std::string> ids = {deal->authorization.value};
    for (const AuthorizationRow& row : authorization_rows(context.model, context.today))
        if (row.id != deal->authorization && row.usable) ids.push_back(row.id.value);
    return ids;
}

std::vector<FieldRow> fields_of(const Context& context, const Owner& owner,
                                const std::string& verb) {
    const FieldRow on = day(context, owner, "Date");
    if (verb == "sign")
        return {row("name", "Name", FieldType::text, "", "The person who signs."),
                row("title", "Title", FieldType::text, "", "Such as CEO or Head of sales."), on};
    if (verb == "submit")
        return {choice("to", "Where it goes", places_of(context.model, owner)), on};
    if (verb == "return" || verb == "withdraw" || verb == "cancel")
        return {row("reason", "Reason", FieldType::text), on};
    if (verb == "revoke") return revocation(context, owner, on);
    if (verb == "meter") return usage_fields(context, owner, on);
    if (verb == "copy" && std::holds_alternative<AuthorizationId>(owner)) return {};
    if (verb == "copy" || verb == "replacement")
        return {choice("authorization", "Authorization", usable(context, owner))};
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
    action.creates = verb == "copy" || verb == "replacement";
    if (const auto* id = std::get_if<AuthorizationId>(&owner))
        for (const Content::Row& product : context.model.find(*id)->state.content.rows("products"))
            action.labels[std::string(value_in(product, "product"))] = value_in(product, "title");
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
    if (invoice.can_pay_isv) action.words += " The ISV receives " + invoice.isv_position + ".";
    if (invoice.can_pay_partner) action.words += " We receive " + invoice.partner_position + ".";
    action.fields.insert(action.fields.begin(), choice("party", "Paid to", std::move(parties)));
    return action;
}

// The numbers of the invoices for which `holds`.
template <typename Holds>
static FieldRow invoice_choice(const DealScreen& deal, Holds holds) {
    std::vector<std::string> numbers;
    for (const InvoiceRow& invoice : deal.invoices)
        if (holds(invoice)) numbers.push_back(std::to_string(invoice.number));
    return choice("invoice", "Invoice", std::move(numbers));
}

static Action lowering(const Context& context, const DealScreen& deal, const std::string& verb,
                       std::vector<FieldRow> asked) {
    Action action = action_of(context, deal.id, verb);
    action.currency = deal.currency;
    action.fields.insert(action.fields.begin(), asked.begin(), asked.end());
    for (const InvoiceRow& invoice : deal.invoices)
        action.labels[std::to_string(invoice.number)] = std::to_string(invoice.number) + " · " +
                                                        invoice.charge_date + " · " +
                                                        invoice.price + " " + deal.currency;
    return action;
}

Action refunding(const Context& context, const DealScreen& deal) {
    const FieldRow invoice = invoice_choice(deal, [](const InvoiceRow& i) { return i.can_refund; });
    FieldRow amount = row("amount", "Amount", FieldType::money);
    amount.suffix = deal.currency;
    return lowering(context, deal, "refund",
                    {invoice, amount, row("reason", "Reason", FieldType::text)});
}

Action forgiving(const Context& context, const DealScreen& deal) {
    return lowering(context, deal, "forgive",
                    {invoice_choice(deal, [](const InvoiceRow& i) { return i.can_forgive; })});
}

Action spreading(const Context& context, const DealId& id) {
    Action action = worded("spread");
    action.owner = id;
    const std::string starts(context.model.find(id)->state.request.value("starts"));
    action.fields = {
        row("count", "Payments", FieldType::quantity, "3"),
        row("first", "First on", FieldType::date, starts.empty() ? text(context.today) : starts),
        row("months", "Months between", FieldType::quantity, "12")};
    return action;
}

// What stands there now comes along, to be copied out or changed.
static std::string payments_text(const Deal& deal) {
    std::string rows;
    for (const Content::Row& payment : deal.state.request.rows("schedule"))
        rows += std::string(value_in(payment, "on")) + ' ' +
                std::string(value_in(payment, "amount")) + '\n';
    return rows;
}

Action pasting_payments(const Context& context, const DealId& id, std::string pasted) {
    Action action = worded("schedule");
    action.owner = id;
    if (pasted.empty()) pasted = payments_text(*context.model.find(id));
    action.fields = {row("rows", "Payments", FieldType::paragraph, std::move(pasted),
                         "A line each: the date, then the amount.")};
    return action;
}

Action new_authorization() {
    Action action = worded("new_authorization");
    action.creates = true;
    action.fields = {choice("form", "Form", {"raf", "crt"})};
    return action;
}

Action new_deal(const std::vector<AuthorizationRow>& rows, const std::string& chosen) {
    Action action = worded("new_deal");
    action.creates = true;
    std::vector<std::string> ids;
    for (const AuthorizationRow& authorization : rows) {
        const std::string& id = authorization.id.value;
        ids.push_back(id);
        action.labels[id] = authorization.isv + " · " + std::string(title_of(authorization.kind)) +
                            " " + authorization.discount + " · " + authorization.products +
                            (authorization.ready ? "" : " · not authorized yet");
    }
    action.fields = {choice("authorization", "Authorization", std::move(ids))};
    if (!chosen.empty()) action.fields.front().value = chosen;
    return action;
}

}  // namespace cppo::views
