// Filling in a form from a file: all of it or nothing, and every problem at once.
#include <algorithm>

#include "cli/files.hpp"
#include "codec/form_json.hpp"
#include "commands/form_text.hpp"
#include "commands/nouns.hpp"

namespace cppo {
namespace {

const Content& content_of(const Authorization& record) { return record.state.content; }
const Content& content_of(const Deal& record) { return record.state.request; }

FormKind kind_of(const Authorization& record) { return record.form; }
FormKind kind_of(const Deal&) { return FormKind::custom_transaction_request; }

bool writes(const FormDocument& document, std::string_view path) {
    return std::any_of(document.fields.begin(), document.fields.end(),
                       [&](const FieldText& entry) { return entry.path == path; });
}

/// Writes fields one by one, and remembers what was refused: nothing is saved then.
template <typename Target>
class Filling {
  public:
    Filling(Desk& desk, const Call& call, Date on, decltype(Target::id) id)
        : desk_(desk), event_(call.arguments.value("event")), on_(on), id_(std::move(id)) {}

    void write(const FormDocument& document) {
        for (const auto& [group, rows] : document.tables) make_room(document, group, rows);
        // Amounts are read in the form's currency, wherever the file names it.
        std::vector<FieldText> entries = document.fields;
        std::stable_partition(entries.begin(), entries.end(),
                              [](const FieldText& entry) { return entry.path == "currency"; });
        for (std::size_t i = 0; i < entries.size(); ++i) write(entries[i], std::to_string(i + 1));
        empty_unused(document);
    }

    const Issues& issues() const { return issues_; }

  private:
    const std::vector<Content::Row>& rows_of(const std::string& group) const {
        return content_of(*desk_.model().find(id_)).rows(group);
    }
    int row_count(const std::string& group) const {
        return static_cast<int>(rows_of(group).size());
    }

    /// Leaves `rows` rows, and of what they held only what the document writes over.
    void make_room(const FormDocument& document, const std::string& group, int rows) {
        while (row_count(group) > rows && remove_last(group)) {
        }
        while (row_count(group) < rows && add_row(group)) {
        }
        for (int row = 0; row < std::min(rows, row_count(group)); ++row) {
            const Content::Row held = rows_of(group)[static_cast<std::size_t>(row)];
            for (const auto& [key, text] : held) {
                const std::string path = field_path(group, row, key);
                if (!writes(document, path)) happen(event::Edit{path, ""}, named(group, row, key));
            }
        }
    }
    /// A document that chooses payment by usage leaves no lines of a fixed price on the form.
    void empty_unused(const FormDocument& document) {
        const auto& record = *desk_.model().find(id_);
        const Form& written = form(kind_of(record));
        for (const Section& section : written.sections) {
            const std::string group(section.group);
            if (group.empty() || document.tables.contains(group) ||
                !writes(document, section.when.key) ||
                applies(section.when, written, content_of(record)))
                continue;
            while (row_count(group) > 0 && remove_last(group)) {
            }
        }
    }
    bool remove_last(const std::string& group) {
        const int last = row_count(group) - 1;
        return happen(event::RemoveRow{group, last}, named(group, last, "removed"));
    }
    bool add_row(const std::string& group) {
        return happen(event::AddRow{group}, named(group, row_count(group), "added"));
    }

    void write(const FieldText& entry, const std::string& number) {
        const auto path = parse_field_path(entry.path);
        if (path && !path->group.empty() && path->row == row_count(path->group))
            add_row(path->group);
        happen(event::Edit{entry.path, entry.text}, number);
    }

    static std::string named(const std::string& group, int row, std::string_view what) {
        return group + '-' + std::to_string(row) + '-' + std::string(what);
    }

    template <typename Event>
    bool happen(Event event, const std::string& suffix) {
        const std::string name = event_.empty() ? "" : event_ + '-' + suffix;
        const auto step = desk_.carry_out(Target{id_, std::move(event), name}, on_);
        if (!step && (issues_.empty() || !(issues_.back() == step.error())))
            issues_.push_back(step.error());
        return step.has_value();
    }

    Desk& desk_;
    std::string event_;
    Date on_;
    decltype(Target::id) id_;
    Issues issues_;
};

}  // namespace

template <typename Target>
Outcome fill_form(const Call& call) {
    DeskSession session = TRY(DeskSession::write(call));
    const Date on = TRY(call.arguments.date("on"));
    const auto id = TRY(call.arguments.id<decltype(Target::id)>("id"));
    const auto* before = session.model().find(id);
    if (!before) return tl::unexpected(no_such(id));
    const std::size_t events_before = before->events.size();
    const std::string bytes = TRY(read_input(call.arguments.value("from"), call.in, "from"));
    const FormDocument document = TRY(parse_content(bytes));
    Filling<Target> filling(session.desk(), call, on, id);
    filling.write(document);
    if (!filling.issues().empty()) return tl::unexpected(Refusal(filling.issues()));
    const auto& after = *session.model().find(id);
    std::vector<Record> changed;
    if (after.events.size() != events_before) changed.push_back(after);
    CHECK_OK(session.save());
    return answer_of(changed);
}

std::vector<Option> fill_options() {
    return {id_option,
            {"from", "FILE",
             "The form's content as JSON, such as {\"price\": \"110000.00\", \"lines\": "
             "[{\"description\": \"Seats\", \"list\": \"110000.00\"}]}, or what 'show --json' "
             "prints; - reads standard input. A "
             "field that it leaves out stays as it is. A table that it names is replaced; [] "
             "empties it. \"lines[0].list\" sets one field of a row. 'cppo schema' describes it."},
            on_option,
            event_option};
}

template Outcome fill_form<command::ChangeAuthorization>(const Call& call);
template Outcome fill_form<command::ChangeDeal>(const Call& call);

}  // namespace cppo
