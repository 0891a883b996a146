#include "harness.hpp"

#include <catch2/catch_test_macros.hpp>

#include "ui/audit.hpp"
#include "ui/fonts.hpp"

namespace cppo::view {

namespace {

const ui::Node* find_node(ui::Role role, std::string_view name) {
    for (const ui::Node& node : ui::nodes())
        if (node.role == role && node.name == name) return &node;
    return nullptr;
}

std::string describe(const ui::Node& node) {
    return std::string(ui::text(node.role)) + " \"" + node.name + "\" " + node.key;
}

}  // namespace

Screen::Screen(std::function<void()> draw, float width, float height)
    : draw_(std::move(draw)), context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.DeltaTime = 1.0f / 60.0f;
    io.DisplaySize = {width, height};
    io.ClipboardUserData = &clipboard_;
    io.SetClipboardTextFn = [](void* to, const char* text) {
        *static_cast<std::string*>(to) = text;
    };
    io.GetClipboardTextFn = [](void* from) -> const char* {
        return static_cast<std::string*>(from)->c_str();
    };
    web::build_fonts(1, 1);
    ui::reset();
    ui::set_theme(ui::Scheme::light);
    ui::set_scale(1);
    ui::set_touch(false);
    ui::apply_style();
    settle();
}

Screen::~Screen() { ImGui::DestroyContext(context_); }

void Screen::frame() {
    ImGui::NewFrame();
    ui::frame_begin();
    draw_();
    ui::frame_end();
    ImGui::Render();
}

void Screen::settle() {
    do frame();
    while (ImGui::GetCurrentContext()->InputEventsQueue.Size > 0);
    for (int i = 0; i < 3; ++i) frame();
}

void Screen::resize(float width, float height) {
    ImGui::GetIO().DisplaySize = {width, height};
    settle();
}

void Screen::pass(double seconds) {
    ImGui::GetIO().DeltaTime = static_cast<float>(seconds);
    frame();
    ImGui::GetIO().DeltaTime = 1.0f / 60.0f;
}

const ui::Node& Screen::node(ui::Role role, std::string_view name) const {
    const ui::Node* found = find_node(role, name);
    INFO("There is no " << ui::text(role) << " \"" << name << "\".");
    REQUIRE(found != nullptr);
    return *found;
}

const ui::Node& Screen::at_key(std::string_view key) const {
    for (const ui::Node& node : ui::nodes())
        if (node.key == key) return node;
    FAIL("There is no node with the key " << key << ".");
    return ui::nodes().front();
}

bool Screen::has(ui::Role role, std::string_view name) const {
    return find_node(role, name) != nullptr;
}

const ui::Node& Screen::focused() const {
    for (const ui::Node& node : ui::nodes())
        if (node.focused) return node;
    FAIL("Nothing has the keyboard.");
    return ui::nodes().front();
}

void Screen::click(ui::Role role, std::string_view name) {
    const ui::Node& target = node(role, name);
    INFO(describe(target) << " is not in sight.");
    REQUIRE(target.x1 > target.x0);
    REQUIRE(target.y1 > target.y0);
    click_at((target.x0 + target.x1) / 2, (target.y0 + target.y1) / 2);
}

void Screen::click_at(float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    pass(1);  // so that two clicks are not a double click
    io.AddMousePosEvent(x, y);
    settle();
    io.AddMouseButtonEvent(0, true);
    settle();
    io.AddMouseButtonEvent(0, false);
    settle();
}

void Screen::type(std::string_view text) {
    ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
    settle();
}

void Screen::press(ImGuiKey key, std::initializer_list<ImGuiKey> modifiers) {
    ImGuiIO& io = ImGui::GetIO();
    for (const ImGuiKey modifier : modifiers) io.AddKeyEvent(modifier, true);
    io.AddKeyEvent(key, true);
    io.AddKeyEvent(key, false);
    for (const ImGuiKey modifier : modifiers) io.AddKeyEvent(modifier, false);
    settle();
}

void Screen::tab(bool backwards) {
    if (backwards) press(ImGuiKey_Tab, {ImGuiMod_Shift});
    else press(ImGuiKey_Tab);
}

void Screen::act(ui::Action::Kind kind, ui::Role role, std::string_view name, std::string text) {
    ui::post({kind, node(role, name).id, std::move(text)});
    settle();
}

void in_window(float width, const std::function<void()>& draw) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("##test", nullptr, ImGuiWindowFlags_NoDecoration);
    ui::push_flow({.x0 = 20, .x1 = 20 + width, .y = 20, .gap = 12});
    draw();
    ui::pop_flow();
    ImGui::End();
}

Problems unnamed() {
    Problems problems;
    for (const ui::AuditProblem& problem : ui::audit()) problems.push_back(problem.what);
    return problems;
}

Problems overlapping() {
    Problems problems;
    const std::span<const ui::Node> nodes = ui::nodes();
    const std::span<const ui::Extent> extents = ui::extents();
    for (std::size_t i = 0; i < nodes.size(); ++i)
        for (std::size_t j = i + 1; j < nodes.size(); ++j) {
            if (nodes[i].parent != nodes[j].parent || extents[i].window_id != extents[j].window_id)
                continue;
            ImRect shared = extents[i].rect;
            shared.Expand(-1);  // neighbors may touch
            if (shared.Overlaps(extents[j].rect))
                problems.push_back(describe(nodes[i]) + " and " + describe(nodes[j]));
        }
    return problems;
}

Problems outside() {
    Problems problems;
    const std::span<const ui::Node> nodes = ui::nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const ui::Extent& extent = ui::extents()[i];
        // Tables too wide for a narrow screen have a window of their own, which scrolls.
        const ImGuiWindow* window = ImGui::FindWindowByID(extent.window_id);
        if (window && (window->Flags & ImGuiWindowFlags_HorizontalScrollbar)) continue;
        if (extent.rect.Min.x < extent.window.Min.x - 0.5f ||
            extent.rect.Max.x > extent.window.Max.x + 0.5f)
            problems.push_back(describe(nodes[i]));
    }
    return problems;
}

}  // namespace cppo::view
