// Filling in a form from a file: all of it or nothing, and every problem at once.
#include "files.hpp"
#include "form_text.hpp"
#include "nouns.hpp"

namespace cppo {
namespace {

struct FieldText {
    std::string path, text;
};

/// A JSON object of field paths and texts, in its own order.
tl::expected<std::vector<FieldText>, Refusal> entries_in(const std::string& bytes) {
    const Json document = TRY(parse_json(bytes));
    const auto* members = std::get_if<JsonObject>(&document.value);
    if (!members)
        return tl::unexpected(Error{Code::malformed, "document",
                                    "the file holds " + std::string(document.what()) +
                                        ", not an object of field paths and texts"});
    std::vector<FieldText> entries;
    Issues issues;
    std::map<std::string, int> seen;
    for (const JsonMember& member : *members) {
        const auto* text = std::get_if<std::string>(&member.value.value);
        if (++seen[member.key] == 2)
            issues.push_back({Code::duplicate_key, member.key, "the field stands there twice"});
        if (text) entries.push_back({member.key, *text});
        else
            issues.push_back({Code::malformed, member.key,
                              std::string(member.value.what()) + " stands here, not a text"});
    }
    if (!issues.empty()) return tl::unexpected(Refusal(std::move(issues)));
    return entries;
}

const Content& content_of(const Authorization& record) { return record.state.content; }
const Content& content_of(const Deal& record) { return record.state.request; }

/// Writes fields into a model of its own, and remembers what was refused.
template <typename Target>
class Filling {
  public:
    Filling(const Model& model, const Call& call, Date on, decltype(Target::id) id)
        : model_(model), event_(call.arguments.value("event")), on_(on), id_(std::move(id)) {}

    void write(const FieldText& entry) {
        ++number_;
        const auto path = parse_field_path(entry.path);
        if (path && !path->group.empty() && path->row == row_count(path->group))
            happen(event::AddRow{path->group}, "-row");
        happen(event::Edit{entry.path, entry.text}, "");
    }

    const Issues& issues() const { return issues_; }
    const Model& model() const { return model_; }

  private:
    int row_count(const std::string& group) const {
        return static_cast<int>(content_of(*model_.find(id_)).rows(group).size());
    }

    template <typename Event>
    void happen(Event event, std::string_view suffix) {
        std::string name;
        if (!event_.empty()) name = event_ + '-' + std::to_string(number_) + std::string(suffix);
        const auto step = update(model_, Target{id_, std::move(event), name}, Env{on_});
        if (step) apply(model_, *step);
        else if (issues_.empty() || !(issues_.back() == step.error()))
            issues_.push_back(step.error());
    }

    Model model_;
    std::string event_;
    Date on_;
    decltype(Target::id) id_;
    int number_ = 0;
    Issues issues_;
};

}  // namespace

template <typename Target>
Outcome fill(const Call& call) {
    Desk desk = TRY(Desk::write(call));
    const Date on = TRY(call.arguments.date("on"));
    const auto id = TRY(call.arguments.id<decltype(Target::id)>("id"));
    const auto* before = desk.model().find(id);
    if (!before) return tl::unexpected(no_such(id));
    const std::string bytes = TRY(read_input(call.arguments.value("from"), call.in, "from"));
    const auto entries = TRY(entries_in(bytes));
    Filling<Target> filling(desk.model(), call, on, id);
    for (const FieldText& entry : entries) filling.write(entry);
    if (!filling.issues().empty()) return tl::unexpected(Refusal(filling.issues()));
    const auto& after = *filling.model().find(id);
    std::vector<Record> changed;
    if (after.events.size() != before->events.size()) changed.push_back(after);
    CHECK_OK(desk.keep(changed));
    return answer_of(changed);
}

std::vector<Option> fill_options() {
    return {id_option,
            {"from", "FILE",
             "A JSON object of fields and texts, {\"price\": \"110000.00\"}; - reads standard "
             "input. Rows are written by their paths and added as needed."},
            on_option,
            event_option};
}

template Outcome fill<command::ChangeAuthorization>(const Call& call);
template Outcome fill<command::ChangeDeal>(const Call& call);

}  // namespace cppo
