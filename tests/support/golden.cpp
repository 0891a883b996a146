#include "golden.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "root.hpp"

namespace cppo::test {
namespace {

using std::filesystem::path;

path golden_path(const std::string& name) { return project_root() / "tests/golden" / name; }

bool is_update() { return std::getenv("UPDATE_GOLDEN") != nullptr; }

std::string read(const path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

}  // namespace

std::string golden(const std::string& name, const std::string& actual) {
    const path file = golden_path(name);
    if (is_update()) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << actual;
    }
    return read(file);
}

void check_golden_folder(const std::string& folder, const GoldenTexts& actual) {
    if (is_update()) std::filesystem::remove_all(golden_path(folder));
    for (const auto& [name, text] : actual) {
        INFO(folder << '/' << name);
        CHECK(text == golden(folder + '/' + name, text));
    }
    for (const auto& entry : std::filesystem::directory_iterator(golden_path(folder))) {
        INFO(entry.path().string() << " is not expected by any test: remove it");
        CHECK(actual.count(entry.path().filename().string()) == 1);
    }
}

}  // namespace cppo::test
