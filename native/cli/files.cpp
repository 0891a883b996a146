#include "cli/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>

#include "base/text.hpp"

namespace cppo {

namespace fs = std::filesystem;

static tl::unexpected<Error> cannot(std::string_view what, const fs::path& path) {
    return refuse(Code::storage_failed, path.string(),
                  "the file cannot be " + std::string(what) + ": " + std::strerror(errno));
}

/// The whole stream, or nothing if it has more than `most` bytes.
static std::optional<std::string> read_all(std::istream& in, std::size_t most) {
    std::string bytes;
    std::vector<char> part(std::size_t{1} << 20);
    while (in.read(part.data(), static_cast<std::streamsize>(part.size())), in.gcount() > 0) {
        bytes.append(part.data(), static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > most) return std::nullopt;
    }
    return bytes;
}

Result<std::string> read_input(const std::string& name, std::istream& in, std::string_view field,
                               std::size_t most) {
    std::error_code none;
    std::ifstream file;
    if (name != "-") file.open(name, std::ios::binary);
    if (!file || fs::is_directory(name, none))
        return refuse(Code::not_found, std::string(field),
                      "the file " + in_quotes(name) + " cannot be read");
    if (auto bytes = read_all(name == "-" ? in : file, most)) return std::move(*bytes);
    return refuse(Code::out_of_range, std::string(field),
                  (name == "-" ? "standard input" : "the file " + in_quotes(name)) +
                      " has more than " + std::to_string(most) +
                      " bytes, the limit; split it into several files");
}

static bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Result<void> write_whole(const fs::path& path, std::string_view bytes, const fs::path& place) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (file < 0) return cannot("written", place);
    if (struct stat there; ::stat(place.c_str(), &there) == 0) {
        // Only root may give a file to another owner; anybody else keeps it.
        (void)!::fchown(file, there.st_uid, there.st_gid);
        ::fchmod(file, there.st_mode & 07777);
    }
    // Make sure that the bytes are on the disk, not only in a cache.
    const bool whole = write_all(file, bytes) && ::fsync(file) == 0;
    const int failed = errno;
    if (::close(file) == 0 && whole) return {};
    if (!whole) errno = failed;
    const auto refusal = cannot("written", place);
    ::unlink(path.c_str());
    return refusal;
}

Result<void> rename_file(const fs::path& from, const fs::path& to, std::string_view what) {
    if (std::rename(from.c_str(), to.c_str()) != 0) return cannot(what, to);
    return {};
}

static fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : ".";
}

Result<void> make_folder(const fs::path& folder) {
    std::error_code none;
    if (fs::is_directory(folder, none)) return {};
    CHECK_OK(make_folder(folder_of(folder)));
    if (::mkdir(folder.c_str(), 0700) != 0 && !fs::is_directory(folder, none))
        return cannot("written", folder);
    return sync_folder(folder_of(folder));
}

Result<void> sync_folder(const fs::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY);
    // Some file systems cannot sync folders, and a folder can be writable but not readable. The
    // files in it are complete in either case.
    if (handle < 0 && errno == EACCES) return {};
    const bool synced = handle >= 0 && (::fsync(handle) == 0 || errno == EINVAL);
    const auto refusal = cannot("written", folder);
    if (handle >= 0) ::close(handle);
    if (synced) return {};
    return refusal;
}

/// Writes the file next to `path`, under a name that only this program uses, then renames it to
/// `path`.
static Result<void> write_in_place(const fs::path& path, std::string_view bytes) {
    const fs::path file_new = path.string() + ".cppo-new";
    ::unlink(file_new.c_str());  // of a command that was stopped
    CHECK_OK(write_whole(file_new, bytes, path));
    if (auto renamed = rename_file(file_new, path, "replaced"); !renamed) {
        ::unlink(file_new.c_str());
        return renamed;
    }
    return sync_folder(folder_of(path));
}

static Result<void> write_into(const fs::path& path, std::string_view bytes) {
    const int file = ::open(path.c_str(), O_WRONLY | O_NOCTTY);
    if (file < 0) return cannot("written", path);
    const bool whole = write_all(file, bytes);
    const auto refusal = cannot("written", path);
    ::close(file);
    if (whole) return {};
    return refusal;
}

/// Where the links that start at `path` lead, whether or not there is a file.
static fs::path end_of_links(fs::path path) {
    constexpr int links_max = 40;  // as many as Linux follows
    std::error_code none;
    for (int links = 0; links < links_max && fs::is_symlink(path, none); ++links)
        path = path.parent_path() / fs::read_symlink(path, none);
    return path;
}

Result<void> write_named(const fs::path& path, std::string_view bytes, std::string_view field,
                         bool replace) {
    std::error_code none;
    const fs::file_status there = fs::status(path, none);
    if (fs::exists(there) && !fs::is_regular_file(there)) return write_into(path, bytes);
    if (fs::exists(there) && !replace)
        return refuse(
            Code::already_exists, std::string(field),
            "the file " + in_quotes(path.string()) + " already exists; add --force to replace it");
    return write_in_place(end_of_links(path), bytes);
}

Result<std::vector<fs::path>> entries_of(const fs::path& folder, std::string_view field) {
    std::vector<fs::path> entries;
    std::error_code failed;
    fs::directory_iterator entry(folder, failed);
    for (const fs::directory_iterator end; !failed && entry != end; entry.increment(failed))
        entries.push_back(entry->path());
    if (failed && failed != std::errc::no_such_file_or_directory)
        return refuse(
            Code::storage_failed, std::string(field),
            "the folder " + in_quotes(folder.string()) + " cannot be read: " + failed.message());
    std::sort(entries.begin(), entries.end());
    return entries;
}

}  // namespace cppo
