#include "store.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "base/text.hpp"
#include "files.hpp"

namespace cppo {

namespace fs = std::filesystem;

Store::Store(fs::path directory) : directory_(std::move(directory)) {}

Store::~Store() {
    if (handle_ >= 0) ::close(handle_);
    std::error_code none;
    if (created_) fs::remove(directory_, none);  // only takes away what is still empty
}

Result<void> Store::lock() {
    std::error_code failed;
    created_ = fs::create_directories(directory_, failed);
    handle_ = ::open(directory_.c_str(), O_RDONLY | O_DIRECTORY);
    if (handle_ < 0)
        return refuse(Code::storage_failed, "data",
                      "the directory " + cppo::quoted(directory_.string()) + " cannot be opened");
    // The lock goes with the process, so none is ever left over. WebAssembly has no locks: there
    // the call does nothing.
    if (::flock(handle_, LOCK_EX | LOCK_NB) != 0)
        return refuse(Code::storage_failed, "data",
                      "another command is writing to " + cppo::quoted(directory_.string()));
    return {};
}

fs::path Store::file_of(std::string_view key) {
    const auto slash = key.find('/');
    std::string name(key.substr(0, slash));
    if (slash != key.npos) name += "s/" + std::string(key.substr(slash + 1));
    return name + ".json";
}

static std::string read_file(const fs::path& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

/// The record kept under `key`; one that calls itself by another name is damaged too.
static Result<Record> decode_as(const std::string& key, const std::string& bytes) {
    Record record = TRY(decode(bytes));
    if (key_of(record) != key)
        return refuse(Code::record_damaged, "id",
                      "the file holds the record " + cppo::quoted(key_of(record)));
    return record;
}

Model Store::load() const {
    std::vector<Record> records;
    std::vector<Damaged> damaged;
    const auto read = [&](const std::string& key) {
        std::string bytes = read_file(directory_ / file_of(key));
        auto record = decode_as(key, bytes);
        if (record) records.push_back(std::move(*record));
        else damaged.push_back({key, std::move(bytes), std::move(record.error())});
    };
    std::error_code none;
    if (fs::exists(directory_ / file_of("workspace"), none)) read("workspace");
    for (const std::string kind : {"authorization", "deal"})
        for (const fs::path& file : entries_of(directory_ / (kind + 's')))
            if (file.extension() == ".json") read(kind + '/' + file.stem().string());
    return model_of(std::move(records), std::move(damaged));
}

Result<void> Store::save(const std::vector<Record>& records, const Model& loaded) {
    for (const Damaged& damaged : loaded.damaged) {
        // Without its settings and salt, figures and reference numbers would come out differently.
        if (damaged.key == "workspace") return tl::unexpected(damage_of(damaged));
        for (const Record& record : records)
            if (key_of(record) == damaged.key) return tl::unexpected(damage_of(damaged));
    }
    auto written = write_all(records);
    for (const Record& record : records) drop_new(directory_ / file_of(key_of(record)));
    return written;
}

Result<void> Store::write_all(const std::vector<Record>& records) {
    for (const Record& record : records) {
        const fs::path file = directory_ / file_of(key_of(record));
        std::error_code failed;
        fs::create_directories(file.parent_path(), failed);
        CHECK_OK(write_new(file, encode(record)));
    }
    for (const Record& record : records)
        CHECK_OK(replace_file(directory_ / file_of(key_of(record))));
    return {};
}

Result<void> Store::move_aside(const Damaged& damaged) {
    const fs::path file = directory_ / file_of(damaged.key);
    fs::path kept = file.string() + ".damaged";
    std::error_code failed;
    for (int n = 2; fs::exists(kept, failed); ++n)
        kept = file.string() + ".damaged-" + std::to_string(n);
    fs::rename(file, kept, failed);
    if (!failed) return {};
    return refuse(Code::storage_failed, file_of(damaged.key).string(),
                  "the damaged file cannot be renamed: " + failed.message());
}

Error damage_of(const Damaged& damaged) {
    const Error& error = damaged.error;
    const bool placed = !error.field.empty() && error.code != Code::record_damaged;
    return {Code::record_damaged, Store::file_of(damaged.key).string(),
            (placed ? std::string(text(error.code)) + " at " + error.field + ": " : "") +
                error.detail};
}

}  // namespace cppo
