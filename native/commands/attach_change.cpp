#include "commands/attach_change.hpp"

#include <sstream>

#include "base/sha256.hpp"
#include "cli/files.hpp"

namespace cppo {

Result<Attachment> read_attachment(const Arguments& arguments) {
    const std::string path = arguments.value("file");
    if (path == "-") return refuse(Code::malformed, "file", "standard input has no file's name");
    std::istringstream none;
    const std::string bytes = TRY(read_input(path, none, "file", long_input_bytes_max));
    return Attachment{std::filesystem::path(path).filename().string(), sha256_hex(bytes),
                      arguments.value("about")};
}

}  // namespace cppo
