// A record that can be read is written in a form that reads as the same record.
#include "codec/record.hpp"
#include "fuzz.hpp"

using namespace cppo;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto record = decode(fuzz::text_of(data, size));
    if (!record) return 0;
    const std::string written = encode(*record);
    const auto again = decode(written);
    fuzz::require(again.has_value(), "what was written can be read");
    fuzz::require(encode(*again) == written, "it reads as what was written");
    return 0;
}
