#include "forms/signature.hpp"

#include <algorithm>

#include "base/sha256.hpp"
#include "base/text.hpp"

namespace cppo {

static bool signs(Party party, FormKind kind) {
    const auto& signers = form(kind).signers;
    return std::find(signers.begin(), signers.end(), party) != signers.end();
}

std::vector<CopyLine> copy_for(Party party, FormKind kind, const Content& content) {
    std::vector<CopyLine> lines;
    if (party == Party::customer && !signs(party, kind)) return lines;
    const auto add = [&](const Field& field, std::string path, const Content::Row& row) {
        if (party == Party::customer && !field.shown_to_customer) return;
        const std::string_view value = value_in(row, field.key);
        if (!value.empty())
            lines.push_back({std::move(path), std::string(field.label), std::string(value)});
    };
    for (const Section& section : form(kind).sections)
        for (std::size_t row = 0;
             section.group.empty() ? row < 1 : row < content.rows(section.group).size(); ++row)
            for (const Field& field : section.fields)
                add(field, field_path(section.group, static_cast<int>(row), field.key),
                    section.group.empty() ? content.values : content.rows(section.group)[row]);
    return lines;
}

std::string content_hash(Party party, FormKind kind, const Content& content) {
    // A length before each text, so that no two different copies give the same bytes.
    std::string bytes = std::string(text(kind)) + '\n';
    for (const CopyLine& line : copy_for(party, kind, content))
        bytes += line.path + ' ' + std::to_string(line.value.size()) + ' ' + line.value + '\n';
    return sha256_hex(bytes);
}

const Signature* signature_of(const std::vector<Signature>& signatures, Party party) {
    const auto found = std::find_if(signatures.begin(), signatures.end(),
                                    [&](const Signature& given) { return given.party == party; });
    return found == signatures.end() ? nullptr : &*found;
}

Result<void> check_signer(FormKind kind, Party party, std::string_view name,
                          std::string_view title) {
    if (!signs(party, kind))
        return refuse(
            Code::wrong_signer, "party",
            std::string(spoken(party)) + " does not sign a " + std::string(form(kind).title));
    for (const auto& [field, value] :
         {std::pair<std::string_view, std::string_view>{"name", name}, {"title", title}}) {
        if (trimmed(value).empty())
            return refuse(Code::required, std::string(field),
                          "a signature needs the signer's " + std::string(field));
        if (!is_plain_text(value, false) || utf8_length(value) > 100)
            return refuse(Code::malformed, std::string(field),
                          in_quotes(value) + " is not one line of at most 100 characters");
    }
    return {};
}

}  // namespace cppo
