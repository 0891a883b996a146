// The page's colors and measures as data, and the Dear ImGui style made from them. Colors are named
// by their meaning; each scheme assigns the values.
#pragma once

#include <array>
#include <cstdint>

namespace cppo::ui {

enum class Scheme : std::uint8_t { light, dark, light_contrast, dark_contrast };

using Color = std::uint32_t;  // 0xRRGGBB

// The meaning of a mark, chip or bar. A party has the same color everywhere.
enum class Tone : std::uint8_t { neutral, accent, good, caution, bad, isv, partner, aws, customer };

struct Theme {
    Color background, surface, raised, hairline;  // page, cards, wells, lines
    Color text, muted;
    Color accent, on_accent;  // on_accent: text on accent
    Color good, caution, bad;
    Color isv, partner, aws, customer;
    Color accent_tint, good_tint, caution_tint, bad_tint;  // background of a chip of that tone
    bool dark;
    bool outlined = false;  // chips, notices and selected items have a border
};

const Theme& theme();
const Theme& theme(Scheme scheme);
void set_theme(Scheme scheme);

// The tone's color for bars, marks and (for neutral to bad) text on tint(tone).
Color mark(Tone tone);
// The background and the text color of a chip.
Color tint(Tone tone);
Color chip_text(Tone tone);
Color edge(Tone tone);  // border of a chip or a notice; the tint in schemes without borders

// For outlines and future items: visible on surface and background, but quieter than text.
Color faint();

// Linear mix of two colors, 0 = a, 1 = b.
Color mix(Color a, Color b, float share);

// WCAG 2 contrast ratio, 1 to 21, either order.
double contrast(Color a, Color b);

// Converts logical to CSS pixels at the chosen display size (0.8 to 2).
float px(float logical);
void set_scale(float scale);

// Applies the current theme and scale to Dear ImGui's style.
void apply_style();

}  // namespace cppo::ui
