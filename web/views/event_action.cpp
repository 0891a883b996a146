// The dialogs of events: what each asks for is the event's own; here is what the page knows of it
// before anybody types.
#include <set>

#include "rules/rules.hpp"
#include "screens/actions.hpp"
#include "views/action.hpp"

namespace cppo::views {

namespace {

std::map<std::string, std::string> recipients(const Model& model) {
    const std::string desk(customer_desk), &manager = model.workspace().channel_manager;
    std::map<std::string, std::string> all = {{desk, "Customer desk, " + desk},
                                              {std::string(seller_portal), "The seller portal"}};
    if (!manager.empty()) all[manager] = "Channel account manager, " + manager;
    return all;
}

const Content& content_of(const Authorization& record) { return record.state.content; }
const Content& content_of(const Deal& record) { return record.state.request; }

// Fills in an event and what may be chosen for it, one overload each.
template <typename Record>
struct Known {
    const Context& context;
    const Record& record;
    const OpenedAt& at;
    Action& action;
    std::map<std::string, std::vector<std::string>> choices = {};  // by a field's path
    std::map<std::string, std::string> names = {};                 // instead of a field's label
    std::set<std::string> fixed = {};                              // what is not asked

    void operator()(event::Sign& sign) {
        const std::vector<Party> missing = missing_signatures(record);
        if (!missing.empty()) sign.signature.party = missing.front();
        if (at.signer) sign.signature.party = *at.signer;
        action.title += " as " + std::string(role(sign.signature.party));
        fixed.insert("party");
    }

    // Where the form may go; the usual place first.
    void operator()(event::Submit&) {
        const Model& model = context.model;
        action.labels = recipients(model);
        std::vector<std::string>& places = choices["to"];
        places = {std::string(usual_recipient(record.rule_set))};
        for (const auto& [place, label] : action.labels)
            if (place != places.front() &&
                is_recipient(record.rule_set, place, model.workspace().channel_manager))
                places.push_back(place);
        action.mail_of = record.id;
    }

    void operator()(event::RevokeProduct&) {
        choices["product"] = standing_products(record);
        for (const Content::Row& product : record.state.content.rows("products"))
            action.labels[std::string(value_in(product, "product"))] = value_in(product, "title");
    }

    void operator()(event::Accept& accept) { accept.account = terms_of(record).customer.account; }

    // The month before today's, and one count for each rate.
    void operator()(event::Meter& meter) {
        meter.month = first_of_month(plus_months(context.today, -1));
        for (const Content::Row& rate : record.state.request.rows("rates")) {
            names["units." + std::to_string(meter.units.size())] = value_in(rate, "description");
            meter.units.emplace_back();
        }
    }

    void operator()(event::Issue& issue) {
        if (const auto invoice = about_invoice(issue)) {
            action.title = "Record invoice " + std::to_string(invoice->number);
            action.words =
                "Due on " + invoice->charge_date + ", " + invoice->price + ". " + action.words;
        }
    }
    void operator()(event::Collect& collect) {
        if (const auto invoice = about_invoice(collect)) {
            collect.amount = invoice->open;
            action.words += " Open: " + grouped_with_code(invoice->open) + ".";
        }
    }
    void operator()(event::Disburse& disburse) {
        const auto invoice = about_invoice(disburse);
        if (!invoice) return;
        std::vector<std::string>& parties = choices["party"];
        if (invoice->can_pay_isv) {
            parties.push_back("isv");
            action.words += " The ISV receives " + invoice->isv_position + ".";
        }
        if (invoice->can_pay_partner) {
            parties.push_back("partner");
            action.words += " You receive " + invoice->partner_position + ".";
        }
    }
    // Nothing is known of the others, but which invoices they are possible for.
    template <typename E>
    void operator()(E& event) {
        if constexpr (OfInvoice<E>) about_invoice(event);
    }

    // The invoice at which the dialog was opened; else it is chosen among those the event is
    // possible for.
    template <OfInvoice E>
    std::optional<InvoiceRow> about_invoice(E& event) {
        const DealScreen screen = deal_screen(context.model, record, context.today);
        std::vector<std::string> numbers;
        for (const InvoiceRow& invoice : screen.invoices) {
            const std::string number = std::to_string(invoice.number);
            if (at.invoice == invoice.number) {
                event.number = invoice.number;
                fixed.insert(std::string(event::invoice_field.place()));
                return invoice;
            }
            if (!first_of(invoice.actions, records<E>)) continue;
            numbers.push_back(number);
            action.labels[number] = number + " · " + invoice.charge_date + " · " + invoice.price +
                                    " " + screen.currency;
        }
        choices[std::string(event::invoice_field.place())] = std::move(numbers);
        return std::nullopt;
    }

    void arrange(std::vector<FieldRow>& fields) const {
        std::erase_if(fields, [&](const FieldRow& row) { return fixed.count(row.path) > 0; });
        for (FieldRow& row : fields) {
            if (const auto name = names.find(row.path); name != names.end())
                row.label = name->second;
            const auto found = choices.find(row.path);
            if (found == choices.end()) continue;
            row = dialog_choice(row.path, row.label, found->second);
        }
    }
};

template <typename Target, typename Kind, typename Record>
Action action_of(const Context& context, const Record& record, std::string_view verb,
                 const OpenedAt& at) {
    const auto kind = parse_name<Kind>(verb);
    INVARIANT(kind.has_value());
    auto payload = blank(*kind);
    const auto& button = about(payload).button;
    INVARIANT(button.has_value());
    Action action;
    action.title = button->title;
    action.words = button->explanation;
    action.confirm = button->confirm;
    action.danger = button->danger;
    Known<Record> known{context, record, at, action};
    std::visit(
        [&](auto& event) {
            CurrencyWriter currency(currency_of(content_of(record)));
            each_field(currency, event);
            known(event);
        },
        payload);
    action.fields = event_fields(payload);
    known.arrange(action.fields);
    action.fields.push_back(
        dialog_field("on", "Date", FieldType::date, text(day_for(context, record.id))));
    action.command = [id = record.id, payload](const Answers& answers, Date) -> Result<Dated> {
        const Date on = TRY(parse_date(answers.find("on")->second, "on"));
        return Dated{Target{id, TRY(answered(payload, answers))}, on};
    };
    return action;
}

}  // namespace

Action event_action(const Context& context, const Owner& owner, std::string_view verb,
                    OpenedAt at) {
    if (const auto* id = std::get_if<DealId>(&owner))
        return action_of<command::ChangeDeal, DealEventKind>(context, *context.model.find(*id),
                                                             verb, at);
    return action_of<command::ChangeAuthorization, AuthorizationEventKind>(
        context, *context.model.find(std::get<AuthorizationId>(owner)), verb, at);
}

}  // namespace cppo::views
