#include "desk/update.hpp"

#include <algorithm>

#include "codec/event_codec.hpp"
#include "codec/json.hpp"
#include "deal/form_guards.hpp"
#include "desk/append_event.hpp"
#include "desk/create.hpp"
#include "desk/import_preview.hpp"
#include "desk/pricing.hpp"
#include "desk/workspace_edit.hpp"

namespace cppo {
namespace {

struct Update {
    const Model& model;
    const Env& env;

    template <typename Id>
    auto find(const Id& id, std::string_view noun) const
        -> Result<std::decay_t<decltype(*model.find(id))>> {
        if (const auto* record = model.find(id)) return *record;
        return refuse(Code::not_found, std::string(noun),
                      "there is no " + std::string(noun) + " " + in_quotes(id.value));
    }

    Result<Step> operator()(const command::EditWorkspace& edit) const {
        const Workspace next = TRY(with_workspace_value(model.workspace(), edit.path, edit.text));
        return Step{{next}};
    }

    Result<Step> operator()(const command::CreateAuthorization& create) const {
        return Step{{TRY(created(model, create, env.on))}};
    }
    Result<Step> operator()(const command::CreateDeal& create) const {
        return Step{{TRY(created(model, create, env.on))}};
    }

    /// Whether the event was recorded before under the same id, so that there is nothing to do.
    /// Refuses ALREADY_EXISTS for an id under which something else was recorded.
    Result<bool> is_recorded(const auto& record, const auto& change) const {
        const auto same_id = std::find_if(record.events.begin(), record.events.end(),
                                          [&](const auto& e) { return e.id == change.event_id; });
        if (same_id == record.events.end()) return false;
        auto given = *same_id;
        given.on = env.on;
        given.payload = change.payload;
        if (print_json(entry_of(given)) == print_json(entry_of(*same_id))) return true;
        return refuse(Code::already_exists, "event_id",
                      in_quotes(change.event_id) + " is the id of another entry, of " +
                          text(same_id->on) + "; give this one an id of its own");
    }

    /// An offer of AWS belongs to one deal.
    Result<void> check_offer_is_new(const Deal& deal, const DealPayload& payload) const {
        const auto* offer = std::get_if<event::CreateOffer>(&payload);
        if (!offer) return {};
        for (const auto& [id, other] : model.deals())
            if (id != deal.id && other.state.offer_id == offer->offer_id)
                return refuse(Code::already_exists, "offer_id",
                              in_quotes(offer->offer_id) + " is the offer of the deal " +
                                  in_quotes(id.value));
        return {};
    }

    Result<Step> operator()(const command::ChangeAuthorization& change) const {
        Authorization record = TRY(find(change.id, "authorization"));
        if (TRY(is_recorded(record, change))) return Step{};
        AuthorizationPayload payload = change.payload;
        if (auto* sign = std::get_if<event::Sign>(&payload))
            complete(sign->signature, record.form, record.state.content);
        CHECK_OK(happen(record, std::move(payload), change.event_id, env.on, &model.workspace()));
        if (leaves_as_is(change.payload, model.find(change.id)->state.content,
                         record.state.content))
            return Step{};
        return Step{{std::move(record)}};
    }

    /// True of an edit by which no field changes. It is not recorded, so that it drops no
    /// signature.
    static bool leaves_as_is(const auto& payload, const Content& before, const Content& after) {
        return std::holds_alternative<event::Edit>(payload) && before == after;
    }

    void complete(Signature& signature, FormKind form, const Content& content) const {
        if (!signature.hash.empty()) return;
        signature.on = env.on;
        signature.hash = content_hash(signature.party, form, content);
    }

    Result<Step> operator()(const command::ChangeDeal& change) const {
        Deal record = TRY(find(change.id, "deal"));
        if (TRY(is_recorded(record, change))) return Step{};
        CHECK_OK(check_offer_is_new(record, change.payload));
        Authorization authorization = TRY(find(record.authorization, "authorization"));
        const Surroundings around = surroundings_of(model, record, authorization, env.on);
        DealPayload payload = complete(change.payload, record, around);
        const bool creates_offer = std::holds_alternative<event::CreateOffer>(payload);
        const bool accepts = std::holds_alternative<event::Accept>(payload);
        CHECK_OK(happen(record, std::move(payload), change.event_id, env.on, &around));
        if (leaves_as_is(change.payload, model.find(change.id)->state.request,
                         record.state.request))
            return Step{};
        Step step{{record}};
        // The use is saved with the offer, so that a single-use authorization cannot be used twice.
        if (creates_offer && !is_used_by(authorization, record.id)) {
            CHECK_OK(happen(authorization, event::Use{record.id}, "", env.on, &model.workspace()));
            step.changed.push_back(std::move(authorization));
        }
        // The replaced agreement ends here, so that the two never run at once, unless it has
        // already ended.
        if (accepts && record.replaces) {
            Deal old = TRY(find(*record.replaces, "deal"));
            const auto& then = around.replaced;
            if (then && next_status(then->state.status, deal_event<event::Replace>)) {
                CHECK_OK(happen(old, event::Replace{record.id}, "", env.on, &around));
                step.changed.push_back(std::move(old));
            }
        }
        return step;
    }

