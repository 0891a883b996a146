#include "desk/undo.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "desk/history.hpp"
#include "desk/workspace_edit.hpp"

namespace cppo {
namespace {

constexpr std::string_view prefix = "undo/";

std::string key_of_step(int number) { return std::string(prefix) + std::to_string(number); }

// --- what can be undone -------------------------------------------------------------------------

template <typename Kind>
concept HasEvents = requires(Kind record) {
    record.events;
};

/// Whether `later` has all the events of `earlier`. A record without events, such as the workspace,
/// may have any earlier version.
template <typename Kind>
bool grew_from(const Kind& later, const Record& earlier) {
    if constexpr (!HasEvents<Kind>) {
        return std::holds_alternative<Kind>(earlier);
    } else {
        const auto* before = std::get_if<Kind>(&earlier);
        return before && only_in(*before, later).empty();
    }
}

/// The events of `record` that `before` lacks.
template <HasEvents Kind>
auto added_to(const Kind& record, const std::optional<Record>& before) {
    return before ? only_in(record, std::get<Kind>(*before)) : record.events;
}

bool grew_from(const std::optional<Record>& later, const std::optional<Record>& earlier) {
    if (!later) return !earlier;
    if (!earlier) return true;
    return std::visit([&](const auto& record) { return grew_from(record, *earlier); }, *later);
}

/// Whether only draft events were added to what there was.
bool is_draft_change(const std::optional<Record>& before, const Record& after) {
    return std::visit(
        [&](const auto& record) {
            using Kind = std::decay_t<decltype(record)>;
            if constexpr (!HasEvents<Kind>) {
                return true;
            } else {
                if (before && !grew_from(record, *before)) return false;
                const auto added = added_to(record, before);
                return std::all_of(added.begin(), added.end(),
                                   [](const auto& event) { return about(event.payload).is_draft; });
            }
        },
        after);
}

// --- names --------------------------------------------------------------------------------------

struct Name {
    const Model& before;
    const Step& step;

    std::string operator()(const command::EditWorkspace& edit) const {
        for (const Field& field : workspace_field_list())
            if (field.key == edit.path) return std::string(field.label);
        return edit.path;
    }
    std::string operator()(const command::CreateAuthorization&) const {
        return "New authorization";
    }
    std::string operator()(const command::CreateDeal&) const { return "New deal"; }
    std::string operator()(const command::SpreadPayments&) const { return "Even payments"; }
    std::string operator()(const command::SchedulePayments&) const { return "Pasted payments"; }
    std::string operator()(const command::Reprice& reprice) const {
        return "Price by " + replaced(text(reprice.by), "_", " ") + ": " + reprice.text;
    }
    std::string operator()(const command::Attach& attach) const {
        return "Attached " + attach.file.name;
    }
    std::string operator()(const command::Import& import) const {
        return "Import of " + (import.from.empty()
                                   ? std::to_string(import.records.size()) + " records"
                                   : import.from);
    }
    template <typename Change>
    std::string operator()(const Change&) const {
        const auto name = [&](const auto& record) -> std::string {
            if constexpr (!HasEvents<std::decay_t<decltype(record)>>) return "";
            else
                return sentence_of(record,
                                   added_to(record, record_at(before, key_of(record))).back());
        };
        return std::visit(name, step.changed.front());
    }
};

}  // namespace

// --- the log ------------------------------------------------------------------------------------

void UndoLog::put(int number, UndoStep step) {
    unsaved_.insert(number);
    steps_.insert_or_assign(number, std::move(step));
}

void UndoLog::forget(int number) {
    unsaved_.insert(number);
    steps_.erase(number);
}

void UndoLog::note(const Model& before, const Command& command, const Step& step) {
    if (step.changed.empty()) return;
    UndoStep made;
    made.name = std::visit(Name{before, step}, command);
    bool draft = step.changed.size() <= records_most;
    const bool import = std::holds_alternative<command::Import>(command);
    for (const Record& record : step.changed) {
        const std::string key = key_of(record);
        made.kept.push_back({key, record_at(before, key)});
        draft = draft && (import || is_draft_change(made.kept.back().record, record));
    }
    const auto touches = [&](const UndoStep& other) {
        return std::any_of(other.kept.begin(), other.kept.end(), [&](const KeptRecord& kept) {
            return std::any_of(made.kept.begin(), made.kept.end(),
                               [&](const KeptRecord& mine) { return mine.key == kept.key; });
        });
    };
    // An undone step cannot be redone on top of something new.
    std::vector<int> gone;
    for (const auto& [number, other] : steps_)
        if (other.taken_back || (!draft && touches(other))) gone.push_back(number);
    for (const int number : gone) forget(number);
    if (!draft) return;
    put(steps_.empty() ? 1 : steps_.rbegin()->first + 1, std::move(made));
    if (steps_.size() > most) forget(steps_.begin()->first);
}

const UndoStep* UndoLog::next(bool again) const {
    const UndoStep* found = nullptr;
    for (const auto& [number, step] : steps_) {
        if (again && step.taken_back) return &step;
        if (!again && !step.taken_back) found = &step;
    }
    return found;
}

std::optional<UndoLog::Change> UndoLog::take(const Model& model, bool again) {
    const UndoStep* step = next(again);
    if (!step) return std::nullopt;
    const int number = std::find_if(steps_.begin(), steps_.end(), [&](const auto& each) {
                           return &each.second == step;
                       })->first;
    UndoStep back{step->name, !again, {}};
    Change change;
    bool same = true;
    for (const KeptRecord& kept : step->kept) {
        std::optional<Record> now = record_at(model, kept.key);
        same = same && (again ? grew_from(kept.record, now) : grew_from(now, kept.record));
        if (kept.record) change.records.push_back(*kept.record);
        else change.removed.push_back(kept.key);
        back.kept.push_back({kept.key, std::move(now)});
    }
    if (!same) {
        forget(number);
        return std::nullopt;
    }
    put(number, std::move(back));
    return change;
}

std::vector<UndoLog::Stored> UndoLog::unsaved() {
    std::vector<Stored> stored;
    for (const int number : std::exchange(unsaved_, {})) {
        const auto step = steps_.find(number);
        stored.push_back(
            {key_of_step(number), step == steps_.end() ? "" : encode_undo(step->second)});
    }
    return stored;
}

bool UndoLog::owns(std::string_view key) { return key.starts_with(prefix); }

void UndoLog::load(std::string_view key, std::string_view text) {
    int number = 0;
    const std::string_view digits = key.substr(prefix.size());
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    auto step = decode_undo(text);
    if (step && number > 0) steps_.insert_or_assign(number, std::move(*step));
    else steps_.erase(number);
}

}  // namespace cppo
