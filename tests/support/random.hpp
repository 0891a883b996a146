// Deterministic random numbers for property tests, the same on every machine. CPPO_SEED=<number>
// selects other numbers. Print the seed with INFO so that a failure can be repeated.
#pragma once

#include <cstdint>
#include <cstdlib>

namespace cppo::test {

/// SplitMix64 (public domain algorithm by Steele, Lea and Flood).
class Random {
  public:
    static std::uint64_t seed() {
        const char* given = std::getenv("CPPO_SEED");
        return given ? std::strtoull(given, nullptr, 10) : 20190928;
    }

    explicit Random(std::uint64_t seed) : state_(seed) {}
    Random() : Random(seed()) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
        z = (z ^ z >> 27) * 0x94d049bb133111eb;
        return z ^ z >> 31;
    }

    /// A number from `least` through `most`.
    std::int64_t between(std::int64_t least, std::int64_t most) {
        return least +
               static_cast<std::int64_t>(next() % (static_cast<std::uint64_t>(most - least) + 1));
    }

    /// Like between(), but small numbers are as likely as large ones, because bugs are at the
    /// edges.
    std::int64_t skewed(std::int64_t most) {
        const std::int64_t wide = between(0, most);
        return wide >> between(0, 40);
    }

    bool one_in(std::int64_t count) { return between(1, count) == 1; }

  private:
    std::uint64_t state_;
};

}  // namespace cppo::test
