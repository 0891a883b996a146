// Shows what an import would do to the existing records before it runs. A record is imported
// without confirmation only if our version of it loses nothing.
#pragma once

#include "desk/model.hpp"

namespace cppo {

/// How a record in a file relates to our record of the same name.
enum class Lineage {
    added,  ///< we have none
    same,
    ahead,   ///< has all of ours and more
    behind,  ///< ours has all of it and more
    parted,  ///< each has something the other lacks
};

template <>
struct Names<Lineage> {
    static constexpr std::string_view list[] = {"added", "same", "ahead", "behind", "parted"};
};

/// Whether importing a record with this relation would make ours lose something.
constexpr bool loses(Lineage lineage) {
    return lineage == Lineage::behind || lineage == Lineage::parted;
}

struct ImportRow {
    std::string key = {};   ///< "deal/deal-1"
    std::string kind = {};  ///< "Deal"
    std::string name = {};  ///< whom it is about
    Lineage lineage = Lineage::added;
    std::string words = {};  ///< what would happen, a sentence
};

/// A row for each of `records`, in their order. A workspace nobody has written to yet is none.
std::vector<ImportRow> import_rows(const Model& model, const std::vector<Record>& records);

/// ALREADY_EXISTS, at its key, for each record of ours that would lose something.
Issues import_conflicts(const Model& model, const std::vector<Record>& records);

/// Those of `records` that can be imported without a loss, by the rows made for them.
std::vector<Record> without_loss(const std::vector<ImportRow>& rows,
                                 const std::vector<Record>& records);

}  // namespace cppo
