// The page's colours and measures as data, and the Dear ImGui style made from them. A colour is
// named for what it means; which number that is depends on the scheme alone.
#pragma once

#include <array>
#include <cstdint>

namespace cppo::ui {

enum class Scheme : std::uint8_t { light, dark, light_contrast, dark_contrast };

using Color = std::uint32_t;  // 0xRRGGBB

// What a mark, chip or bar stands for. A party has the same colour everywhere.
enum class Tone : std::uint8_t { neutral, accent, good, caution, bad, isv, partner, aws, customer };

struct Theme {
    Color background, surface, raised, hairline;  // page, cards, wells, lines
    Color text, muted;
    Color accent, on_accent;  // on_accent: text standing on accent
    Color good, caution, bad;
    Color isv, partner, aws, customer;
    Color accent_tint, good_tint, caution_tint, bad_tint;  // what a chip of that tone stands on
    bool dark;
    bool outlined = false;  // chips, notices and what is chosen have a line around them
};

const Theme& theme();
const Theme& theme(Scheme scheme);
void set_theme(Scheme scheme);

// The tone's own colour: bars, marks, and (for neutral to bad) text on tint(tone).
Color mark(Tone tone);
// What a chip of this tone stands on, and what its words are written in.
Color tint(Tone tone);
Color chip_text(Tone tone);
Color edge(Tone tone);  // around a chip or a notice; the tint itself where there is no line

// What is drawn of things to come or outlined: seen on surface and background, quieter than text.
Color faint();

// Straight mix of two colours, 0 = a, 1 = b.
Color mix(Color a, Color b, float share);

// WCAG 2 contrast ratio, 1 to 21, either order.
double contrast(Color a, Color b);

// Logical to CSS pixels at the chosen interface scale (0.8 to 2).
float px(float logical);
void set_scale(float scale);

// Writes the current theme and scale into Dear ImGui's style, from a pristine copy each time.
void apply_style();

}  // namespace cppo::ui
