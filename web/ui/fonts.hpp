// The page's typefaces: one sans in three weights, sized by the design, sharp at any pixel density.
// Knows nothing of a browser, so that headless tests lay text out exactly as the page does.
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
    ImFont* metric = nullptr;        // 20 px, 700: the figure of a tile; the title's face today
};

// The faces of the last build_fonts().
const Fonts& fonts();

// Fills the current context's atlas anew. `density` is device pixels per CSS pixel (sharpness),
// `scale` the size people chose (1 = the design's). The renderer's texture must be made again.
void build_fonts(float density, float scale);

}  // namespace cppo::web