    /// What follows from the model and is not the caller's to say.
    DealPayload complete(DealPayload payload, const Deal& deal, const Surroundings& around) const {
        if (auto* sign = std::get_if<event::Sign>(&payload))
            complete(sign->signature, FormKind::custom_transaction_request, deal.state.request);
        if (auto* set = std::get_if<event::SetSettings>(&payload))
            set->settings = model.workspace().settings;
        const auto discounts = [&] {
            return discounts_for(deal, around.authorization, around.standing);
        };
        if (auto* submit = std::get_if<event::Submit>(&payload)) submit->discounts = discounts();
        if (auto* offer = std::get_if<event::CreateOffer>(&payload)) {
            const bool requested = deal.state.status == DealStatus::submitted;
            if (!requested) offer->discounts = discounts();
            if (fee_source(deal.rule_set) == FeeSource::published) {
                const auto fees = published_fees(
                    deal, requested ? deal.state.discounts : offer->discounts, env.on);
                if (fees) offer->fees = fees->terms;  // check() says what keeps them unknown
            }
        }
        return payload;
    }

    Result<Step> operator()(const command::SpreadPayments& given) const {
        return request_changed(given.id, [&](Deal deal, const Surroundings& around) {
            return spread(std::move(deal), around, given, env.on);
        });
    }
    Result<Step> operator()(const command::SchedulePayments& given) const {
        const auto scheduled = [&](Deal deal, const Surroundings& around) -> Result<Deal> {
            const Currency currency = currency_of(deal.state.request);
            const auto payments = TRY(parse_payments(given.rows, currency));
            return with_payments(std::move(deal), around, payments, env.on);
        };
        return request_changed(given.id, scheduled);
    }
    Result<Step> operator()(const command::Reprice& given) const {
        return request_changed(given.id, [&](Deal deal, const Surroundings& around) {
            return repriced(std::move(deal), around, given, env.on);
        });
    }

    /// `changed` makes the new deal of the old one; without a new event nothing is to be kept.
    template <typename Changed>
    Result<Step> request_changed(const DealId& id, Changed changed) const {
        const Deal record = TRY(find(id, "deal"));
        const Authorization authorization = TRY(find(record.authorization, "authorization"));
        const Surroundings around = surroundings_of(model, record, authorization, env.on);
        Deal next = TRY(changed(record, around));
        return next.events.size() == record.events.size() ? Step{} : Step{{std::move(next)}};
    }

    Result<Step> operator()(const command::Attach& attach) const {
        if (const auto* id = std::get_if<AuthorizationId>(&attach.to)) {
            const Authorization record = TRY(find(*id, "authorization"));
            return with_file(record, record.state.content, attach.file, &model.workspace());
        }
        const Deal record = TRY(find(std::get<DealId>(attach.to), "deal"));
        const Authorization authorization = TRY(find(record.authorization, "authorization"));
        const Surroundings around = surroundings_of(model, record, authorization, env.on);
        return with_file(record, record.state.request, attach.file, &around);
    }

    template <typename Record, typename Context>
    Result<Step> with_file(Record record, const Content& content, const Attachment& file,
                           const Context* context) const {
        const auto& rows = content.rows("attachments");
        const auto same = std::find_if(rows.begin(), rows.end(), [&](const Content::Row& row) {
            return value_in(row, "name") == file.name;
        });
        const auto before = record.events.size();
        if (same == rows.end())
            CHECK_OK(happen(record, event::AddRow{"attachments"}, "", env.on, context));
        for (const auto& [key, value] :
             {std::pair{"name", file.name}, {"sha256", file.sha256}, {"about", file.about}}) {
            const bool stands = same != rows.end() && value_in(*same, key) == value;
            if (value.empty() || stands) continue;
            const int row = static_cast<int>(same - rows.begin());
            CHECK_OK(happen(record, event::Edit{field_path("attachments", row, key), value}, "",
                            env.on, context));
        }
        return record.events.size() == before ? Step{} : Step{{std::move(record)}};
    }

    Result<Step> operator()(const command::Import& import) const {
        if (import.replace) return Step{import.records};
        const Issues conflicts = import_conflicts(model, import.records);
        if (!conflicts.empty()) return tl::unexpected(conflicts.front());
        return Step{import.records};
    }
};

}  // namespace

Result<Step> update(const Model& model, const Command& command, const Env& env) {
    // Without the workspace's record, anything written would get the wrong settings and reference
    // numbers.
    if (is_damaged(model, "workspace") && !std::holds_alternative<command::Import>(command))
        return refuse(Code::record_damaged, "workspace",
                      "the workspace's own record cannot be read");
    return std::visit(Update{model, env}, command);
}

}  // namespace cppo
