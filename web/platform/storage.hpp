// Records kept in the browser. Nothing is called saved before the browser has told that the
// transaction that holds it is complete; what could not be stored is kept and tried again.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace cppo::web {

struct Record {
    std::string key;
    std::string text; // one record as JSON; empty removes it
};

enum class SaveState : std::uint8_t {
    loading,     // before the first records came; save() keeps what it is given
    saved,       // everything handed over is stored
    saving,      // a transaction is under way
    not_saved,   // the last try failed; it is repeated by itself and by retry()
    memory_only, // this browser stores nothing; a closed page loses everything
    read_only,   // another tab writes; save() must not be called, see take_over()
};

// The words the page shows for it: "Saved", "Saving…", "Not saved", …
const char* text(SaveState state);

struct Loaded {
    std::vector<Record> records;
    bool all = false;  // every record there is, replacing what was known; else only changed ones
    bool lost = false; // the browser held records before and has none of them now
};

struct StorageHooks {
    // At start, after another tab handed over (both `all`), and live while read_only.
    std::function<void(Loaded)> records;
    std::function<void()> state_changed;
};

// Opens the store; the records come through the hook.
void open_storage(StorageHooks hooks);

// Stores the batch in one transaction. Refused (a bug) while read_only.
void save(std::vector<Record> batch);

SaveState save_state();
std::string save_problem(); // one sentence for the person, empty when there is none
void retry();               // try now instead of after the pause
void take_over();           // from read_only: become the tab that writes

} // namespace cppo::web
