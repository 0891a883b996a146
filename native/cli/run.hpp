// The whole command line as one function, so that tests run it in their own process.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace cppo {

/// Runs one command. Answers with the exit code: 0 done, 1 refused, 2 wrong usage.
int run(std::span<const std::string> arguments, std::istream& in, std::ostream& out,
        std::ostream& err);

}  // namespace cppo
