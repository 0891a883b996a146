// INVARIANT states what must be true unless the program has a bug. It is checked in every build,
// because showing a wrong figure is worse than stopping.
#pragma once

namespace cppo {

[[noreturn]] void invariant_failed(const char* condition, const char* file, int line);

}  // namespace cppo

#define INVARIANT(condition) \
    ((condition) ? void(0) : ::cppo::invariant_failed(#condition, __FILE__, __LINE__))
