// Texts in tests/golden. UPDATE_GOLDEN=1 rewrites them; the difference is then reviewed.
#pragma once

#include <string>

namespace cppo::test {

/// The text in tests/golden/`name`, to be compared with `actual`; rewritten first on request.
std::string golden(const std::string& name, const std::string& actual);

}  // namespace cppo::test
