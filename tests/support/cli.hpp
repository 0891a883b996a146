// Runs the command line in the test's own process, on a directory of its own.
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

/// The words of a command line, "double quotes" around those with blanks.
std::vector<std::string> words_of(std::string_view line);

/// A temporary directory, gone at the end. The process works in it while it lives, so that commands
/// may name files without their folder; records are in "data".
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    /// `cppo LINE` on this folder's records.
    Ran cppo(std::string_view line, const std::string& input = "") const;

    /// The same, for a command that must be done: anything else stops the test.
    std::string done(std::string_view line, const std::string& input = "") const;

    void write(const std::string& file, const std::string& bytes) const;
    std::string read(const std::string& file) const;

    /// Every file below the folder with its bytes.
    std::map<std::string, std::string> files() const;

    /// Goes back to what files() once answered.
    void restore(const std::map<std::string, std::string>& files) const;

  private:
    std::filesystem::path path_;
    std::filesystem::path before_;
};

/// Every *.deal story of tests/stories by file name, and the model it ends with.
std::map<std::string, Model> told_stories();

}  // namespace cppo::test
