#include "app/page.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/sha256.hpp"
#include "views/action.hpp"
#include "views/files.hpp"
#include "views/form.hpp"
#include "views/help.hpp"
#include "views/import.hpp"
#include "views/places.hpp"
#include "views/screens.hpp"

namespace cppo {

// Lines of the overview a frame reads: with more the page would not answer in the meantime.
static constexpr std::size_t read_at_once = 2000;

// The same of records, each of which is replayed from its events.
static constexpr std::size_t replayed_at_once = 200;

// Where the display size is stored, beside the records.
static constexpr std::string_view display_key = "display";

// And the day of the first change that no export holds.
static constexpr std::string_view alone_key = "alone";

// And what is typed in fields and was not stored.
static constexpr std::string_view typed_key = "typed";

Page::Page(Date today, std::string salt) : desk_(salt), today_(today), salt_(std::move(salt)) {
    ui::explain_with(views::meaning_of);
}

void Page::load(web::Loaded loaded) {
    if (loaded.source == web::Source::copy) {
        for (const web::Record& record : loaded.records) mend(record);
        return;
    }
    const bool all = loaded.source == web::Source::all;
    if (all) {
        desk_ = Desk(salt_);
        overview_.forget_all();
        unread_.clear();
        read_ = 0;
        keeping_.alone.reset();
        typed_.clear();
        typed_read_ = true;
        just_read_ = false;
        replaces_ = true;
        keeping_.fate = loaded.fate;
    }
    std::move(loaded.records.begin(), loaded.records.end(), std::back_inserter(unread_));
    read_on();
}

void Page::read_on() {
    const std::size_t end = std::min(unread_.size(), read_ + replayed_at_once);
    while (read_ < end) read(std::exchange(unread_[read_++], {}));
    if (read_ == unread_.size()) {
        unread_.clear();
        read_ = 0;
        just_read_ = just_read_ || std::exchange(replaces_, false);
        if (std::exchange(typed_read_, false)) views::restore_typed(model(), today_, ui_, typed_);
    }
    keeping_.read = read_;
    keeping_.to_read = unread_.size();
    ++revision_;
}

void Page::read(const web::Record& stored) {
    if (stored.key == display_key) return set_scale(stored.text);
    if (stored.key == alone_key) {
        const auto day = parse_date(stored.text, alone_key);
        keeping_.alone = day ? std::optional(*day) : std::nullopt;
        return;
    }
    if (stored.key == typed_key) {
        typed_ = stored.text;
        typed_read_ = true;
        return;
    }
    desk_.load(stored.key, stored.text);
    forget(stored.key);
}

// The second copy's text of a damaged record takes its place, where something can be made of it.
void Page::mend(const web::Record& copied) {
    if (!desk_.restore(copied.key, copied.text)) return;
    forget(copied.key);
    keeping_.fate = web::Fate::restored;
    ++revision_;
}

// Makes the overview read a changed record again; it is empty until all records have been read.
void Page::forget(std::string_view key) {
    if (replaces_) return;
    if (const auto record = record_at(model(), key)) overview_.forget({*record});
}

void Page::set_scale(std::string_view percent) {
    int read = 0;
    std::from_chars(percent.data(), percent.data() + percent.size(), read);
    if (read < 80 || read > 200 || read == scale_) return;
    scale_ = read;
    scale_changed_ = true;
}

void Page::keep(web::SaveState state, std::string words, std::string problem) {
    keeping_.state = state;
    keeping_.words = std::move(words);
    keeping_.problem = std::move(problem);
}

void Page::visit(std::string_view route) {
    const Route to = parse_route(route);
    ui_.of<DealQuery>().phase = to.place == "deals" ? parse_name<Phase>(to.id) : std::nullopt;
    // A dialog and its messages belong to the page on which it was opened.
    if (to != route_) {
        ui_.action = {};
        ui::dismiss_toast();
    }
    // A deal's past state is shown until another page is visited.
    if (to.place != route_.place || to.id != route_.id) ui_.as_of.reset();
    route_ = to;
}

void Page::set_today(Date today) {
    if (today != today_) ++revision_;
    today_ = today;
}

void Page::receive(std::string name, std::string_view bytes, const std::string& problem) {
    std::optional<views::ImportOffer>& before = ui_.of<views::ImportState>().offer;
    views::ImportOffer offer{std::move(name), problem, {}};
    if (is_sealed(bytes)) {
        offer.sealed = bytes;
        if (before) offer.passphrase = before->passphrase;  // to be mended
    } else if (problem.empty()) {
        auto content = decode_export(bytes);
        if (content) offer.content = std::move(*content);
        else offer.problem = sentence(content.error());
    }
    before = std::move(offer);
}

void Page::attach(const views::Owner& to, std::string name, std::string_view bytes,
                  const std::string& problem) {
    if (!problem.empty()) return ui::toast(problem, ui::Tone::bad);
    Attachment file{std::move(name), sha256_hex(bytes), ""};
    std::string said = "Attached " + file.name;
    outside_.push_back({.command = command::Attach{to, std::move(file)},
                        .on = views::day_for(model(), today_, to),
                        .draft = views::key_of(to),
                        .field = "attachments+",
                        .said = std::move(said)});
}

void Page::draw(Intents& out) {
    if (!unread_.empty()) {
        read_on();
        out.set(intent::Redraw{});
    }
    std::vector<views::Ask> asks = std::exchange(outside_, {});
    if (!overview_.refresh(model(), today_, read_at_once)) out.set(intent::Redraw{});
    views::Context context{model(), overview_, desk_.undo_log(), today_, route_, keeping_, ui_,
                           asks,    out,       revision_};
    context.scale = scale_;
    draw_screen(context);
    views::draw_action(context);
    views::draw_import(context);
    // A copy of half the records would be mistaken for a complete one.
    if (out.find<intent::Download>() && !may_read()) out.drop<intent::Download>();
    for (const views::Ask& ask : asks) carry_out(ask, out);
    if (std::exchange(just_read_, false)) confirm_loaded(out);
    if (context.again && may_write()) undo(*context.again, out);
    save_the_rest(out);
    if (const auto* go = out.find<intent::Go>()) visit(go->address);
    if (!asks.empty() || out.find<intent::Go>() || out.find<intent::Scale>())
        out.set(intent::Redraw{});
}

void Page::confirm_loaded(Intents& out) const {
    std::vector<std::string>& damaged = out.get<intent::ConfirmLoaded>().damaged;
    for (const Damaged& record : model().damaged) damaged.push_back(record.key);
}

// Changes that were not requested in this frame but belong in the same transaction.
void Page::save_the_rest(Intents& out) {
    auto& [records, beside] = out.get<intent::Save>();
    const bool read_only = keeping_.state == web::SaveState::read_only;
    if (!read_only) {
        Desk::Unsaved unsaved = desk_.take_unsaved();
        records = std::move(unsaved.records);
        beside = std::move(unsaved.beside);
    }
    note_alone(out);
    if (const auto* chosen = out.find<intent::Scale>()) {
        set_scale(std::to_string(chosen->percent));
        beside.push_back({std::string(display_key), std::to_string(scale_)});
    }
    if (std::string typed = views::typed_text(model(), ui_); unread_.empty() && typed != typed_) {
        typed_ = std::move(typed);
        beside.push_back({std::string(typed_key), typed_});
    }
    if (std::exchange(scale_changed_, false)) out.set(intent::Scale{scale_});
    if (read_only) beside.clear();
    if (records.empty() && beside.empty()) out.drop<intent::Save>();
}

// An export holds everything there is; the first change after it is in this browser alone.
void Page::note_alone(Intents& out) {
    const auto* download = out.find<intent::Download>();
    const bool exports = download && download->everything;
    auto& [records, beside] = out.get<intent::Save>();
    if (keeping_.state == web::SaveState::read_only) return;
    if (exports && keeping_.alone) {
        keeping_.alone.reset();
        beside.push_back({std::string(alone_key), ""});
    } else if (!exports && !records.empty() && !keeping_.alone) {
        keeping_.alone = today_;
        beside.push_back({std::string(alone_key), text(today_)});
    }
}

void Page::draw_screen(views::Context& context) {
    if (keeping_.state == web::SaveState::loading || !unread_.empty())
        return views::draw_loading(context);
    views::place_named(route_.place).draw(context);
}

std::string Page::title() const {
    if (route_ == Route{}) return "CPPO Desk";
    const std::string_view title = views::place_named(route_.place).title;
    const std::string words(route_.id.empty() ? title : std::string_view(ui_.title));
    return words.empty() ? "CPPO Desk" : words + " · CPPO Desk";
}

// Undoes the last step, or redoes it.
void Page::undo(bool again, Intents& out) {
    const UndoStep* step = desk_.undo_log().next(again);
    if (!step) return ui::toast(again ? "Nothing to redo." : "Nothing to undo.");
    const std::string name = step->name;
    const auto change = again ? desk_.redo() : desk_.undo();
    ++revision_;
    out.set(intent::Redraw{});
    if (!change)
        return ui::toast("Not undone: " + name + " has since been changed elsewhere.",
                         ui::Tone::caution);
    for (const std::string& key : change->removed) ui_.drafts.erase(key);
    for (const Record& record : change->records) ui_.drafts.erase(key_of(record));
    overview_.forget(change->records);
    if (!change->removed.empty()) overview_.forget_all();
    ui::toast((again ? "Redid: " : "Undid: ") + name, ui::Tone::good);
}

bool Page::may_read() const {
    if (unread_.empty()) return true;
    ui::toast("The records are still being read.", ui::Tone::caution);
    return false;
}

// While records are read, or another tab writes them, nothing is changed here.
bool Page::may_write() const {
    if (!may_read()) return false;
    if (keeping_.state != web::SaveState::read_only) return true;
    ui::toast("Editing is active in another tab. Choose Edit here first.", ui::Tone::caution);
    return false;
}

void Page::carry_out(const views::Ask& ask, Intents& out) {
    if (!may_write() || !change(ask, out)) return;
    // What a dialog asked for is done, so it closes; a field's text is the record's again.
    // All ways to say a price are one: with one of them stored the others follow from it.
    const bool price = ask.field == "price" || ask.field.starts_with("reprice.");
    for (const std::string& field :
         price ? std::vector<std::string>{"price", "reprice"} : std::vector<std::string>{ask.field})
        if (!field.empty()) ui_.drafts[ask.draft].done(field);
    if (ask.field.empty()) ui_.drafts.erase(ask.draft);
    if (ask.draft == "action") ui_.action = {};
    if (!ask.said.empty()) ui::toast(ask.said, ui::Tone::good);
}

// A form is not signed or sent while one of its fields shows something else.
Result<void> Page::check_typed(const Command& command) const {
    const auto check = [&](const auto& change) -> Result<void> {
        if constexpr (requires { change.payload; }) {
            if (!views::closes_form(about(change.payload).name)) return {};
            for (const views::Unsaved& typed : views::unsaved(model(), ui_, change.id))
                return refuse(Code::malformed, typed.path, typed.words());
        }
        return {};
    };
    return std::visit(check, command);
}

bool Page::change(const views::Ask& ask, Intents& out) {
    if (const auto stored = check_typed(ask.command); !stored) {
        views::show_refusal(ui_, ask, stored.error());
        return false;
    }
    const auto step = desk_.carry_out(ask.command, ask.on);
    if (!step) {
        views::show_refusal(ui_, ask, step.error());
        return false;
    }
    overview_.forget(step->changed);
    ++revision_;
    if (ask.opens && !step->changed.empty())
        out.set(intent::Go{'/' + key_of(step->changed.front())});
    return true;
}

}  // namespace cppo
