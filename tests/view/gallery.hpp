// Screens made of samples, so that every component of ui:: is drawn together with the others: the
// tests look for overlaps and missing names in them, people look at pictures of them.
#pragma once

#include <string>
#include <vector>

namespace cppo::view {

struct GalleryState {
    std::string price = "110,000.00", markup = "14.583333333", margin = "12.727272727";
    std::string net = "13,860.00";
    std::string isv_name = "Nimbus Software, Inc.", isv_account = "111122223333";
    std::string partner_name = "Harbor Consulting LLC", partner_account = "77778888999";
    std::string currency = "usd", from = "2026-12-01", until, note;
    std::string tab = "quote", kind = "recurring", view = "all", unsigned_text;
    bool agreed = false, signing = false;
    std::string last;  // key of what was last pressed or chosen
};

enum class Gallery { home, quote, form, parts };

void draw_gallery(Gallery screen, GalleryState& state);

}  // namespace cppo::view
