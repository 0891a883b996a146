// Records stored in the browser. Nothing is reported as saved before the browser confirms that its
// transaction is complete; a change that could not be stored is kept and retried.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/names.hpp"

namespace cppo::web {

struct Record {
    std::string key;
    std::string text;     // one record as JSON; empty removes it
    bool beside = false;  // no record, but stored with them: no part of an export
};

enum class SaveState : std::uint8_t {
    loading,      // before the first records came; save() keeps what it is given
    saved,        // everything handed over is stored
    saving,       // a transaction is under way
    not_saved,    // the last try failed; it is repeated by itself and by retry()
    memory_only,  // this browser stores nothing; a closed page loses everything
    read_only,    // another tab writes; save() must not be called, see take_over()
};

// The words the page shows for it: "Saved", "Saving…", "Not saved", …
const char* words_of(SaveState state);

// What became of the records this browser held before.
enum class Fate : std::uint8_t {
    kept,
    lost,      // some or all of what was stored is not there any more
    restored,  // it had lost some or all; they came back from the second copy
};

enum class Source : std::uint8_t {
    all,      // every record there is, replacing what was known
    changed,  // by another tab
    copy,     // the second copy's versions of records reported as damaged
};

struct Loaded {
    std::vector<Record> records;
    Source source = Source::all;
    Fate fate = Fate::kept;
};

// A copy of all records as they were on a day, kept by the page beside the store.
struct Backup {
    std::string name;
    std::string day;  // "2026-11-25"
    double size = 0;  // bytes
};

enum class CopyState : std::uint8_t { none, current, behind };

// A file of the person's own, written again with every change.
enum class FileState : std::uint8_t {
    impossible,  // this browser cannot auto-save to a file
    none,
    kept,
    asks,     // it was chosen in an earlier visit; the person has to allow it again
    locked,   // its passphrase has to be typed again
    refused,  // what was typed does not open it
    failed,   // the last try; repeated with the next change
};

// What protects the records besides the store itself.
struct Safekeeping {
    CopyState copy = CopyState::none;  // outside the database
    bool promised = false;             // the browser removes nothing by itself
    double used = 0, most = 0;         // bytes; `most` is 0 where the browser does not tell
    bool low = false;                  // little room is left
    FileState file_state = FileState::none;
    std::string file = {};
    std::vector<Backup> backups = {};  // the newest first
};

// What a person can ask for.
enum class BackupRequest : std::uint8_t {
    choose_file,  // starts to auto-save to a file; of: its passphrase, or none
    allow_file,
    open_file,  // resumes an encrypted file; of: its passphrase
    forget_file,
    open_backup,  // hands it over like a dropped file; of: its name
};

struct StorageHooks {
    // At start and after another tab handed over; live while read_only; after confirm_loaded().
    std::function<void(Loaded)> records;
    std::function<void()> state_changed;
    std::function<void()> safekeeping_changed;
};

// Opens the store; the records come through the hook.
void open_storage(StorageHooks hooks);

// All records that came are read; of the `damaged` keys nothing can be made. From here on the
// second copy, the backups and the person's file follow.
void confirm_loaded(const std::vector<std::string>& damaged);

// Stores the batch in one transaction. Refused (a bug) while read_only.
void save(std::vector<Record> batch);

SaveState save_state();
std::string save_problem();  // one sentence for the person, empty when there is none
void retry();                // try now instead of after the pause
void take_over();            // from read_only: become the tab that writes

const Safekeeping& safekeeping();
void request_backup(BackupRequest what, const std::string& of = "");  // while a click is handled

}  // namespace cppo::web

// These enums cross to the page's scripts, which have them under the same names; see
// web/keeper/contract.cpp.
namespace cppo {

template <>
struct Names<web::SaveState> {
    static constexpr std::string_view list[] = {"loading",   "saved",       "saving",
                                                "not_saved", "memory_only", "read_only"};
};

template <>
struct Names<web::Fate> {
    static constexpr std::string_view list[] = {"kept", "lost", "restored"};
};

template <>
struct Names<web::Source> {
    static constexpr std::string_view list[] = {"all", "changed", "copy"};
};

template <>
struct Names<web::CopyState> {
    static constexpr std::string_view list[] = {"none", "current", "behind"};
};

template <>
struct Names<web::FileState> {
    static constexpr std::string_view list[] = {"impossible", "none",    "kept",  "asks",
                                                "locked",     "refused", "failed"};
};

template <>
struct Names<web::BackupRequest> {
    static constexpr std::string_view list[] = {"choose_file", "allow_file", "open_file",
                                                "forget_file", "open_backup"};
};

}  // namespace cppo
