#include "browser/keys.hpp"

#include <algorithm>

namespace cppo::web {
namespace {

struct Row {
    std::string_view code;
    ImGuiKey key;
};

constexpr Row rows[] = {
    {"AltLeft", ImGuiKey_LeftAlt},
    {"AltRight", ImGuiKey_RightAlt},
    {"ArrowDown", ImGuiKey_DownArrow},
    {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowUp", ImGuiKey_UpArrow},
    {"Backquote", ImGuiKey_GraveAccent},
    {"Backslash", ImGuiKey_Backslash},
    {"Backspace", ImGuiKey_Backspace},
    {"BracketLeft", ImGuiKey_LeftBracket},
    {"BracketRight", ImGuiKey_RightBracket},
    {"CapsLock", ImGuiKey_CapsLock},
    {"Comma", ImGuiKey_Comma},
    {"ContextMenu", ImGuiKey_Menu},
    {"ControlLeft", ImGuiKey_LeftCtrl},
    {"ControlRight", ImGuiKey_RightCtrl},
    {"Delete", ImGuiKey_Delete},
    {"End", ImGuiKey_End},
    {"Enter", ImGuiKey_Enter},
    {"Equal", ImGuiKey_Equal},
    {"Escape", ImGuiKey_Escape},
    {"Home", ImGuiKey_Home},
    {"Insert", ImGuiKey_Insert},
    {"MetaLeft", ImGuiKey_LeftSuper},
    {"MetaRight", ImGuiKey_RightSuper},
    {"Minus", ImGuiKey_Minus},
    {"NumLock", ImGuiKey_NumLock},
    {"NumpadAdd", ImGuiKey_KeypadAdd},
    {"NumpadDecimal", ImGuiKey_KeypadDecimal},
    {"NumpadDivide", ImGuiKey_KeypadDivide},
    {"NumpadEnter", ImGuiKey_KeypadEnter},
    {"NumpadEqual", ImGuiKey_KeypadEqual},
    {"NumpadMultiply", ImGuiKey_KeypadMultiply},
    {"NumpadSubtract", ImGuiKey_KeypadSubtract},
    {"PageDown", ImGuiKey_PageDown},
    {"PageUp", ImGuiKey_PageUp},
    {"Period", ImGuiKey_Period},
    {"Quote", ImGuiKey_Apostrophe},
    {"Semicolon", ImGuiKey_Semicolon},
    {"ShiftLeft", ImGuiKey_LeftShift},
    {"ShiftRight", ImGuiKey_RightShift},
    {"Slash", ImGuiKey_Slash},
    {"Space", ImGuiKey_Space},
    {"Tab", ImGuiKey_Tab},
};

constexpr bool before(const Row& row, std::string_view code) { return row.code < code; }

static_assert(
    [] {
        for (std::size_t i = 1; i < std::size(rows); ++i) {
            if (!before(rows[i - 1], rows[i].code)) return false;
        }
        return true;
    }(),
    "binary search needs sorted rows");

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

ImGuiKey offset(ImGuiKey first, int by) {
    return static_cast<ImGuiKey>(static_cast<int>(first) + by);
}

// "F1" to "F12", "Digit0", "Numpad0": a prefix and a number.
ImGuiKey numbered_key(std::string_view code) {
    if (code.size() == 6 && code.starts_with("Digit") && is_digit(code[5]))
        return offset(ImGuiKey_0, code[5] - '0');
    if (code.size() == 7 && code.starts_with("Numpad") && is_digit(code[6]))
        return offset(ImGuiKey_Keypad0, code[6] - '0');
    if (code.size() == 2 && code[0] == 'F' && code[1] >= '1' && is_digit(code[1]))
        return offset(ImGuiKey_F1, code[1] - '1');
    if (code.size() == 3 && code.starts_with("F1") && code[2] >= '0' && code[2] <= '2')
        return offset(ImGuiKey_F10, code[2] - '0');
    return ImGuiKey_None;
}

ImGuiKey letter_key(std::string_view code, std::string_view key) {
    if (key.size() == 1) {
        const char lower = static_cast<char>(key[0] | 0x20);
        if (lower >= 'a' && lower <= 'z') return offset(ImGuiKey_A, lower - 'a');
    }
    // Layouts without Latin letters use the positions of the usual shortcuts.
    const bool foreign = key.size() > 1 && static_cast<unsigned char>(key[0]) >= 0x80;
    if (foreign && code.size() == 4 && code.starts_with("Key"))
        return offset(ImGuiKey_A, code[3] - 'A');
    return ImGuiKey_None;
}

}  // namespace

ImGuiKey key_of(std::string_view code, std::string_view key) {
    if (const ImGuiKey letter = letter_key(code, key); letter != ImGuiKey_None) return letter;
    const Row* row = std::lower_bound(std::begin(rows), std::end(rows), code, before);
    if (row != std::end(rows) && row->code == code) return row->key;
    return numbered_key(code);
}

}  // namespace cppo::web
