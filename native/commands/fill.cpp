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

/// Writes fields one by one, and remembers what was refused: nothing is saved then.
template <typename Target>
class Filling {
  public:
    Filling(Desk& desk, const Call& call, Date on, decltype(Target::id) id)
        : desk_(desk), event_(call.arguments.value("event")), on_(on), id_(std::move(id)) {}

    void write(const FieldText& entry) {
        ++number_;
        const auto path = parse_field_path(entry.path);
        if (path && !path->group.empty() && path->row == row_count(path->group))
            happen(event::AddRow{path->group}, "-row");
        happen(event::Edit{entry.path, entry.text}, "");
    }

    const Issues& issues() const { return issues_; }

  private:
    int row_count(const std::string& group) const {
        return static_cast<int>(content_of(*desk_.model().find(id_)).rows(group).size());
    }

    template <typename Event>
    void happen(Event event, std::string_view suffix) {
        std::string name;
        if (!event_.empty()) name = event_ + '-' + std::to_string(number_) + std::string(suffix);
        const auto step = desk_.carry_out(Target{id_, std::move(event), name}, on_);
        if (!step && (issues_.empty() || !(issues_.back() == step.error())))
            issues_.push_back(step.error());
    }

    Desk& desk_;
    std::string event_;
    Date on_;
    decltype(Target::id) id_;
    int number_ = 0;
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
    auto entries = TRY(parse_content(bytes));
    // Amounts are read in the form's currency, wherever the file names it.
    std::stable_partition(entries.begin(), entries.end(),
                          [](const FieldText& entry) { return entry.path == "currency"; });
    Filling<Target> filling(session.desk(), call, on, id);
    for (const FieldText& entry : entries) filling.write(entry);
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
             "[{\"list\": \"120000.00\"}]}, complete or partial; - reads standard input. Rows are "
             "added as needed. 'cppo schema' describes it."},
            on_option,
            event_option};
}

template Outcome fill_form<command::ChangeAuthorization>(const Call& call);
template Outcome fill_form<command::ChangeDeal>(const Call& call);

}  // namespace cppo
