// What lives longer than a frame inside ui::, told to the frame's start and end.
#pragma once

namespace cppo::ui {

void audit_begin();
void overlays_end();
void reset_overlays();
void reset_fields();
void reset_page();

}  // namespace cppo::ui
