#include "exchange/mime.hpp"

#include <algorithm>
#include <cstdint>

#include "base/text.hpp"

namespace cppo {

constexpr std::string_view line_end = "\r\n";

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const auto byte = [&](std::size_t i) -> std::uint32_t {
            return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0;
        };
        const std::uint32_t group = byte(0) << 16 | byte(1) << 8 | byte(2);
        const std::size_t left = bytes.size() - at;
        text += digits[group >> 18];
        text += digits[group >> 12 & 63];
        text += left > 1 ? digits[group >> 6 & 63] : '=';
        text += left > 2 ? digits[group & 63] : '=';
    }
    return text;
}

static bool is_visible(char c) { return c > ' ' && c < 0x7f; }

std::string header_text(std::string_view text) {
    const bool plain =
        text.size() <= 66 && text.find("=?") == text.npos &&
        std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || is_visible(c); });
    if (plain) return std::string(text);
    // RFC 2047 allows 75 characters per encoded word and forbids splitting a character.
    constexpr std::size_t bytes_max = 45;
    std::string words;
    while (!text.empty()) {
        std::size_t taken = std::min(bytes_max, text.size());
        while (taken > 1 && taken < text.size() &&
               (static_cast<unsigned char>(text[taken]) & 0xc0) == 0x80)
            --taken;
        if (!words.empty()) words.append(line_end).append(" ");
        words += "=?UTF-8?B?" + base64(text.substr(0, taken)) + "?=";
        text.remove_prefix(taken);
    }
    return words;
}

/// Base64 in lines of 76 characters.
static std::string base64_lines(std::string_view bytes) {
    const std::string text = base64(bytes);
    std::string lines;
    for (std::size_t at = 0; at < text.size(); at += 76)
        lines.append(text, at, 76).append(line_end);
    return lines;
}

static std::string header(std::string_view name, std::string_view value) {
    return std::string(name) + ": " + std::string(value) + std::string(line_end);
}

static std::string part(const Message& message, std::string_view type, std::string_view disposition,
                        std::string_view bytes) {
    return "--" + message.boundary + std::string(line_end) + header("Content-Type", type) +
           header("Content-Disposition", disposition) +
           header("Content-Transfer-Encoding", "base64") + std::string(line_end) +
           base64_lines(bytes);
}

std::string eml(const Message& message) {
    std::string address = message.to;
    address.erase(
        std::remove_if(address.begin(), address.end(), [](char c) { return !is_visible(c); }),
        address.end());
    return header("X-Unsent", "1") + header("To", address) +
           header("Subject", header_text(message.subject)) + header("MIME-Version", "1.0") +
           header("Content-Type", "multipart/mixed; boundary=\"" + message.boundary + "\"") +
           std::string(line_end) +
           part(message, "text/plain; charset=utf-8", "inline",
                replaced(message.text, "\n", line_end)) +
           part(message, message.attachment_type,
                "attachment; filename=\"" + message.attachment_name + "\"", message.attachment) +
           "--" + message.boundary + "--" + std::string(line_end);
}

}  // namespace cppo
