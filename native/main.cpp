#include <iostream>
#include <vector>

#include "cli/run.hpp"

int main(int count, char** words) {
    const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
    return cppo::run(arguments, std::cin, std::cout, std::cerr);
}
