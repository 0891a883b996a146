#include "ui/fonts.hpp"
#include "ui/writing.hpp"

#include "imgui.h"
#include "roboto.hpp"  // generated: the bytes of the subsets

#include <algorithm>
#include <cmath>
#include <vector>

namespace cppo::web {
namespace {

Fonts the_fonts;

struct Face {
    const unsigned char* bytes;
    unsigned size;
};

// The font subset decides which characters exist; Dear ImGui skips those that a face lacks.
constexpr ImWchar everything[] = {0x0020, 0x27ff, 0};

// Roboto's ascent plus descent, in ems. Dear ImGui sizes faces by this sum, designers by the em.
constexpr float line_per_em = 2400.0f / 2048.0f;

// An added face, for placing pictures next to its glyphs.
struct Added {
    ImFont* font;
    int weight;
    float em;
};

struct Placed {
    const Added& face;
    const Written& written;
    const Stamp& stamp;
    int rect;  // its number in the atlas
};

// Reserves room for the pictures of other scripts. Their texts stay valid until the next build.
std::vector<Placed> place_writing(ImFontAtlas& atlas, const std::vector<Added>& faces,
                                  float density) {
    std::vector<Placed> placed;
    for (const Written& written : take_written())
        for (const Added& face : faces) {
            const Stamp& stamp = stamp_of(written, face.weight, face.em * density);
            if (stamp.width <= 0 || stamp.height <= 0) continue;
            const int rect =
                atlas.AddCustomRectFontGlyph(face.font, written.sign, stamp.width, stamp.height,
                                             std::round(stamp.advance / density * 2) / 2);
            placed.push_back({face, written, stamp, rect});
        }
    return placed;
}

// Copies the pictures into the atlas's texture and scales their glyphs to the size of their faces.
void set_writing(ImFontAtlas& atlas, const std::vector<Placed>& placed, float density) {
    for (const Placed& each : placed) {
        const ImFontAtlasCustomRect& rect = *atlas.GetCustomRectByIndex(each.rect);
        const Stamp& stamp = each.stamp;
        const auto width = static_cast<std::size_t>(stamp.width);
        for (std::size_t row = 0; row < static_cast<std::size_t>(stamp.height); ++row)
            std::copy_n(&stamp.alpha[row * width], width,
                        atlas.TexPixelsAlpha8 +
                            (rect.Y + row) * static_cast<std::size_t>(atlas.TexWidth) + rect.X);
        for (ImFontGlyph& glyph : each.face.font->Glyphs) {
            if (glyph.Codepoint != each.written.sign) continue;
            glyph.X0 = stamp.left / density;
            glyph.Y0 = std::round(each.face.font->Ascent) + stamp.top / density;
            glyph.X1 = glyph.X0 + static_cast<float>(stamp.width) / density;
            glyph.Y1 = glyph.Y0 + static_cast<float>(stamp.height) / density;
        }
    }
}

ImFont* add(const Face& face, float em, float density) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;  // the bytes are constants in the program
    config.OversampleH = 2;
    config.OversampleV = 1;
    // With one device pixel per CSS pixel, whole-pixel advances keep stems sharp.
    config.PixelSnapH = density < 1.5f;
    config.RasterizerDensity = density;
    // The atlas takes a non-const pointer but never writes through it.
    void* bytes = const_cast<unsigned char*>(face.bytes);
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes, static_cast<int>(face.size),
                                                      em * line_per_em, &config, everything);
}

}  // namespace

const Fonts& fonts() { return the_fonts; }

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
    const std::vector<Added> faces = {
        {the_fonts.body, 400, 14 * scale},         {the_fonts.body_medium, 500, 14 * scale},
        {the_fonts.body_bold, 700, 14 * scale},    {the_fonts.small, 400, 12 * scale},
        {the_fonts.small_medium, 500, 12 * scale}, {the_fonts.title, 700, 20 * scale}};
    const std::vector<Placed> writing = place_writing(atlas, faces, density);
    atlas.Build();
    set_writing(atlas, writing, density);
    // Round line heights to whole pixels, so that items below text stay on the pixel grid. Glyphs
    // keep their size because text is drawn at exactly this size.
    for (ImFont* font : atlas.Fonts) font->FontSize = std::round(font->FontSize);
}

}  // namespace cppo::web
