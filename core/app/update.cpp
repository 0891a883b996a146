#include "app/update.hpp"

#include "app/workspace_edit.hpp"
#include "base/text.hpp"
#include "deal/form_guards.hpp"

namespace cppo {
namespace {

/// "auth-3": the first of these that is not taken, counting from `number`.
template <typename Taken>
std::string first_free(std::string_view prefix, std::size_t number, Taken&& taken) {
    std::string name;
    do name = std::string(prefix) + std::to_string(number++);
    while (taken(name));
    return name;
}

template <typename Record>
std::string event_id_or_next(const Record& record, const std::string& given) {
    if (!given.empty()) return given;
    return first_free("e", record.events.size() + 1,
                      [&](const std::string& id) { return has_event(record, id); });
}

/// Puts an event through check and apply; a refusal here is the caller's to hand on.
template <typename Record, typename Payload, typename Context>
Result<void> happen(Record& record, Payload payload, const std::string& event_id, Date on,
                    const Context* context) {
    typename decltype(record.events)::value_type event{event_id_or_next(record, event_id), on,
                                                       std::move(payload)};
    CHECK_OK(parse_record_name(event.id, "event_id"));
    if (has_event(record, event.id))
        return refuse(Code::already_exists, "event_id", quoted(event.id) + " has happened");
    CHECK_OK(check(record, event, context));
    cppo::apply(record, event);  // not std::apply, which a variant would bring along
    return {};
}

struct Update {
    const Model& model;
    const Env& env;

    template <typename Id>
    auto find(const Id& id, std::string_view noun) const
        -> Result<std::decay_t<decltype(*model.find(id))>> {
        if (const auto* record = model.find(id)) return *record;
        return refuse(Code::not_found, std::string(noun),
                      "there is no " + std::string(noun) + " " + quoted(id.value));
    }

    /// The id of a new record, kept as "`noun`/<id>"; a damaged record keeps its place.
    template <typename Id>
    Result<Id> new_id(const std::string& given, std::string_view prefix,
                      std::string_view noun) const {
        const auto taken = [&](const std::string& name) {
            return model.find(Id{name}) || is_damaged(model, std::string(noun) + '/' + name);
        };
        if (given.empty()) return Id{first_free(prefix, 1, taken)};
        if (taken(given))
            return refuse(Code::already_exists, "id", quoted(given) + " exists already");
        return Id{TRY(parse_record_name(given, "id"))};
    }

    Result<Step> operator()(const command::EditWorkspace& edit) const {
        const Workspace next = TRY(with_workspace_value(model.workspace, edit.path, edit.text));
        return Step{{next}};
    }

    Result<Step> operator()(const command::CreateAuthorization& create) const {
        if (create.form == FormKind::custom_transaction_request)
            return refuse(Code::malformed, "form", "a request is made under an authorization");
        Authorization record;
        record.id = TRY(new_id<AuthorizationId>(create.id, "auth-", "authorization"));
        record.form = create.form;
        record.created_on = env.on;
        record.state.edited_on = env.on;
        const Workspace& ours = model.workspace;
        for (const auto& [path, value] : {std::pair{"partner_name", ours.partner.name},
                                          {"partner_account", ours.partner.account.digits},
                                          {"partner_contact", ours.contact},
                                          {"currency", std::string("USD")},
                                          {"starts", text(env.on)}})
            if (!value.empty())
                CHECK_OK(happen(record, event::Edit{path, value}, "", env.on, &ours));
        CHECK_OK(happen(record, event::AddRow{"products"}, "", env.on, &ours));
        return Step{{std::move(record)}};
    }

    Result<Step> operator()(const command::CreateDeal& create) const {
        const Authorization authorization = TRY(find(create.authorization, "authorization"));
        Deal record;
        record.id = TRY(new_id<DealId>(create.id, "deal-", "deal"));
        record.kind = authorization.kind();
        record.rule_set = authorization.rule_set;
        record.authorization = authorization.id;
        record.settings = model.workspace.settings;
        record.created_on = env.on;
        record.state.edited_on = env.on;
        CHECK_OK(prefill(record, authorization));
        return Step{{std::move(record)}};
    }

    /// What the authorization already says need not be typed again.
    Result<void> prefill(Deal& deal, const Authorization& authorization) const {
        const Surroundings around{authorization, model.workspace};
        const Content& granted = authorization.state.content;
        const auto edit = [&](const std::string& path, std::string_view value) -> Result<void> {
            if (value.empty()) return {};
            return happen(deal, event::Edit{path, std::string(value)}, "", env.on, &around);
        };
        CHECK_OK(edit("currency", granted.value("currency")));
        CHECK_OK(edit("customer_name", granted.value("customer_name")));
        CHECK_OK(edit("customer_account", granted.value("customer_account")));
        CHECK_OK(edit("pricing", "upfront"));
        CHECK_OK(edit("starts", text(env.on)));
        CHECK_OK(edit("term", "P12M"));
        CHECK_OK(edit("accept_by", text(plus_days(env.on, 30))));
        const auto& products = granted.rows("products");
        for (std::size_t i = 0; i < products.size(); ++i) {
            CHECK_OK(happen(deal, event::AddRow{"lines"}, "", env.on, &around));
            const auto path = [&](std::string_view key) {
                return field_path("lines", static_cast<int>(i), key);
            };
            CHECK_OK(edit(path("product"), value_in(products[i], "product")));
            CHECK_OK(edit(path("description"), value_in(products[i], "title")));
            CHECK_OK(edit(path("quantity"), "1"));
        }
        return {};
    }

