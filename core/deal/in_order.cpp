#include "deal/in_order.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "deal/form_guards.hpp"

namespace cppo {
namespace {

template <typename Event>
bool comes_before(const Event& a, const Event& b) {
    return a.on < b.on;
}

/// Behind the last event that does not come after this one.
template <typename Event>
std::size_t place_of(const std::vector<Event>& events, const Event& event) {
    std::size_t place = events.size();
    while (place > 0 && comes_before(event, events[place - 1])) --place;
    return place;
}

/// The record as it was after its first `count` events.
template <typename Kind>
Kind after(const Kind& record, std::size_t count) {
    Kind then = as_created(record);
    for (std::size_t i = 0; i < count; ++i) apply_next(then, record.events[i]);
    return then;
}

template <typename Kind>
Date moved_on(const Kind& record) {
    const auto last = std::find_if(record.events.rbegin(), record.events.rend(),
                                   [](auto& event) { return about(event.payload).moves_on; });
    return last == record.events.rend() ? record.created_on : last->on;
}

/// `'The customer paid 10.00 USD toward invoice 1' on 2026-12-01`
template <typename Kind, typename Event>
std::string named(const Kind& record, const Event& event) {
    return in_quotes(sentence_of(record, event)) + " on " + text(event.on);
}

/// Usage is invoiced in the order it is metered, and an invoice keeps its number.
Result<void> check_numbers(const Authorization&, const AuthorizationEvent&) { return {}; }
Result<void> check_numbers(const Deal& deal, const DealEvent& event) {
    if (!std::holds_alternative<event::Meter>(event.payload)) return {};
    for (const DealEvent& other : deal.events)
        if (std::holds_alternative<event::Meter>(other.payload) && event.on < other.on)
            return refuse(Code::out_of_range, "on",
                          text(event.on) + " is before the usage recorded on " + text(other.on) +
                              ", and usage is invoiced in the order it is metered");
    return {};
}

/// Records of earlier versions may hold an earlier day, so this is not asked of them.
Result<void> check_created(Date on, Date created_on) {
    if (on >= created_on) return {};
    return refuse(Code::out_of_range, "on",
                  text(on) + " is before the record was created, on " + text(created_on));
}

/// What follows the event in the record must be possible after it too.
template <typename Kind, typename Event>
Result<void> check_later(const Kind& record, Kind then, const Event& event, std::size_t place) {
    apply_next(then, event);
    for (std::size_t i = place; i < record.events.size(); ++i) {
        const Event& later = record.events[i];
        const auto stands = check_next(then, later, nullptr);
        if (!stands)
            return refuse(Code::later_entry, "on",
                          "after " + named(record, event) + ", " + named(record, later) + " (" +
                              later.id + ") would be impossible: " + stands.error().detail);
        apply_next(then, later);
    }
    return {};
}

template <typename Kind, typename Event, typename Context>
Result<void> check_in_order(const Kind& record, const Event& event, const Context* context) {
    const std::size_t place = place_of(record.events, event);
    // What is part of writing the form must still be possible now, whatever day it is of.
    const EventText& text = about(event.payload);
    if (place == record.events.size() || text.moves_on || text.is_draft) {
        CHECK_OK(check_next(record, event, context));
        if (text.moves_on) CHECK_OK(check_order(event.on, moved_on(record)));
    }
    if (place < record.events.size()) {
        Kind then = after(record, place);
        auto possible = check_next(then, event, context);
        if (!possible) {
            // If it is refused today too, that reason is more helpful.
            CHECK_OK(check_next(record, event, context));
            return possible;
        }
        CHECK_OK(check_later(record, std::move(then), event, place));
    }
    CHECK_OK(check_numbers(record, event));
    return context ? check_created(event.on, record.created_on) : Result<void>{};
}

template <typename Kind, typename Event>
void apply_in_order(Kind& record, const Event& event) {
    const std::size_t place = place_of(record.events, event);
    if (place == record.events.size()) return apply_next(record, event);
    Kind then = after(record, place);
    apply_next(then, event);
    for (std::size_t i = place; i < record.events.size(); ++i) apply_next(then, record.events[i]);
    record = std::move(then);
}

template <typename Kind>
Kind created(Kind record) {
    record.events.clear();
    record.state = {};
    record.state.edited_on = record.created_on;
    return record;
}

template <typename Kind>
Kind up_to(const Kind& record, Date on) {
    const auto is_within = [&](const auto& event) { return event.on <= on; };
    // In a record that keeps its order of typing, what came before the last of them is needed too.
    const auto last = std::find_if(record.events.rbegin(), record.events.rend(), is_within);
    if (last == record.events.rbegin()) return record;
    Kind then = as_created(record);
    for (auto event = record.events.begin(); event != last.base(); ++event)
        apply_next(then, *event);
    return then;
}

template <typename Event>
bool has_id(const std::vector<Event>& events, std::string_view id) {
    return std::any_of(events.begin(), events.end(),
                       [&](const Event& event) { return event.id == id; });
}

template <typename Kind, typename Event>
Result<Kind> replayed(const Kind& record, const std::vector<Event>& events) {
    Kind then = as_created(record);
    std::set<std::string_view> ids;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::string place = "events[" + std::to_string(i) + "]";
        if (!ids.insert(events[i].id).second)
            return refuse(Code::record_damaged, place + ".id",
                          "the event " + in_quotes(events[i].id) + " appears twice in the record");
        auto possible = check_next(then, events[i], nullptr);
        if (possible && about(events[i].payload).moves_on)
            possible = check_order(events[i].on, moved_on(then));
        if (!possible) {
            std::string why = sentence(possible.error());
            if (!why.empty() && why.back() == '.') why.pop_back();
            return refuse(Code::record_damaged, within(place, possible.error()).field, why);
        }
        apply_next(then, events[i]);
    }
    return then;
}

/// The usage invoices of a deal, in the order they got their numbers.
std::vector<std::string_view> metered_in(const std::vector<DealEvent>& events) {
    std::vector<std::string_view> ids;
    for (const DealEvent& event : events)
        if (std::holds_alternative<event::Meter>(event.payload)) ids.push_back(event.id);
    return ids;
}
std::vector<std::string_view> metered_in(const std::vector<AuthorizationEvent>&) { return {}; }

/// Earlier versions stored the order of typing. Where only that order is possible, it stays.
template <typename Kind, typename Event>
Result<Kind> replay_in_order(const Kind& record, const std::vector<Event>& events) {
    if (!std::is_sorted(events.begin(), events.end(), comes_before<Event>)) {
        std::vector<Event> by_day = events;
        std::stable_sort(by_day.begin(), by_day.end(), comes_before<Event>);
        if (metered_in(by_day) == metered_in(events))
            if (auto done = replayed(record, by_day)) return done;
    }
    return replayed(record, events);
}

}  // namespace

