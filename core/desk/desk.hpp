// The records and everything that changes them: what a command does, how it is undone, and what has
// to be stored. The page, the command line and the tests are all shells around one Desk.
#pragma once

#include "desk/undo.hpp"
#include "desk/update.hpp"

namespace cppo {

class Desk {
  public:
    Desk() = default;
    /// `salt` is 32 random hexadecimal digits from a shell that has randomness: a workspace without
    /// a salt gets it with the first record written, so that an untouched desk stores nothing. An
    /// empty one adds none.
    explicit Desk(std::string salt) : salt_(std::move(salt)) {}
    Desk(Model model, std::string salt) : model_(std::move(model)), salt_(std::move(salt)) {}

    const Model& model() const { return model_; }
    const UndoLog& undo_log() const { return undo_; }

    /// Puts in place what a store holds under `key`: a record, one set aside as damaged, or a step
    /// that can be undone.
    void load(std::string_view key, std::string_view text);

    /// Replaces a damaged record with the second copy's version, which is then stored. False if
    /// that version cannot be read either.
    bool restore(std::string_view key, std::string_view text);

    /// Carries out the command and notes how it is undone. Refuses like update(), and changes
    /// nothing then.
    Result<Step> carry_out(const Command& command, Date on);

    /// Undoes the last step, or redoes the step undone last, and says what that changed. Nothing
    /// if there is no such step, or if its records have since changed elsewhere.
    std::optional<UndoLog::Change> undo() { return take(false); }
    std::optional<UndoLog::Change> redo() { return take(true); }

    /// What is to be stored, in one transaction.
    struct Unsaved {
        std::vector<Record> records;
        std::vector<UndoLog::Stored> beside;  ///< undo steps; an empty text removes its key
    };
    /// The changes since this was asked last.
    Unsaved take_unsaved();

  private:
    std::optional<UndoLog::Change> take(bool again);
    void put_in_place(const std::vector<Record>& records);

    Model model_;
    UndoLog undo_;
    std::string salt_;
    std::set<std::string> unsaved_;  ///< keys of records
};

}  // namespace cppo
