// The kinds of records, one row each. Keys, files, exports, imports and the model take what they
// need to know of a kind from its row and from its members() in record.cpp.
#pragma once

#include <span>
#include <variant>

#include "deal/deal.hpp"

namespace cppo {

using Record = std::variant<Workspace, Authorization, Deal>;

struct RecordKind {
    std::string_view name;   ///< "deal": its "kind" in JSON, and its key before the slash
    std::string_view title;  ///< "Deal", for people
    bool single = false;     ///< there is one record of the kind, and its key is the name alone
};

/// The rows in the order of the variant's types.
inline constexpr RecordKind record_kinds[] = {
    {"workspace", "Workspace", true},
    {"authorization", "Authorization"},
    {"deal", "Deal"},
};
static_assert(std::size(record_kinds) == std::variant_size_v<Record>);

inline const RecordKind& kind_of(const Record& record) { return record_kinds[record.index()]; }

/// Which row is that of the type `Kind`.
template <typename Kind, std::size_t index = 0>
constexpr std::size_t kind_index() {
    if constexpr (std::is_same_v<std::variant_alternative_t<index, Record>, Kind>) return index;
    else return kind_index<Kind, index + 1>();
}

/// The row of this name, or null.
const RecordKind* find_kind(std::string_view name);

/// What the key of a record says.
struct RecordKey {
    const RecordKind* kind;
    std::string_view id;  ///< empty for the kind that has one record
};

/// "workspace", "authorization/<id>" or "deal/<id>".
std::string text(const RecordKey& key);

/// Nothing for a key that no record can have. The part after the slash is not checked.
std::optional<RecordKey> parse_key(std::string_view key);

/// Where a record is kept.
std::string key_of(const Record& record);

template <typename Kind>
std::string key_of(const decltype(Kind::id)& id) {
    return text(RecordKey{&record_kinds[kind_index<Kind>()], id.value});
}

}  // namespace cppo