// --- an authorization ----------------------------------------------------------------------------

Result<void> check(const Authorization& authorization, const AuthorizationEvent& event,
                   const Workspace* workspace) {
    return check_in_order(authorization, event, workspace);
}

void apply_event(Authorization& authorization, const AuthorizationEvent& event) {
    apply_in_order(authorization, event);
}

Authorization as_created(Authorization authorization) { return created(std::move(authorization)); }

Authorization as_of(const Authorization& authorization, Date on) {
    return up_to(authorization, on);
}

Result<Authorization> replay(const Authorization& authorization,
                             const std::vector<AuthorizationEvent>& events) {
    return replay_in_order(authorization, events);
}

bool has_event(const Authorization& authorization, std::string_view event_id) {
    return has_id(authorization.events, event_id);
}

// --- a deal --------------------------------------------------------------------------------------

Result<void> check(const Deal& deal, const DealEvent& event, const Surroundings* surroundings) {
    return check_in_order(deal, event, surroundings);
}

Date last_step(const Deal& deal) { return moved_on(deal); }

void apply_event(Deal& deal, const DealEvent& event) { apply_in_order(deal, event); }

Deal as_created(Deal deal) { return created(std::move(deal)); }

Result<Deal> as_of(const Deal& deal, Date on) {
    if (on < deal.created_on)
        return refuse(Code::not_yet, "as-of", "the deal was created on " + text(deal.created_on));
    return up_to(deal, on);
}

Result<Deal> replay(const Deal& deal, const std::vector<DealEvent>& events) {
    return replay_in_order(deal, events);
}

bool has_event(const Deal& deal, std::string_view event_id) {
    return has_id(deal.events, event_id);
}

}  // namespace cppo
