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

struct Standing {
    Lineage lineage = Lineage::same;
    std::string words;
};

/// Two states of one record are the same up to the first event that one of them lacks. Two desks
/// give the same names to different events, so these are compared whole.
template <typename Kind>
std::size_t shared_events(const Kind& ours, const Kind& other) {
    const auto started = [](Kind record) {
        record.events.clear();
        return encode(record);
    };
    if (started(ours) != started(other)) return 0;
    const auto parted = std::mismatch(ours.events.begin(), ours.events.end(), other.events.begin(),
                                      other.events.end());
    return static_cast<std::size_t>(parted.first - ours.events.begin());
}

template <typename Kind>
Standing standing(const Kind& ours, const Kind& other) {
    if (encode(ours) == encode(other)) return {Lineage::same, "The same as yours."};
    const std::size_t shared = shared_events(ours, other);
    const std::size_t lost = ours.events.size() - shared, won = other.events.size() - shared;
    if (lost == 0 && won > 0)
        return {Lineage::ahead, steps_text(won) + " more than yours, the last: " +
                                    history_of(other).back().what + '.'};
    const std::string loss = lost == 0 ? "Yours was started differently"
                                       : "Yours has " + steps_text(lost) +
                                             " that the file has not, "
                                             "the last: " +
                                             history_of(ours).back().what;
    return {won == 0 && lost > 0 ? Lineage::behind : Lineage::parted,
            loss + ". It would be replaced."};
}

Standing standing(const Workspace&, const Workspace&) {
    return {Lineage::parted, "Your facts and settings would be replaced."};
}

struct Row {
    const Model& model;

    template <typename Kind>
    static void stand(ImportRow& row, const Kind* ours, const Kind& other) {
        if (!ours) {
            row.words = "You have none with this name.";
            return;
        }
        auto [lineage, words] = standing(*ours, other);
        row.lineage = lineage;
        row.words = std::move(words);
    }

    ImportRow operator()(const Workspace& workspace) const {
        ImportRow row{.name = workspace.partner.name};
        Workspace unwritten;
        // The first record brings a salt with it, and reference numbers may follow from that.
        if (model.authorizations.empty() && model.deals.empty())
            unwritten.salt = model.workspace.salt;
        const std::string ours = encode(model.workspace);
        if (ours == encode(workspace))
            row.lineage = Lineage::same, row.words = "The same as yours.";
        else stand(row, ours == encode(unwritten) ? nullptr : &model.workspace, workspace);
        return row;
    }
    ImportRow operator()(const Authorization& authorization) const {
        ImportRow row{.name = std::string(authorization.state.content.value("isv_name"))};
        stand(row, model.find(authorization.id), authorization);
        return row;
    }
    ImportRow operator()(const Deal& deal) const {
        ImportRow row{.name = customer_of(deal)};
        stand(row, model.find(deal.id), deal);
        return row;
    }
};

}  // namespace

std::vector<ImportRow> import_rows(const Model& model, const std::vector<Record>& records) {
    std::vector<ImportRow> rows;
    for (const Record& record : records) {
        rows.push_back(std::visit(Row{model}, record));
        rows.back().key = key_of(record);
        rows.back().kind = kind_of(record).title;
    }
    return rows;
}

Issues import_conflicts(const Model& model, const std::vector<Record>& records) {
    Issues conflicts;
    for (const ImportRow& row : import_rows(model, records))
        if (loses(row.lineage))
            conflicts.push_back({Code::already_exists, row.key,
                                 "your version of this record would lose something"});
    return conflicts;
}

std::vector<Record> without_loss(const Model& model, const std::vector<Record>& records) {
    const std::vector<ImportRow> rows = import_rows(model, records);
    std::vector<Record> kept;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!loses(rows[i].lineage) && rows[i].lineage != Lineage::same) kept.push_back(records[i]);
    return kept;
}

}  // namespace cppo
