// What the harnesses share. Each gives the bytes of libFuzzer to one reader of the program and
// holds it to what it promises; the sanitizers and the program's own invariants do the rest.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace cppo::fuzz {

/// One reader and what it is held to; main.cpp lists them by these names.
using Harness = void(std::string_view bytes);

Harness record, file, kept, json, quote, form, story, typed, told, events;

/// What must hold of any input.
inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

/// What was read is written as a text that reads as the same.
template <typename Read, typename Write>
void comes_back(const std::string& written, Read read, Write write) {
    const auto again = read(written);
    require(again.has_value(), "what was written can be read");
    require(write(*again) == written, "it reads as what was written");
}

/// A byte as a number below `count`.
inline std::size_t pick(char byte, std::size_t count) {
    return static_cast<unsigned char>(byte) % count;
}

}  // namespace cppo::fuzz
