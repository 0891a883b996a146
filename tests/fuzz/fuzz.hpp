// What the harnesses share. Each gives the bytes of libFuzzer to one reader of the program and
// holds it to what it promises; the sanitizers and the program's own invariants do the rest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace cppo::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

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

}  // namespace cppo::fuzz
