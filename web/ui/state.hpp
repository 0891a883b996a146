// State inside ui:: that outlives a frame, updated at the start and end of each frame.
#pragma once

namespace cppo::ui {

void audit_begin();
void overlays_end();
void reset_overlays();
void reset_fields();
void reset_page();

}  // namespace cppo::ui