    Result<Step> operator()(const command::ChangeAuthorization& change) const {
        Authorization record = TRY(find(change.id, "authorization"));
        if (has_event(record, change.event_id)) return Step{};
        AuthorizationPayload payload = change.payload;
        if (auto* sign = std::get_if<event::Sign>(&payload))
            complete(sign->signature, record.form, record.state.content);
        CHECK_OK(happen(record, std::move(payload), change.event_id, env.on, &model.workspace));
        return Step{{std::move(record)}};
    }

    void complete(Signature& signature, FormKind form, const Content& content) const {
        if (signature.hash.empty()) signature.hash = content_hash(signature.party, form, content);
    }

    Result<Step> operator()(const command::ChangeDeal& change) const {
        Deal record = TRY(find(change.id, "deal"));
        if (has_event(record, change.event_id)) return Step{};
        Authorization authorization = TRY(find(record.authorization, "authorization"));
        DealPayload payload = change.payload;
        if (auto* sign = std::get_if<event::Sign>(&payload))
            complete(sign->signature, FormKind::custom_transaction_request, record.state.request);
        if (auto* submit = std::get_if<event::Submit>(&payload))
            submit->discounts = discounts_for(record, authorization);
        const bool creates_offer = std::holds_alternative<event::CreateOffer>(payload);
        const Surroundings around{authorization, model.workspace};
        CHECK_OK(happen(record, std::move(payload), change.event_id, env.on, &around));
        Step step{{record}};
        // The use is saved with the offer, so that a single-use authorization cannot be used twice.
        if (creates_offer && !is_used_by(authorization, record.id)) {
            CHECK_OK(happen(authorization, event::Use{record.id}, "", env.on, &model.workspace));
            step.changed.push_back(std::move(authorization));
        }
        return step;
    }

    Result<Step> operator()(const command::SpreadPayments& spread) const {
        Deal record = TRY(find(spread.id, "deal"));
        const Authorization authorization = TRY(find(record.authorization, "authorization"));
        const Surroundings around{authorization, model.workspace};
        const int most = limits(record.rule_set).scheduled_payments_max;
        if (spread.count < 1 || spread.count > most)
            return refuse(Code::out_of_range, "count",
                          std::to_string(spread.count) + " is not 1 to " + std::to_string(most) +
                              " payments");
        if (spread.months < 1 || spread.months > 12)
            return refuse(Code::out_of_range, "months",
                          std::to_string(spread.months) + " is not 1 to 12 months");
        const Content& request = record.state.request;
        const Currency currency = currency_of(request);
        if (request.value("price").empty())
            return refuse(Code::required, "ctr.price", "there is no price to divide yet");
        const Money price = TRY(parse_money(request.value("price"), currency, "ctr.price"));
        const auto change = [&](DealPayload payload) {
            return happen(record, std::move(payload), "", env.on, &around);
        };
        for (std::size_t n = request.rows("schedule").size(); n > 0; --n)
            CHECK_OK(change(event::RemoveRow{"schedule", 0}));
        CHECK_OK(change(event::Edit{"pricing", "scheduled"}));
        int row = 0;
        for (const Payment& payment : even_schedule(price, spread.count, spread.first,
                                                    spread.months, record.settings.rounding)) {
            CHECK_OK(change(event::AddRow{"schedule"}));
            CHECK_OK(change(event::Edit{field_path("schedule", row, "on"), text(payment.on)}));
            CHECK_OK(
                change(event::Edit{field_path("schedule", row++, "amount"), text(payment.amount)}));
        }
        return Step{{std::move(record)}};
    }

    Result<Step> operator()(const command::Import& import) const { return Step{import.records}; }
};

}  // namespace

Result<Step> update(const Model& model, const Command& command, const Env& env) {
    // Whatever is written would stand beside settings and reference numbers that are not ours.
    if (is_damaged(model, "workspace") && !std::holds_alternative<command::Import>(command))
        return refuse(Code::record_damaged, "workspace",
                      "the workspace's own record cannot be read");
    return std::visit(Update{model, env}, command);
}

void apply(Model& model, const Step& step) {
    for (const Record& record : step.changed) put(model, record);
}

}  // namespace cppo
