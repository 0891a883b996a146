// The texts in tests/golden. UPDATE_GOLDEN=1 rewrites them; review the difference afterward.
#pragma once

#include <string>

namespace cppo::test {

/// The text in tests/golden/`name`, to compare with `actual`. Rewrites it first if asked to.
std::string golden(const std::string& name, const std::string& actual);

}  // namespace cppo::test
