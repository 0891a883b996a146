// What a frame asks of the shell around the page: to store records, to go somewhere, to hand over a
// file. To add an intent, declare it here and name it in Intent; the page (web/app/main.cpp) and
// the tests' page do not compile until they carry it out.
#pragma once

#include <algorithm>
#include <list>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "desk/undo.hpp"
#include "keeper/storage.hpp"
#include "report/document.hpp"

namespace cppo {

namespace intent {

// Stores records, and what belongs beside them, in one transaction.
struct Save {
    std::vector<Record> records = {};
    std::vector<UndoLog::Stored> beside = {};
};

// Goes to an address of the page, such as "/deal/deal-1/quote".
struct Go {
    std::string address;
};

// Puts a text on the clipboard.
struct Copy {
    std::string text;
};

// Hands over a file, encrypted if there is a passphrase.
struct Download {
    std::string name, media_type, bytes;
    std::string passphrase = {};
    bool everything = false;  // it holds all records, so it is a copy outside the browser
};

// Opens an encrypted file with what may be its passphrase; the content comes back as a file.
struct Unseal {
    std::string name, bytes, passphrase;
};

// Prints a document; `title` names the file when the printer makes one.
struct Print {
    std::string title;
    Document document;
};

// Lets the person pick a file to import.
struct PickImport {};

// Lets the person pick a file to attach to a form.
struct PickAttachment {
    std::variant<AuthorizationId, DealId> owner;
};

// Draws everything at this size.
struct Scale {
    int percent = 100;
};

// Tries a failed save again now.
struct RetrySave {};

// Says that all loaded records were read, except these, which are damaged.
struct ConfirmLoaded {
    std::vector<std::string> damaged;
};

// Asks for something about backups; `of` is the backup's name or a passphrase.
struct Backup {
    web::BackupRequest what;
    std::string of = {};
};

// Makes this tab the one that writes.
struct TakeOver {};

// Loads the newer version of the page.
struct ApplyUpdate {};

// Draws another frame, because it will differ from this one.
struct Redraw {};

}  // namespace intent

// In the order in which they are carried out: what is entered is stored before anything else.
using Intent =
    std::variant<intent::Save, intent::Go, intent::Copy, intent::Download, intent::Unseal,
                 intent::Print, intent::PickImport, intent::PickAttachment, intent::Scale,
                 intent::RetrySave, intent::ConfirmLoaded, intent::Backup, intent::TakeOver,
                 intent::ApplyUpdate, intent::Redraw>;

// The intents of one frame: at most one of each kind, the last one asked for.
class Intents {
  public:
    template <typename Kind>
    void set(Kind intent) {
        get<Kind>() = std::move(intent);
    }
    template <typename Kind>
    void set(std::optional<Kind> intent) {
        if (intent) set(std::move(*intent));
    }

    // The intent of this kind, added if it is not there yet.
    template <typename Kind>
    Kind& get() {
        const Intent added{Kind{}};
        const auto place = std::find_if(all_.begin(), all_.end(), [&](const Intent& other) {
            return other.index() >= added.index();
        });
        const bool found = place != all_.end() && place->index() == added.index();
        return std::get<Kind>(found ? *place : *all_.insert(place, added));
    }

    template <typename Kind>
    const Kind* find() const {
        for (const Intent& intent : all_)
            if (const auto* found = std::get_if<Kind>(&intent)) return found;
        return nullptr;
    }

    template <typename Kind>
    void drop() {
        std::erase_if(all_, [](const Intent& i) { return std::holds_alternative<Kind>(i); });
    }

    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }

  private:
    std::list<Intent> all_;  // so that a reference to one outlives the addition of another
};

}  // namespace cppo
