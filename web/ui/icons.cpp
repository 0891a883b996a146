// The page's few icons, drawn as strokes so that they are sharp at any scale.

#include "ui/parts.hpp"

namespace cppo::ui {

namespace {

struct Pen {
    ImDrawList* list;
    ImVec2 center;
    float size;
    ImU32 color;
    float width;

    ImVec2 at(float x, float y) const { return {center.x + x * size, center.y + y * size}; }

    void line(std::initializer_list<ImVec2> points) const {
        for (const ImVec2& point : points) list->PathLineTo(at(point.x, point.y));
        list->PathStroke(color, 0, width);
    }
};

void draw_arrow(const Pen& pen, float up) {
    pen.line({{0, 0.40f * up}, {0, -0.40f * up}});
    pen.line({{-0.26f, -0.12f * up}, {0, -0.40f * up}, {0.26f, -0.12f * up}});
}

// An exclamation mark in a circle; upside down, it is an i.
void draw_alert(const Pen& pen, float up) {
    pen.list->AddCircle(pen.center, pen.size * 0.46f, pen.color, 0, pen.width);
    pen.line({{0, -0.22f * up}, {0, 0.05f * up}});
    pen.list->AddCircleFilled(pen.at(0, 0.21f * up), pen.width * 0.65f, pen.color);
}

// The undo arrow, curving to the left; mirrored, it is the redo arrow.
void draw_turn(const Pen& pen, float left) {
    pen.line({{-0.12f * left, -0.40f}, {-0.40f * left, -0.14f}, {-0.12f * left, 0.12f}});
    pen.line({{-0.40f * left, -0.14f},
              {0.16f * left, -0.14f},
              {0.36f * left, 0.00f},
              {0.36f * left, 0.22f},
              {0.16f * left, 0.36f},
              {-0.10f * left, 0.36f}});
}

}  // namespace

void draw_icon(Icon icon, ImVec2 center, float size, Color color) {
    const Pen pen{ImGui::GetWindowDrawList(), center, size, ink(color), size / 9.0f};
    switch (icon) {
        case Icon::check: pen.line({{-0.34f, 0.02f}, {-0.10f, 0.28f}, {0.36f, -0.28f}}); break;
        case Icon::circle:
            pen.list->AddCircle(center, size * 0.30f, pen.color, 0, pen.width);
            break;
        case Icon::disc: pen.list->AddCircleFilled(center, size * 0.30f, pen.color); break;
        case Icon::cross:
            pen.line({{-0.28f, -0.28f}, {0.28f, 0.28f}});
            pen.line({{0.28f, -0.28f}, {-0.28f, 0.28f}});
            break;
        case Icon::menu:
            for (const float y : {-0.32f, 0.0f, 0.32f}) pen.line({{-0.44f, y}, {0.44f, y}});
            break;
        case Icon::chevron_down: pen.line({{-0.30f, -0.14f}, {0, 0.17f}, {0.30f, -0.14f}}); break;
        case Icon::chevron_right: pen.line({{-0.14f, -0.30f}, {0.17f, 0}, {-0.14f, 0.30f}}); break;
        case Icon::arrow_up: draw_arrow(pen, 1); break;
        case Icon::arrow_down: draw_arrow(pen, -1); break;
        case Icon::plus:
            pen.line({{-0.34f, 0}, {0.34f, 0}});
            pen.line({{0, -0.34f}, {0, 0.34f}});
            break;
        case Icon::alert: draw_alert(pen, 1); break;
        case Icon::info: draw_alert(pen, -1); break;
        case Icon::back: draw_turn(pen, 1); break;
        case Icon::again: draw_turn(pen, -1); break;
        case Icon::search:
            pen.list->AddCircle(center - ImVec2(size, size) * 0.07f, size * 0.29f, pen.color, 0,
                                pen.width);
            pen.line({{0.15f, 0.15f}, {0.40f, 0.40f}});
            break;
    }
}

}  // namespace cppo::ui
