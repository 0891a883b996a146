#include "desk/import_preview.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "desk/history.hpp"
#include "desk/words.hpp"

namespace cppo {
namespace {

std::string steps_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " step" : " steps");
}

template <typename Kind>
bool started_alike(const Kind& ours, const Kind& other) {
    return encode(as_created(ours)) == encode(as_created(other));
}

template <typename Kind>
    requires requires(Kind record) { record.events; }
void compare(ImportRow& row, const Kind& ours, const Kind& other) {
    const bool alike = started_alike(ours, other);
    const auto lost = alike ? only_in(ours, other) : ours.events;
    const auto won = alike ? only_in(other, ours) : other.events;
    if (lost.empty() && !won.empty()) {
        row.lineage = Lineage::ahead;
        row.words = steps_text(won.size()) +
                    " more than yours; latest: " + sentence_of(other, won.back()) + '.';
        return;
    }
    row.lineage = won.empty() && !lost.empty() ? Lineage::behind : Lineage::parted;
    row.words =
        (lost.empty() ? "Yours was started differently"
                      : "Yours has " + steps_text(lost.size()) +
                            " that the file lacks; latest: " + sentence_of(ours, lost.back())) +
        ". Yours would be replaced.";
}

/// A kind without events is replaced as a whole.
void compare(ImportRow& row, const auto&, const auto&) {
    row.lineage = Lineage::parted;
    row.words = "Yours would be replaced.";
}
void compare(ImportRow& row, const Workspace&, const Workspace&) {
    row.lineage = Lineage::parted;
    row.words = "Your company and settings would be replaced.";
}

// Whom a record is about; a kind without a line here goes by its id.
std::string name_in(const auto& record) { return record.id.value; }
std::string name_in(const Workspace& workspace) { return workspace.partner.name; }
std::string name_in(const Authorization& authorization) {
    return std::string(authorization.state.content.value("isv_name"));
}
std::string name_in(const Deal& deal) { return customer_of(deal); }

/// The record of ours that `other` would replace. A workspace that nobody has written to is none.
std::optional<Record> replaced_by(const Model& model, const Record& other) {
    auto ours = record_at(model, key_of(other));
    if (!ours || !std::holds_alternative<Workspace>(*ours)) return ours;
    Workspace unwritten;
    // The first record brings a salt with it, and reference numbers may follow from that.
    if (model.authorizations().empty() && model.deals().empty())
        unwritten.salt = model.workspace().salt;
    const bool written = encode(*ours) != encode(unwritten) || encode(*ours) == encode(other);
    return written ? ours : std::nullopt;
}

ImportRow row_of(const Model& model, const Record& record) {
    ImportRow row{key_of(record), std::string(kind_of(record).title)};
    const auto ours = replaced_by(model, record);
    const auto fill = [&](const auto& other) {
        using Kind = std::decay_t<decltype(other)>;
        row.name = name_in(other);
        if (!ours) row.words = "You do not have this record yet.";
        else if (encode(*ours) == encode(record))
            row.lineage = Lineage::same, row.words = "The same as yours.";
        else compare(row, std::get<Kind>(*ours), other);
    };
    std::visit(fill, record);
    return row;
}

}  // namespace

std::vector<ImportRow> import_rows(const Model& model, const std::vector<Record>& records) {
    std::vector<ImportRow> rows;
    for (const Record& record : records) rows.push_back(row_of(model, record));
    return rows;
}

Issues import_conflicts(const Model& model, const std::vector<Record>& records) {
    Issues conflicts;
    for (const ImportRow& row : import_rows(model, records))
        if (loses(row.lineage))
            conflicts.push_back(
                {Code::already_exists, row.key, "your version of this record would lose changes"});
    return conflicts;
}

std::vector<Record> without_loss(const std::vector<ImportRow>& rows,
                                 const std::vector<Record>& records) {
    std::vector<Record> kept;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!loses(rows[i].lineage) && rows[i].lineage != Lineage::same) kept.push_back(records[i]);
    return kept;
}

}  // namespace cppo
