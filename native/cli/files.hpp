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

/// Writes and syncs a new file that nobody reads yet, and removes it if that fails. A refusal names
/// `place`, where the file will go. It gets the mode and the owner of the file at `place`, or is
/// private to its owner where there is none.
Result<void> write_whole(const std::filesystem::path& path, std::string_view bytes,
                         const std::filesystem::path& place);

/// Writes a file that a person named. A link is followed, and what is no regular file (a pipe, a
/// device) is written into. A file that exists is replaced whole if `replace`; otherwise refuses
/// ALREADY_EXISTS at `field`. Refuses STORAGE_FAILED.
Result<void> write_named(const std::filesystem::path& path, std::string_view bytes,
                         std::string_view field, bool replace);

/// Renames a file or folder. A refusal says that `to` cannot be `what`, such as "replaced".
Result<void> rename_file(const std::filesystem::path& from, const std::filesystem::path& to,
                         std::string_view what);

/// Creates the folder and its parents, private to their owner, and syncs each one before anything
/// is put into it.
Result<void> make_folder(const std::filesystem::path& folder);

/// Makes sure that names added to or removed from the folder are on the disk.
Result<void> sync_folder(const std::filesystem::path& folder);

/// The folder's entries, sorted by name; none if there is no such folder. Refuses STORAGE_FAILED at
/// `field`, with the reason, if the folder cannot be read.
Result<std::vector<std::filesystem::path>> entries_of(const std::filesystem::path& folder,
                                                      std::string_view field);

}  // namespace cppo
