// INVARIANT: a statement that is true or the program has a bug. Always on, in every build, because
// a wrong figure shown is worse than a stop.
#pragma once

namespace cppo {

[[noreturn]] void invariant_failed(const char* condition, const char* file, int line);

}  // namespace cppo

#define INVARIANT(condition) \
    ((condition) ? void(0) : ::cppo::invariant_failed(#condition, __FILE__, __LINE__))
