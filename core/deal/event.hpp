// What can happen to an authorization or a deal, as plain values. A record is its events in order;
// its state is their replay. Each event describes itself; see event_text.hpp.
#pragma once

#include <utility>
#include <variant>

#include "deal/deal_events.hpp"
#include "deal/invoice_events.hpp"

namespace cppo {

/// An event's envelope: its id makes a repeated event harmless, its date is always given.
template <typename Payload>
struct Event {
    std::string id;
    Date on;
    Payload payload;
    bool operator==(const Event& other) const {
        return id == other.id && on == other.on && payload == other.payload;
    }
};

using AuthorizationPayload =
    std::variant<event::Edit, event::AddRow, event::RemoveRow, event::Sign, event::Submit,
                 event::Return, event::Receive, event::Use, event::Revoke, event::RevokeProduct>;
using AuthorizationEvent = Event<AuthorizationPayload>;

using DealPayload =
    std::variant<event::Edit, event::AddRow, event::RemoveRow, event::SetFees, event::Sign,
                 event::Submit, event::Return, event::CreateOffer, event::Accept, event::Expire,
                 event::Withdraw, event::Issue, event::Collect, event::Disburse, event::SetSettings,
                 event::Refund, event::Forgive, event::Cancel, event::Replace, event::Meter>;
using DealEvent = Event<DealPayload>;

/// Which event: the number of a payload's alternative. Their names are the events' own.
enum class AuthorizationEventKind : std::size_t {};
enum class DealEventKind : std::size_t {};

template <typename Payload>
struct EventNames;
template <typename... E>
struct EventNames<std::variant<E...>> {
    static constexpr std::string_view list[] = {E::about.name...};
};
template <>
struct Names<AuthorizationEventKind> : EventNames<AuthorizationPayload> {};
template <>
struct Names<DealEventKind> : EventNames<DealPayload> {};

inline AuthorizationEventKind kind_of(const AuthorizationPayload& payload) {
    return AuthorizationEventKind{payload.index()};
}
inline DealEventKind kind_of(const DealPayload& payload) { return DealEventKind{payload.index()}; }

/// What the event says about itself.
template <typename... E>
const EventText& about(const std::variant<E...>& payload) {
    return std::visit([](const auto& event) -> const EventText& { return event.about; }, payload);
}

/// The number of the alternative E.
template <typename E, typename Payload>
struct EventIndex;
template <typename E, typename... All>
struct EventIndex<E, std::variant<All...>> {
    static constexpr std::size_t value = [] {
        std::size_t index = 0;
        const bool found = ((std::is_same_v<E, All> || (++index, false)) || ...);
        return found ? index : std::variant_npos;
    }();
    static_assert(value != std::variant_npos, "this record has no such event");
};
template <typename E>
inline constexpr AuthorizationEventKind authorization_event{
    EventIndex<E, AuthorizationPayload>::value};
template <typename E>
inline constexpr DealEventKind deal_event{EventIndex<E, DealPayload>::value};

/// Calls `visit` with every event of the payload, with nothing filled in.
template <typename Payload, typename Visit>
void each_event(Visit visit) {
    [&]<std::size_t... index>(std::index_sequence<index...>) {
        (visit(std::variant_alternative_t<index, Payload>()), ...);
    }
    (std::make_index_sequence<std::variant_size_v<Payload>>());
}

/// The event of a kind with nothing filled in.
template <typename Payload>
Payload blank_event(std::size_t kind) {
    Payload blank;
    [&]<std::size_t... index>(std::index_sequence<index...>) {
        ((kind == index ? void(blank.template emplace<index>()) : void()), ...);
    }
    (std::make_index_sequence<std::variant_size_v<Payload>>());
    return blank;
}
inline AuthorizationPayload blank(AuthorizationEventKind kind) {
    return blank_event<AuthorizationPayload>(static_cast<std::size_t>(kind));
}
inline DealPayload blank(DealEventKind kind) {
    return blank_event<DealPayload>(static_cast<std::size_t>(kind));
}

/// Whether the description has everything that others rely on.
template <typename... E>
constexpr bool are_described(std::type_identity<std::variant<E...>>) {
    const auto is_described = [](const EventText& about) {
        const auto& button = about.button;
        const bool examples = !about.authorization_example.empty() || !about.deal_example.empty();
        return !about.name.empty() && about.verb.empty() == about.summary.empty() &&
               about.verb.empty() != examples &&
               (!button || (!button->label.empty() && !button->title.empty() &&
                            !button->explanation.empty() && !button->confirm.empty()));
    };
    return (is_described(E::about) && ...);
}
static_assert(are_described(std::type_identity<AuthorizationPayload>()));
static_assert(are_described(std::type_identity<DealPayload>()));

}  // namespace cppo
