// Shared by the harnesses. Each passes libFuzzer's bytes to one reader of the program and checks
// its guarantees; the sanitizers and the program's invariants do the rest.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace cppo::fuzz {

/// One reader with its checks; main.cpp lists them by name.
using Harness = void(std::string_view bytes);

Harness record, file, kept, json, quote, form, story, typed, output, events;

/// Stops the program unless the condition, which must be true for any input, `holds`.
inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

/// Checks that a value is written as a text that reads back as the same value.
template <typename Read, typename Write>
void comes_back(const std::string& written, Read read, Write write) {
    const auto again = read(written);
    require(again.has_value(), "a written value can be read");
    require(write(*again) == written, "it reads back the same");
}

/// A byte as a number below `count`.
inline std::size_t pick(char byte, std::size_t count) {
    return static_cast<unsigned char>(byte) % count;
}

}  // namespace cppo::fuzz
