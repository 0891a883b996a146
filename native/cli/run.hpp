// The whole command line as one function, so that tests can run it in their own process.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace cppo {

/// Runs one command. Returns the exit code: 0 success, 1 refused, 2 wrong usage.
int run(std::span<const std::string> arguments, std::istream& in, std::ostream& out,
        std::ostream& err);

}  // namespace cppo
