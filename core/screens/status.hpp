// The status of a record, in words.
#pragma once

#include "desk/model.hpp"

namespace cppo {

std::string status_text(const Authorization& authorization, Date on);
std::string status_text(const Deal& deal);

}  // namespace cppo
