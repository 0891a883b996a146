// Reads and writes whole files. A written file appears complete or not at all.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "base/result.hpp"

namespace cppo {

/// The most bytes to read from a file or from standard input, which may be endless: for a form, a
/// case, a story or payments, the limit for any JSON; for exports, attachments and streams of
/// documents, the limit of decode_export(), about 400,000 deals.
inline constexpr std::size_t input_bytes_max = std::size_t{64} << 20;
inline constexpr std::size_t long_input_bytes_max = 2'000'000'000;

/// The bytes of a file; `-` reads `in`. Refuses NOT_FOUND at `field`, and OUT_OF_RANGE for more
/// than `most` bytes.
Result<std::string> read_input(const std::string& name, std::istream& in, std::string_view field,
                               std::size_t most = input_bytes_max);

/// Writes and syncs a file that nobody reads yet, and removes it if that fails. A refusal names
/// `place`, where the file will go.
Result<void> write_whole(const std::filesystem::path& path, std::string_view bytes,
                         const std::filesystem::path& place);

/// Writes the file next to `path`, then renames it to `path`.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Renames a file or folder. A refusal says that `to` cannot be `what`, such as "replaced".
Result<void> rename_file(const std::filesystem::path& from, const std::filesystem::path& to,
                         std::string_view what);

/// Creates the folder and its parents, syncing each one before anything is put into it.
Result<void> make_folder(const std::filesystem::path& folder);

/// Makes sure that names added to or removed from the folder are on the disk.
Result<void> sync_folder(const std::filesystem::path& folder);

/// The folder's entries, sorted by name; empty if there is no such folder.
std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder);

}  // namespace cppo
