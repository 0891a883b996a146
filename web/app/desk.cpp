#include "app/desk.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/sha256.hpp"
#include "views/action.hpp"
#include "views/files.hpp"
#include "views/help.hpp"
#include "views/screens.hpp"

namespace cppo {

// Lines of the overview a frame reads: with more the page would not answer in the meantime.
static constexpr std::size_t read_at_once = 2000;

// The same of records, each of which is replayed from its events.
static constexpr std::size_t replayed_at_once = 200;

// Where the size of everything is kept, beside the records.
static constexpr std::string_view display_key = "display";

// And the day of the first change that no export holds.
static constexpr std::string_view alone_key = "alone";

Desk::Desk(Date today, std::string salt) : today_(today), salt_(std::move(salt)) {
    ui::explain_with(views::meaning_of);
}

void Desk::load(web::Loaded loaded) {
    if (loaded.source == web::Source::copy) {
        for (const web::Record& record : loaded.records) mend(record);
        return;
    }
    const bool all = loaded.source == web::Source::all;
    if (all) {
        model_ = {};
        overview_.forget_all();
        undo_ = {};
        unread_.clear();
        read_ = 0;
        keeping_.alone.reset();
        mended_.clear();
        just_read_ = false;
        replaces_ = true;
        keeping_.fate = loaded.fate;
    }
    std::move(loaded.records.begin(), loaded.records.end(), std::back_inserter(unread_));
    read_on();
}

void Desk::read_on() {
    const std::size_t end = std::min(unread_.size(), read_ + replayed_at_once);
    while (read_ < end) read(std::exchange(unread_[read_++], {}));
    if (read_ == unread_.size()) {
        unread_.clear();
        read_ = 0;
        just_read_ = just_read_ || std::exchange(replaces_, false);
    }
    keeping_.read = read_;
    keeping_.to_read = unread_.size();
    ++revision_;
}

void Desk::read(const web::Record& stored) {
    if (stored.key == display_key) return set_scale(stored.text);
    if (stored.key == alone_key) {
        const auto day = parse_date(stored.text, alone_key);
        keeping_.alone = day ? std::optional(*day) : std::nullopt;
        return;
    }
    if (UndoLog::owns(stored.key)) return undo_.load(stored.key, stored.text);
    std::erase_if(model_.damaged, [&](const Damaged& d) { return d.key == stored.key; });
    auto record = decode(stored.text);
    if (!record) return model_.damaged.push_back({stored.key, stored.text, record.error()});
    if (!replaces_) overview_.forget({*record});
    put(model_, std::move(*record));
}

// The second copy's text of a damaged record takes its place, where something can be made of it.
void Desk::mend(const web::Record& copied) {
    auto record = decode(copied.text);
    if (!record) return;
    std::erase_if(model_.damaged, [&](const Damaged& d) { return d.key == copied.key; });
    mended_.push_back(*record);
    put(model_, std::move(*record));
    overview_.forget(mended_);
    keeping_.fate = web::Fate::restored;
    ++revision_;
}

void Desk::set_scale(std::string_view percent) {
    int read = 0;
    std::from_chars(percent.data(), percent.data() + percent.size(), read);
    if (read < 80 || read > 200 || read == scale_) return;
    scale_ = read;
    scale_changed_ = true;
}

void Desk::keep(web::SaveState state, std::string words, std::string problem) {
    keeping_.state = state;
    keeping_.words = std::move(words);
    keeping_.problem = std::move(problem);
}

void Desk::visit(std::string_view route) {
    const Route to = parse_route(route);
    ui_.deals.phase = to.place == "deals" ? parse_name<Phase>(to.id) : std::nullopt;
    // A dialog belongs to the place it was opened on, as does what was said there.
    if (to != route_) {
        ui_.action = {};
        ui::dismiss_toast();
    }
    // A deal is looked back at until another place is visited.
    if (to.place != route_.place || to.id != route_.id) ui_.as_of.reset();
    route_ = to;
}

void Desk::set_today(Date today) {
    if (today != today_) ++revision_;
    today_ = today;
}

void Desk::receive(std::string name, std::string_view bytes, const std::string& problem) {
    views::ImportOffer offer{std::move(name), problem, {}};
    if (is_sealed(bytes)) {
        offer.sealed = bytes;
        if (ui_.import) offer.passphrase = ui_.import->passphrase;  // to be mended
    } else if (problem.empty()) {
        auto content = decode_export(bytes);
        if (content) offer.content = std::move(*content);
        else offer.problem = sentence(content.error());
    }
    ui_.import = std::move(offer);
}

void Desk::attach(const views::Owner& to, std::string name, std::string_view bytes,
                  const std::string& problem) {
    if (!problem.empty()) return ui::toast(problem, ui::Tone::bad);
    Attachment file{std::move(name), sha256_hex(bytes), ""};
    std::string said = "Attached " + file.name;
    outside_.push_back({.command = command::Attach{to, std::move(file)},
                        .on = views::day_for(model_, today_, to),
                        .draft = views::key_of(to),
                        .field = "attachments+",
                        .said = std::move(said)});
}

void Desk::draw(Intents& out) {
    if (!unread_.empty()) {
        read_on();
        out.changed = true;
    }
    std::vector<views::Ask> asks = std::exchange(outside_, {});
    if (!overview_.refresh(model_, today_, read_at_once)) out.changed = true;
    views::Context context{model_,   overview_, undo_, today_, route_,
                           keeping_, ui_,       asks,  out,    revision_};
    context.scale = scale_;
    draw_screen(context);
    views::draw_action(context);
    views::draw_import(context);
    // A copy of half the records would be taken for one of all.
    if (out.download && !may_read()) out.download.reset();
    for (const views::Ask& ask : asks) carry_out(ask, out);
    if (std::exchange(just_read_, false)) {
        out.read.emplace();
        for (const Damaged& damaged : model_.damaged) out.read->push_back(damaged.key);
    }
    if (keeping_.state != web::SaveState::read_only)
        for (Record& record : std::exchange(mended_, {})) out.save.push_back(std::move(record));
    if (context.again && may_write()) take(*context.again, out);
    for (UndoLog::Stored& stored : undo_.unsaved()) out.beside.push_back(std::move(stored));
    note_alone(out);
    if (context.scale != scale_) {
        set_scale(std::to_string(context.scale));
        out.beside.push_back({std::string(display_key), std::to_string(scale_)});
    }
    if (std::exchange(scale_changed_, false)) out.scale = scale_;
    if (keeping_.state == web::SaveState::read_only) out.beside.clear();
    if (out.route) visit(*out.route);
    out.changed = out.changed || !asks.empty() || out.route || out.scale;
}

// An export holds everything there is; the first change after it is in this browser alone.
void Desk::note_alone(Intents& out) {
    const bool exports = out.download && out.download->everything;
    if (keeping_.state == web::SaveState::read_only) return;
    if (exports && keeping_.alone) {
        keeping_.alone.reset();
        out.beside.push_back({std::string(alone_key), ""});
    } else if (!exports && !out.save.empty() && !keeping_.alone) {
        keeping_.alone = today_;
        out.beside.push_back({std::string(alone_key), text(today_)});
    }
}

void Desk::draw_screen(views::Context& context) {
    using namespace views;
    if (keeping_.state == web::SaveState::loading || !unread_.empty()) return draw_loading(context);
    const std::string& place = route_.place;
    if (place == "deals") return draw_deals(context);
    if (place == "deal") return draw_deal(context, DealId{route_.id});
    if (place == "authorizations") return draw_authorizations(context);
    if (place == "authorization") return draw_authorization(context, AuthorizationId{route_.id});
    if (place == "customers") return draw_customers(context);
    if (place == "customer") return draw_customer(context, route_.id);
    if (place == "products") return draw_products(context);
    if (place == "product") return draw_product(context, route_.id);
    if (place == "isvs") return draw_isvs(context);
    if (place == "isv") return draw_isv(context, route_.id);
    if (place == "money") return draw_money_over_time(context);
    if (place == "workspace") return draw_workspace(context);
    if (place == "data") return draw_data(context);
    if (place == "help") return draw_help(context);
    draw_home(context);
}

std::string Desk::title() const {
    static const std::map<std::string_view, std::string_view> titles = {
        {"deals", "Deals"},         {"authorizations", "Authorizations"},
        {"customers", "Customers"}, {"products", "Products"},
        {"isvs", "ISVs"},           {"workspace", "Workspace"},
        {"data", "Data"},           {"help", "Help"}};
    const auto found = titles.find(route_.place);
    std::string words(found == titles.end() ? ui_.title : found->second);
    if (route_.place == "home") words = "";
    if (const Deal* deal = model_.find(DealId{route_.id}); deal && route_.place == "deal")
        words = deal->state.request.value("customer_name");
    return words.empty() ? "CPPO Desk" : words + " · CPPO Desk";
}

// Takes the last step back, or does it again.
void Desk::take(bool again, Intents& out) {
    const UndoStep* step = undo_.next(again);
    if (!step)
        return ui::toast(again ? "There is nothing to do again."
                               : "There is nothing to take back.");
    const std::string name = step->name;
    auto change = undo_.take(model_, again);
    ++revision_;
    out.changed = true;
    if (!change)
        return ui::toast("Not taken back: " + name + " has been changed since, elsewhere.",
                         ui::Tone::caution);
    for (const std::string& key : change->removed) {
        remove_record(model_, key);
        out.beside.push_back({key, ""});
        ui_.drafts.erase(key);
    }
    for (Record& record : change->records) {
        ui_.drafts.erase(key_of(record));
        put(model_, record);
        out.save.push_back(std::move(record));
    }
    overview_.forget(out.save);
    if (!change->removed.empty()) overview_.forget_all();
    ui::toast((again ? "Done again: " : "Taken back: ") + name, ui::Tone::good);
}

bool Desk::may_read() const {
    if (unread_.empty()) return true;
    ui::toast("The records are still being read.", ui::Tone::caution);
    return false;
}

// While records are read, or another tab writes them, nothing is changed here.
bool Desk::may_write() const {
    if (!may_read()) return false;
    if (keeping_.state != web::SaveState::read_only) return true;
    ui::toast("Another tab writes the records. Take over to change them here.", ui::Tone::caution);
    return false;
}

void Desk::carry_out(const views::Ask& ask, Intents& out) {
    if (!may_write() || !change(ask, out)) return;
    // What a dialog asked for is done, so it closes; a field's text is the record's again.
    if (!ask.field.empty()) ui_.drafts[ask.draft].done(ask.field);
    if (ask.field.empty()) ui_.drafts.erase(ask.draft);
    if (ask.draft == "action") ui_.action = {};
    if (!ask.said.empty()) ui::toast(ask.said, ui::Tone::good);
}

bool Desk::change(const views::Ask& ask, Intents& out) {
    auto step = update(model_, ask.command, Env{ask.on});
    if (!step) {
        views::show_refusal(ui_, ask, step.error());
        return false;
    }
    undo_.note(model_, ask.command, *step);
    apply_step(model_, *step);
    overview_.forget(step->changed);
    ++revision_;
    if (ask.opens && !step->changed.empty()) out.route = '/' + key_of(step->changed.front());
    std::move(step->changed.begin(), step->changed.end(), std::back_inserter(out.save));
    add_salt(out);
    return true;
}

// Written once, with the first thing that is written at all: an untouched page stores nothing.
void Desk::add_salt(Intents& out) {
    if (!model_.workspace.salt.empty()) return;
    auto step = update(model_, command::EditWorkspace{"salt", salt_}, Env{today_});
    INVARIANT(step.has_value());
    apply_step(model_, *step);
    ++revision_;
    std::move(step->changed.begin(), step->changed.end(), std::back_inserter(out.save));
}

}  // namespace cppo
