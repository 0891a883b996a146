#include "desk/desk.hpp"

#include <utility>

namespace cppo {

void Desk::load(std::string_view key, std::string_view text) {
    if (UndoLog::owns(key)) undo_.load(key, text);
    else load_record(model_, key, text);
}

bool Desk::restore(std::string_view key, std::string_view text) {
    const auto record = decode_stored(key, text);
    if (record) put_in_place({*record});
    return record.has_value();
}

Result<Step> Desk::carry_out(const Command& command, Date on) {
    Step step = TRY(update(model_, command, Env{on}));
    undo_.note(model_, command, step);
    put_in_place(step.changed);
    return step;
}

std::optional<UndoLog::Change> Desk::take(bool again) {
    auto change = undo_.take(model_, again);
    if (!change) return std::nullopt;
    for (const std::string& key : change->removed) {
        remove_record(model_, key);
        unsaved_.insert(key);
    }
    put_in_place(change->records);
    return change;
}

/// Reference numbers are derived from the salt, so the workspace keeps its salt even when a version
/// from before the salt replaces it.
void Desk::put_in_place(const std::vector<Record>& records) {
    const std::string salt = model_.workspace().salt.empty() ? salt_ : model_.workspace().salt;
    for (const Record& record : records) {
        put(model_, record);
        unsaved_.insert(key_of(record));
    }
    // A damaged workspace may have a salt that can still be saved.
    const bool wants_salt = model_.workspace().salt.empty() && !is_damaged(model_, "workspace");
    if (records.empty() || !wants_salt || salt.empty()) return;
    model_.workspace().salt = salt;
    unsaved_.insert("workspace");
}

Desk::Unsaved Desk::take_unsaved() {
    Unsaved unsaved;
    for (const std::string& key : std::exchange(unsaved_, {})) {
        if (auto record = record_at(model_, key)) unsaved.records.push_back(std::move(*record));
        else unsaved.beside.push_back({key, ""});
    }
    for (UndoLog::Stored& stored : undo_.unsaved()) unsaved.beside.push_back(std::move(stored));
    return unsaved;
}

}  // namespace cppo
