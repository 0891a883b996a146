#include "codec/record.hpp"

#include "base/text.hpp"
#include "codec/event_codec.hpp"
#include "codec/record_json.hpp"
#include "codec/settings_codec.hpp"

namespace cppo {

/// The kind of a record, by its name.
Result<const RecordKind*> parse_as(std::in_place_type_t<const RecordKind*>, std::string_view name,
                                   std::string_view field) {
    if (const RecordKind* kind = find_kind(name)) return kind;
    std::vector<std::string_view> names;
    for (const RecordKind& kind : record_kinds) names.push_back(kind.name);
    return not_one_of(name, field, one_of(names));
}

namespace {

// --- the members of each kind, once for both directions ------------------------------------------

// `io` is an ObjectReader, or an ObjectWriter with a const record.
template <typename T, typename Kind>
concept Any = std::is_same_v<std::remove_const_t<T>, Kind>;

template <typename Io>
void settings_member(Io& io, Any<Settings> auto& settings) {
    io.object("settings", [&](Io& inner) { members(inner, settings); });
}

/// The facts of a workspace as members. Records of earlier versions lack some: those keep their
/// defaults.
template <typename Io>
struct FactMembers {
    Io& io;

    void operator()(std::string_view key, auto& fact) const { io.member(key, fact); }
    void operator()(std::string_view key, const AccountId& account) const {
        io.member(key, account);
    }
    /// Empty until the person enters it.
    void operator()(std::string_view key, AccountId& account) const {
        io.member(key, account.digits);
        if (!account.digits.empty()) io.member(key, account);
    }
    void operator()(std::string_view key, Any<RuleSet> auto& rule_set) const {
        io.optional(key, rule_set);
    }
    void operator()(std::string_view, Any<Settings> auto& settings) const {
        settings_member(io, settings);
    }
    void operator()(std::string_view key, Any<int> auto& days, int most) const {
        io.optional_count(key, days, most);
    }
};

template <typename Io>
void members(Io& io, Any<Workspace> auto& workspace) {
    each_fact(workspace, FactMembers<Io>{io});
}

void events(ObjectWriter& io, const auto& list) { io.member("events", json_of(list)); }
void events(ObjectReader& io, std::vector<AuthorizationEvent>& list) {
    list = read_authorization_events(io);
}
void events(ObjectReader& io, std::vector<DealEvent>& list) { list = read_deal_events(io); }

void form(ObjectWriter& io, FormKind kind) { io.member("form", kind); }
void form(ObjectReader& io, FormKind& kind) {
    io.member("form", kind);
    if (kind == FormKind::custom_transaction_request)
        io.refuse(Code::malformed, "form", "'ctr' is not the form of an authorization");
}

template <typename Io>
void members(Io& io, Any<Authorization> auto& authorization) {
    io.member("id", authorization.id);
    form(io, authorization.form);
    io.member("rule_set", authorization.rule_set);
    io.member("created_on", authorization.created_on);
    events(io, authorization.events);
}

template <typename Io>
void members(Io& io, Any<Deal> auto& deal) {
    io.member("id", deal.id);
    io.member("deal_kind", deal.kind);
    io.member("rule_set", deal.rule_set);
    io.member("authorization", deal.authorization);
    io.optional("replaces", deal.replaces);
    settings_member(io, deal.settings);
    io.member("created_on", deal.created_on);
    events(io, deal.events);
}

// --- reading -------------------------------------------------------------------------------------

template <typename Kind>
    requires requires(Kind record) { record.events; }
Result<Record> replayed(Kind record) {
    const auto events = std::exchange(record.events, {});
    return TRY(replay(record, events));
}

/// A kind without events is as it was read.
template <typename Kind>
    requires(!requires(Kind record) { record.events; })
Result<Record> replayed(Kind record) { return record; }

/// Reads `record` as the type at `index` of the variant.
template <std::size_t... kinds>
Result<Record> read_record(ObjectReader& io, const Verdict& verdict, std::size_t index,
                           std::index_sequence<kinds...>) {
    std::optional<Result<Record>> found;
    const auto read = [&]<std::size_t kind>() {
        std::variant_alternative_t<kind, Record> record;
        members(io, record);
        io.finish();
        if (verdict.first()) found = tl::unexpected(*verdict.first());
        else found = replayed(std::move(record));
    };
    ((index == kinds ? read.template operator()<kinds>() : void()), ...);
    return std::move(*found);
}

}  // namespace

Json json_of(const Record& record) {
    ObjectWriter io;
    io.member("schema", Json(1));
    io.member("kind", std::string(kind_of(record).name));
    std::visit([&](const auto& value) { members(io, value); }, record);
    return io.take();
}

Result<Record> record_of(const Json& json) {
    CHECK_OK(check_schema(json));
    Verdict verdict;
    ObjectReader io(json, "", verdict);
    io.find("schema");
    const RecordKind* kind = nullptr;
    io.member("kind", kind);
    if (verdict.first()) return tl::unexpected(*verdict.first());
    return read_record(io, verdict, static_cast<std::size_t>(kind - record_kinds),
                       std::make_index_sequence<std::size(record_kinds)>());
}

std::string encode(const Record& record) { return print_json(json_of(record)); }

Result<Record> decode(std::string_view json) {
    const Json document = TRY(parse_json(json));
    return record_of(document);
}

}  // namespace cppo
