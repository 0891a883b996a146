// A record that can be read is written in a form that reads as the same record.
#include "codec/record.hpp"
#include "fuzz.hpp"

using namespace cppo;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto record = decode(fuzz::text_of(data, size));
    if (!record) return 0;
    fuzz::comes_back(encode(*record), decode, encode);
    return 0;
}
