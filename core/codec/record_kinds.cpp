#include "codec/record_kinds.hpp"

namespace cppo {

const RecordKind* find_kind(std::string_view name) {
    for (const RecordKind& kind : record_kinds)
        if (kind.name == name) return &kind;
    return nullptr;
}

std::string text(const RecordKey& key) {
    std::string whole(key.kind->name);
    if (!key.kind->single) whole.append("/").append(key.id);
    return whole;
}

std::optional<RecordKey> parse_key(std::string_view key) {
    const auto slash = key.find('/');
    const RecordKind* kind = find_kind(key.substr(0, slash));
    if (!kind || kind->single != (slash == key.npos)) return std::nullopt;
    return RecordKey{kind, kind->single ? std::string_view() : key.substr(slash + 1)};
}

std::string key_of(const Record& record) {
    const auto id_of = [](const auto& each) -> std::string_view {
        if constexpr (requires { each.id; }) return each.id.value;
        else return {};
    };
    return text(RecordKey{&kind_of(record), std::visit(id_of, record)});
}

}  // namespace cppo
