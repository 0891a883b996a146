// What importing an export would do to the records there are, before it is done, and the one rule
// of what needs an explicit word: a record comes in by itself when ours loses nothing to it.
#pragma once

#include "desk/model.hpp"

namespace cppo {

/// How a record of a file stands to ours of the same name.
enum class Lineage {
    added,  ///< we have none
    same,
    ahead,   ///< goes on from ours
    behind,  ///< ours goes on from it
    parted,  ///< each has something the other has not
};

template <>
struct Names<Lineage> {
    static constexpr std::string_view list[] = {"added", "same", "ahead", "behind", "parted"};
};

/// Whether ours would lose something to a record that stands so.
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

/// The records among them by which ours lose nothing.
std::vector<Record> without_loss(const Model& model, const std::vector<Record>& records);

}  // namespace cppo
