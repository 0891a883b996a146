// Writing that the built-in faces lack: Chinese, Arabic, Thai and all others. Whoever can draw it,
// in the page the browser with the system's own fonts, makes a picture of it once; a sign in the
// text stands for the picture. Letters that join or change their order are one picture together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cppo::web {

// In device pixels; `left` and `top` from the pen on the baseline, up is less.
struct Stamp {
    int width = 0, height = 0;
    float left = 0, top = 0, advance = 0;
    std::vector<std::uint8_t> alpha = {};  // width × height, row by row
};

// Draws `text` in a weight of 400 to 700, an em of `pixels` high.
using Stamper = Stamp (*)(const std::string& text, int weight, float pixels);
void set_stamper(Stamper stamper);  // without one the faces' own sign for a lack stands there

// `text` as the faces of fonts() can set it: itself, or `buffer` with signs for what they lack.
std::string_view settable(std::string_view text, std::string& buffer);

// The same of a text that is being edited, character by character, where the cursor can stand.
void ask_for_letters(std::string_view text);

// True when something was asked for since build_fonts().
bool writing_is_stale();

struct Written {
    std::string text;
    std::uint16_t sign;  // the character itself, or one for private use
};

// All that was asked for, for build_fonts() alone.
const std::vector<Written>& take_written();
const Stamp& stamp_of(const Written& written, int weight, float pixels);

}  // namespace cppo::web
