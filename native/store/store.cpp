#include "store/store.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <set>
#include <sstream>

#include "base/text.hpp"
#include "cli/files.hpp"

namespace cppo {

namespace fs = std::filesystem;

Store::Store(fs::path directory)
    : directory_(std::move(directory)),
      batch_(directory_ / "batch"),
      batch_new_(directory_ / "batch.new") {}

Store::~Store() {
    if (handle_ >= 0) ::close(handle_);
    std::error_code none;
    if (created_) fs::remove(directory_, none);  // removes it only if it is still empty
}

Result<void> Store::lock() {
    std::error_code none;
    created_ = !fs::exists(directory_, none);
    CHECK_OK(make_folder(directory_));
    handle_ = ::open(directory_.c_str(), O_RDONLY | O_DIRECTORY);
    if (handle_ < 0)
        return refuse(Code::storage_failed, "data",
                      "the directory " + in_quotes(directory_.string()) + " cannot be opened");
    // The system releases the lock when the process ends. WebAssembly has no locks, so there the
    // call does nothing.
    if (::flock(handle_, LOCK_EX | LOCK_NB) != 0)
        return refuse(Code::storage_failed, "data",
                      "another command is writing to " + in_quotes(directory_.string()));
    return finish_batch();
}

/// The folder with the files of a kind that has many records: "deals".
static std::string folder_of(const RecordKind& kind) { return std::string(kind.name) + 's'; }

fs::path Store::file_of(std::string_view key) {
    const auto parts = parse_key(key);
    INVARIANT(parts.has_value());
    const fs::path folder = parts->kind->single ? "" : folder_of(*parts->kind);
    const std::string_view name = parts->kind->single ? parts->kind->name : parts->id;
    return folder / (std::string(name) + ".json");
}

Result<void> Store::check_readable() const {
    std::error_code none;
    if (fs::is_directory(directory_, none))
        return entries_of(directory_, "data").map([](const auto&) {});
    return refuse(Code::not_found, "data",
                  fs::exists(directory_, none)
                      ? in_quotes(directory_.string()) + " is not a folder"
                      : "there is no folder " + in_quotes(directory_.string()) +
                            "; the first command that saves something creates it");
}

/// A record's bytes. Reads just enough of a file that is too large for decode() to refuse it.
/// Nothing for a file that another command has just moved.
static Result<std::string> read_file(const fs::path& path) {
    std::error_code none;
    const std::uintmax_t size = fs::file_size(path, none);
    const auto read = none ? 0 : std::min<std::uintmax_t>(size, input_bytes_max + 1);
    std::string bytes(static_cast<std::size_t>(read), '\0');
    std::ifstream file(path, std::ios::binary);
    const int failed = errno;
    if (!file && fs::exists(path, none))
        return refuse(
            Code::storage_failed, "data",
            "the file " + in_quotes(path.string()) + " cannot be read: " + std::strerror(failed));
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

Result<std::map<std::string, Store::Found>> Store::find_files() const {
    std::map<std::string, Found> found;
    const auto find = [&](const std::string& key, const fs::path& path) {
        struct stat file;
        if (::stat(path.c_str(), &file) != 0) return;
        std::error_code none;
        found.try_emplace(key, Found{path, file.st_ino, fs::last_write_time(path, none)});
    };
    // Look in the batch first: its files are newer than, or the same as, those in the directory.
    for (const fs::path& folder : {batch_, directory_}) {
        for (const RecordKind& kind : record_kinds) {
            if (kind.single) find(text(RecordKey{&kind, ""}), folder / file_of(kind.name));
            else
                for (const fs::path& file : TRY(entries_of(folder / folder_of(kind), "data")))
                    if (file.extension() == ".json")
                        find(text(RecordKey{&kind, file.stem().string()}), file);
        }
    }
    return found;
}

Result<Model> Store::load() const {
    std::map<std::string, std::string> texts;
    const auto read_unchanged = [&]() -> Result<bool> {
        const auto files = TRY(find_files());
        texts.clear();
        for (const auto& [key, file] : files) texts[key] = TRY(read_file(file.path));
        return handle_ >= 0 || TRY(find_files()) == files;
    };
    for (int times = 0; times < 100 && !TRY(read_unchanged());) ++times;
    Model model;
    for (const auto& [key, bytes] : texts) load_record(model, key, bytes);
    return model;
}

Result<void> Store::save(const std::vector<Record>& records,
                         const std::vector<Damaged>& set_aside) {
    for (const Damaged& damaged : set_aside) {
        // Without its settings and salt, figures and reference numbers would come out differently.
        if (damaged.key == "workspace") return tl::unexpected(damage_of(damaged));
        for (const Record& record : records)
            if (key_of(record) == damaged.key) return tl::unexpected(damage_of(damaged));
    }
    std::error_code none;
    auto kept = write_batch(records);
    if (kept) kept = keep_batch();
    if (kept) {
        // If a file cannot be moved now, readers find it in the batch and the next writer moves it.
        (void)finish_batch();
        return {};
    }
    fs::remove_all(batch_new_, none);
    for (const Record& record : records) {
        const fs::path folder = (directory_ / file_of(key_of(record))).parent_path();
        if (folder != directory_) ::rmdir(folder.c_str());  // if this call created it
    }
    return kept;
}

Result<void> Store::write_batch(const std::vector<Record>& records) {
    std::set<fs::path> folders = {batch_new_};
    const auto write = [&](const fs::path& file, const std::string& bytes) -> Result<void> {
        const fs::path folder = (batch_new_ / file).parent_path();
        folders.insert(folder);
        CHECK_OK(make_folder((directory_ / file).parent_path()));
        CHECK_OK(make_folder(folder));
        return write_whole(batch_new_ / file, bytes, directory_ / file);
    };
    for (const auto& [file, bytes] : renamed_) CHECK_OK(write(file, bytes));
    for (const Record& record : records) CHECK_OK(write(file_of(key_of(record)), encode(record)));
    for (const fs::path& folder : folders) CHECK_OK(sync_folder(folder));
    return {};
}

Result<void> Store::keep_batch() {
    CHECK_OK(rename_file(batch_new_, batch_, "written"));
    auto synced = sync_folder(directory_);
    if (!synced) (void)rename_file(batch_, batch_new_, "written");
    return synced;
}

Result<void> Store::finish_batch() {
    std::error_code failed;
    std::vector<fs::path> folders = {batch_};
    for (const fs::path& entry : TRY(entries_of(batch_, "data")))
        if (fs::is_directory(entry, failed)) folders.push_back(entry);
    if (!fs::exists(batch_, failed)) folders.clear();
    for (const fs::path& folder : folders) {
        const fs::path place = (directory_ / folder.lexically_relative(batch_)).lexically_normal();
        CHECK_OK(make_folder(place));
        for (const fs::path& file : TRY(entries_of(folder, "data")))
            if (!fs::is_directory(file, failed))
                CHECK_OK(rename_file(file, place / file.filename(), "replaced"));
        CHECK_OK(sync_folder(place));
    }
    // The rest of a batch that was not committed must not become part of another one.
    for (const fs::path& folder : {batch_, batch_new_})
        if (fs::remove_all(folder, failed); failed)
            return refuse(Code::storage_failed, folder.string(),
                          "the folder cannot be removed: " + failed.message());
    return {};
}

void Store::make_way_for(const Damaged& damaged) {
    const std::string name = file_of(damaged.key).string() + ".damaged";
    std::string kept = name;
    std::error_code none;
    for (int n = 2; fs::exists(directory_ / kept, none); ++n) kept = name + '-' + std::to_string(n);
    renamed_[kept] = damaged.text;
}

Error damage_of(const Damaged& damaged) {
    const Error& error = damaged.error;
    const bool placed = !error.field.empty() && error.code != Code::record_damaged;
    return {
        Code::record_damaged, Store::file_of(damaged.key).string(),
        (placed ? std::string(text(error.code)) + " at " + error.field + ": " : "") + error.detail};
}

}  // namespace cppo
