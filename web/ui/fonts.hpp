// The page's typefaces: one sans in three weights, in the design's sizes, sharp at any pixel
// density. Does not depend on a browser, so that headless tests lay out text exactly as the page.
#pragma once

struct ImFont;

namespace cppo::web {

struct Fonts {
    ImFont* body = nullptr;          // 14 px, 400
    ImFont* body_medium = nullptr;   // 14 px, 500
    ImFont* body_bold = nullptr;     // 14 px, 700
    ImFont* small = nullptr;         // 12 px, 400
    ImFont* small_medium = nullptr;  // 12 px, 500
    ImFont* title = nullptr;         // 20 px, 700
    ImFont* metric = nullptr;        // 20 px, 700: the figure on a tile; currently the title's face
};

// The faces that the last build_fonts() made.
const Fonts& fonts();

// Rebuilds the current context's atlas. `density` is device pixels per CSS pixel (sharpness),
// `scale` the display size the user chose (1 = the design's). Afterwards, recreate the renderer's
// texture.
void build_fonts(float density, float scale);

}  // namespace cppo::web
