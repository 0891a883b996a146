// Records in a directory: one JSON file each, written whole or not at all, one writer at a time. A
// file that cannot be read is set aside: reported, left as it is, never written over.
#pragma once

#include <filesystem>

#include "app/model.hpp"

namespace cppo {

class Store {
  public:
    explicit Store(std::filesystem::path directory);
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    ~Store();

    /// Makes the directory where there is none and keeps other writers out until the store is
    /// destroyed. Refuses STORAGE_FAILED.
    Result<void> lock();

    /// Every record that can be read, and the others as Damaged.
    Model load() const;

    /// Keeps the records; after a refusal none of them has changed, except when the disk itself
    /// fails between two of them. Refuses RECORD_DAMAGED where one would replace a file that
    /// `loaded` has set aside, and STORAGE_FAILED.
    Result<void> save(const std::vector<Record>& records, const Model& loaded);

    /// Renames a file that was set aside to make way for a good one; its bytes are kept beside it.
    Result<void> move_aside(const Damaged& damaged);

    /// Where a record is kept, below the directory: "deals/deal-1.json".
    static std::filesystem::path file_of(std::string_view key);

  private:
    Result<void> write_all(const std::vector<Record>& records);

    std::filesystem::path directory_;
    int handle_ = -1;
    bool created_ = false;
};

/// The refusal that tells of a record set aside, at the name of its file.
Error damage_of(const Damaged& damaged);

}  // namespace cppo
