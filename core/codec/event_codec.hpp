// The events of a record as JSON, and back.
#pragma once

#include "codec/object_writer.hpp"
#include "deal/deal.hpp"

namespace cppo {

Json json_of(const std::vector<AuthorizationEvent>& events);
Json json_of(const std::vector<DealEvent>& events);

std::vector<AuthorizationEvent> read_authorization_events(ObjectReader& record);
std::vector<DealEvent> read_deal_events(ObjectReader& record);

}  // namespace cppo
