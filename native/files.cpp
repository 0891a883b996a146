#include "files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "base/text.hpp"

namespace cppo {

namespace fs = std::filesystem;

static fs::path new_of(const fs::path& path) { return path.string() + ".new"; }

static tl::unexpected<Error> cannot(std::string_view what, const fs::path& path) {
    return refuse(Code::storage_failed, path.string(),
                  "the file cannot be " + std::string(what) + ": " + std::strerror(errno));
}

Result<std::string> read_input(const std::string& name, std::istream& in, std::string_view field) {
    std::ostringstream bytes;
    if (name == "-") {
        bytes << in.rdbuf();
        return bytes.str();
    }
    std::error_code none;
    std::ifstream file(name, std::ios::binary);
    if (!file || fs::is_directory(name, none))
        return refuse(Code::not_found, std::string(field),
                      "the file " + cppo::quoted(name) + " cannot be read");
    bytes << file.rdbuf();
    return bytes.str();
}

/// Makes sure that what was written is on the disk, not only on its way there.
static bool sync(int file) { return ::fsync(file) == 0; }

Result<void> write_new(const fs::path& path, std::string_view bytes) {
    const fs::path file_new = new_of(path);
    const int file = ::open(file_new.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file < 0) return cannot("written", path);
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) break;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    const bool whole = bytes.empty() && sync(file);
    if (::close(file) == 0 && whole) return {};
    const auto refusal = cannot("written", path);
    drop_new(path);
    return refusal;
}

Result<void> replace_file(const fs::path& path) {
    if (std::rename(new_of(path).c_str(), path.c_str()) != 0) return cannot("replaced", path);
    const fs::path folder = path.has_parent_path() ? path.parent_path() : ".";
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY);
    // A folder that cannot be synced, as on some network drives, still holds the whole file.
    if (handle >= 0) {
        sync(handle);
        ::close(handle);
    }
    return {};
}

void drop_new(const fs::path& path) { ::unlink(new_of(path).c_str()); }

Result<void> write_file(const fs::path& path, std::string_view bytes) {
    CHECK_OK(write_new(path, bytes));
    auto replaced = replace_file(path);
    if (!replaced) drop_new(path);
    return replaced;
}

std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code none;
    for (fs::directory_iterator entry(folder, none), end; entry != end; entry.increment(none))
        entries.push_back(entry->path());
    std::sort(entries.begin(), entries.end());
    return entries;
}

}  // namespace cppo
