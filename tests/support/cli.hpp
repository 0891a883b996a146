// Runs the command line inside the test's process, in its own temporary directory.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "desk/model.hpp"

namespace cppo::test {

struct Ran {
    int code = 0;
    std::string out, err;
};

/// Splits a command line into words; words with spaces are in "double quotes".
std::vector<std::string> words_of(std::string_view line);

/// A temporary directory, removed at the end. It is the current directory during its lifetime, so
/// that commands can name files without a folder. The records are in "data".
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    /// Runs `cppo LINE` on the records in this folder, or in another.
    Ran cppo(std::string_view line, const std::string& input = "",
             const std::string& data = "data") const;

    /// The same, for a command that must succeed; otherwise, the test stops.
    std::string done(std::string_view line, const std::string& input = "") const;

    void write(const std::string& file, const std::string& bytes) const;
    std::string read(const std::string& file) const;

    /// Every file below the folder, with its bytes.
    std::map<std::string, std::string> files() const;

    /// Restores what files() returned earlier.
    void restore(const std::map<std::string, std::string>& files) const;

  private:
    std::filesystem::path path_;
    std::filesystem::path before_;
};

/// Every *.deal story of tests/stories by file name, with the model it ends with.
std::map<std::string, Model> told_stories();

}  // namespace cppo::test
