#include "codec/event_codec.hpp"

#include "codec/settings_codec.hpp"

namespace cppo {
namespace {

// The members of each event, once for both directions: `io` is an ObjectReader or an ObjectWriter.

template <typename Io>
void members(Io& io, event::Edit& edit) {
    io.member("path", edit.path);
    io.text("text", edit.text);
}

template <typename Io>
void members(Io& io, event::AddRow& add) {
    io.member("group", add.group);
}

template <typename Io>
void members(Io& io, event::RemoveRow& remove) {
    io.member("group", remove.group);
    io.count("row", remove.row);
}

template <typename Io>
void members(Io& io, event::Sign& sign) {
    io.member("party", sign.signature.party);
    io.member("name", sign.signature.name);
    io.member("title", sign.signature.title);
    io.member("signed_on", sign.signature.on);
    io.member("hash", sign.signature.hash);
}

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

template <typename Io>
void members(Io& io, event::Submit& submit) {
    io.member("to", submit.to);
    discounts(io, submit.discounts);
}

template <typename Io>
void members(Io& io, event::Return& back) {
    io.member("reason", back.reason);
}

template <typename Io>
void members(Io&, event::Receive&) {}

template <typename Io>
void members(Io& io, event::Use& use) {
    io.member("deal", use.deal);
}

template <typename Io>
void members(Io& io, event::Revoke& revoke) {
    io.member("by", revoke.by);
}

template <typename Io>
void members(Io& io, event::RevokeProduct& revoke) {
    io.member("product", revoke.product);
    io.member("by", revoke.by);
}

template <typename Io>
void members(Io& io, event::SetSettings& set) {
    members(io, set.settings);
}

template <typename Io>
void members(Io& io, FeeTerms& fees) {
    io.member("marketplace", fees.marketplace);
    io.member("processing", fees.processing);
    io.member("assumed", fees.assumed);
}

template <typename Io>
void members(Io& io, event::SetFees& set) {
    members(io, set.fees);
}

void fees(ObjectWriter& io, std::optional<FeeTerms>& terms) {
    if (!terms) return;
    ObjectWriter inner;
    members(inner, *terms);
    io.member("fees", inner.take());
}

void fees(ObjectReader& io, std::optional<FeeTerms>& terms) {
    if (!io.has("fees")) return;
    io.object("fees", [&](ObjectReader& inner) { members(inner, terms.emplace()); });
}

template <typename Io>
void members(Io& io, event::CreateOffer& offer) {
    io.member("offer_id", offer.offer_id);
    discounts(io, offer.discounts);
    fees(io, offer.fees);
}

template <typename Io>
void members(Io& io, event::Accept& accept) {
    io.member("account", accept.account);
    io.member("on_invoicing", accept.on_invoicing);
}

template <typename Io>
void members(Io&, event::Expire&) {}

template <typename Io>
void members(Io& io, event::Withdraw& withdraw) {
    io.member("reason", withdraw.reason);
}

template <typename Io>
void members(Io& io, event::Invoice& invoice) {
    io.count("number", invoice.number);
}

template <typename Io>
void members(Io& io, event::Collect& collect) {
    io.count("number", collect.number);
    io.money(collect.amount);
}

template <typename Io>
void members(Io& io, event::Disburse& disburse) {
    io.count("number", disburse.number);
    io.member("party", disburse.party);
}

template <typename Io>
void members(Io& io, event::Refund& refund) {
    io.count("number", refund.number);
    io.money(refund.amount);
    io.member("reason", refund.reason);
}

template <typename Io>
void members(Io& io, event::Forgive& forgive) {
    io.count("number", forgive.number);
}

template <typename Io>
void members(Io& io, event::Cancel& cancel) {
    io.member("reason", cancel.reason);
}

template <typename Io>
void members(Io& io, event::Replace& replace) {
    io.member("by", replace.by);
}

void units(ObjectWriter& io, const std::vector<Quantity>& counts) {
    JsonArray items;
    for (Quantity count : counts) items.emplace_back(count.count);
    io.member("units", Json(std::move(items)));
}

void units(ObjectReader& io, std::vector<Quantity>& counts) {
    const JsonArray* items = io.list("units");
    for (std::size_t i = 0; items && i < items->size(); ++i) {
        const auto* count = std::get_if<std::int64_t>(&(*items)[i].value);
        const std::string place = "units[" + std::to_string(i) + ']';
        const auto read = parse_quantity(count ? std::to_string(*count) : "", place);
        if (read) counts.push_back(*read);
        else io.add(read.error());
    }
}

template <typename Io>
void members(Io& io, event::Meter& meter) {
    io.member("month", meter.month);
    units(io, meter.units);
}

template <typename Payload>
Json events_json(const std::vector<Event<Payload>>& events) {
    JsonArray items;
    for (const Event<Payload>& event : events) {
        ObjectWriter io;
        io.member("id", event.id);
        io.member("on", event.on);
        io.member("event", kind_of(event.payload));
        std::visit([&](auto payload) { members(io, payload); }, event.payload);
        items.push_back(io.take());
    }
    return items;
}

/// Makes `payload` the alternative at `index` and reads its members.
template <typename Payload, std::size_t... alternatives>
void read_payload(ObjectReader& io, Payload& payload, std::size_t index,
                  std::index_sequence<alternatives...>) {
    const auto read_as = [&]<std::size_t alternative>() {
        members(io, payload.template emplace<alternative>());
    };
    ((index == alternatives ? read_as.template operator()<alternatives>() : void()), ...);
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
        read_payload(io, event.payload, static_cast<std::size_t>(kind),
                     std::make_index_sequence<std::variant_size_v<Payload>>());
    });
    return events;
}

}  // namespace

Json json_of(const std::vector<AuthorizationEvent>& events) { return events_json(events); }
Json json_of(const std::vector<DealEvent>& events) { return events_json(events); }

std::vector<AuthorizationEvent> read_authorization_events(ObjectReader& record) {
    return read_events<AuthorizationPayload, AuthorizationEventKind>(record);
}
std::vector<DealEvent> read_deal_events(ObjectReader& record) {
    return read_events<DealPayload, DealEventKind>(record);
}

}  // namespace cppo
