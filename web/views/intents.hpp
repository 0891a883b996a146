// What a frame asks of the shell around the page: to store, to go somewhere, to hand over a file.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "desk/undo.hpp"
#include "keeper/storage.hpp"
#include "report/document.hpp"

namespace cppo {

struct Download {
    std::string name, media_type, bytes;
    std::string passphrase = {};  // with one the file is sealed
    bool everything = false;      // all records: a copy outside the browser
};

// A sealed file and what may open it.
struct Unseal {
    std::string name, bytes, passphrase;
};

// `title` names the file when the printer makes one.
struct Print {
    std::string title;
    Document document;
};

// What a person asks of the guards; `of` is the backup's name, or a passphrase.
struct Guard {
    web::Guarding what;
    std::string of = {};
};

struct Intents {
    std::vector<Record> save;             // in one transaction
    std::vector<UndoLog::Stored> beside;  // in the same one: what is kept beside the records
    std::optional<std::string> route;
    std::optional<std::string> copy;
    std::optional<Download> download;
    std::optional<Unseal> unseal;  // to be imported
    std::optional<Print> print;
    bool pick_file = false;                                          // to be imported
    std::optional<std::variant<AuthorizationId, DealId>> attach_to;  // a file to be picked
    std::optional<int> scale;  // percent: how large everything is to be drawn
    bool retry_save = false;
    std::optional<Guard> guard;
    std::optional<std::vector<std::string>> read;  // all records are; these keys are damaged
    bool take_over = false;                        // become the tab that writes
    bool apply_update = false;
    bool changed = false;  // the next frame shows something else than this one
};

}  // namespace cppo
