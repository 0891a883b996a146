// What a person did last, by name, to be taken back and done again. A draft can be taken back word
// by word; what has left the desk has happened, and is countered by another event instead.
#pragma once

#include <set>

#include "codec/undo_step.hpp"
#include "desk/update.hpp"

namespace cppo {

class UndoLog {
  public:
    /// Steps that are kept; older ones are forgotten.
    static constexpr std::size_t most = 50;
    /// Records one step may change: an import of more cannot be taken back.
    static constexpr std::size_t records_most = 200;

    /// What is to be stored under a key; an empty text takes it away.
    struct Stored {
        std::string key, text;
    };

    /// Notes the step that `command` makes of `before`. A step that has left the desk ends what can
    /// be taken back of its records.
    void note(const Model& before, const Command& command, const Step& step);

    /// The step to take back or do again now, or null.
    const UndoStep* next(bool again) const;

    /// Records to be put in place, and keys of those to be taken away.
    struct Change {
        std::vector<Record> records;
        std::vector<std::string> removed;
    };
    /// Takes the next step back, or does it again. Nothing when there is none, or when its records
    /// have changed in the meantime, elsewhere; it is forgotten then.
    std::optional<Change> take(const Model& model, bool again);

    /// The changes to be stored since this was asked last.
    std::vector<Stored> unsaved();

    /// True for keys under which steps are kept.
    static bool owns(std::string_view key);
    /// A step read from the store. What cannot be read is left out: nothing is lost but a way back.
    void load(std::string_view key, std::string_view text);

  private:
    void put(int number, UndoStep step);
    void forget(int number);

    std::map<int, UndoStep> steps_;  ///< the ones taken back stand at the end
    std::set<int> unsaved_;
};

}  // namespace cppo
