#include "codec/event_codec.hpp"

#include "codec/settings_codec.hpp"

namespace cppo {
namespace {

void discounts(ObjectWriter& io, const std::vector<event::LineDiscount>& lines) {
    JsonArray items;
    for (const event::LineDiscount& line : lines)
        items.push_back(JsonObject{{"product", line.product}, {"discount", text(line.discount)}});
    if (!items.empty()) io.member("discounts", Json(std::move(items)));
}

void discounts(ObjectReader& io, std::vector<event::LineDiscount>& lines) {
    if (!io.has("discounts")) return;
    io.each("discounts", [&](ObjectReader& item) {
        event::LineDiscount& line = lines.emplace_back();
        item.member("product", line.product);
        item.member("discount", line.discount);
    });
}

template <typename Io, typename Fees>
void fee_members(Io& io, Fees& fees) {
    io.member("marketplace", fees.marketplace);
    io.member("processing", fees.processing);
    io.member("assumed", fees.assumed);
}

void fees(ObjectWriter& io, const std::optional<FeeTerms>& terms) {
    if (!terms) return;
    ObjectWriter inner;
    fee_members(inner, *terms);
    io.member("fees", inner.take());
}

void fees(ObjectReader& io, std::optional<FeeTerms>& terms) {
    if (!io.has("fees")) return;
    io.object("fees", [&](ObjectReader& inner) { fee_members(inner, terms.emplace()); });
}

void units(ObjectWriter& io, std::string_view key, const std::vector<Quantity>& counts) {
    JsonArray items;
    for (Quantity count : counts) items.emplace_back(count.count);
    io.member(key, Json(std::move(items)));
}

void units(ObjectReader& io, std::string_view key, std::vector<Quantity>& counts) {
    const JsonArray* items = io.list(key);
    for (std::size_t i = 0; items && i < items->size(); ++i) {
        const auto* count = std::get_if<std::int64_t>(&(*items)[i].value);
        const std::string place = std::string(key) + '[' + std::to_string(i) + ']';
        const auto read = parse_quantity(count ? std::to_string(*count) : "", place);
        if (read) counts.push_back(*read);
        else io.add(read.error());
    }
}

/// Walks an event in either direction: `Io` is an ObjectReader or an ObjectWriter.
template <typename Io>
struct EventMembers {
    Io& io;

    template <typename T>
    void ask(const EventField& field, T& value) {
        using Value = std::remove_const_t<T>;
        if constexpr (std::is_same_v<Value, int>) io.count(field.key, value);
        else if constexpr (std::is_same_v<Value, Money>) io.money(value);
        else if constexpr (std::is_same_v<Value, std::vector<Quantity>>)
            units(io, field.key, value);
        else if constexpr (std::is_same_v<Value, std::string>)
            field.any_text ? io.text(field.key, value) : io.member(field.key, value);
        else io.member(field.key, value);
    }
    template <typename T>
    void keep(std::string_view key, T& value) {
        using Value = std::remove_const_t<T>;
        if constexpr (std::is_same_v<Value, Settings>) members(io, value);
        else if constexpr (std::is_same_v<Value, std::optional<FeeTerms>>) fees(io, value);
        else if constexpr (std::is_same_v<Value, std::vector<event::LineDiscount>>)
            discounts(io, value);
        else io.member(key, value);
    }
};

template <typename Io, typename Payload>
void event_members(Io& io, Payload& payload) {
    std::visit(
        [&](auto& event) {
            EventMembers<Io> members{io};
            each_field(members, event);
        },
        payload);
}

/// Writes what a person entered, and passes over what is only kept.
struct EntryMembers {
    EventMembers<ObjectWriter> all;

    template <typename T>
    void ask(const EventField& field, const T& value) {
        all.ask(field, value);
    }
    template <typename T>
    void keep(std::string_view, const T&) {}
};

template <typename Payload>
Json entry_json(const Event<Payload>& event) {
    ObjectWriter io;
    io.member("on", event.on);
    io.member("event", kind_of(event.payload));
    EntryMembers members{{io}};
    std::visit([&](const auto& each) { each_field(members, each); }, event.payload);
    return io.take();
}

template <typename Payload>
Json events_json(const std::vector<Event<Payload>>& events) {
    JsonArray items;
    for (const Event<Payload>& event : events) {
        ObjectWriter io;
        io.member("id", event.id);
        io.member("on", event.on);
        io.member("event", kind_of(event.payload));
        event_members(io, event.payload);
        items.push_back(io.take());
    }
    return items;
}

template <typename Payload, typename Kind>
std::vector<Event<Payload>> read_events(ObjectReader& record) {
    std::vector<Event<Payload>> events;
    record.each("events", [&](ObjectReader& io) {
        Event<Payload>& event = events.emplace_back();
        Id<struct EventTag> id;
        io.member("id", id);
        event.id = id.value;
        io.member("on", event.on);
        auto kind = static_cast<Kind>(name_count<Kind>());
        io.member("event", kind);
        if (static_cast<std::size_t>(kind) == name_count<Kind>()) return io.skip_rest();
        event.payload = blank(kind);
        event_members(io, event.payload);
    });
    return events;
}

}  // namespace

Json json_of(const std::vector<AuthorizationEvent>& events) { return events_json(events); }
Json json_of(const std::vector<DealEvent>& events) { return events_json(events); }

Json entry_of(const AuthorizationEvent& event) { return entry_json(event); }
Json entry_of(const DealEvent& event) { return entry_json(event); }

std::vector<AuthorizationEvent> read_authorization_events(ObjectReader& record) {
    return read_events<AuthorizationPayload, AuthorizationEventKind>(record);
}
std::vector<DealEvent> read_deal_events(ObjectReader& record) {
    return read_events<DealPayload, DealEventKind>(record);
}

}  // namespace cppo
