// The contrast design.md promises, for every scheme and everything that is drawn on something.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "ui/theme.hpp"

using namespace cppo;
using ui::Color;
using ui::Scheme;
using ui::Tone;

namespace {

constexpr Tone tones[] = {Tone::neutral, Tone::accent,  Tone::good, Tone::caution, Tone::bad,
                          Tone::isv,     Tone::partner, Tone::aws,  Tone::customer};

double text_ratio(Scheme scheme) {
    return scheme == Scheme::light || scheme == Scheme::dark ? 4.5 : 7.0;
}

}  // namespace

TEST_CASE("Contrast is 21 for black on white and 1 for a color on itself", "[view]") {
    CHECK(ui::contrast(0x000000, 0xFFFFFF) == 21.0);
    CHECK(ui::contrast(0xFFFFFF, 0x000000) == 21.0);
    CHECK(ui::contrast(0x2F5BEA, 0x2F5BEA) == 1.0);
}

TEST_CASE("Text can be read on every background", "[view]") {
    const Scheme scheme =
        GENERATE(Scheme::light, Scheme::dark, Scheme::light_contrast, Scheme::dark_contrast);
    const ui::Theme& t = ui::theme(scheme);
    const double least = text_ratio(scheme);
    CAPTURE(static_cast<int>(scheme));
    for (const Color ground : {t.background, t.surface, t.raised}) {
        CAPTURE(ground);
        CHECK(ui::contrast(t.text, ground) >= least);
        CHECK(ui::contrast(t.muted, ground) >= least);
    }
    for (const Color ground : {t.background, t.surface}) {
        CAPTURE(ground);
        for (const Color words : {t.accent, t.good, t.caution, t.bad})
            CHECK(ui::contrast(words, ground) >= least);
    }
    CHECK(ui::contrast(t.on_accent, t.accent) >= least);
}

TEST_CASE("Chips can be read and marks can be seen", "[view]") {
    const Scheme scheme =
        GENERATE(Scheme::light, Scheme::dark, Scheme::light_contrast, Scheme::dark_contrast);
    ui::set_theme(scheme);
    CAPTURE(static_cast<int>(scheme));
    for (const Tone tone : tones) {
        CAPTURE(static_cast<int>(tone));
        CHECK(ui::contrast(ui::chip_text(tone), ui::tint(tone)) >= 4.5);
        CHECK(ui::contrast(ui::mark(tone), ui::tint(tone)) >= 3.0);
        CHECK(ui::contrast(ui::mark(tone), ui::theme().surface) >= 3.0);
    }
    ui::set_theme(Scheme::light);
}

TEST_CASE("What is still to come can be seen on every background", "[view]") {
    const Scheme scheme =
        GENERATE(Scheme::light, Scheme::dark, Scheme::light_contrast, Scheme::dark_contrast);
    ui::set_theme(scheme);
    CAPTURE(static_cast<int>(scheme));
    for (const Color ground : {ui::theme().background, ui::theme().surface})
        CHECK(ui::contrast(ui::faint(), ground) >= 3.0);
    ui::set_theme(Scheme::light);
}

TEST_CASE("With high contrast chips and notices have lines in place of tints", "[view]") {
    for (const Scheme scheme : {Scheme::light_contrast, Scheme::dark_contrast}) {
        ui::set_theme(scheme);
        for (const Tone tone : tones) {
            CHECK(ui::tint(tone) == ui::theme().surface);
            CHECK(ui::contrast(ui::edge(tone), ui::theme().surface) >= 3.0);
        }
    }
    for (const Scheme scheme : {Scheme::light, Scheme::dark}) {
        ui::set_theme(scheme);
        for (const Tone tone : tones) CHECK(ui::edge(tone) == ui::tint(tone));
    }
    ui::set_theme(Scheme::light);
}

TEST_CASE("Lines can be seen where contrast is asked for", "[view]") {
    for (const Scheme scheme : {Scheme::light_contrast, Scheme::dark_contrast}) {
        const ui::Theme& t = ui::theme(scheme);
        CHECK(ui::contrast(t.hairline, t.surface) >= 3.0);
    }
}

TEST_CASE("Mixing runs from one color to the other", "[view]") {
    CHECK(ui::mix(0x000000, 0xFFFFFF, 0) == 0x000000);
    CHECK(ui::mix(0x000000, 0xFFFFFF, 1) == 0xFFFFFF);
    CHECK(ui::mix(0x102030, 0x304050, 0.5f) == 0x203040);
}
