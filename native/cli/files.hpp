// Whole files in and out. A file that is written appears complete or not at all.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "base/result.hpp"

namespace cppo {

/// How much is read of a file or of standard input, which may have no end: of a form, a case, a
/// story or payments as much as of any JSON; of exports, attachments and streams of documents what
/// decode_export() reads, about 400,000 deals.
inline constexpr std::size_t input_bytes_max = std::size_t{64} << 20;
inline constexpr std::size_t long_input_bytes_max = 2'000'000'000;

/// The bytes of a file; `-` reads `in`. Refuses NOT_FOUND at `field`, and OUT_OF_RANGE for more
/// than `most` bytes.
Result<std::string> read_input(const std::string& name, std::istream& in, std::string_view field,
                               std::size_t most = input_bytes_max);

/// Writes a file nobody looks at yet and syncs it; takes it away again where that fails. A refusal
/// names the `place` it is meant for.
Result<void> write_whole(const std::filesystem::path& path, std::string_view bytes,
                         const std::filesystem::path& place);

/// Writes the file beside `path` and lets it take its place.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Gives a file or folder another name; `what` is what a refusal says cannot be done.
Result<void> rename_file(const std::filesystem::path& from, const std::filesystem::path& to,
                         std::string_view what);

/// Makes the folder and those above it, each of them on the disk before anything is put into it.
Result<void> make_folder(const std::filesystem::path& folder);

/// Makes sure that names given or taken away in the folder are on the disk.
Result<void> sync_folder(const std::filesystem::path& folder);

/// What stands in the folder, by name; nothing where there is no such folder.
std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder);

}  // namespace cppo
