// A store with any keys and texts: records are read or set aside, and steps are undone and redone
// as far as they apply. Line ends and zero bytes separate keys and texts.
#include "base/text.hpp"
#include "desk/desk.hpp"
#include "fuzz.hpp"
#include "screens/overview.hpp"

namespace cppo::fuzz {
namespace {

/// Undoes or redoes a step; false where there is none.
bool take(Desk& desk, bool again) {
    if (!desk.undo_log().next(again)) return false;
    (void)(again ? desk.redo() : desk.undo());
    for (const UndoLog::Stored& stored : desk.take_unsaved().beside)
        if (UndoLog::owns(stored.key) && !stored.text.empty())
            comes_back(stored.text, decode_undo, encode_undo);
    return true;
}

}  // namespace

void kept(std::string_view bytes) {
    Desk desk(std::string(32, 'a'));
    for (std::string_view stored : split_text(bytes, '\0')) {
        const auto end = stored.find('\n');
        if (end != stored.npos) desk.load(stored.substr(0, end), stored.substr(end + 1));
    }
    for (int i = 0; i < 5 && take(desk, false); ++i) {
    }
    for (int i = 0; i < 5 && take(desk, true); ++i) {
    }
    for (const Record& record : records_of(desk.model()))
        comes_back(encode(record), decode, encode);
    home_screen(desk.model(), *parse_date("2026-11-24", "on"));
}

}  // namespace cppo::fuzz
