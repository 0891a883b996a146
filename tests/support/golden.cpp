#include "golden.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "root.hpp"

namespace cppo::test {

std::string golden(const std::string& name, const std::string& actual) {
    const std::filesystem::path path = project_root() / "tests/golden" / name;
    if (std::getenv("UPDATE_GOLDEN")) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << actual;
    }
    std::ostringstream kept;
    kept << std::ifstream(path, std::ios::binary).rdbuf();
    return kept.str();
}

}  // namespace cppo::test
