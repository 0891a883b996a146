// A record that can be read is written in a form that reads as the same record.
#include "codec/record.hpp"
#include "fuzz.hpp"

void cppo::fuzz::record(std::string_view bytes) {
    const auto record = decode(bytes);
    if (record) comes_back(encode(*record), decode, encode);
}
