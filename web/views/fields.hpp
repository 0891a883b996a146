// Any field of any form or dialog: which control it gets follows from its type alone.
#pragma once

#include "views/view.hpp"

namespace cppo::views {

struct FieldLook {
    bool editable = true;
    bool help = true;
    bool labelled = true;
    bool takes_rows = false;  // what is pasted in rows goes to the draft
    const std::map<std::string, std::string>* labels = nullptr;  // of choices that are ids
};

// Draws the field with what is half typed in `draft`, else with its stored value. When editing
// ended with another text, that text; it stays in the draft until the command has succeeded.
std::optional<std::string> draw_field(const FieldRow& row, Draft& draft, FieldLook look = {});

// Draws fields side by side where there is room; paragraphs take the whole width. The path and text
// of the one whose editing ended.
struct Typed {
    std::string path, text;
};
std::optional<Typed> draw_fields(const std::vector<FieldRow>& rows, Draft& draft, int columns,
                                 FieldLook look = {});

}  // namespace cppo::views
