// Scripts that the built-in typefaces do not have, such as Chinese, Arabic and Thai. A stamper (on
// the page, the browser with the system's fonts) draws each such piece of text once as a picture,
// and a placeholder character in the text represents it. Letters that join or change their order
// form one picture.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cppo::web {

// In device pixels. `left` and `top` are relative to the pen on the baseline; y grows downward.
struct Stamp {
    int width = 0, height = 0;
    float left = 0, top = 0, advance = 0;
    std::vector<std::uint8_t> alpha = {};  // width × height, row by row
};

// Draws `text` with a font weight of 400 to 700 and an em of `pixels`.
using Stamper = Stamp (*)(const std::string& text, int weight, float pixels);
void set_stamper(Stamper stamper);  // without a stamper, the faces' replacement character is shown

// `text` in a form that the faces of fonts() can draw: unchanged, or in `buffer` with placeholders.
std::string_view settable(std::string_view text, std::string& buffer);

// The same for text being edited: one placeholder per character, so that the cursor can go between
// them.
void ask_for_letters(std::string_view text);

// True if new pictures were requested since build_fonts().
bool writing_is_stale();

struct Written {
    std::string text;
    std::uint16_t sign;  // the character itself, or one for private use
};

// All requested pictures; only for build_fonts().
const std::vector<Written>& take_written();
const Stamp& stamp_of(const Written& written, int weight, float pixels);

}  // namespace cppo::web
