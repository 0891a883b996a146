// A page without a screen: real Dear ImGui frames of any size, looked at through the recorded nodes
// and driven by real input events at the nodes' places.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "ui/parts.hpp"

namespace cppo::view {

class Screen {
  public:
    explicit Screen(std::function<void()> draw, float width = 1280, float height = 800);
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    void frame();
    void settle();  // frames until input is worked off and layout is still
    void resize(float width, float height);
    void pass(double seconds);

    // The one node of this role and name; the test fails when there is none.
    const ui::Node& node(ui::Role role, std::string_view name) const;
    const ui::Node& at_key(std::string_view key) const;
    bool has(ui::Role role, std::string_view name) const;
    const ui::Node& focused() const;

    void click(ui::Role role, std::string_view name);
    void click_at(float x, float y);
    void type(std::string_view text);
    void press(ImGuiKey key, std::initializer_list<ImGuiKey> modifiers = {});
    void tab(bool backwards = false);
    void act(ui::Action::Kind kind, ui::Role role, std::string_view name, std::string text = {});

    const std::string& clipboard() const { return clipboard_; }
    void copied(std::string text) { clipboard_ = std::move(text); }  // in another program

  private:
    std::function<void()> draw_;
    ImGuiContext* context_;
    std::string clipboard_;
};

// A window to draw single components in, `width` wide, with the layout a page would give.
void in_window(float width, const std::function<void()>& draw);

// Sentences about what is wrong with the last frame, for REQUIRE(... == none).
using Problems = std::vector<std::string>;
inline const Problems none;
Problems unnamed();      // the audit
Problems overlapping();  // texts of one parent that cover each other
Problems outside();      // nodes wider than the window they stand in

}  // namespace cppo::view
