// Records in a directory: one JSON file each, one writer at a time. A file that cannot be read is
// set aside: reported, left as it is, never written over.
//
// The records one command keeps are a batch: all of them are kept, or none. Its files are written
// and synced in the folder "batch.new", laid out as in the directory itself. It then becomes
// "batch": from that rename on the batch is kept. Its files move to their places, and the folder
// goes. Whatever stops us before the rename, nothing has changed; after it, readers find the files
// in the folder, and the next writer moves what is left of them.
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

    /// Makes the directory where there is none, keeps other writers out until the store is
    /// destroyed, and finishes what an earlier writer was stopped in. Refuses STORAGE_FAILED.
    Result<void> lock();

    /// Every record that can be read, and the others as Damaged. A reader needs no lock: it reads
    /// again when a file has changed meanwhile, so that it sees no half of a batch. It gives up
    /// after a hundred times, with records of different moments, each of them whole.
    Model load() const;

    /// Keeps the records, all or, after a refusal, none. Refuses RECORD_DAMAGED where one would
    /// replace a file that was set aside, or while the workspace's is, and STORAGE_FAILED.
    Result<void> save(const std::vector<Record>& records, const std::vector<Damaged>& set_aside);

    /// Lets the next save() keep a file that was set aside under another name, with the record that
    /// takes its place.
    void make_way_for(const Damaged& damaged);

    /// Where a record is kept, below the directory: "deals/deal-1.json".
    static std::filesystem::path file_of(std::string_view key);

  private:
    /// A file of a record, and which one it is: one that takes its place is another.
    struct Found {
        std::filesystem::path path;
        std::uint64_t number = 0;
        std::filesystem::file_time_type written_at;
        bool operator==(const Found&) const = default;
    };
    std::map<std::string, Found> find_files() const;

    Result<void> write_batch(const std::vector<Record>& records);
    Result<void> keep_batch();
    Result<void> finish_batch();

    std::filesystem::path directory_, batch_, batch_new_;
    std::map<std::filesystem::path, std::string> renamed_;  ///< those set aside, by their new names
    int handle_ = -1;
    bool created_ = false;
};

/// The refusal that tells of a record set aside, at the name of its file.
Error damage_of(const Damaged& damaged);

}  // namespace cppo
