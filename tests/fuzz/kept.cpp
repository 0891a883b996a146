// A store with any keys and texts: records are read or set aside, and steps are undone and redone
// as far as they apply. Line ends and zero bytes separate keys and texts.
#include "base/text.hpp"
#include "desk/undo.hpp"
#include "fuzz.hpp"
#include "screens/overview.hpp"

namespace cppo::fuzz {
namespace {

void load(Model& model, UndoLog& undo, std::string_view key, std::string_view text) {
    if (UndoLog::owns(key)) return undo.load(key, text);
    auto record = decode(text);
    if (record) put(model, std::move(*record));
    else model.damaged.push_back({std::string(key), std::string(text), record.error()});
}

bool take(Model& model, UndoLog& undo, bool again) {
    if (!undo.next(again)) return false;
    if (auto change = undo.take(model, again)) {
        for (const std::string& key : change->removed) remove_record(model, key);
        for (Record& record : change->records) put(model, std::move(record));
    }
    for (const UndoLog::Stored& stored : undo.unsaved())
        if (!stored.text.empty()) comes_back(stored.text, decode_undo, encode_undo);
    return true;
}

}  // namespace

void kept(std::string_view bytes) {
    Model model;
    UndoLog undo;
    for (std::string_view stored : split_text(bytes, '\0')) {
        const auto end = stored.find('\n');
        if (end != stored.npos) load(model, undo, stored.substr(0, end), stored.substr(end + 1));
    }
    for (int i = 0; i < 5 && take(model, undo, false); ++i) {
    }
    for (int i = 0; i < 5 && take(model, undo, true); ++i) {
    }
    for (const Record& record : records_of(model)) comes_back(encode(record), decode, encode);
    home_screen(model, *parse_date("2026-11-24", "on"));
}

}  // namespace cppo::fuzz
