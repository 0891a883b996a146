// Input methods: the caret's position and the text being composed there.
#include "browser/bridge.hpp"
#include "browser/page.hpp"

#include "imgui.h"

#include <algorithm>
#include <string>

namespace cppo::web {
namespace {

struct Composition {
    std::string text;
    ImVec2 caret;
    float line_height = 0;
};

Composition composition;

void set_caret(ImGuiViewport*, ImGuiPlatformImeData* data) {
    composition.caret = data->InputPos;
    composition.line_height = data->InputLineHeight;
}

}  // namespace

void open_text_input() { ImGui::GetIO().SetPlatformImeDataFn = set_caret; }

void draw_composition() {
    if (composition.text.empty()) return;
    const char* text = composition.text.c_str();
    const ImVec2 size = ImGui::CalcTextSize(text);
    const float right = ImGui::GetIO().DisplaySize.x;
    const ImVec2 from(std::max(0.0f, std::min(composition.caret.x, right - size.x)),
                      composition.caret.y);
    const ImVec2 to(from.x + size.x, from.y + std::max(size.y, composition.line_height));
    ImDrawList& draw = *ImGui::GetForegroundDrawList();
    draw.AddRectFilled(from, to, ImGui::GetColorU32(ImGuiCol_PopupBg, 1.0f));
    draw.AddText(from, ImGui::GetColorU32(ImGuiCol_Text), text);
    draw.AddLine(ImVec2(from.x, to.y - 1), ImVec2(to.x, to.y - 1),
                 ImGui::GetColorU32(ImGuiCol_Text));
}

}  // namespace cppo::web

// The text that an input method is composing; empty when it has finished or was canceled. The final
// text arrives through web_text().
CPPO_EXPORT void web_compose(const char* text) {
    cppo::web::composition.text = text;
    cppo::web::wake();
}
