// A person's latest steps, by name, for undo and redo. Edits to a draft can be undone one by one;
// a step that has left the desk cannot, and needs another event to reverse it.
#pragma once

#include <set>

#include "codec/undo_step.hpp"
#include "desk/update.hpp"

namespace cppo {

class UndoLog {
  public:
    /// Steps that are kept; older ones are forgotten.
    static constexpr std::size_t most = 50;
    /// The most records one step may change: a larger import cannot be undone.
    static constexpr std::size_t records_most = 200;

    /// The text to store under a key; an empty text removes the key.
    struct Stored {
        std::string key, text;
    };

    /// Notes the step from `before` that `command` made. After a step that has left the desk,
    /// earlier steps of its records cannot be undone.
    void note(const Model& before, const Command& command, const Step& step);

    /// The next step to undo or redo, or null.
    const UndoStep* next(bool again) const;

    /// Records to store, and keys of records to remove.
    struct Change {
        std::vector<Record> records;
        std::vector<std::string> removed;
    };
    /// Undoes or redoes the next step. Returns nothing if there is none. If its records have since
    /// changed elsewhere, the step is forgotten and nothing is returned.
    std::optional<Change> take(const Model& model, bool again);

    /// The changes to be stored since this was asked last.
    std::vector<Stored> unsaved();

    /// True for keys under which steps are kept.
    static bool owns(std::string_view key);
    /// A step read from the store. One that cannot be read is skipped: only an undo step is lost.
    void load(std::string_view key, std::string_view text);

  private:
    void put(int number, UndoStep step);
    void forget(int number);

    std::map<int, UndoStep> steps_;  ///< undone steps are at the end
    std::set<int> unsaved_;
};

}  // namespace cppo
