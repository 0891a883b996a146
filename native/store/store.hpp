// Records in a directory: one JSON file each, one writer at a time. A file that cannot be read is
// set aside: it is reported, left unchanged and never overwritten.
//
// The records that one command saves are a batch: either all of them are saved or none. The files
// are first written and synced in the folder "batch.new", which has the same layout as the
// directory. It is then renamed to "batch", which commits the batch. Finally, the files are moved
// to their places and the folder is removed. If the process stops before the rename, nothing has
// changed. If it stops later, readers find the files in the folder and the next writer moves the
// remaining ones.
#pragma once

#include <filesystem>

#include "desk/model.hpp"

namespace cppo {

class Store {
  public:
    explicit Store(std::filesystem::path directory);
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    ~Store();

    /// Creates the directory if needed, keeps other writers out until the store is destroyed, and
    /// finishes a batch that an earlier writer left. Refuses STORAGE_FAILED.
    Result<void> lock();

    /// Refuses NOT_FOUND at "data" if there is no such directory, and STORAGE_FAILED, with the
    /// reason, if it cannot be read.
    Result<void> check_readable() const;

    /// All records, with those that cannot be decoded as Damaged. Refuses STORAGE_FAILED at "data",
    /// with the reason, if the directory or a file in it cannot be read. A reader needs no lock: it
    /// starts over if a file changes in the meantime, so that it never sees half a batch. After a
    /// hundred attempts, it returns records that are each complete but may be from different
    /// batches.
    Result<Model> load() const;

    /// Saves all of the records, or none and a refusal. Refuses RECORD_DAMAGED if one would replace
    /// a file that was set aside, or while the workspace's is, and STORAGE_FAILED.
    Result<void> save(const std::vector<Record>& records, const std::vector<Damaged>& set_aside);

    /// Lets the next save() replace a file that was set aside, and store the old one under
    /// another name.
    void make_way_for(const Damaged& damaged);

    /// A record's path below the directory, such as "deals/deal-1.json".
    static std::filesystem::path file_of(std::string_view key);

  private:
    /// A record's file and its identity, which changes if another file replaces it.
    struct Found {
        std::filesystem::path path;
        std::uint64_t number = 0;
        std::filesystem::file_time_type written_at;
        bool operator==(const Found&) const = default;
    };
    Result<std::map<std::string, Found>> find_files() const;

    Result<void> write_batch(const std::vector<Record>& records);
    Result<void> keep_batch();
    Result<void> finish_batch();

    std::filesystem::path directory_, batch_, batch_new_;
    std::map<std::filesystem::path, std::string> renamed_;  ///< files set aside, by their new names
    int handle_ = -1;
    bool created_ = false;
};

/// The refusal for a record that was set aside, at the name of its file.
Error damage_of(const Damaged& damaged);

}  // namespace cppo
