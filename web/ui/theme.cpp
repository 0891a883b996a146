#include "ui/theme.hpp"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace cppo::ui {

namespace {

constexpr Theme light{.background = 0xF6F7F9,
                      .surface = 0xFFFFFF,
                      .raised = 0xF0F2F5,
                      .hairline = 0xE1E5EA,
                      .text = 0x1A1F26,
                      .muted = 0x5A6472,
                      .accent = 0x2F5BEA,
                      .on_accent = 0xFFFFFF,
                      .good = 0x17733A,
                      .caution = 0x8F5F00,
                      .bad = 0xC02D27,
                      .isv = 0x3568D4,
                      .partner = 0x0B8A5F,
                      .aws = 0xB86B00,
                      .customer = 0x7447C8,
                      .accent_tint = 0xE9EEFD,
                      .good_tint = 0xE3F5E9,
                      .caution_tint = 0xFFF5DC,
                      .bad_tint = 0xFDECEA,
                      .dark = false};

constexpr Theme dark{.background = 0x0F1317,
                     .surface = 0x161B21,
                     .raised = 0x1D232B,
                     .hairline = 0x2A323C,
                     .text = 0xE6E9EE,
                     .muted = 0x9BA5B3,
                     .accent = 0x86A3FF,
                     .on_accent = 0x0F1317,
                     .good = 0x4CC46E,
                     .caution = 0xE3B341,
                     .bad = 0xFF7B72,
                     .isv = 0x7BA4FF,
                     .partner = 0x3FCB95,
                     .aws = 0xF0A640,
                     .customer = 0xB99FFF,
                     .accent_tint = 0x1E2A4A,
                     .good_tint = 0x14301F,
                     .caution_tint = 0x2E2713,
                     .bad_tint = 0x3A1D1B,
                     .dark = true};

// The contrast schemes have at least 7:1 for text and 3:1 for lines, and borders instead of tints.
constexpr Theme light_contrast{.background = 0xFFFFFF,
                               .surface = 0xFFFFFF,
                               .raised = 0xF0F2F5,
                               .hairline = 0x5A6472,
                               .text = 0x000000,
                               .muted = 0x333B45,
                               .accent = 0x1B3CB0,
                               .on_accent = 0xFFFFFF,
                               .good = 0x0B5227,
                               .caution = 0x634100,
                               .bad = 0x8F1813,
                               .isv = 0x1F4BA8,
                               .partner = 0x05603F,
                               .aws = 0x7D4800,
                               .customer = 0x552BA3,
                               .accent_tint = 0xFFFFFF,
                               .good_tint = 0xFFFFFF,
                               .caution_tint = 0xFFFFFF,
                               .bad_tint = 0xFFFFFF,
                               .dark = false,
                               .outlined = true};

constexpr Theme dark_contrast{.background = 0x000000,
                              .surface = 0x000000,
                              .raised = 0x14181D,
                              .hairline = 0x8A94A3,
                              .text = 0xFFFFFF,
                              .muted = 0xD3D9E1,
                              .accent = 0xB3C5FF,
                              .on_accent = 0x000000,
                              .good = 0x7CE39A,
                              .caution = 0xFFD470,
                              .bad = 0xFFADA7,
                              .isv = 0xA6C2FF,
                              .partner = 0x6FE3B6,
                              .aws = 0xFFC575,
                              .customer = 0xD2C1FF,
                              .accent_tint = 0x000000,
                              .good_tint = 0x000000,
                              .caution_tint = 0x000000,
                              .bad_tint = 0x000000,
                              .dark = true,
                              .outlined = true};

constexpr std::array<const Theme*, 4> schemes{&light, &dark, &light_contrast, &dark_contrast};

const Theme* current = &light;
float current_scale = 1.0f;

int channel(Color color, int shift) { return static_cast<int>((color >> shift) & 0xFF); }

double luminance(Color color) {
    const auto linear = [color](int shift) {
        const double value = channel(color, shift) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
}

ImVec4 vec(Color color, float alpha = 1.0f) {
    return {static_cast<float>(channel(color, 16)) / 255.0f,
            static_cast<float>(channel(color, 8)) / 255.0f,
            static_cast<float>(channel(color, 0)) / 255.0f, alpha};
}

void set_colors(ImGuiStyle& style, const Theme& t) {
    const ImVec4 none{0, 0, 0, 0};
    std::fill(std::begin(style.Colors), std::end(style.Colors), none);
    style.Colors[ImGuiCol_Text] = vec(t.text);
    style.Colors[ImGuiCol_TextDisabled] = vec(t.muted);
    style.Colors[ImGuiCol_WindowBg] = vec(t.background);
    style.Colors[ImGuiCol_PopupBg] = vec(t.surface);
    style.Colors[ImGuiCol_Border] = vec(t.hairline);
    style.Colors[ImGuiCol_TextSelectedBg] = vec(t.accent, 0.30f);
    style.Colors[ImGuiCol_ScrollbarGrab] = vec(mix(t.hairline, t.muted, 0.35f));
    style.Colors[ImGuiCol_ScrollbarGrabHovered] = vec(t.muted);
    style.Colors[ImGuiCol_ScrollbarGrabActive] = vec(t.muted);
    style.Colors[ImGuiCol_ModalWindowDimBg] = vec(t.dark ? 0x000000 : 0x1A1F26, 0.45f);
}

}  // namespace

const Theme& theme() { return *current; }

const Theme& theme(Scheme scheme) { return *schemes[static_cast<std::size_t>(scheme)]; }

void set_theme(Scheme scheme) { current = &theme(scheme); }

Color mark(Tone tone) {
    const Theme& t = theme();
    switch (tone) {
        case Tone::neutral: return t.muted;
        case Tone::accent: return t.accent;
        case Tone::good: return t.good;
        case Tone::caution: return t.caution;
        case Tone::bad: return t.bad;
        case Tone::isv: return t.isv;
        case Tone::partner: return t.partner;
        case Tone::aws: return t.aws;
        case Tone::customer: return t.customer;
    }
    return t.muted;
}

Color tint(Tone tone) {
    const Theme& t = theme();
    switch (tone) {
        case Tone::neutral: return t.outlined ? t.surface : t.raised;
        case Tone::accent: return t.accent_tint;
        case Tone::good: return t.good_tint;
        case Tone::caution: return t.caution_tint;
        case Tone::bad: return t.bad_tint;
        default: return t.outlined ? t.surface : mix(t.surface, mark(tone), 0.14f);
    }
}

Color edge(Tone tone) { return theme().outlined ? mark(tone) : tint(tone); }

Color faint() { return mix(theme().hairline, theme().muted, 0.75f); }

Color chip_text(Tone tone) { return tone >= Tone::isv ? theme().text : mark(tone); }

Color mix(Color a, Color b, float share) {
    Color mixed = 0;
    for (const int shift : {16, 8, 0}) {
        const auto from = static_cast<float>(channel(a, shift));
        const auto to = static_cast<float>(channel(b, shift));
        mixed |= static_cast<Color>(std::lround(from + (to - from) * share)) << shift;
    }
    return mixed;
}

double contrast(Color a, Color b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

float px(float logical) { return std::floor(logical * current_scale + 0.5f); }

void set_scale(float scale) { current_scale = std::clamp(scale, 0.8f, 2.0f); }

void apply_style() {
    ImGuiStyle style;  // Scaling is not idempotent, so never start from the style in use.
    set_colors(style, theme());
    style.WindowPadding = style.FramePadding = style.ItemSpacing = ImVec2(0, 0);
    style.ItemInnerSpacing = ImVec2(0, 0);
    style.WindowBorderSize = style.FrameBorderSize = style.ChildBorderSize = 0;
    style.PopupBorderSize = 1;
    style.WindowRounding = style.ChildRounding = 0;
    style.PopupRounding = px(8);
    style.FrameRounding = px(6);
    style.ScrollbarSize = px(10);
    style.ScrollbarRounding = px(5);
    style.WindowMinSize = ImVec2(1, 1);
    style.DisabledAlpha = 1;  // Disabled controls have their own readable colors.
    ImGui::GetStyle() = style;
}

}  // namespace cppo::ui
