// Texts kept under tests/golden. UPDATE_GOLDEN=1 rewrites them; the difference is then reviewed.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace cppo::test {

/// What tests/golden/`name` holds, to be compared with `actual`; rewritten first when asked.
inline std::string golden(const std::string& name, const std::string& actual) {
    const std::filesystem::path path = std::filesystem::path(CPPO_ROOT) / "tests/golden" / name;
    if (std::getenv("UPDATE_GOLDEN")) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << actual;
    }
    std::ostringstream kept;
    kept << std::ifstream(path, std::ios::binary).rdbuf();
    return kept.str();
}

}  // namespace cppo::test
