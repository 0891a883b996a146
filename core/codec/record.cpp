#include "codec/record.hpp"

#include <set>

#include "base/text.hpp"
#include "codec/event_codec.hpp"
#include "codec/record_json.hpp"
#include "codec/settings_codec.hpp"

namespace cppo {
namespace {

enum class RecordKind { workspace, authorization, deal };  // in Record's order

}  // namespace

template <>
struct Names<RecordKind> {
    static constexpr std::string_view list[] = {"workspace", "authorization", "deal"};
};
static_assert(std::variant_size_v<Record> == name_count<RecordKind>());

namespace {

Json json_of_settings(Settings settings) {
    ObjectWriter io;
    members(io, settings);
    return io.take();
}

void read_record_settings(ObjectReader& record, Settings& settings) {
    record.object("settings", [&](ObjectReader& io) { members(io, settings); });
}

// --- writing -------------------------------------------------------------------------------------

void write_members(ObjectWriter& io, const Workspace& workspace) {
    io.member("partner_name", workspace.partner.name);
    io.member("partner_account", workspace.partner.account);
    io.member("contact", workspace.contact);
    io.member("registered_seller", workspace.registered_seller);
    io.member("channel_manager", workspace.channel_manager);
    io.member("rule_set", workspace.rule_set);
    io.member("settings", json_of_settings(workspace.settings));
    io.count("net_days", workspace.timing.net_days);
    io.count("disbursement_day", workspace.timing.disbursement_day);
    io.member("salt", workspace.salt);
}

void write_members(ObjectWriter& io, const Authorization& authorization) {
    io.member("id", authorization.id);
    io.member("form", authorization.form);
    io.member("rule_set", authorization.rule_set);
    io.member("created_on", authorization.created_on);
    io.member("events", json_of(authorization.events));
}

void write_members(ObjectWriter& io, const Deal& deal) {
    io.member("id", deal.id);
    io.member("deal_kind", deal.kind);
    io.member("rule_set", deal.rule_set);
    io.member("authorization", deal.authorization);
    if (deal.replaces) io.member("replaces", *deal.replaces);
    io.member("settings", json_of_settings(deal.settings));
    io.member("created_on", deal.created_on);
    io.member("events", json_of(deal.events));
}

// --- reading -------------------------------------------------------------------------------------

/// Plays the events on an empty record. What check() refuses, or an id that stands twice, cannot
/// have happened: the record is damaged.
template <typename Replayed, typename Event>
Result<Record> replay(Replayed record, const std::vector<Event>& events) {
    std::set<std::string_view> ids;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::string place = "events[" + std::to_string(i) + "]";
        if (!ids.insert(events[i].id).second)
            return refuse(Code::record_damaged, place + ".id",
                          "the event " + in_quotes(events[i].id) + " stands in the record twice");
        if (const auto possible = check(record, events[i], nullptr); !possible) {
            std::string why = sentence(possible.error());
            if (!why.empty() && why.back() == '.') why.pop_back();
            return refuse(Code::record_damaged, within(place, possible.error()).field, why);
        }
        apply_event(record, events[i]);
    }
    return record;
}

/// Older records do not say it.
void read_timing(ObjectReader& io, Timing& timing) {
    if (io.has("net_days")) io.count("net_days", timing.net_days, net_days_max);
    if (io.has("disbursement_day"))
        io.count("disbursement_day", timing.disbursement_day, disbursement_day_max);
}

Result<Record> read_workspace(ObjectReader& io, const Verdict& verdict) {
    Workspace workspace;
    std::string account;
    io.member("partner_name", workspace.partner.name);
    io.member("partner_account", account);
    if (!account.empty()) io.member("partner_account", workspace.partner.account);
    io.member("contact", workspace.contact);
    io.member("registered_seller", workspace.registered_seller);
    io.member("channel_manager", workspace.channel_manager);
    io.optional("rule_set", workspace.rule_set);
    read_record_settings(io, workspace.settings);
    read_timing(io, workspace.timing);
    io.member("salt", workspace.salt);
    io.finish();
    if (verdict.first()) return tl::unexpected(*verdict.first());
    return workspace;
}

Result<Record> read_authorization(ObjectReader& io, const Verdict& verdict) {
    Authorization authorization;
    io.member("id", authorization.id);
    io.member("form", authorization.form);
    if (authorization.form == FormKind::custom_transaction_request)
        io.refuse(Code::malformed, "form", "'ctr' is not the form of an authorization");
    io.member("rule_set", authorization.rule_set);
    io.member("created_on", authorization.created_on);
    const auto events = read_authorization_events(io);
    io.finish();
    if (verdict.first()) return tl::unexpected(*verdict.first());
    return replay(std::move(authorization), events);
}

Result<Record> read_deal(ObjectReader& io, const Verdict& verdict) {
    Deal deal;
    io.member("id", deal.id);
    io.member("deal_kind", deal.kind);
    io.member("rule_set", deal.rule_set);
    io.member("authorization", deal.authorization);
    if (io.has("replaces")) io.member("replaces", deal.replaces.emplace());
    read_record_settings(io, deal.settings);
    io.member("created_on", deal.created_on);
    const auto events = read_deal_events(io);
    io.finish();
    if (verdict.first()) return tl::unexpected(*verdict.first());
    return replay(std::move(deal), events);
}

}  // namespace

std::string key_of(const Record& record) {
    if (const auto* authorization = std::get_if<Authorization>(&record))
        return "authorization/" + authorization->id.value;
    if (const auto* deal = std::get_if<Deal>(&record)) return "deal/" + deal->id.value;
    return "workspace";
}

Json json_of(const Record& record) {
    ObjectWriter io;
    io.member("schema", Json(1));
    io.member("kind", static_cast<RecordKind>(record.index()));
    std::visit([&](const auto& value) { write_members(io, value); }, record);
    return io.take();
}

Result<Record> record_of(const Json& json) {
    CHECK_OK(check_schema(json));
    Verdict verdict;
    ObjectReader io(json, "", verdict);
    io.find("schema");
    RecordKind kind{};
    io.member("kind", kind);
    if (verdict.first()) return tl::unexpected(*verdict.first());
    switch (kind) {
        case RecordKind::workspace: return read_workspace(io, verdict);
        case RecordKind::authorization: return read_authorization(io, verdict);
        case RecordKind::deal: return read_deal(io, verdict);
    }
    INVARIANT(false);
}

std::string encode(const Record& record) { return print_json(json_of(record)); }

Result<Record> decode(std::string_view json) {
    const Json document = TRY(parse_json(json));
    return record_of(document);
}

}  // namespace cppo
