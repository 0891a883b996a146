// A file chosen for import, and the dialog that shows what it would change.
#pragma once

#include "desk/import_preview.hpp"
#include "views/view.hpp"

namespace cppo::views {

// The file is read, but nothing of it is imported yet.
struct ImportOffer {
    std::string file, problem;
    Imported content;
    Memo<std::vector<ImportRow>> rows = {};
    std::string sealed = {};      // the file as it is while nothing has opened it
    std::string passphrase = {};  // as typed
};

struct ImportState {
    std::optional<ImportOffer> offer;
};

// The dialog of the offer, if there is one.
void draw_import(Context& context);

}  // namespace cppo::views
