#include "base/invariant.hpp"

#include <cstdio>
#include <cstdlib>

namespace cppo {

void invariant_failed(const char* condition, const char* file, int line) {
    (void)std::fprintf(stderr, "invariant broken: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

}  // namespace cppo
