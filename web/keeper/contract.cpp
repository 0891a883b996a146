// The enums whose numbers cross between C++ and the scripts, by name. When the page starts,
// contract.ts compares this list with its own and stops the page if they differ.
#include "browser/bits.hpp"
#include "browser/bridge.hpp"
#include "browser/page.hpp"
#include "keeper/storage.hpp"

namespace cppo::web {
namespace {

template <typename Enum>
std::string line(std::string_view name) {
    std::string words(name);
    for (const std::string_view value : Names<Enum>::list) words.append(" ").append(value);
    return words + '\n';
}

template <typename Bits>
std::string line_of_bits(std::string_view name, const Bits& bits) {
    std::string words(name);
    for (const auto& bit : bits) words.append(" ").append(bit.name);
    return words + '\n';
}

const std::string& contract() {
    static const std::string lines =
        line<SaveState>("SaveState") + line<Fate>("Fate") + line<Source>("Source") +
        line<CopyState>("CopyState") + line<FileState>("FileState") +
        line<BackupRequest>("BackupRequest") + line<PrintBlock::Kind>("PrintKind") +
        line<Pointer>("Pointer") + line<ui::Action::Kind>("Action") +
        line_of_bits("Preference", preference_bits) + line_of_bits("NodeFlag", node_bits);
    return lines;
}

}  // namespace
}  // namespace cppo::web

CPPO_EXPORT const char* web_contract() { return cppo::web::contract().c_str(); }
