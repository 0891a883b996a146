// Writes a mail message with one text and one attachment as an .eml file (RFC 5322, 2045, 2047).
#pragma once

#include <string>
#include <string_view>

namespace cppo {

struct Message {
    std::string to;
    std::string subject;
    std::string text;             ///< UTF-8, LF line ends
    std::string attachment_name;  ///< letters, digits, '-', '_' and '.' only
    std::string attachment_type;  ///< such as "application/json"
    std::string attachment;
    std::string boundary;  ///< letters and digits, at most 60
};

/// The message without a sender and marked as unsent, so that a mail program opens it as a draft.
/// Line ends in `to` and `subject` cannot add header lines.
std::string eml(const Message& message);

/// The text for a header: unchanged if it is short plain ASCII, else as folded RFC 2047 encoded
/// words.
std::string header_text(std::string_view text);

std::string base64(std::string_view bytes);

}  // namespace cppo
