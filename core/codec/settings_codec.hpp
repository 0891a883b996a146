// The members of a workspace's or a deal's settings. What a record does not say follows its
// default: it was written before the setting existed.
#pragma once

#include "codec/object_writer.hpp"
#include "rules/rules.hpp"

namespace cppo {

inline void members(ObjectWriter& io, const Settings& settings) {
    each_setting(settings, [&](std::string_view name, auto value) { io.member(name, value); });
}

inline void members(ObjectReader& io, Settings& settings) {
    each_setting(settings, [&](std::string_view name, auto& value) { io.optional(name, value); });
}

}  // namespace cppo
