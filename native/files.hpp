// Whole files in and out. A file that is written appears complete or not at all.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "base/result.hpp"

namespace cppo {

/// The bytes of a file; `-` reads `in`. Refuses NOT_FOUND at `field`.
Result<std::string> read_input(const std::string& name, std::istream& in, std::string_view field);

/// Writes a temporary file beside `path` and syncs it, for replace_file() to put in place.
Result<void> write_new(const std::filesystem::path& path, std::string_view bytes);

/// Puts the temporary file of write_new() in the place of `path` and syncs the folder.
Result<void> replace_file(const std::filesystem::path& path);

/// Takes the temporary file of write_new() away again, if there is one.
void drop_new(const std::filesystem::path& path);

/// Both steps at once.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// What stands in the folder, by name; nothing where there is no such folder.
std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder);

}  // namespace cppo
