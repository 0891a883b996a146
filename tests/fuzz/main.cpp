// One program for all harnesses: `fuzz [libFuzzer options] -ignore_remaining_args=1 HARNESS`. When
// libFuzzer restarts itself with the same arguments, it runs the same harness.
#include <cstdint>

#include "fuzz.hpp"

namespace cppo::fuzz {
namespace {

struct Named {
    std::string_view name;
    Harness* run;
};

constexpr Named harnesses[] = {
    {"record", record}, {"file", file},   {"kept", kept},   {"json", json},     {"quote", quote},
    {"form", form},     {"story", story}, {"typed", typed}, {"output", output}, {"events", events}};

Harness* chosen = nullptr;

}  // namespace
}  // namespace cppo::fuzz

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
    using namespace cppo::fuzz;
    const std::string_view last = (*arguments)[*count - 1];
    for (const Named& harness : harnesses)
        if (harness.name == last) chosen = harness.run;
    if (chosen) return 0;
    for (const Named& harness : harnesses)
        std::printf("%.*s\n", static_cast<int>(harness.name.size()), harness.name.data());
    std::exit(last == "list" ? 0 : 2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    cppo::fuzz::chosen({reinterpret_cast<const char*>(data), size});
    return 0;
}
