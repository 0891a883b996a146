#include "root.hpp"

namespace cppo::test {

// The only file compiled with the project's path, so that no other file depends on it.
std::filesystem::path project_root() { return CPPO_ROOT; }

}  // namespace cppo::test
