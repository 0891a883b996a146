// The project's path, so that tests find their cases and golden files from any folder.
#pragma once

#include <filesystem>

namespace cppo::test {

/// The project's folder, from CMake.
std::filesystem::path project_root();

}  // namespace cppo::test
