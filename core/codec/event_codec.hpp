// The events of a record as JSON, and back.
#pragma once

#include "codec/object_writer.hpp"
#include "deal/deal.hpp"

namespace cppo {

Json json_of(const std::vector<AuthorizationEvent>& events);
Json json_of(const std::vector<DealEvent>& events);

/// What a person entered for the event: its day, its kind and its values, without what follows from
/// the records. Two events are the same entry if they agree in it.
Json entry_of(const AuthorizationEvent& event);
Json entry_of(const DealEvent& event);

std::vector<AuthorizationEvent> read_authorization_events(ObjectReader& record);
std::vector<DealEvent> read_deal_events(ObjectReader& record);

}  // namespace cppo
