#include "root.hpp"

namespace cppo::test {

// The one file that is compiled with the path: no other depends on where the project is.
std::filesystem::path project_root() { return CPPO_ROOT; }

}  // namespace cppo::test
