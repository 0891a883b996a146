#include "cli.hpp"

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <sstream>

#include "cli/run.hpp"
#include "root.hpp"
#include "stories/test_result.hpp"

namespace cppo::test {

namespace fs = std::filesystem;

std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    bool in_word = false, in_quotes = false;
    for (char c : line) {
        if (c == '"') {
            in_quotes = !in_quotes;
            if (in_quotes && !in_word) words.emplace_back();
            in_word = true;
        } else if (c == ' ' && !in_quotes) {
            in_word = false;
        } else {
            if (!in_word) words.emplace_back();
            in_word = true;
            words.back() += c;
        }
    }
    return words;
}

Folder::Folder() : before_(fs::current_path()) {
    std::string name = (fs::temp_directory_path() / "cppo-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
    fs::current_path(path_);
}

Folder::~Folder() {
    std::error_code none;
    fs::current_path(before_, none);
    fs::remove_all(path_, none);
}

Ran Folder::cppo(std::string_view line, const std::string& input, const std::string& data) const {
    std::vector<std::string> words = {"--data", data};
    for (std::string& word : words_of(line)) words.push_back(std::move(word));
    std::istringstream in(input);
    std::ostringstream out, err;
    Ran ran;
    ran.code = run(words, in, out, err);
    ran.out = out.str();
    ran.err = err.str();
    return ran;
}

std::string Folder::done(std::string_view line, const std::string& input) const {
    const Ran ran = cppo(line, input);
    INFO(line << '\n' << ran.err);
    REQUIRE(ran.code == 0);
    REQUIRE(ran.err.empty());
    return ran.out;
}

void Folder::write(const std::string& file, const std::string& bytes) const {
    fs::create_directories((path_ / file).parent_path());
    std::ofstream(path_ / file, std::ios::binary) << bytes;
}

std::string Folder::read(const std::string& file) const {
    std::ostringstream bytes;
    bytes << std::ifstream(path_ / file, std::ios::binary).rdbuf();
    return bytes.str();
}

std::map<std::string, std::string> Folder::files() const {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(path_)) {
        const std::string name = fs::relative(entry.path(), path_).string();
        files[name] = entry.is_directory() ? "(folder)" : read(name);
    }
    return files;
}

void Folder::restore(const std::map<std::string, std::string>& files) const {
    for (const auto& entry : fs::directory_iterator(path_)) fs::remove_all(entry.path());
    for (const auto& [name, bytes] : files) {
        if (bytes == "(folder)") fs::create_directories(path_ / name);
        else write(name, bytes);
    }
}

std::map<std::string, Model> told_stories() {
    std::map<std::string, Model> stories;
    for (const auto& entry : fs::directory_iterator(project_root() / "tests/stories")) {
        std::ostringstream text;
        text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        const std::string name = entry.path().filename().string();
        Desk desk;
        const TestResult result = run_story(name, text.str(), desk);
        stories[name] = desk.model();
        for (const std::string& difference : result.differences) FAIL_CHECK(difference);
    }
    REQUIRE(!stories.empty());
    return stories;
}

}  // namespace cppo::test
