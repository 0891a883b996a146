#include "keeper/storage.hpp"

#include "browser/bridge.hpp"
#include "browser/platform.hpp"

#include <utility>

// clang-format off
EM_JS(void, js_storage_open, (), { Module["shell"].storage.open(); });
EM_JS(void, js_storage_put, (const char* key, const char* text, int beside), {
    Module["shell"].storage.put(UTF8ToString(key), UTF8ToString(text), beside !== 0);
});
EM_JS(void, js_storage_commit, (), { Module["shell"].storage.commit(); });
EM_JS(void, js_storage_retry, (), { Module["shell"].storage.retry(); });
EM_JS(void, js_storage_take_over, (), { Module["shell"].storage.takeOver(); });
EM_JS(void, js_storage_damaged, (const char* key), {
    Module["shell"].storage.damaged(UTF8ToString(key));
});
EM_JS(void, js_storage_read, (), { Module["shell"].storage.read(); });
EM_JS(void, js_storage_guard, (int what, const char* of), {
    Module["shell"].storage.guard(what, UTF8ToString(of));
});
// clang-format on

namespace cppo::web {
namespace {

struct Storage {
    StorageHooks hooks;
    Loaded loaded;  // filled record by record
    Safekeeping safekeeping;
    std::vector<Backup> backups;  // they come before the rest
    SaveState state = SaveState::loading;
    std::string problem;
};

Storage storage;

}  // namespace

const char* words_of(SaveState state) {
    switch (state) {
        case SaveState::loading: return "Opening";
        case SaveState::saved: return "Saved";
        case SaveState::saving: return "Saving…";
        case SaveState::not_saved: return "Not saved";
        case SaveState::memory_only: return "Not stored";
        case SaveState::read_only: return "Read-only";
    }
    return "";
}

void open_storage(StorageHooks hooks) {
    storage.hooks = std::move(hooks);
    js_storage_open();
}

void save(std::vector<Record> batch) {
    for (const Record& record : batch)
        js_storage_put(record.key.c_str(), record.text.c_str(), record.beside);
    js_storage_commit();
}

SaveState save_state() { return storage.state; }

std::string save_problem() { return storage.problem; }

void retry() { js_storage_retry(); }

void take_over() { js_storage_take_over(); }

const Safekeeping& safekeeping() { return storage.safekeeping; }

void confirm_loaded(const std::vector<std::string>& damaged) {
    for (const std::string& key : damaged) js_storage_damaged(key.c_str());
    js_storage_read();
}

void request_backup(BackupRequest what, const std::string& of) {
    js_storage_guard(static_cast<int>(what), of.c_str());
}

}  // namespace cppo::web

using namespace cppo::web;

// States are numbered as in SaveState.
CPPO_EXPORT void web_save_state(int state, const char* problem) {
    storage.state = static_cast<SaveState>(state);
    storage.problem = problem;
    if (storage.hooks.state_changed) storage.hooks.state_changed();
    wake();
}

CPPO_EXPORT void web_record(const char* key, const char* record) {
    storage.loaded.records.push_back({key, record});
}

CPPO_EXPORT void web_backup(const char* name, const char* day, double size) {
    storage.backups.push_back({name, day, size});
}

CPPO_EXPORT void web_guards(int copy, int promised, double used, double most, int low, int file,
                            const char* name) {
    storage.safekeeping = {static_cast<CopyState>(copy),
                           promised != 0,
                           used,
                           most,
                           low != 0,
                           static_cast<FileState>(file),
                           name,
                           std::exchange(storage.backups, {})};
    if (storage.hooks.safekeeping_changed) storage.hooks.safekeeping_changed();
    wake();
}

CPPO_EXPORT void web_records_done(int source, int fate) {
    storage.loaded.source = static_cast<Source>(source);
    storage.loaded.fate = static_cast<Fate>(fate);
    Loaded loaded = std::exchange(storage.loaded, {});
    if (storage.hooks.records) storage.hooks.records(std::move(loaded));
    wake();
}
