#include "platform/fonts.hpp"

#include "imgui.h"
#include "roboto.hpp" // generated: the bytes of the subsets

#include <cmath>

namespace cppo::web {
namespace {

Fonts the_fonts;

struct Face {
    const unsigned char* bytes;
    unsigned size;
};

// The subset decides which characters there are; those a face lacks are passed over.
constexpr ImWchar everything[] = {0x0020, 0x27ff, 0};

// Roboto's ascent and descent together, in ems. Dear ImGui sizes faces by these, people by the em.
constexpr float line_per_em = 2400.0f / 2048.0f;

ImFont* add(const Face& face, float em, float density) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false; // the bytes are constants of the program
    config.OversampleH = 2;
    config.OversampleV = 1;
    // At one device pixel to a CSS pixel, whole advances keep stems sharp.
    config.PixelSnapH = density < 1.5f;
    config.RasterizerDensity = density;
    // The atlas takes a pointer that is not const, and never writes through it.
    void* bytes = const_cast<unsigned char*>(face.bytes);
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes, static_cast<int>(face.size),
                                                      em * line_per_em, &config, everything);
}

} // namespace

const Fonts& fonts() {
    return the_fonts;
}

void build_fonts(float density, float scale) {
    const Face regular{cppo::fonts::regular, cppo::fonts::regular_size};
    const Face medium{cppo::fonts::medium, cppo::fonts::medium_size};
    const Face bold{cppo::fonts::bold, cppo::fonts::bold_size};
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    the_fonts.body = add(regular, 14 * scale, density);
    the_fonts.body_medium = add(medium, 14 * scale, density);
    the_fonts.body_bold = add(bold, 14 * scale, density);
    the_fonts.small = add(regular, 12 * scale, density);
    the_fonts.small_medium = add(medium, 12 * scale, density);
    the_fonts.title = add(bold, 20 * scale, density);
    the_fonts.metric = the_fonts.title;
    atlas.Build();
    // Lines of whole pixels: what is stacked under text stays on the pixel grid. Glyphs keep their
    // size, because text is drawn at this very one.
    for (ImFont* font : atlas.Fonts)
        font->FontSize = std::round(font->FontSize);
}

} // namespace cppo::web
