// Adds one event to one record. Every command does it this way.
#pragma once

#include "base/text.hpp"
#include "desk/model.hpp"

namespace cppo {

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
        return refuse(Code::already_exists, "event_id", in_quotes(event.id) + " is already used");
    CHECK_OK(check(record, event, context));
    apply_event(record, event);
    return {};
}

}  // namespace cppo
